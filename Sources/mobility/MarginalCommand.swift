import ArgumentParser
import MobilityModel
import MobilityPlanning
import MobilityReport

struct MarginalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marginal",
        abstract: "Say what one more place, seat, visa, euro or request place would bring: the bottlenecks of a plan, ranked.",
        discussion: """
            Exact figures come from planning the scenario again with more of one thing, 1 to 100 (funds: EUR 1 to 100,000), until a \
            further unit no longer brings as much. What the prices of the plan's own bounds prove worthless is not planned again. \
            Where people times requests are more than 20,000, prices alone are told unless --method exact asks for more.
            """)

    enum Method: String, ExpressibleByArgument, CaseIterable { case auto, exact, prices }
    enum Kind: String, ExpressibleByArgument, CaseIterable { case quota, session, consulate, request, fund }

    @Argument(help: ArgumentHelp("A plan directory.", valueName: "plan"))
    var plan: String

    @Option(name: .long, help: "Where figures come from: exact (planned again), prices, or auto by size.")
    var method = Method.auto

    @Option(name: .long, help: "Only what is scarce of this kind; may be given more than once. (default: all)")
    var kind: [Kind] = []

    @Option(name: .long, help: ArgumentHelp("Things planned again, those with the highest prices first. (default: all)", valueName: "n"))
    var limit: Int?

    @Option(name: .long, help: ArgumentHelp("Bottlenecks told in the text.", valueName: "n"))
    var top = 15

    @Option(name: .long, help: ArgumentHelp("Write a table of all figures to this CSV file.", valueName: "file"))
    var out: String?

    @Option(name: .long, help: ArgumentHelp("The scenario of the plan. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @OptionGroup var limits: ReplanningLimits

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        try PlanPath.check(plan, out: out)
        if let limit, limit < 0 { throw ValidationError("--limit is a number of things, 0 for none.") }
        if top < 1 { throw ValidationError("--top is a number of bottlenecks, at least 1.") }
        try limits.check()
    }

    func run() throws {
        Interruption.listen(endsAtOnce: true)
        let console = Console()
        try ExitStatus.of(console) {
            let file = out.map(OutputFile.init)
            if let obstacle = file?.obstacle { throw obstacle }
            let base = try PlannedBase(
                PlanPath(plan), scenario: scenario.map(ScenarioPath.init), limits: limits, needsPrices: true,
                shouldStop: { Interruption.count > 0 })
            if !quiet { for note in base.dossier.notes { console.write(note.description) } }
            let run = MarginRun(base: base, console: console, limit: limit, isQuiet: quiet)
            let isExact = method == .exact || (method == .auto && base.isDeskSize)
            var report = try run.report(isExact: isExact) { resource in kind.isEmpty || kind.contains { $0.rawValue == resource.kind } }
            if !isExact, method == .auto {
                report.notes.append("The scenario is larger than a desk's: --method exact plans it again for each of these, --limit N for the first N.")
            }
            switch format {
            case .text: StandardStreams.writeOutput(MarginText(report, most: top).text)
            case .json: StandardStreams.writeOutput(report.document.text)
            }
            if let file {
                try file.write(report.csv.bytes)
                if format == .text { StandardStreams.writeOutput("\nWritten to \(file.path.printable)\n") }
            }
        }.exit()
    }
}
