import ArgumentParser
import Foundation
import MobilityReport

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Project what plans lead to: departures, returns, overstays, renewed cycles, costs, with intervals.",
        discussion: """
            Plays every cycle of a plan many times with the chances under `behaviour` in its scenario, and writes \
            outcomes.csv and outcomes.json, both or neither. The same plan, scenario and seed give the same bytes, whatever \
            the number of threads, and variants share their random numbers wherever they share people. A plan that the \
            checker refuses, or that was made from other files than the scenario has now, is not projected. Ctrl-C ends with \
            the replicates done so far; a second one ends at once.
            """)

    @Argument(help: ArgumentHelp("Plan directories.", valueName: "plan"))
    var plans: [String]

    @Option(name: .long, help: ArgumentHelp("The scenario of the plans. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp("How often each plan is played.", valueName: "n"))
    var replicates = 1000

    @Option(name: .long, help: ArgumentHelp("Of all random numbers. (default: the scenario's seed)", valueName: "s"))
    var seed: UInt64?

    @Option(name: .long, help: ArgumentHelp("Replicates played at a time. (default: one for each core)", valueName: "n"))
    var threads: Int?

    @Option(name: .long, help: ArgumentHelp(
        "Directory of the outcomes; with several plans the directory that holds one for each. (default: the plan's directory)",
        valueName: "dir"))
    var out: String?

    @Option(name: .long, help: ArgumentHelp(
        "A YAML file with a `behaviour` mapping, or a shipped regime, for what the scenario does not say of behaviour.",
        valueName: "file|name"))
    var behaviour: String?

    @Flag(name: .customLong("public"), help: "Leave out groups of fewer than 5 people, and what would give them away; round the rest.")
    var isPublic = false

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        if plans.isEmpty || plans.contains("") { throw ValidationError("A plan is the path of a directory; one here is empty.") }
        try ProjectionLimits.check(replicates: replicates)
        try ProjectionLimits.check("--threads", threads)
        for (option, value) in [("--out", out), ("--scenario", scenario)] where value == "" {
            throw ValidationError("\(option) is the path of a directory; here it is empty.")
        }
        if behaviour == "" { throw ValidationError("--behaviour is the path of a file or the name of a regime; here it is empty.") }
        guard plans.count > 1, out != nil else { return }
        let names = Dictionary(grouping: plans.map(PlanPath.init), by: \.name)
        if let twice = names.filter({ $0.value.count > 1 }).keys.min() {
            throw ValidationError("Several plans are called \(twice): project one, then the other with another --out.")
        }
    }

    func run() throws {
        Interruption.listen(endsAtOnce: true)
        let settings = SimulationSettings(
            scenario: scenario.map(ScenarioPath.init), replicates: replicates, seed: seed,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, behaviour: behaviour, isPublic: isPublic,
            isQuiet: quiet)
        var statuses: [ExitStatus] = []
        var documents: [JSONValue] = []
        for name in plans {
            let plan = PlanPath(name)
            let result = SimulationRun(plan: plan, directory: directory(of: plan), settings: settings).run()
            statuses.append(result.status)
            if format == .text { StandardStreams.writeOutput((statuses.count > 1 ? "\n" : "") + result.text) }
            documents.append(result.document)
        }
        if format == .json {
            StandardStreams.writeOutput((documents.count == 1 ? documents[0] : .object([("plans", .array(documents))])).text)
        }
        try ExitStatus.gravest(statuses).exit()
    }

    private func directory(of plan: PlanPath) -> String {
        guard let out else { return plan.directory }
        return plans.count == 1 ? out : "\(out.hasSuffix("/") ? String(out.dropLast()) : out)/\(plan.name)"
    }
}
