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

    @Option(help: ArgumentHelp("The directory with cohorts.csv, delays.csv and figures.csv. (default: the published figures, which come with mobility)", valueName: "dir"))
    var evidence: String?

    @Option(help: ArgumentHelp("The scenario of the Mali-Spain pilot, to be planned and projected too. (default: the one that comes with mobility)", valueName: "dir"))
    var pilot: String?

    @Option(help: "How often each cohort is played, from 100 to 1000000.")
    var replicates = 2000

    @Option(help: "The seed of all draws.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        for (option, value) in [("--evidence", evidence), ("--pilot", pilot)] where value == "" {
            throw ValidationError("\(option) is the path of a directory; here it is empty.")
        }
        guard (100...1_000_000).contains(replicates) else { throw ValidationError("--replicates is a number from 100 to 1000000.") }
    }

    func run() throws {
        let tables = try evidence.map(Tables.init) ?? Tables(UnpackedFiles(PublishedEvidence.tables, in: "evidence"))
        var findings = tables.findings
        var regimes: [String: Behaviour] = [:]
        for name in Set(Regime.names + tables.figures.map(\.regime)).sorted() {
            // A name of no regime is a note beside the figure.
            guard Regime.files(named: name) != nil else { continue }
            let named = NamedBehaviour(name)
            findings += named.findings
            regimes[name] = named.filling(Behaviour())
        }
        let season = try pilot.map(Self.scenario) ?? Self.scenario(UnpackedFiles(PublishedEvidence.pilot, in: "mali-spain-2009"))
        findings += season.findings
        if let other = season.scenario?.name, other != PilotProjection.cohort {
            findings.append(Finding(
                severity: .warning, code: "not_the_pilot", file: pilot ?? "",
                message: "this is `\(other)` and not `\(PilotProjection.cohort)`: its season is held against what was counted of the pilot all the same"))
        }
        if !findings.isEmpty { StandardStreams.writeError(findings.map(\.description).joined(separator: "\n") + "\n") }
        guard !findings.contains(where: { $0.severity == .error }) else { return try ExitStatus.invalidInput.exit() }
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let planned = season.scenario.map {
            PilotProjection(scenario: $0, cohorts: tables.cohorts, replicates: replicates, seed: seed, threads: threads).rows
        } ?? []
        let validation = Validation(
            figures: tables.figures, uncompared: tables.uncompared, cohorts: tables.cohorts, delays: tables.delays, regimes: regimes,
            replicates: replicates, seed: seed, planned: planned,
            projector: { [replicates, seed] question in
                CohortProjection(question)?.shares(replicates: replicates, seed: seed, threads: threads)
            })
        let output = ValidationOutput(validation, replicates: replicates, seed: seed)
        StandardStreams.writeOutput(format == .text ? output.text : output.json.text)
    }

    /// What the evidence holds.
    private struct Tables {
        let cohorts: [Cohort]
        let delays: [DelayObservation]
        let figures: [EvidenceFigure]
        let uncompared: [UncomparedFigure]
        let findings: [Finding]

        init(_ directory: String) {
            let cohorts = EvidenceReader.cohorts([directory + "/cohorts.csv"])
            let delays = EvidenceReader.delays(directory + "/delays.csv")
            let figures = EvidenceReader.figures(directory + "/figures.csv")
            (self.cohorts, self.delays, self.figures) = (cohorts.rows, delays.rows, figures.compared.rows)
            uncompared = figures.uncompared
            let found = cohorts.findings + delays.findings + figures.compared.findings
            findings = FileManager.default.fileExists(atPath: directory) ? found : [
                Finding(
                    severity: .error, code: "missing_file", file: directory,
                    message: "there is no such directory; --evidence names one with cohorts.csv, delays.csv and figures.csv")
            ]
        }

        init(_ files: borrowing UnpackedFiles) { self.init(files.directory) }
    }

    private static func scenario(_ directory: String) -> ReadResult { ScenarioReader(looksForOddities: false).read(directory) }

    private static func scenario(_ files: borrowing UnpackedFiles) -> ReadResult { scenario(files.directory) }
}
