import ArgumentParser
import MobilityReport

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check plans, from anyone, against every rule of a valid plan and against what they say of themselves.",
        discussion: """
            Reads plan.csv of each directory, finds its scenario (--scenario, or the path in summary.json, looked for \
            from here and from every directory above the plan), and prints every broken rule with its rows and numbers. \
            Figures in plan.csv and the terms in summary.json are computed anew and compared, its bounds, gaps and status held \
            against them. Where certificate.csv is there, every bound is proven again, from the scenario's files and the prices in it \
            alone. \
            Exit code 0 where every plan is accepted, 2 where one is not or cannot be read.
            """)

    @Argument(help: ArgumentHelp("Plan directories.", valueName: "plan"))
    var plans: [String]

    @Option(name: .long, help: ArgumentHelp("The scenario of the plans. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp("Also ask for the cycles marked pinned in this plan.", valueName: "plan"))
    var pin: String?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if plans.contains("") { throw ValidationError("A plan is the path of a directory; one here is empty.") }
    }

    func run() throws {
        let verifications = plans.map { Verification(plan: PlanPath($0), scenario: scenario.map(ScenarioPath.init), pin: pin) }
        switch format {
        case .text:
            for verification in verifications { StandardStreams.writeOutput(verification.text) }
        case .json:
            let documents = verifications.map(\.json)
            StandardStreams.writeOutput((documents.count == 1 ? documents[0] : .object([("plans", .array(documents))])).text)
        }
        try ExitStatus.gravest(verifications.map { $0.isAccepted ? .done : .invalidInput }).exit()
    }
}
