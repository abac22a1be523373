import ArgumentParser
import Foundation

struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Plan, and project, every point of a grid of changes over a base scenario.",
        discussion: """
            Writes a directory for every point, with its scenario.yaml and its plan, and sweep.csv with a row for each. Every value \
            of the grid is looked at before anything is planned; a point that fails is a row. Run again, it goes on where it stopped.
            """)

    @Argument(help: ArgumentHelp("The file of the grid.", valueName: "grid.yaml"))
    var grid: String

    @Option(name: .long, help: ArgumentHelp("Directory of the points and of sweep.csv. (default: sweeps/NAME)", valueName: "dir"))
    var out: String?

    @Option(name: .long, help: "Points planned at a time. (default: one for each core)")
    var jobs: Int?

    @Option(name: .long, help: "Stop improving a term within this relative gap: 0.01 is one percent.")
    var gap = 0.0

    @Option(name: .long, help: ArgumentHelp("Stop planning each point after so long.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(name: .long, help: ArgumentHelp("How often each plan is played, where its scenario says how people behave.", valueName: "n"))
    var replicates = 1000

    @Option(name: .long, help: ArgumentHelp(
        "A YAML file with a `behaviour` mapping, or a shipped regime, for what the scenarios do not say of behaviour.",
        valueName: "file|name"))
    var behaviour: String?

    @Flag(name: .long, help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        try PlanningLimits.check(gap: gap, timeLimit: timeLimit)
        try ProjectionLimits.check(replicates: replicates)
        try ProjectionLimits.check("--jobs", jobs)
        if out == "" { throw ValidationError("--out is the path of a directory; here it is empty.") }
    }

    func run() throws {
        Interruption.listen(endsAtOnce: true)
        let name = URL(fileURLWithPath: grid).deletingPathExtension().lastPathComponent
        try SweepRun(
            path: grid, directory: out ?? "sweeps/\(name)", jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, gap: gap,
            timeLimit: timeLimit, replicates: replicates, behaviour: behaviour, isQuiet: quiet
        ).run().exit()
    }
}
