import ArgumentParser
import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel

/// Holds the shipped regimes against every published figure.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Hold the shipped regimes against published figures, fitted and predicted.",
        discussion: """
            Plays a plan of each cohort of the evidence with the chances of its regime, prints what was counted beside the \
            projection's mean and 90% interval, says which the regime was fitted to \
            and which it predicts, and how many lie inside. A share without people is held against the chance of a cohort, a delay against its fit. \
            Misses are shown and change nothing. \
            Exit code 0 when done, 2 where the evidence cannot be read.
            """)

    @Option(help: ArgumentHelp("The directory with cohorts.csv, delays.csv and figures.csv.", valueName: "dir"))
    var evidence = "evidence"

    @Option(help: ArgumentHelp("The scenario of the Mali-Spain pilot, to be planned and projected too.", valueName: "dir"))
    var pilot = "scenarios/mali-spain-2009"

    @Option(help: "How often each cohort is played, from 100 to 1000000.")
    var replicates = 2000

    @Option(help: "The seed of all draws.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard (100...1_000_000).contains(replicates) else { throw ValidationError("--replicates is a number from 100 to 1000000.") }
    }

    func run() throws {
        guard FileManager.default.fileExists(atPath: evidence) else {
            StandardStreams.writeError(
                "\(evidence): error: there is no such directory; --evidence names the one with cohorts.csv, delays.csv and figures.csv, "
                    + "which is `evidence` in the source of mobility\n")
            return try ExitStatus.invalidInput.exit()
        }
        let cohorts = EvidenceReader.cohorts([evidence + "/cohorts.csv"])
        let delays = EvidenceReader.delays(evidence + "/delays.csv")
        let figures = EvidenceReader.figures(evidence + "/figures.csv")
        var findings = cohorts.findings + delays.findings + figures.findings
        var regimes: [String: [BehaviourStep: Chance]] = [:]
        for name in Regime.names {
            let result = ChancesReader.read(Regime.bytes(named: name) ?? [], name: "regime \(name)")
            findings += result.findings
            regimes[name] = result.chances
        }
        if !findings.isEmpty { StandardStreams.writeError(findings.map(\.description).joined(separator: "\n") + "\n") }
        guard !findings.contains(where: { $0.severity == .error }) else { return try ExitStatus.invalidInput.exit() }
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let plan = PilotProjection(scenario: pilot, cohorts: cohorts.rows, replicates: replicates, seed: seed, threads: threads)
        if plan.rows.isEmpty { StandardStreams.writeError("\(pilot): not a scenario that can be planned; the pilot is compared without its plan\n") }
        let validation = Validation(
            figures: figures.rows, cohorts: cohorts.rows, delays: delays.rows, regimes: regimes, replicates: replicates, seed: seed,
            planned: plan.rows,
            projector: { [replicates, seed] question in
                CohortProjection(question)?.shares(replicates: replicates, seed: seed, threads: threads)
            })
        let output = ValidationOutput(validation, replicates: replicates, seed: seed)
        StandardStreams.writeOutput(format == .text ? output.text : output.json.text)
    }
}
