import ArgumentParser
import MobilityIngest

/// The command line. A further subcommand is a further file and a further entry in `subcommands`.
@main
struct Mobility: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mobility",
        abstract: "Plan circular labour mobility: who trains where, who applies for a visa when, who goes to whom.",
        discussion: """
            Exit codes: 0 done; 1 internal failure; 2 invalid input; 3 no valid plan exists; 64 wrong usage. \
            Over several scenarios the gravest counts: 1 before 2 before 3 before 0.
            """,
        version: programVersion,
        subcommands: [
            PlanCommand.self, CheckCommand.self, VerifyCommand.self, ExplainCommand.self, MarginalCommand.self, SimulateCommand.self, CalibrateCommand.self, ValidateCommand.self,
            CompareCommand.self, SweepCommand.self, ReportCommand.self, ExportCommand.self, GenerateCommand.self,
        ])

    static func main() {
        // A reader of our output that goes away is no reason to leave a batch half done: writes fail instead.
        StandardStreams.ignoreBrokenPipes()
        if let problem = unknownCommand(CommandLine.arguments.dropFirst().first) {
            exit(withError: ValidationError(problem))
        }
        main(nil)
    }

    /// What is wrong with a first word that is nearly a command; `nil` where it is one, or near to none.
    static func unknownCommand(_ word: String?) -> String? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let word, !word.hasPrefix("-"), !names.contains(word), let near = NearestName.find(word, among: names) else { return nil }
        return "There is no command \(word); did you mean \(near)?"
    }
}
