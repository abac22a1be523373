import ArgumentParser
import MobilityModel
import MobilityReport

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a plan as a spreadsheet.",
        discussion: """
            Writes one workbook with the sheets plan, quotas, reasons, outcomes (where `mobility simulate` has projected the \
            plan) and summary. Cells that come from input are text and never formulas. A plan that the checker refuses, or \
            that was made from other files than the scenario has now, is not exported; a scenario named with --scenario will do \
            where the plan keeps every rule.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case xlsx }

    @Argument(help: ArgumentHelp("A plan directory.", valueName: "plan"))
    var plan: String

    @Option(name: .long, help: "What to write.")
    var format = Format.xlsx

    @Option(name: .long, help: ArgumentHelp("The scenario of the plan. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp("The file to write. (default: plan.xlsx in the plan's directory)", valueName: "file"))
    var out: String?

    func validate() throws {
        try PlanPath.check(plan, out: out)
    }

    func run() throws {
        let console = Console()
        let path = PlanPath(plan)
        let file = OutputFile(path: out ?? "\(path.directory)/plan.xlsx")
        try ExitStatus.of(console) {
            let dossier = try PlanDossier(path, scenario: scenario.map(ScenarioPath.init))
            for note in dossier.notes { console.write(note.description) }
            let projection = dossier.outcomes?.projection
            let workbook = PlanWorkbook(dossier.report, projection: projection, figures: dossier.figures)
            try file.replace { try workbook.write(to: $0) }
            let sheets = ["plan", "quotas", "reasons"] + (projection == nil ? [] : ["outcomes"]) + ["summary"]
            StandardStreams.writeOutput("Written to \(file.path): \(sheets.joined(separator: ", "))\n")
        }.exit()
    }
}
