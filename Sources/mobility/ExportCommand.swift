import ArgumentParser
import Foundation
import MobilityModel
import MobilityReport

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a plan as a spreadsheet, or the model of a scenario for any solver.",
        discussion: """
            --format xlsx takes a plan and writes one workbook with the sheets plan, quotas, reasons, outcomes (where `mobility simulate` \
            has projected the plan) and summary. Cells that come from input are text and never formulas. A plan that the checker refuses, or \
            that was made from other files than the scenario has now, is not exported; a scenario named with --scenario will do \
            where the plan keeps every rule.

            --format mps takes a scenario and writes the integer programme that `mobility plan` solves, one term of the objective at a \
            time, in free MPS format, which general solvers read. Comment lines at its head say what rows and columns are about. Every \
            file is minimised: of a term that is maximised it has the negative.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case xlsx, mps }

    @Argument(help: ArgumentHelp("A plan directory; with --format mps a scenario directory.", valueName: "plan|scenario"))
    var path: String

    @Option(name: .long, help: "What to write.")
    var format = Format.xlsx

    @Option(name: .long, help: ArgumentHelp("The scenario of the plan. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp(
        "With --format mps: the term to optimise, of the scenario's objective, or `penalty`. (default: the first, `penalty` where there are soft rules)",
        valueName: "term"))
    var term: String?

    @Option(name: .long, help: ArgumentHelp(
        "With --format mps: hold another term at no worse than a value, as summary.json has it (cost in cents); may be given more than once.",
        valueName: "term=value"))
    var keep: [String] = []

    @Option(name: .long, help: ArgumentHelp(
        "The file to write. (default: plan.xlsx in the plan's directory, models/NAME/TERM.mps of a scenario)", valueName: "file"))
    var out: String?

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        try PlanPath.check(path, called: format == .xlsx ? "A plan" : "A scenario", out: out)
        switch format {
        case .xlsx:
            if term != nil || !keep.isEmpty { throw ValidationError("--term and --keep are of --format mps, which takes a scenario.") }
        case .mps:
            if scenario != nil { throw ValidationError("--scenario is of --format xlsx; with --format mps the scenario is the argument itself.") }
            _ = try goal
        }
    }

    func run() throws {
        switch format {
        case .xlsx: try writeWorkbook()
        case .mps: try ModelExport(scenario: ScenarioPath(path), goal: try goal, out: out, isQuiet: quiet).run().exit()
        }
    }

    private var goal: ModelGoal {
        get throws {
            do {
                return try ModelGoal(term: term, kept: keep)
            } catch {
                throw ValidationError(error.message)
            }
        }
    }

    private func writeWorkbook() throws {
        let console = Console()
        let plan = PlanPath(path)
        let file = OutputFile(path: out ?? "\(plan.directory)/plan.xlsx")
        try ExitStatus.of(console) {
            if let problem = plan.problem, FileManager.default.fileExists(atPath: "\(plan.directory)/scenario.yaml") {
                throw CheckedPlan.Refusal("no_plan", "\(problem); its model is written with --format mps")
            }
            let dossier = try PlanDossier(plan, scenario: scenario.map(ScenarioPath.init))
            if !quiet { for note in dossier.notes { console.write(note.description) } }
            let projection = dossier.outcomes?.projection
            let workbook = PlanWorkbook(dossier.report, projection: projection, figures: dossier.figures)
            try file.replace { try workbook.write(to: $0) }
            let sheets = ["plan", "quotas", "reasons"] + (projection == nil ? [] : ["outcomes"]) + ["summary"]
            StandardStreams.writeOutput("Written to \(file.path): \(sheets.joined(separator: ", "))\n")
        }.exit()
    }
}
