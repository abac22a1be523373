import ArgumentParser
import MobilityIngest
import MobilityModel
import MobilityReport

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read scenarios and print everything that is wrong or odd in their files.",
        discussion: "Exit code 0 without errors (warnings may be printed), 2 with errors.")

    @Argument(help: ArgumentHelp("Scenario directories.", valueName: "scenario"))
    var scenarios: [String]

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if scenarios.contains("") { throw ValidationError("A scenario is the path of a directory; one here is empty.") }
    }

    func run() throws {
        var documents: [JSONValue] = []
        var statuses: [ExitStatus] = []
        for path in ScenarioPath.list(scenarios) {
            let findings = Self.findings(of: path)
            let errors = findings.count { $0.severity == .error }
            statuses.append(errors == 0 ? .done : .invalidInput)
            switch format {
            case .text:
                let lines = findings.map(\.description)
                let verdict = "\(path.path): \(Figures.counted(errors, "error", "errors")), "
                    + Figures.counted(findings.count - errors, "warning", "warnings")
                StandardStreams.writeOutput((lines + [verdict]).joined(separator: "\n") + "\n")
            case .json:
                documents.append(.object([
                    ("name", .string(path.name)), ("scenario", .string(path.path)), ("errors", .integer(errors)),
                    ("warnings", .integer(findings.count - errors)), ("findings", .array(findings.map(\.json))),
                ]))
            }
        }
        if format == .json {
            let document = documents.count == 1 ? documents[0] : .object([("scenarios", .array(documents))])
            StandardStreams.writeOutput(document.text)
        }
        try ExitStatus.gravest(statuses).exit()
    }

    private static func findings(of path: ScenarioPath) -> [Finding] {
        if let problem = path.problem {
            return [Finding(severity: .error, code: "no_scenario", file: "", message: problem)]
        }
        return ScenarioReader().read(path.path).findings
    }
}
