import Foundation
import Synchronization

/// What is done, running and waiting in a batch; shared by its threads.
final class BatchState: Sendable {
    struct Result: Sendable {
        var outcome: ChildRun.Outcome
        /// Whether an earlier plan was found to be up to date.
        var isKept: Bool
    }

    private struct State {
        var next = 0
        var isStopped = false
        var running: [Int: Int32] = [:]
        var results: [Result?]
    }

    private let state: Mutex<State>

    init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

    /// The number of the next scenario to plan; `nil` where there is none.
    func next() -> Int? {
        state.withLock { state in
            guard !state.isStopped, state.next < state.results.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    func started(_ number: Int, process: Int32) {
        state.withLock { state in
            state.running[number] = process
            // The user may have asked between the choice of this scenario and the start of its process.
            if state.isStopped { kill(process, SIGINT) }
        }
    }

    func finished(_ number: Int, _ result: Result) {
        state.withLock { state in
            state.running[number] = nil
            state.results[number] = result
        }
    }

    /// Starts nothing more and asks what is running to end; asked again, it ends at once.
    func stop() {
        state.withLock { state in
            if !state.isStopped {
                for number in state.next..<state.results.count {
                    let outcome = ChildRun.Outcome(status: .internalFailure, output: "", crash: "was not started: stopped before its turn")
                    state.results[number] = Result(outcome: outcome, isKept: false)
                }
                state.next = state.results.count
            }
            state.isStopped = true
            for process in state.running.values { kill(process, SIGINT) }
        }
    }

    func result(of number: Int) -> Result? { state.withLock { $0.results[number] } }

    /// How many are done, and the numbers of those running.
    var progress: (done: Int, running: [Int]) {
        state.withLock { state in
            (state.results.count { $0 != nil }, state.running.keys.sorted())
        }
    }
}
