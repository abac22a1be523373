import MobilityModel

/// Reads the directory of a scenario, the scenarios it extends, and their tables.
///
/// Nothing that a file can hold makes it throw, trap or hang: everything that is wrong becomes a finding.
public struct ScenarioReader: Sendable {
    /// Findings of one kind in one file that are listed before the rest is only counted.
    public var findingLimit: Int
    /// Whether a scenario without errors is also looked at for what is odd (see `SemanticCheck`).
    public var looksForOddities: Bool

    public init(findingLimit: Int = 100, looksForOddities: Bool = true) {
        self.findingLimit = findingLimit
        self.looksForOddities = looksForOddities
    }

    /// Reads the scenario in `directory`, a path as the user typed it; findings name files by it.
    ///
    /// - Complexity: linear in the size of the files; memory is that of the rows read, never of a file.
    public func read(_ directory: String) -> ReadResult {
        let log = FindingLog(limit: findingLimit)
        let scenario = scenario(in: directory, log: log)
        return ReadResult(scenario: log.hasErrors ? nil : scenario, findings: log.sorted())
    }

    private func scenario(in directory: String, log: FindingLog) -> Scenario? {
        switch FilePath.kind(directory) {
        case .directory: break
        case .missing:
            log.error("missing_file", at: Place(file: directory), "there is no such directory")
            return nil
        case .file:
            log.error("missing_file", at: Place(file: directory), "is a file, expected the directory of a scenario")
            return nil
        }
        let chain = ScenarioChain(directory: directory, log: log)
        let settings = ScenarioSettings(chain.settings, isWhole: chain.isSound, log: log)
        let tables = ScenarioTables(chain, log: log)
        ReferenceCheck(settings: settings, tables: tables, knowsSettings: chain.isSound, log: log).run()
        guard !log.hasErrors, let horizon = settings.horizon else { return nil }

        let scenario = Scenario(
            name: FilePath.name(ofDirectory: directory), title: settings.title, description: settings.description,
            references: settings.references, horizon: horizon, candidates: tables.candidates.rows,
            requests: tables.requests.rows, quotas: tables.quotas.rows, sessions: tables.courses.rows,
            consulates: tables.consulates.rows, funds: tables.funds.rows, channels: settings.channels,
            cycle: settings.cycle, visaFree: settings.visaFree, costs: settings.costs,
            priorities: settings.priorities, match: settings.match, rules: settings.rules,
            objective: settings.objective, behaviour: settings.behaviour, seed: settings.seed,
            digest: tables.digest.finish())
        return scenario
    }
}
