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

        var candidateTable = CandidateTable(file: "")
        let candidateWhole = read(.candidates, chain, log, id: CandidateTable.Column.id) { file, size in
            candidateTable = CandidateTable(file: file)
            candidateTable.reserve(bytes: size)
        } row: { candidateTable.add($0) } ids: { candidateTable.table.ids }
        candidates = candidateTable.table
        candidates.isWhole = candidateWhole
        occupationLists = candidateTable.occupationLists

        var requestTable = RequestTable(file: "")
        let requestWhole = read(.requests, chain, log, id: RequestTable.Column.id) { file, _ in
            requestTable = RequestTable(file: file)
        } row: { requestTable.add($0) } ids: { requestTable.table.ids }
        requests = requestTable.table
        requests.isWhole = requestWhole
        requestMentions = requestTable

        var quotaTable = QuotaTable(file: "")
        let quotaWhole = read(.quotas, chain, log, id: QuotaTable.Column.id) { file, _ in
            quotaTable = QuotaTable(file: file)
        } row: { quotaTable.add($0) } ids: { quotaTable.table.ids }
        quotas = quotaTable.table
        quotas.isWhole = quotaWhole
        quotaMentions = quotaTable

        var courseTable = CourseTable(file: "")
        let courseWhole = read(.courses, chain, log, id: CourseTable.Column.id) { file, _ in
            courseTable = CourseTable(file: file)
        } row: { courseTable.add($0) } ids: { courseTable.table.ids }
        courses = courseTable.table
        courses.isWhole = courseWhole

        var consulateTable = ConsulateTable(file: "")
        let consulateWhole = read(.consulates, chain, log, id: ConsulateTable.Column.id) { file, _ in
            consulateTable = ConsulateTable(file: file)
        } row: { consulateTable.add($0) } ids: { consulateTable.table.ids }
        consulates = consulateTable.table
        consulates.isWhole = consulateWhole

        var fundTable = FundTable(file: "")
        let fundWhole = read(.funds, chain, log, id: FundTable.Column.id) { file, _ in
            fundTable = FundTable(file: file)
        } row: { fundTable.add($0) } ids: { fundTable.table.ids }
        funds = fundTable.table
        funds.isWhole = fundWhole
    }

    /// Reads one table if there is one; whether all of it is known.
    private mutating func read<Column: TableColumn>(
        _ name: TableName, _ chain: ScenarioChain, _ log: FindingLog, id: Column,
        start: (_ file: String, _ bytes: Int) -> Void, row: (TableRow<Column>) -> Void, ids: () -> ByteIndex
    ) -> Bool {
        if chain.unfound.contains(name) { return false }
        let amendments = chain.amendments(name, Column.self)
        if let (path, depth) = chain.source(of: name) {
            paths[name] = path
            let file = TableFile<Column>(path: path, log: log, amendments: amendments, id: id)
            let outcome = file.read(sized: { start(path, $0) }, body: row)
            if let own = outcome.digest { digest.add(name, at: depth, digest: own) }
            guard outcome.isWhole else { return false }
        }
        let missing = amendments.rows.filter { !$0.found }
        guard !missing.isEmpty else { return chain.isSound }
        let known = ids().texts(limit: 20_000)
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
