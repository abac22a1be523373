import ArgumentParser
import Foundation
import MobilityModel

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Plan a base and its variants and show levels, differences, winners and losers.",
        discussion: """
            Plans that are there already, of the same input and options, are reused. The search for a variant's plan begins with the \
            base's, and keeps what is equally good; it goes to PLANS/VARIANT.from-BASE. Where the scenarios say how people behave, \
            all plans are also played side by side with shared random numbers. The gap of the solver, what one run of \
            the programme may show and what the change does on average are shown apart. `mobility report` makes a page of the result. Writes comparison.csv, movers.csv, comparison.json and comparison.txt, all or none.
            """)

    @Argument(help: ArgumentHelp("The scenario to compare with.", valueName: "base"))
    var base: String

    @Argument(help: ArgumentHelp("Scenarios to compare it with.", valueName: "variant"))
    var variants: [String] = []

    @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp(
        "Compare the base's best plan with these policies as well: first-come, lottery, greedy.", valueName: "policy"))
    var policies: [PlanPolicy] = []

    @Option(name: .long, help: ArgumentHelp("Directory of the plans.", valueName: "dir"))
    var plans = "plans"

    @Option(name: .long, help: ArgumentHelp("Directory of the comparison. (default: comparisons/BASE)", valueName: "dir"))
    var out: String?

    @Option(name: .long, help: "Stop improving a term within this relative gap: 0.01 is one percent.")
    var gap = 0.0

    @Option(name: .long, help: ArgumentHelp("Stop planning each scenario after so long.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(name: .long, help: ArgumentHelp("How often the plans are played.", valueName: "n"))
    var replicates = 1000

    @Option(name: .long, help: ArgumentHelp("Of all random numbers. (default: the base's seed)", valueName: "s"))
    var seed: UInt64?

    @Option(name: .long, help: ArgumentHelp(
        "A YAML file with a `behaviour` mapping, or a shipped regime, for what the scenarios do not say of behaviour.",
        valueName: "file|name"))
    var behaviour: String?

    @Option(name: .long, help: "Scenarios planned, and replicates played, at a time. (default: one for each core)")
    var jobs: Int?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        if variants.isEmpty, policies.isEmpty { throw ValidationError("Name at least one variant, or --policies to compare with.") }
        if policies.contains(.optimal) { throw ValidationError("--policies are compared with the optimal plan: it is there already.") }
        try PlanningLimits.check(gap: gap, timeLimit: timeLimit)
        try ProjectionLimits.check(replicates: replicates)
        try ProjectionLimits.check("--jobs", jobs)
        if ([base] + variants).contains("") { throw ValidationError("A scenario is the path of a directory; one here is empty.") }
        if out == "" || plans.isEmpty { throw ValidationError("--out and --plans are paths of directories; here one is empty.") }
        let names = ([base] + variants).map { ScenarioPath($0).name }
        if let twice = Dictionary(grouping: names, by: { $0 }).filter({ $0.value.count > 1 }).keys.min() {
            throw ValidationError("Several scenarios are called \(twice), and so would be their plans.")
        }
    }

    func run() throws {
        Interruption.listen(endsAtOnce: true)
        let entries = [ComparedEntry(scenario: ScenarioPath(base), policy: .optimal, plans: plans)]
            + variants.map { ComparedEntry(scenario: ScenarioPath($0), policy: .optimal, plans: plans, start: ScenarioPath(base)) }
            + policies.map { ComparedEntry(scenario: ScenarioPath(base), policy: $0, plans: plans) }
        let run = ComparisonRun(
            entries: entries, directory: out ?? "comparisons/\(ScenarioPath(base).name)", gap: gap, timeLimit: timeLimit,
            replicates: replicates, seed: seed, behaviour: behaviour, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            format: format, isQuiet: quiet)
        try run.run().exit()
    }
}

/// A scenario planned by a policy, and where its plan goes.
struct ComparedEntry: Sendable {
    let scenario: ScenarioPath
    let policy: PlanPolicy
    let directory: String
    /// The plan that the search begins with: of the base, so that a variant differs from it only where that is worth something.
    let start: String?
    var name: String { policy == .optimal ? scenario.name : "\(scenario.name), \(policy.rawValue)" }

    init(scenario: ScenarioPath, policy: PlanPolicy, plans: String, start: ScenarioPath? = nil) {
        self.scenario = scenario
        self.policy = policy
        self.start = start.map { "\(plans)/\($0.name)" }
        directory = "\(plans)/\(scenario.name)" + (policy == .optimal ? "" : ".\(policy.rawValue)")
            + (start.map { ".from-\($0.name)" } ?? "")
    }
}
