import MobilityModel

/// Reads `plan.csv`, as the engine writes it or as a planner has edited it.
///
/// `itinerary`, `candidate`, `cycle` and `request` are required columns, `count` is 1 where not given. `pinned` is `true`,
/// `yes` or `1`, in any case, or `false`, `no`, `0` or nothing. Rows may stand in any order. Whether the plan is valid is
/// for the checker; an id that the scenario does not have is only a warning here.
public struct PlanReader {
    enum Column: Int, TableColumn {
        case itinerary, candidate, count, cycle, request, country, sector, channel, quota, sessions, consulate, visaDate
        case start, end, match, cost, pinned

        static let names = [
            "itinerary", "candidate", "count", "cycle", "request", "country", "sector", "channel", "quota", "sessions",
            "consulate", "visa_date", "start", "end", "match", "cost_eur", "pinned",
        ]
        static let required: Set<Column> = [.itinerary, .candidate, .cycle, .request]
    }

    private let log = FindingLog()
    private var texts = TextPool()
    private var sessions = ListPool<CourseSession.ID>()
    private var rows: [PlanRow] = []

    /// Reads the file at `path`; `scenario` is the one that the plan is for.
    /// - Parameter isWhole: whether it is a plan, whose cycles are numbered 1, 2, ... without a gap; pins, or a plan to begin with,
    ///   may be some of one's rows.
    public static func read(planCSV path: String, scenario: Scenario, isWhole: Bool = true) -> PlanReadResult {
        var reader = PlanReader()
        _ = TableFile<Column>(path: path, log: reader.log).read { reader.add($0) }
        let names = PlanNames(scenario)
        for row in reader.rows { names.check(row, path, reader.log) }
        // A row that could not be read is told of already.
        let findsGaps = isWhole && !reader.log.hasErrors
        let itineraries = ItineraryAssembly(file: path, log: reader.log, names: names, findsGaps: findsGaps).itineraries(of: reader.rows)
        return PlanReadResult(
            plan: reader.log.hasErrors ? nil : Plan(itineraries: itineraries), rows: reader.rows,
            findings: reader.log.sorted())
    }

    private mutating func add(_ row: TableRow<Column>) {
        let itinerary = row.requiredText(.itinerary, &texts)
        let candidate = row.requiredText(.candidate, &texts)
        let count = row.number(.count, in: 1...Limits.count, default: 1)
        let cycle = row.requiredNumber(.cycle, in: 1...Limits.count)
        let request = row.requiredText(.request, &texts)
        let country = row.optional(.country, Decode.country)
        let sector = row.isEmpty(.sector) ? nil : row.text(.sector, &texts)
        let channel = row.isEmpty(.channel) ? nil : row.text(.channel, &texts)
        let quota = row.isEmpty(.quota) ? nil : row.text(.quota, &texts)
        let sessions = row.list(.sessions, &sessions) { bytes in CourseSession.ID(bytes.text) }
        let consulate = row.isEmpty(.consulate) ? nil : row.text(.consulate, &texts)
        let visaDate = row.day(.visaDate)
        let start = row.day(.start)
        let end = row.day(.end)
        let match = row.optional(.match) { bytes throws(Complaint) in
            try Decode.wholeNumber(bytes, in: 0...Limits.count)
        }
        // What a person's cycle costs is a sum of several amounts.
        let cost = row.optional(.cost) { bytes throws(Complaint) in try Decode.cents(bytes, most: 1_000 * Decode.mostCents) }
        let pinned = row.optional(.pinned) { bytes throws(Complaint) in try Decode.flag(bytes) } ?? false
        guard row.isSound, let itinerary, let candidate, let cycle, let request else { return }
        rows.append(
            PlanRow(
                line: row.line, itinerary: itinerary, candidate: Candidate.ID(candidate), count: count, cycle: cycle,
                request: Request.ID(request), quota: quota.map { QuotaLine.ID($0) }, sessions: sessions,
                consulate: consulate.map { Consulate.ID($0) }, visaDate: visaDate, pinned: pinned, country: country,
                sector: sector, channel: channel, start: start, end: end, match: match, cost: cost))
    }
}
