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
            var display = ExportProgress(name: input.name, console: console, isShown: !isQuiet)
            try file.replace { stage in
                size = try model.write(
                    term, keeping: goal.kept, to: stage, progress: { display.update($0, of: $1) }, shouldStop: { Interruption.count > 0 })
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

/// How much of a model is written: one redrawn line on a terminal, a line a second in a pipe.
private struct ExportProgress {
    let name: String
    let console: Console
    let isShown: Bool
    private var last = ContinuousClock.now

    init(name: String, console: Console, isShown: Bool) {
        self.name = name; self.console = console; self.isShown = isShown
    }

    mutating func update(_ done: Int, of all: Int) {
        guard isShown else { return }
        let line = "\(name): writing the model: \(done) of \(all) classes of people"
        if console.isTerminal { return console.show { line } }
        let now = ContinuousClock.now
        guard now - last >= .seconds(1) else { return }
        last = now
        console.write(line)
    }
}
