import MobilityModel

/// The six tables of a scenario, amendments included, with the places of their rows.
struct ScenarioTables {
    private(set) var candidates = TableRows<Candidate>()
    private(set) var requests = TableRows<Request>()
    private(set) var quotas = TableRows<QuotaLine>()
    private(set) var courses = TableRows<CourseSession>()
    private(set) var consulates = TableRows<Consulate>()
    private(set) var funds = TableRows<Fund>()
    /// Each list of occupations that a candidate has.
    private(set) var occupationLists: [[String]] = []
    private(set) var requestMentions = RequestTable(file: "")
    private(set) var quotaMentions = QuotaTable(file: "")
    private(set) var digest = InputDigest()
    private var paths: [TableName: String] = [:]
    private let scenarioPath: String

    init(_ chain: ScenarioChain, log: FindingLog) {
        scenarioPath = chain.levels[0].yamlPath
        for level in chain.levels {
            if let own = level.digest { digest.add(scenarioAt: level.depth, digest: own) }
        }
        chain.checkAmendedTables()

        let candidateTable = read(CandidateTable.self, .candidates, chain, log)
        candidates = candidateTable.table
        occupationLists = candidateTable.occupationLists
        requestMentions = read(RequestTable.self, .requests, chain, log)
        requests = requestMentions.table
        quotaMentions = read(QuotaTable.self, .quotas, chain, log)
        quotas = quotaMentions.table
        courses = read(CourseTable.self, .courses, chain, log).table
        consulates = read(ConsulateTable.self, .consulates, chain, log).table
        funds = read(FundTable.self, .funds, chain, log).table
    }

    /// Reads one table if there is one.
    private mutating func read<Table: ScenarioTable>(
        _ type: Table.Type, _ name: TableName, _ chain: ScenarioChain, _ log: FindingLog
    ) -> Table {
        var table = Table(file: "")
        table.table.isWhole = fill(&table, name, chain, log)
        return table
    }

    /// Returns whether all of it is known.
    private mutating func fill<Table: ScenarioTable>(
        _ table: inout Table, _ name: TableName, _ chain: ScenarioChain, _ log: FindingLog
    ) -> Bool {
        if chain.unfound.contains(name) { return false }
        let amendments = chain.amendments(name, Table.Column.self)
        if let (path, depth) = chain.source(of: name) {
            paths[name] = path
            let file = TableFile<Table.Column>(path: path, log: log, amendments: amendments, id: Table.id)
            let outcome = file.read { bytes in
                table = Table(file: path)
                table.reserve(bytes: bytes)
            } body: { table.add($0) }
            if let own = outcome.digest { digest.add(name, at: depth, digest: own) }
            guard outcome.isWhole else { return false }
        }
        let missing = amendments.rows.filter { !$0.found }
        guard !missing.isEmpty else { return chain.isSound }
        let known = table.table.ids.texts(limit: 20_000)
        for row in missing {
            log.error(
                "unknown_reference", at: row.place,
                "`\(name.rawValue)` has no row with the id \(Excerpt.quoted(row.id))"
                    + NearestName.hint(row.id, among: known, listing: 10))
        }
        return chain.isSound
    }

    func hasFile(_ name: TableName) -> Bool { paths[name] != nil }

    /// Where something about a whole table is said: the head of its file, or the scenario where there is none.
    func head(_ name: TableName) -> Place { Place(file: paths[name] ?? scenarioPath, line: 1) }
}
