import Foundation
import MobilityCalibration
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport
import MobilitySimulation

/// One plan from its files to the files of its projection: read, check, project, write, tell.
struct SimulationRun {
    /// How it ended, and what of it goes to standard output.
    struct Ending {
        var status: ExitStatus
        var text = ""
        var document: JSONValue
    }
    let plan: PlanPath
    /// Where the outcomes go.
    let directory: String
    let settings: SimulationSettings
    private let console = Console()
    private static let edited =
        RecordedSummary.isOfAnother + "; plan again, or project plan.csv alone, without summary.json, with --scenario"

    init(plan: PlanPath, directory: String, settings: SimulationSettings) {
        self.plan = plan; self.directory = directory; self.settings = settings
    }

    func run() -> Ending {
        do throws(CheckedPlan.Refusal) {
            return try project()
        } catch {
            tell(error.findings)
            let members: [(key: String, value: JSONValue)] = [
                ("plan", .string(plan.directory)),
                ("status", .string(error.status == .invalidInput ? "invalid" : "failed")),
                ("findings", .array(error.findings.map(\.json))),
            ]
            return Ending(status: error.status, document: .object(members))
        }
    }

    private func project() throws(CheckedPlan.Refusal) -> Ending {
        let empty = ProjectionProblem.emptyPlan
        let checked = try CheckedPlan(plan, scenario: settings.scenario, emptiness: (empty.code, empty.description))
        tell(checked.scenarioNotes + checked.planNotes)
        try match(checked)
        var scenario = checked.scenario
        let path = checked.scenarioPath.path
        let named = settings.behaviour.map(NamedBehaviour.init)
        if let named, named.behaviour == nil { throw CheckedPlan.Refusal(named.findings) }
        let projected = ProjectedBehaviour(scenario, named)
        tell(projected.notes.map(\.finding))
        scenario.behaviour = projected.behaviour
        let simulator: Simulator
        do throws(ProjectionProblem) {
            simulator = try Simulator(scenario: scenario, plan: checked.plan, seed: settings.seed)
        } catch {
            let file = error == .noBehaviour ? "\(path)/scenario.yaml" : plan.table
            let regimes = error == .noBehaviour ? "; there are \(Regime.names.joined(separator: ", "))" : ""
            throw CheckedPlan.Refusal(error.code, error.description + regimes, file: file)
        }
        tell(projected.notes(in: simulator).map(\.finding))
        let projection = run(simulator)
        guard projection.replicates > 0 else {
            throw CheckedPlan.Refusal("interrupted", "stopped before the first replicate was done", file: plan.table, status: .internalFailure)
        }
        return try write(
            OutcomeReport(
                scenario: scenario, scenarioPath: path, planPath: plan.directory, behaviourSource: settings.behaviour,
                leversOnGiven: named?.levers(on: projected.scenario.behaviour) ?? [], projection: projection, isPublic: settings.isPublic, version: programVersion))
    }

    /// What a plan says of itself has to be what its files make of it. A scenario other than its own that the user names, such as one
    /// that only adds what was fitted of behaviour, will do where everything that the plan says of itself is so there too. The chance of an on-time return is what may differ.
    private func match(_ checked: CheckedPlan) throws(CheckedPlan.Refusal) {
        let path = checked.scenarioPath.path
        let written = WrittenFigures(claim: checked.claim, rows: checked.rows, plan: checked.plan)
        guard written.hasTerms || !checked.isOfOtherFiles else {
            throw CheckedPlan.Refusal(
                "stale_plan", "was made from other files than those in \(path), and \(plan.directory) has no terms to compare: plan again",
                file: plan.table)
        }
        let wrong = written.wrongColumns(scenario: checked.scenario, checker: checked.checker)
            + written.wrongTotals(checked.report).filter { $0.name != ObjectiveTerm.returns.rawValue }
        guard wrong.isEmpty else {
            let (code, reason) = checked.isOfOtherFiles
                ? ("other_plan", "the plan does not match this scenario")
                : ("edited_plan", Self.edited)
            throw CheckedPlan.Refusal(wrong.map { figure in
                Finding(
                    severity: .error, code: code, file: figure.line == nil ? "\(plan.directory)/summary.json" : plan.table,
                    line: figure.line ?? 0,
                    message: "`\(figure.name)` is \(figure.written), but \(figure.recomputed) in \(path): \(reason)")
            })
        }
        guard checked.claim?.isOf(checked.plan) ?? true else {
            throw CheckedPlan.Refusal("edited_plan", "somebody does something else than was planned, though the totals are the same: " + Self.edited, file: plan.table)
        }
        guard checked.isOfOtherFiles else { return }
        tell([
            Finding(
                severity: .warning, code: "other_scenario", file: plan.table,
                message: "was made from other files than those in \(path); it keeps every rule there, and its figures are the same")
        ])
    }

    private func run(_ simulator: Simulator) -> Projection {
        let display = SimulationProgress(name: plan.name, console: console, isShown: !settings.isQuiet)
        let projection = simulator.run(
            .init(replicates: settings.replicates, threads: settings.threads), progress: { display.update($0) },
            shouldStop: { Interruption.count > 0 })
        console.clear()
        if projection.replicates < projection.requested {
            console.write("\(plan.name): stopped after \(projection.replicates) of \(projection.requested) replicates")
        }
        return projection
    }

    private func write(_ report: OutcomeReport) throws(CheckedPlan.Refusal) -> Ending {
        let earlier = RecordedOutcomes(directory: directory)
        if let earlier, earlier.behaviour != report.behaviourSource, !settings.isQuiet {
            func words(_ source: String?) -> String { source ?? "the scenario itself" }
            console.write("\(directory): the outcomes there, under the chances of \(words(earlier.behaviour)), are replaced by those under \(words(report.behaviourSource))")
        }
        let kept = earlier.map { files(of: $0, after: report) } ?? []
        if !kept.isEmpty { console.write("\(directory): what was projected there before is kept as \(kept.map(\.name).joined(separator: ", "))") }
        do {
            try OutputDirectory(outcomesIn: directory).replace(with: report.files + kept)
        } catch {
            throw CheckedPlan.Refusal("not_written", "\(error)", status: .internalFailure)
        }
        return Ending(
            status: .done, text: OutcomeSummary(report).text(directory: directory), document: OutcomeJSON(report).document)
    }

    /// The outcomes in the directory, under other names, where one that was stopped early would replace one of more replicates.
    private func files(of earlier: RecordedOutcomes, after report: OutcomeReport) -> [(name: String, bytes: [UInt8])] {
        let projection = report.projection
        guard projection.replicates < projection.requested, earlier.replicates > projection.replicates, earlier.replicates == earlier.replicates_asked,
            // What is for publication is not to have exact figures beside it.
            !report.isPublic || earlier.digest == nil
        else { return [] }
        return OutcomeFile.allCases.compactMap { file in
            let bytes = FileManager.default.contents(atPath: "\(directory)/\(file.rawValue)").map { [UInt8]($0) }
            return bytes.map { (file.rawValue.replacing("outcomes.", with: "outcomes.previous."), $0) }
        }
    }

    private func tell(_ findings: [Finding]) {
        for finding in findings where !settings.isQuiet || finding.severity == .error { console.write(finding.description) }
    }
}
