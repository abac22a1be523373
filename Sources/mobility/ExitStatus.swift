import ArgumentParser

/// How the work on one scenario or plan ended, as the exit code says it.
enum ExitStatus: Int32, CaseIterable {
    /// Also a plan that was stopped early: it is valid and comes with its gap.
    case done = 0
    /// A plan that the checker refused, files that could not be written, a crash.
    case internalFailure = 1
    /// A scenario with errors, a plan that is not valid, a path that leads nowhere.
    case invalidInput = 2
    case infeasible = 3

    /// The gravest of several: 1 before 2 before 3 before 0.
    static func gravest(_ all: some Sequence<ExitStatus>) -> ExitStatus {
        let all = Set(all)
        return [.internalFailure, .invalidInput, .infeasible].first { all.contains($0) } ?? .done
    }

    /// How work on a plan that is there already ended. What keeps the plan from it, or the work from its end, is told on the console.
    static func of(_ console: Console, _ work: () throws -> Void) -> ExitStatus {
        do {
            try work()
            return .done
        } catch let refusal as CheckedPlan.Refusal {
            for finding in refusal.findings { console.write(finding.description) }
            return refusal.status
        } catch {
            console.write("error: \(error)")
            return .internalFailure
        }
    }

    /// Ends the command with this code; with 1 where results did not all reach standard output.
    func exit() throws {
        if let problem = StandardStreams.outputProblem {
            StandardStreams.writeError("error: not all results could be written to \(problem)\n")
            throw ExitCode(ExitStatus.internalFailure.rawValue)
        }
        if self != .done { throw ExitCode(rawValue) }
    }
}
