import MobilityModel

/// The six tables of a scenario, amendments included, with the places of their rows.
struct ScenarioTables {
    private(set) var candidates = TableRows<Candidate>()
    private(set) var requests = TableRows<Request>()
    private(set) var quotas = TableRows<QuotaLine>()
    private(set) var courses = TableRows<CourseSession>()
    private(set) var consulates = TableRows<Consulate>()
    private(set) var funds = TableRows<Fund>()
    private(set) var requestMentions = RequestTable(file: "")
    private(set) var quotaMentions = QuotaTable(file: "")
    private(set) var digest = InputDigest()

    init(_ chain: ScenarioChain, log: FindingLog) {
        for level in chain.levels {
            if let own = level.digest { digest.add(scenarioAt: level.depth, digest: own) }
        }
        chain.checkAmendedTables()

        var candidateTable = CandidateTable(file: "")
        read(.candidates, chain, log, id: CandidateTable.Column.id) { file, size in
            candidateTable = CandidateTable(file: file)
            candidateTable.reserve(bytes: size)
        } row: { candidateTable.add($0) } ids: { candidateTable.table.ids }
        candidates = candidateTable.table

        var requestTable = RequestTable(file: "")
        read(.requests, chain, log, id: RequestTable.Column.id) { file, _ in
            requestTable = RequestTable(file: file)
        } row: { requestTable.add($0) } ids: { requestTable.table.ids }
        requests = requestTable.table
        requestMentions = requestTable

        var quotaTable = QuotaTable(file: "")
        read(.quotas, chain, log, id: QuotaTable.Column.id) { file, _ in
            quotaTable = QuotaTable(file: file)
        } row: { quotaTable.add($0) } ids: { quotaTable.table.ids }
        quotas = quotaTable.table
        quotaMentions = quotaTable

        var courseTable = CourseTable(file: "")
        read(.courses, chain, log, id: CourseTable.Column.id) { file, _ in
            courseTable = CourseTable(file: file)
        } row: { courseTable.add($0) } ids: { courseTable.table.ids }
        courses = courseTable.table

        var consulateTable = ConsulateTable(file: "")
        read(.consulates, chain, log, id: ConsulateTable.Column.id) { file, _ in
            consulateTable = ConsulateTable(file: file)
        } row: { consulateTable.add($0) } ids: { consulateTable.table.ids }
        consulates = consulateTable.table

        var fundTable = FundTable(file: "")
        read(.funds, chain, log, id: FundTable.Column.id) { file, _ in
            fundTable = FundTable(file: file)
        } row: { fundTable.add($0) } ids: { fundTable.table.ids }
        funds = fundTable.table
    }

    private mutating func read<Column: TableColumn>(
        _ name: TableName, _ chain: ScenarioChain, _ log: FindingLog, id: Column,
        start: (_ file: String, _ bytes: Int) -> Void, row: (TableRow<Column>) -> Void, ids: () -> ByteIndex
    ) {
        let amendments = chain.amendments(name, Column.self)
        if let (path, level) = chain.source(of: name) {
            let file = TableFile<Column>(path: path, log: log, amendments: amendments, id: id)
            if let own = file.read(sized: { start(path, $0) }, body: row) {
                digest.add(name, at: level.depth, digest: own)
            } else {
                return
            }
        }
        let missing = amendments.rows.filter { !$0.found }
        guard !missing.isEmpty else { return }
        let known = ids().texts(limit: 20_000)
        for row in missing {
            log.error(
                "unknown_reference", at: row.place,
                "`\(name.rawValue)` has no row with the id \(Excerpt.quoted(row.id))" + NearestName.hint(row.id, among: known, listing: 10))
        }
    }
}
