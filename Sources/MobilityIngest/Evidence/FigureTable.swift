import MobilityModel

/// `figures.csv`: published figures that a regime should be able to predict.
struct FigureTable {
    enum Column: Int, TableColumn {
        case figure, regime, use, count, among, people, observed, share, flag, source

        static let names = ["figure", "regime", "use", "count", "among", "people", "observed", "share", "flag", "source"]
        static let required: Set<Column> = [.figure, .regime, .count, .among, .source]
    }

    private(set) var table = TableRows<EvidenceFigure>()

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.figure, among: &table)
        let regime = row.required(.regime) { bytes throws(Complaint) in bytes.text }
        let use = row.optional(.use) { bytes throws(Complaint) in try Decode.choice(bytes, of: Cohort.Use.self) }
        let count = row.required(.count) { bytes throws(Complaint) in try Decode.choice(bytes, of: CohortCount.self) }
        let base = row.required(.among) { bytes throws(Complaint) in try Decode.choice(bytes, of: CohortCount.self) }
        let people = row.optional(.people) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: 1...Limits.count) }
        let observed = row.optional(.observed) { bytes throws(Complaint) in
            try Decode.wholeNumber(bytes, in: 0...Limits.count)
        }
        let share = row.optional(.share) { bytes throws(Complaint) in try Decode.share(bytes) }
        let source = row.required(.source) { bytes throws(Complaint) in bytes.text }
        if let observed, let people, observed > people {
            row.complain(.observed, Complaint("more_than_base", "found \(observed), expected at most `people`, which is \(people)"))
        }
        if row.isSound, (observed != nil && people != nil) == (share != nil) {
            row.complain(.observed, Complaint("missing_value", "expected `people` and `observed`, or `share`, and not both"))
        }
        guard row.isSound, let id, let regime, let count, let base, let source else { return }
        let value = share.map { Double($0.numerator) / Double($0.denominator) } ?? Double(observed ?? 0) / Double(people ?? 1)
        table.rows.append(
            EvidenceFigure(
                id: id.text, regime: regime, use: use ?? .calibration, count: count, base: base, people: observed == nil ? nil : people,
                share: value, flag: row.bytes(.flag).text, source: source))
        table.lines.append(Int32(clamping: row.line))
    }
}
