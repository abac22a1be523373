import LinearProgramming
import MobilityModel

/// Plans a scenario: who goes to which request, trained where, with which visa, in which cycle; and how good that is at best.
///
/// The work is done on the calling thread, and the result is the same whenever input and options are.
public struct Planner: Sendable {
    public let scenario: Scenario
    public let options: PlanOptions

    public init(scenario: Scenario, options: PlanOptions = PlanOptions()) {
        self.scenario = scenario
        self.options = options
    }

    /// - Parameters:
    ///   - progress: called on this thread whenever a value or a bound has moved.
    ///   - shouldStop: asked often; once it says yes the best plan so far is returned with status `interrupted`.
    public func plan(progress: (PlanProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }) -> PlanResult {
        withoutActuallyEscaping(progress) { progress in
            withoutActuallyEscaping(shouldStop) { shouldStop in
                let interruption = Interruption(timeLimit: options.timeLimit, shouldStop: shouldStop)
                let need = MemoryNeed(scenario)
                guard options.policy != .optimal || options.memory >= need.least else {
                    return PlanResult(status: .failed, message: "it needs \(need.least) bytes of memory, and \(options.memory) are allowed")
                }
                do {
                    return options.policy == .optimal
                        ? try PlanningRun.result(scenario, options, interruption, progress) : try runPolicy(interruption, progress)
                } catch {
                    return PlanResult(status: .failed, message: "\(error)")
                }
            }
        }
    }
}

/// Measures the phases of a run, one after the other.
struct PhaseClock {
    private let interruption: Interruption
    private var last = 0.0
    private(set) var phases: [PlanPhase] = []

    init(_ interruption: Interruption) { self.interruption = interruption }

    mutating func end(_ name: String) {
        let now = interruption.elapsed
        phases.append(PlanPhase(name: name, seconds: now - last))
        last = now
    }
}
