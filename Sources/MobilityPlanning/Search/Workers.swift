import Dispatch
import Synchronization

/// Work cut into pieces that do not depend on one another, over some threads. Who does which piece is left to chance: no result may
/// depend on it.
enum Workers {
    /// - Parameters:
    ///   - count: of pieces.
    ///   - begin: what a thread needs for its pieces, made once on each.
    static func run<Tool>(_ count: Int, threads: Int, begin: () -> Tool, piece: (Tool, Int) -> Void) {
        guard threads > 1, count > 1 else {
            let tool = begin()
            for index in 0..<count { piece(tool, index) }
            return
        }
        withoutActuallyEscaping(begin) { begin in
            withoutActuallyEscaping(piece) { piece in
                // What the pieces share is only read, or kept under locks; each writes what is its own.
                nonisolated(unsafe) let (begin, piece) = (begin, piece)
                let next = Atomic<Int>(0)
                DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
                    let tool = begin()
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < count else { return }
                        piece(tool, index)
                    }
                }
            }
        }
    }
}
