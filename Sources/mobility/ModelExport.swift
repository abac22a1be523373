import Foundation
import MobilityIngest
import MobilityModel
import MobilityPlanning
import MobilityReport

/// The model of a scenario, from its files to a file for solvers.
struct ModelExport {
    let scenario: ScenarioPath
    let goal: ModelGoal
    /// The file to write; `nil`: models/NAME/TERM.mps.
    let out: String?
    let isQuiet: Bool

    func run() -> ExitStatus {
        Interruption.listen(endsAtOnce: true)
        let console = Console()
        return ExitStatus.of(console) {
            let input = try read(console)
            if !isQuiet { console.write("\(input.name): preparing the model") }
            let model = try PlanningModel(input)
            let term = try chosen(among: model.terms)
            let file = OutputFile(path: out ?? "models/\(scenario.name)/\(term.rawValue).mps")
            if out == nil {
                try FileManager.default.createDirectory(atPath: "models/\(scenario.name)", withIntermediateDirectories: true)
            }
            var size: PlanningModel.Size?
            let line = PacedLine(console, every: .seconds(1), beginsAtOnce: false)
            try file.replace { stage in
                size = try model.write(
                    term, keeping: goal.kept, to: stage,
                    progress: { if !isQuiet { line.show("\(input.name): writing the model: \($0) of \($1) classes of people") } },
                    shouldStop: { Interruption.count > 0 })
            }
            console.clear()
            guard let size else { return }
            let sense = term.isMaximised ? "maximised, so its negative is minimised" : "minimised"
            StandardStreams.writeOutput(
                "Written to \(file.path): \(term.rawValue), \(sense); \(Figures.grouped(size.rows)) rows, \(Figures.grouped(size.columns)) columns "
                    + "(\(Figures.grouped(size.integers)) integer), \(Figures.grouped(size.coefficients)) coefficients\n")
        }
    }

    private func chosen(among terms: [ObjectiveTerm]) throws(CheckedPlan.Refusal) -> ObjectiveTerm {
        do { return try goal.term(among: terms) } catch { throw CheckedPlan.Refusal("no_term", error.message, file: scenario.path) }
    }

    private func read(_ console: Console) throws(CheckedPlan.Refusal) -> Scenario {
        if let problem = scenario.problem { throw CheckedPlan.Refusal("no_scenario", problem) }
        let manager = FileManager.default
        if !manager.fileExists(atPath: "\(scenario.path)/scenario.yaml"), manager.fileExists(atPath: "\(scenario.path)/\(PlanFile.plan.rawValue)") {
            let own = RecordedSummary(directory: scenario.path)?.scenario
            throw CheckedPlan.Refusal(
                "no_scenario",
                "\(scenario.path) is a plan, not a scenario: --format mps writes the model of a scenario"
                    + (own.map { "; that of this plan is `mobility export \($0) --format mps`" } ?? ""))
        }
        let result = ScenarioReader().read(scenario.path)
        guard let input = result.scenario, !result.hasErrors else { throw CheckedPlan.Refusal(result.findings) }
        if !isQuiet { for finding in result.findings { console.write(finding.description) } }
        return input
    }
}
