import Foundation
import Synchronization

/// Calls of the program in processes of their own, so many at a time.
enum ChildRuns {
    /// - Returns: the outcomes, in the order of the calls; `nil` for those that Ctrl-C kept from starting.
    static func run(_ calls: [[String]], jobs: Int, line: @escaping @Sendable (String) -> Void) -> [ChildRun.Outcome?] {
        let next = Atomic<Int>(0)
        let outcomes = Mutex([ChildRun.Outcome?](repeating: nil, count: calls.count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, calls.count))) { _ in
            while Interruption.count == 0 {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < calls.count else { return }
                let outcome = ChildRun(arguments: calls[number]).run(started: { _ in }, line: line)
                outcomes.withLock { $0[number] = outcome }
            }
        }
        return outcomes.withLock { $0 }
    }
}
