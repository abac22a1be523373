import MobilityModel

/// Reads `certificate.csv`, the prices that prove a plan's bounds.
///
/// What cannot be read is an error. An id that the scenario does not have is a warning, and its price counts for nothing: that can
/// only weaken a bound.
public struct CertificateReader {
    private enum Column: Int, TableColumn {
        case term, limit, id, month, value, price, power
        static let names = ["term", "limit", "id", "month", "value", "price", "power"]
        static let required: Set<Column> = [.term, .limit, .id, .price, .power]
    }

    private enum Kind: String, CaseIterable {
        case places, seats, applications, quota, funds, kept, pinned
        case minPlaces = "min_places"
        case minSeats = "min_seats"
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    /// The prices, or what is wrong with the file.
    public struct Result: Sendable {
        /// `nil` where there is an error.
        public var certificate: BoundCertificate?
        public var findings: [Finding]
    }

    private let log = FindingLog()
    private let path: String
    private let names: LimitNames
    private var texts = TextPool()
    private var lists = ListPool<String>()
    private var stages: [BoundCertificate.Stage] = []
    private var seen: Set<Seen> = []

    private struct Seen: Hashable {
        var term: ObjectiveTerm
        var limit: PricedLimit
    }

    /// Reads the file at `path`; `scenario` is the one that the plan is for.
    public static func read(_ path: String, scenario: Scenario) -> Result {
        var reader = CertificateReader(path: path, scenario: scenario)
        _ = TableFile<Column>(path: path, log: reader.log).read { reader.add($0) }
        return Result(
            certificate: reader.log.hasErrors ? nil : BoundCertificate(stages: reader.stages), findings: reader.log.sorted())
    }

    private init(path: String, scenario: Scenario) {
        self.path = path
        names = LimitNames(scenario)
    }

    private mutating func add(_ row: TableRow<Column>) {
        let term = row.required(.term) { bytes throws(Complaint) in try Decode.choice(bytes, of: ObjectiveTerm.self) }
        let price = row.requiredNumber(.price, in: 0...Int.max)
        let power = row.requiredNumber(.power, in: BoundCertificate.powers)
        guard let term, let price, let power else { return }
        guard let stage = stage(term, power, row), !row.isEmpty(.limit) else { return }
        guard let limit = limit(row) else { return }
        guard seen.insert(Seen(term: term, limit: limit)).inserted else {
            return row.complain(.id, Complaint("duplicate_price", "has a price for \(term.rawValue) already"))
        }
        if let complaint = names.unknown(limit) { log.warning(complaint.code, at: row.place(.id), "`id`: " + complaint.message) }
        stages[stage].prices.append(BoundCertificate.Price(limit: limit, mantissa: Int64(price)))
    }

    /// The position of the term's stage, whose prices share one power.
    private mutating func stage(_ term: ObjectiveTerm, _ power: Int, _ row: TableRow<Column>) -> Int? {
        guard let known = stages.firstIndex(where: { $0.term == term }) else {
            stages.append(BoundCertificate.Stage(term: term, power: power))
            return stages.count - 1
        }
        if stages[known].power == power { return known }
        row.complain(.power, Complaint("other_power", "found \(power), the prices of \(term.rawValue) before it have \(stages[known].power)"))
        return nil
    }

    private mutating func limit(_ row: TableRow<Column>) -> PricedLimit? {
        let kind = row.required(.limit) { bytes throws(Complaint) in try Decode.choice(bytes, of: Kind.self) }
        guard let kind, let id = row.requiredText(.id, &texts) else { return nil }
        switch kind {
        case .places: return .places(Request.ID(id))
        case .minPlaces: return .minPlaces(Request.ID(id))
        case .seats: return .seats(CourseSession.ID(id))
        case .minSeats: return .minSeats(CourseSession.ID(id))
        case .quota: return .quota(QuotaLine.ID(id))
        case .atLeast: return .rule(Rule.ID(id), .atLeast)
        case .atMost: return .rule(Rule.ID(id), .atMost)
        case .applications:
            return row.required(.month) { bytes throws(Complaint) in try Decode.month(bytes) }.map { .applications(Consulate.ID(id), $0) }
        case .kept:
            let term = row.required(.id) { bytes throws(Complaint) in try Decode.choice(bytes, of: ObjectiveTerm.self) }
            let value = row.requiredNumber(.value, in: Int.min...Int.max)
            guard let term, let value else { return nil }
            return .kept(term, Int64(value))
        case .funds:
            let ids = row.list(.id, &lists) { bytes in bytes.text }
            return ids.isEmpty ? nil : .funds(ids.map { Fund.ID($0) }.sorted())
        case .pinned:
            let ids = row.list(.id, &lists) { bytes in bytes.text }
            guard ids.count == 2 else {
                row.complain(.id, Complaint("bad_pin", "found \(Excerpt.quoted(row.bytes(.id))), expected a candidate and a request with `|` between them"))
                return nil
            }
            return .pinned(Candidate.ID(ids[0]), Request.ID(ids[1]))
        }
    }
}

extension Decode {
    /// `YYYY-MM`.
    static func month(_ bytes: Bytes) throws(Complaint) -> Month {
        if bytes.count == 7, let day = Day(bytes.text + "-01") { return day.month }
        throw Complaint("bad_month", "found \(Excerpt.quoted(bytes)), expected a month as YYYY-MM")
    }
}

/// The ids of a scenario that a price can stand on.
private struct LimitNames {
    private let requests, sessions, consulates, quotas, funds, candidates: Set<String>
    private let rules: [String: Rule.Kind]

    init(_ scenario: Scenario) {
        requests = Set(scenario.requests.map(\.id.text))
        sessions = Set(scenario.sessions.map(\.id.text))
        consulates = Set(scenario.consulates.map(\.id.text))
        quotas = Set(scenario.quotas.map(\.id.text))
        funds = Set(scenario.funds.map(\.id.text))
        candidates = Set(scenario.candidates.map(\.id.text))
        rules = Dictionary(scenario.rules.map { ($0.id.text, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// What keeps the price from counting.
    func unknown(_ limit: PricedLimit) -> Complaint? {
        switch limit {
        case .places(let id), .minPlaces(let id): missing(id.text, requests, "requests")
        case .seats(let id), .minSeats(let id): missing(id.text, sessions, "courses")
        case .applications(let id, _): missing(id.text, consulates, "consulates")
        case .quota(let id): missing(id.text, quotas, "quotas")
        case .funds(let ids): ids.lazy.compactMap { missing($0.text, funds, "funds") }.first
        case .pinned(let candidate, let request):
            missing(candidate.text, candidates, "candidates") ?? missing(request.text, requests, "requests")
        case .kept: nil
        case .rule(let id, let kind):
            missing(id.text, Set(rules.keys), "rules") ?? (rules[id.text] == kind ? nil : Complaint(
                "other_rule", "rule \(Excerpt.quoted(id.text)) is of the other kind: the price counts for nothing"))
        }
    }

    private func missing(_ id: String, _ known: Set<String>, _ table: String) -> Complaint? {
        guard !known.contains(id) else { return nil }
        let sample = known.count <= 20_000 ? known.sorted() : []
        return Complaint(
            "unknown_reference",
            "`\(table)` has nothing with the id \(Excerpt.quoted(id)): the price counts for nothing"
                + NearestName.hint(id, among: sample, listing: 10))
    }
}
