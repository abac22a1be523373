import ArgumentParser
import Foundation
import MobilityModel
import MobilityPlanning

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan scenarios and write plan.csv, unplaced.csv, unfilled.csv, lottery.csv, certificate.csv and summary.json for each.",
        discussion: """
            A plan is checked against every rule before anything is written, and its files appear all together or not at \
            all; other files in the directory are left alone. Ctrl-C and --time-limit keep the best plan so far, with \
            its gap and exit code 0; a second Ctrl-C ends at once. Of an infeasible scenario only summary.json is \
            written, with what cannot hold together. An earlier plan.csv that is infeasible now, whose place \
            is taken by a plan that was stopped early, or that has pinned rows which --pin does not ask for, stays as \
            plan.previous.csv. \
            Several scenarios are planned in processes of their own, so that none can stop the others; those that \
            Ctrl-C kept from starting count as internal failure (exit code 1).
            """)

    @Argument(help: ArgumentHelp("Scenario directories.", valueName: "scenario"))
    var scenarios: [String]

    @Option(name: .long, help: ArgumentHelp(
        "Directory of the plan; with several scenarios the directory that holds one for each. (default: plans/NAME)",
        valueName: "dir"))
    var out: String?

    @Option(name: .long, help: "Stop improving a term within this relative gap: 0.01 is one percent.")
    var gap = 0.0

    @Option(name: .long, help: ArgumentHelp("Stop each scenario after so long, with the best plan so far.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(name: .long, help: ArgumentHelp("Keep the cycles marked pinned in this plan.", valueName: "plan"))
    var pin: String?

    @Option(name: .long, help: ArgumentHelp(
        """
        Who decides: the search for the best plan (optimal), or a rule to compare it with: the click day (first-come), a seeded \
        draw (lottery), the best fit first (greedy).
        """, valueName: "policy"))
    var policy = PlanPolicy.optimal

    @Option(name: .long, help: ArgumentHelp("Of the lottery. (default: the scenario's seed)", valueName: "s"))
    var seed: UInt64?

    @Option(name: [.customLong("start"), .customLong("warm-start")], help: ArgumentHelp(
        """
        Begin the search with this plan, of this scenario or one like it, as far as it is possible here, and with the prices of its \
        certificate.csv; what is equally good is kept.
        """, valueName: "plan"))
    var start: String?

    @Flag(name: .long, help: "With --start: stop improving a term once it is proven as well as it is in that plan.")
    var asProven = false

    @Flag(name: .long, help: "Also plan without each rule in turn, up to the first term, and say what the rule costs there.")
    var rulePrices = false

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Option(name: .long, help: "Scenarios planned at a time.")
    var jobs = 1

    @Option(name: .long, help: ArgumentHelp(
        "Threads of each plan of a great scenario: the plan is the same whatever their number. (default: all processors)", valueName: "n"))
    var threads: Int?

    @Option(name: .long, help: ArgumentHelp(
        "Memory that each plan may take: how many itineraries a great scenario holds at a time. (default: 12)", valueName: "GiB"))
    var memory: Double?

    @Flag(name: .long, help: "Skip scenarios that have a finished plan of the same input, options and version.")
    var resume = false

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(name: .long, help: .hidden)
    var noProgress = false

    func validate() throws {
        try PlanningLimits.check(gap: gap, timeLimit: timeLimit)
        if seed != nil, policy != .lottery { throw ValidationError("--seed is for --policy lottery; lots among people alike take `seed` of the scenario.") }
        if rulePrices, policy != .optimal { throw ValidationError("--rule-prices compares best plans: it does not go with --policy.") }
        if start != nil, policy != .optimal { throw ValidationError("--start is for the search: it does not go with --policy.") }
        if asProven, start == nil { throw ValidationError("--as-proven is as well proven as the plan of --start, which is not given.") }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads is a number from 1 to 1024.") }
        if let memory, !(memory > 0 && memory <= 1024) { throw ValidationError("--memory is a number of GiB above 0, at most 1024.") }
        if jobs < 1 { throw ValidationError("--jobs is a number of scenarios, at least 1.") }
        if scenarios.contains("") { throw ValidationError("A scenario is the path of a directory; one here is empty.") }
        if out == "" { throw ValidationError("--out is the path of a directory; here it is empty.") }
        let names = Dictionary(grouping: Set(scenarios.map(ScenarioPath.init)), by: \.name)
        for (name, paths) in names.sorted(by: { $0.key < $1.key }) where paths.count > 1 {
            let listed = paths.map(\.path).sorted().joined(separator: " and ")
            throw ValidationError("\(listed) would both be written to \(directory(of: paths[0], among: 2)): plan \(name) of one, then of the other with another --out.")
        }
    }

    func run() throws {
        let settings = PlanSettings(
            gap: gap, timeLimit: timeLimit, pin: pin, policy: policy, lotterySeed: seed, pricesRules: rulePrices, start: start, isAsProven: asProven, format: format, resumes: resume, isQuiet: quiet,
            showsProgress: !quiet && !noProgress, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, memory: memory)
        // Naming a scenario twice asks for one plan of it.
        let paths = ScenarioPath.list(scenarios)
        let runs = paths.map { ScenarioRun(scenario: $0, directory: directory(of: $0, among: paths.count), settings: settings) }
        if let only = runs.first, runs.count == 1 {
            Interruption.listen(endsAtOnce: true)
            try only.run().exit()
        } else {
            Interruption.listen(endsAtOnce: false)
            try Batch(runs: runs, jobs: jobs, settings: settings).run().exit()
        }
    }

    private func directory(of scenario: ScenarioPath, among count: Int) -> String {
        guard let out else { return "plans/\(scenario.name)" }
        return count == 1 ? out : "\(out.hasSuffix("/") ? String(out.dropLast()) : out)/\(scenario.name)"
    }
}

/// The options of `plan`, the same for every scenario of a call.
struct PlanSettings: Sendable {
    var gap: Double
    /// Seconds.
    var timeLimit: Double?
    /// A plan directory.
    var pin: String?
    var policy = PlanPolicy.optimal
    /// `nil`: the scenario's.
    var lotterySeed: UInt64?
    var pricesRules = false
    /// A plan directory.
    var start: String?
    /// Whether what is proven as well as in that plan will do.
    var isAsProven = false
    var format: OutputFormat
    var resumes: Bool
    var isQuiet: Bool
    var showsProgress: Bool
    var threads = 1
    /// GiB; `nil` = as many as usual.
    var memory: Double?
}
