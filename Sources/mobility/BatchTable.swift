import MobilityReport

/// One row for every scenario of a batch.
struct BatchTable {
    let text: String

    init(runs: [ScenarioRun], results: [BatchState.Result]) {
        var table = TextTable(
            header: ["Scenario", "status", "people placed", "places filled", "largest gap", "exit"],
            alignments: [.left, .left, .right, .right, .right, .right], indent: 0)
        for (run, result) in zip(runs, results) {
            let status = result.outcome.status
            // An earlier plan that a failed run has left in place is not this run's.
            let plan = status == .done || status == .infeasible ? RecordedSummary(directory: run.directory) : nil
            let gap = plan?.largestGap
            table.append([
                run.scenario.name, Self.words(result, plan), Self.share(plan?.placed, of: plan?.people),
                Self.share(plan?.filled, of: plan?.places), gap.map(Figures.gap) ?? "", String(status.rawValue),
            ])
        }
        let counts: [(Int, String)] = [
            (results.count { $0.outcome.status == .done && !$0.isKept }, "planned"),
            (results.count { $0.outcome.status == .done && $0.isKept }, "kept"),
            (results.count { $0.outcome.status == .infeasible }, "infeasible"),
            (results.count { $0.outcome.status == .invalidInput }, "with invalid input"),
            (results.count { $0.outcome.status == .internalFailure }, "failed"),
        ]
        let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        text = table.lines.joined(separator: "\n") + "\n\n\(results.count) scenarios: \(told).\n"
    }

    private static func words(_ result: BatchState.Result, _ plan: RecordedSummary?) -> String {
        switch result.outcome.status {
        case .done: (plan?.status ?? "planned") + (result.isKept ? " (kept)" : "")
        case .infeasible: "infeasible"
        case .invalidInput: "invalid input"
        case .internalFailure: result.outcome.crash.map { $0.hasPrefix("was not started") ? "not started" : "crashed" } ?? "failed"
        }
    }

    private static func share(_ part: Int?, of whole: Int?) -> String {
        guard let part, let whole else { return "" }
        return "\(Figures.grouped(part)) of \(Figures.grouped(whole))"
    }
}
