import MobilityModel

/// `delays.csv`: how many files were done, and how many still open, so many days after filing.
struct DelayTable {
    enum Column: Int, TableColumn {
        case cohort, use, regime, flag, kind, days, done, open, source

        static let names = ["cohort", "use", "regime", "flag", "kind", "days", "n_done", "n_open", "source"]
        static let required: Set<Column> = [.cohort, .kind, .days, .done, .open, .source]
    }

    private struct Key: Hashable {
        var cohort: String
        var kind: DelayKind
    }

    private let file: String
    private let log: FindingLog
    private(set) var rows: [DelayObservation] = []
    private var lines: [Int] = []

    init(file: String, log: FindingLog) { self.file = file; self.log = log }

    mutating func add(_ row: TableRow<Column>) {
        let cohort = row.required(.cohort) { bytes throws(Complaint) in bytes.text }
        let use = row.optional(.use) { bytes throws(Complaint) in try Decode.choice(bytes, of: Cohort.Use.self) }
        let kind = row.required(.kind) { bytes throws(Complaint) in try Decode.choice(bytes, of: DelayKind.self) }
        let days = row.requiredNumber(.days, in: 1...Limits.days)
        let done = row.requiredNumber(.done, in: 0...Limits.count)
        let open = row.requiredNumber(.open, in: 0...Limits.count)
        let source = row.required(.source) { bytes throws(Complaint) in bytes.text }
        guard row.isSound, let cohort, let kind, let days, let done, let open, let source else { return }
        rows.append(
            DelayObservation(
                cohort: cohort, use: use ?? .calibration, regime: row.bytes(.regime).text, flag: row.bytes(.flag).text, kind: kind,
                days: days, done: done, open: open, source: source))
        lines.append(row.line)
    }

    /// Reports counts of one cohort that go down, or two for one day.
    func checkCourse() {
        var groups: [Key: [Int]] = [:]
        for (index, row) in rows.enumerated() { groups[Key(cohort: row.cohort, kind: row.kind), default: []].append(index) }
        for group in groups.values {
            let sorted = group.sorted { (rows[$0].days, lines[$0]) < (rows[$1].days, lines[$1]) }
            for (a, b) in zip(sorted, sorted.dropFirst()) {
                let place = Place(file: file, line: lines[b])
                if rows[a].days == rows[b].days {
                    log.error("duplicate_id", at: place, "`days`: \(rows[b].days) of \(Excerpt.name(rows[b].cohort)) is in line \(lines[a]) already")
                } else if rows[b].done < rows[a].done {
                    log.error(
                        "more_than_base", at: place,
                        "`n_done`: found \(rows[b].done) by day \(rows[b].days), expected at least \(rows[a].done), done by day \(rows[a].days) (line \(lines[a]))")
                } else if rows[a].use != rows[b].use {
                    log.error("mixed_use", at: place, "`use`: the rows of \(Excerpt.name(rows[b].cohort)) are partly calibration, partly validation (line \(lines[a]))")
                }
            }
        }
    }
}
