import ArgumentParser
import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel
import MobilityReport

/// Fits the chances, effects and delays of `behaviour` to monitoring data.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fit the chances, effects and delays of a scenario to monitoring data.",
        discussion: """
            Reads cohort tables (and a table of delays), prints what was fitted and what it would predict for the same \
            cohorts, and with --out writes it down: with --scenario as a scenario that extends it, without as \
            behaviour.yaml. Rows marked validation are never read by the fit, rows in doubt only with --flagged. \
            Exit code 0 when done, 2 for invalid input.
            """)

    @Argument(help: ArgumentHelp("Cohort tables.", valueName: "cohorts.csv"))
    var tables: [String]

    @Option(help: ArgumentHelp("A table of delays.", valueName: "file"))
    var delays: String?

    @Option(help: ArgumentHelp("The scenario that the result extends.", valueName: "dir"))
    var scenario: String?

    @Option(help: ArgumentHelp("The directory to write into. (default: nothing is written)", valueName: "dir"))
    var out: String?

    @Option(help: ArgumentHelp("Only rows of this regime, and of none.", valueName: "name"))
    var regime: String?

    @Option(help: ArgumentHelp("Covariates whose effects are fitted, with commas between them.", valueName: "names"))
    var effects: String?

    @Flag(help: "Read rows in doubt too: those with a text under `flag`.")
    var flagged = false

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if tables.contains("") { throw ValidationError("A cohort table is the path of a CSV file; one here is empty.") }
        for (option, value) in [("--out", out), ("--scenario", scenario), ("--delays", delays)] where value == "" {
            throw ValidationError("\(option) is a path; here it is empty.")
        }
        if regime == "" { throw ValidationError("--regime is a name; here it is empty. Without it rows of every regime are read.") }
        _ = try covariates()
        if scenario != nil, out == nil { throw ValidationError("--scenario says what the result extends; give --out DIR to write it.") }
    }

    func run() throws {
        let options = CalibrationOptions(regime: regime, effects: try covariates(), includesFlagged: flagged)
        var findings: [Finding] = []
        let cohorts = EvidenceReader.cohorts(tables)
        findings += cohorts.findings
        let observations = delays.map(EvidenceReader.delays)
        findings += observations?.findings ?? []
        let parent = scenario.map(ScenarioPath.init)
        let extended = parent.map(Self.read)
        findings += extended?.findings ?? []
        if let problem = unknownRegime(cohorts.rows, observations?.rows ?? []) {
            findings.append(problem)
        }
        if let out, let problem = CalibrationFiles.problem(out: out, parent: parent) {
            findings.append(Finding(severity: .error, code: "bad_output", file: "", message: problem))
        }
        if !findings.isEmpty { StandardStreams.writeError(findings.map(\.description).joined(separator: "\n") + "\n") }
        guard !findings.contains(where: { $0.severity == .error }) else { return try ExitStatus.invalidInput.exit() }

        let display = CalibrationProgress(console: Console())
        let calibration = Calibration(
            cohorts: cohorts.rows, delays: observations?.rows ?? [], options: options, progress: { display.update($0) })
        display.end()
        guard !calibration.steps.isEmpty || !calibration.delays.isEmpty else {
            StandardStreams.writeError(nothing(calibration))
            return try ExitStatus.invalidInput.exit()
        }
        if let own = extended?.behaviour {
            for note in Self.overlaps(calibration, own) { StandardStreams.writeError(note.description + "\n") }
        }
        var written: String?
        if let out {
            let files = CalibrationFiles(calibration, parent: parent, out: out)
            do {
                try OutputDirectory(path: out, owned: CalibrationFiles.names).replace(with: files.all)
                written = files.summary
            } catch {
                StandardStreams.writeError("\(error)\n")
                return try ExitStatus.internalFailure.exit()
            }
        }
        let output = CalibrationOutput(calibration, tables: tables, options: options)
        switch format {
        case .text:
            let ending = written ?? "Nothing was written: --out DIR writes behaviour.yaml, and with --scenario DIR a scenario that extends it."
            StandardStreams.writeOutput(output.text + "\n" + ending.wrapped(to: 100).joined(separator: "\n") + "\n")
        case .json: StandardStreams.writeOutput(output.json.text)
        }
    }

    private func covariates() throws -> [Covariate] {
        var result: [Covariate] = []
        for name in (effects ?? "").split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) where !name.isEmpty {
            guard let covariate = Covariate(rawValue: name) else {
                let names = Covariate.allCases.map(\.rawValue)
                let hint = NearestName.find(name, among: names).map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", "))."
                throw ValidationError("No covariate \(name); \(hint)")
            }
            if !result.contains(covariate) { result.append(covariate) }
        }
        return result
    }

    /// What is wrong with `--regime`; rows for validation have no say in it.
    private func unknownRegime(_ cohorts: [Cohort], _ delays: [DelayObservation]) -> Finding? {
        let regimes = cohorts.filter { $0.use == .calibration }.map(\.regime) + delays.filter { $0.use == .calibration }.map(\.regime)
        let names = Set(regimes.filter { !$0.isEmpty }).sorted()
        guard let regime, !names.isEmpty, !names.contains(regime) else { return nil }
        let hint = NearestName.find(regime, among: names).map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", "))"
        // Rows of no regime would be read under every name; a fit to them alone is hardly what was asked for.
        return Finding(
            severity: .error, code: "unknown_regime", file: "",
            message: "no row has the regime \(regime); \(hint); without --regime rows of every regime are read")
    }

    private func nothing(_ calibration: Calibration) -> String {
        "nothing to fit: no calibration row has both a count and what it is counted among\n"
            + calibration.notes.map { "  \($0)\n" }.joined()
    }

    /// Effects of the scenario that is extended: those on a fitted step come on top of a rate that was counted of everybody, and a list of
    /// fitted ones takes the place of all.
    private static func overlaps(_ calibration: Calibration, _ own: Behaviour) -> [Finding] {
        guard !own.effects.isEmpty else { return [] }
        let fitted = Set(calibration.steps.map(\.step)), steps = Set(own.effects.map(\.step))
        func names(_ steps: Set<BehaviourStep>) -> String { steps.map { "`\($0.rawValue)`" }.sorted().joined(separator: ", ") }
        var messages: [String] = []
        if calibration.behaviour.effects.isEmpty {
            if !steps.isDisjoint(with: fitted) {
                messages.append(
                    "the scenario's own effects on \(names(steps.intersection(fitted))) stay, on top of a rate that was counted of everybody: fit them with --effects, or take them away with `effects: []`")
            }
        } else {
            messages.append("the scenario's own effects, on \(names(steps)), are replaced by those that were fitted")
        }
        return messages.map { Finding(severity: .warning, code: "effects_overlap", file: "", message: $0) }
    }

    /// What the scenario that is extended says of behaviour, and what is wrong with it.
    private static func read(_ path: ScenarioPath) -> (behaviour: Behaviour?, findings: [Finding]) {
        if let problem = path.problem {
            return (nil, [Finding(severity: .error, code: "no_scenario", file: "", message: problem)])
        }
        let result = ScenarioReader(looksForOddities: false).read(path.path)
        return (result.scenario?.behaviour, result.findings.filter { $0.severity == .error })
    }
}
