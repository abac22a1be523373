import Foundation
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport

/// A plan read back from its directory with all that was written beside it, checked anew.
struct PlanDossier {
    let report: PlanReport
    /// `nil` where the plan has not been projected, or another one was.
    let outcomes: RecordedOutcomes?
    let checker: PlanChecker
    /// What was left aside, and why.
    let notes: [Finding]

    /// - Parameter named: the scenario of the plan; `nil`: the one that its `summary.json` names.
    init(_ plan: PlanPath, scenario named: ScenarioPath?) throws(CheckedPlan.Refusal) {
        let checked = try CheckedPlan(plan, scenario: named)
        checker = checked.checker
        var notes = checked.planNotes
        if checked.isOfOtherFiles {
            notes.append(
                Finding(
                    severity: .warning, code: "other_scenario", file: plan.table,
                    message: "was made from other files than those in \(checked.scenarioPath.path); it keeps every rule there"))
        }
        let result = try Self.result(plan, checked, &notes)
        var report = PlanReport(
            scenario: checked.scenario, scenarioPath: checked.scenarioPath.path, result: result, usage: PlanUsage(checked.report),
            version: programVersion)
        // Without terms the summary is of another plan.
        if !result.terms.isEmpty { report.fairness = checked.claim?.fairnessFigures }
        self.report = report
        outcomes = Self.outcomes(plan, checked, &notes)
        self.notes = notes
    }

    /// Match and cost of a cycle, counted anew.
    func figures(_ cycle: Cycle, _ candidate: Candidate.ID) -> CycleFigures {
        CycleFigures(match: checker.match(of: cycle, by: candidate), cost: checker.costPerPerson(of: cycle, by: candidate))
    }

    /// Bounds, prices and reasons hold for the plan that was made; of a plan edited since, they would be false.
    private static func result(
        _ plan: PlanPath, _ checked: CheckedPlan, _ notes: inout [Finding]
    ) throws(CheckedPlan.Refusal) -> PlanResult {
        let table = checked.plan
        let recomputed = checked.report.terms.map { [$0.term.rawValue, String($0.value)] }
        let claimed = checked.claim?.terms?.map { [$0.term, String($0.value)] }
        guard let summary = checked.claim, let status = summary.status, claimed == recomputed, summary.isOf(table),
            summary.termResults.count == recomputed.count
        else {
            let problem = claimed == nil ? "there is no summary.json of this program" : "summary.json is not of this plan and scenario"
            notes.append(
                Finding(
                    severity: .warning, code: "no_summary", file: plan.table,
                    message: "\(problem): bounds, bottlenecks and reasons are left out"))
            return PlanResult(status: .feasible, plan: table)
        }
        let people = try rows(LeftOverReader.unplaced, .unplaced, plan)
        let places = try rows(LeftOverReader.unfilled, .unfilled, plan)
        let lotteries = try rows(LotteryReader.read, .lottery, plan)
        return PlanResult(
            status: PlanStatus(rawValue: status) ?? .feasible, plan: table, terms: summary.termResults, unplaced: people,
            unfilled: places, marginalValues: summary.marginalValues, lotteries: lotteries)
    }

    private static func rows<Row: Sendable>(
        _ read: (String) -> LeftOverReader.Result<Row>, _ file: PlanFile, _ plan: PlanPath
    ) throws(CheckedPlan.Refusal) -> [Row] {
        let path = "\(plan.directory)/\(file.rawValue)"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let result = read(path)
        if result.hasErrors { throw CheckedPlan.Refusal(result.findings) }
        return result.rows
    }

    private static func outcomes(
        _ plan: PlanPath, _ checked: CheckedPlan, _ notes: inout [Finding]
    ) -> RecordedOutcomes? {
        let file = "\(plan.directory)/\(OutcomeFile.document.rawValue)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let placements = checked.plan.itineraries.reduce(0) { $0 + $1.count * $1.cycles.count }
        func warn(_ code: String, _ message: String) { notes.append(Finding(severity: .warning, code: code, file: file, message: message)) }
        let stale = "is not of this plan and is left out: project it with `mobility simulate`"
        guard let outcomes = RecordedOutcomes(directory: plan.directory) else {
            warn("stale_outcomes", stale)
            return nil
        }
        guard let digest = outcomes.digest else {
            warn("rounded_outcomes", "is for publication, rounded, and is left out: project again without --public")
            return nil
        }
        guard digest == checked.scenario.digest else {
            warn("stale_outcomes", outcomes.scenario.map { path in
                // To name the one that is taken already would change nothing.
                let isTaken = plan.scenario(named: path)?.isSameDirectory(as: checked.scenarioPath) ?? false
                return "was projected with the files that \(path) had then and is left out: "
                    + (isTaken ? "" : "name that scenario with --scenario, or ") + "project again with `mobility simulate`"
            } ?? stale)
            return nil
        }
        let planned = outcomes.projection.all?[.planned]?.mean
        if planned == nil || planned == Double(placements) { return outcomes }
        warn("stale_outcomes", stale)
        return nil
    }
}
