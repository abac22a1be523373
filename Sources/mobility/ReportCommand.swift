import ArgumentParser
import Foundation
import MobilityModel
import MobilityReport

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a plan, or a comparison, as one HTML page with charts and tables.",
        discussion: """
            The page needs nothing else: it opens offline and prints. It shows what `mobility simulate` has projected where \
            outcomes.json lies beside the plan. A plan that the checker refuses, or that was made from other files than the \
            scenario has now, is not reported; a scenario named with --scenario will do where the plan keeps every rule. Of a directory \
            that `mobility compare` has written, the page shows the comparison.
            """)

    @Argument(help: ArgumentHelp("A plan directory, or one of a comparison.", valueName: "plan|comparison"))
    var plan: String

    @Option(name: .long, help: ArgumentHelp("The scenario of the plan. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp("The file to write. (default: report.html in the directory)", valueName: "file"))
    var out: String?

    @Option(name: .long, help: "Of headings, words and numbers; texts of the scenario stay as they are.")
    var language = Language.english

    @Flag(name: .customLong("public"), help: "Leave out groups of fewer than 5 people and the ids of people, requests and course sessions; round the rest.")
    var isPublic = false

    @Flag(name: .long, help: """
        Plan again with more of one scarce thing at a time, as `mobility marginal` does, and show what that brings exactly. Only of \
        scenarios of a desk's size: up to 20,000 candidate rows times requests.
        """)
    var marginal = false

    func validate() throws {
        if marginal, isPublic {
            throw ValidationError("--marginal is for planners: exact values of single requests do not go into a --public page.")
        }
        try PlanPath.check(plan, called: "A plan or a comparison", out: out)
    }

    func run() throws {
        let console = Console()
        let path = PlanPath(plan)
        let file = OutputFile(path: out ?? "\(path.directory)/report.html")
        if !FileManager.default.fileExists(atPath: path.table), RecordedComparison.isIn(path.directory) {
            return try writeComparison(path.directory, file, console).exit()
        }
        try ExitStatus.of(console) {
            let (dossier, margins) = try read(path, console)
            let page = PlanPage(
                dossier.report, projection: dossier.outcomes?.projection, behaviour: behaviour(of: dossier, console),
                behaviourSource: dossier.outcomes?.behaviour, margins: margins, language: language, isPublic: isPublic)
            try file.write(page.bytes)
            StandardStreams.writeOutput("Written to \(file.path)\n")
        }.exit()
    }

    private func read(_ path: PlanPath, _ console: Console) throws -> (PlanDossier, MarginReport?) {
        guard marginal else {
            let dossier = try PlanDossier(path, scenario: scenario.map(ScenarioPath.init))
            for note in dossier.notes { console.write(note.description) }
            return (dossier, nil)
        }
        Interruption.listen(endsAtOnce: true)
        let base = try PlannedBase(
            path, scenario: scenario.map(ScenarioPath.init), limits: nil, needsPrices: true, shouldStop: { Interruption.count > 0 })
        for note in base.dossier.notes { console.write(note.description) }
        if !base.isDeskSize {
            console.write("warning: the scenario is larger than a desk's: bottlenecks are told by prices alone; see `mobility marginal --method exact`")
        }
        let report = try MarginRun(base: base, console: console).report(isExact: base.isDeskSize)
        for note in report.notes { console.write(note) }
        return (base.dossier, report)
    }

    private func writeComparison(_ directory: String, _ file: OutputFile, _ console: Console) -> ExitStatus {
        if marginal { console.write("warning: --marginal is for plans: a comparison has no bottlenecks of its own") }
        if scenario != nil { console.write("warning: --scenario is for plans: a comparison names its own") }
        do {
            let comparison = try RecordedComparison(directory: directory).comparison
            try file.write(ComparisonPage(comparison, language: language, isPublic: isPublic).bytes)
        } catch {
            console.write("error: \(error)")
            return error is RecordedComparison.Unreadable ? .invalidInput : .internalFailure
        }
        StandardStreams.writeOutput("Written to \(file.path)\n")
        return .done
    }

    /// With the chances that the projection took from elsewhere, as far as they are still there.
    private func behaviour(of dossier: PlanDossier, _ console: Console) -> Behaviour {
        let own = dossier.report.scenario.behaviour
        guard let name = dossier.outcomes?.behaviour else { return own }
        let named = NamedBehaviour(name)
        guard named.behaviour != nil else {
            console.write("warning: the chances of the projection come from \(name), which cannot be read: the page does not list them")
            return own
        }
        return named.filling(own)
    }
}

extension Language: ExpressibleByArgument {}
