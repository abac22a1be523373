import MobilityModel

/// Scenarios of four sizes with one structure, for measuring how planning grows: people one by one, or the same as pools; the
/// decree's quota tree, demand, dates, courses, consulates and funds in proportion; rules that can be met.
///
/// Totals are exact, marginals are those of `FamilyFigures` with their sources. The same seed and size give byte-identical files.
public struct InstanceFamily: Sendable {
    private let seed: UInt64
    private let size: FamilySize
    private let asPools: Bool

    /// - Parameter asPools: people as rows with `count`: as many, with the same number in every class of every property.
    public init(seed: UInt64, size: FamilySize, asPools: Bool = false) {
        self.seed = seed
        self.size = size
        self.asPools = asPools
    }

    /// `scenario.yaml` and all tables.
    public func files() -> ScenarioFiles {
        let origins = FamilyOrigins(seed: seed, size: size)
        let supply = FamilySupply(size: size, origins: origins)
        var tables = ScenarioTables()
        tables.requests = FamilyDemand.requests(seed: seed, size: size, origins: origins)
        tables.quotas = supply.quotas
        tables.sessions = supply.sessions
        tables.consulates = origins.consulates
        tables.funds = supply.funds
        let people = FamilyPeople(seed: seed, size: size, origins: origins, requests: tables.requests)
        let table = FamilyTable(people: people, rows: asPools ? people.pools() : people.individuals())
        var naming = FamilyNaming(seed: seed, table: table)
        naming.name(&tables.requests)
        let rules = FamilyRules(
            size: size, requests: tables.requests, quotas: tables.quotas, people: people.classes.count, women: people.classes.women)
        let settings = FamilySettings(seed: seed, size: size, asPools: asPools, origins: origins, rules: rules.lines)
        return tables.files(settings: settings.text, people: table.bytes)
    }
}
