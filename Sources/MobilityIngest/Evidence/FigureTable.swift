import MobilityModel

/// `figures.csv`: published figures that a regime should be able to predict, and those that none can.
struct FigureTable {
    enum Column: Int, TableColumn {
        case figure, regime, fittedAs, count, among, people, observed, share, days, flag, source

        static let names = ["figure", "regime", "fitted_as", "count", "among", "people", "observed", "share", "days", "flag", "source"]
        static let required: Set<Column> = [.figure, .regime, .count, .among, .source]
    }

    private(set) var table = TableRows<EvidenceFigure>()
    private(set) var uncompared: [UncomparedFigure] = []

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.figure, among: &table)
        let source = row.required(.source) { bytes throws(Complaint) in bytes.text }
        if row.bytes(.count).isEmpty, row.bytes(.among).isEmpty, !row.bytes(.flag).isEmpty {
            for column in [Column.people, .observed, .share, .days, .fittedAs] where !row.bytes(column).isEmpty {
                row.complain(column, Complaint("not_compared", "expected nothing in a row without `count` and `among`, which compares nothing"))
            }
            guard row.isSound, let id, let source else { return }
            return uncompared.append(UncomparedFigure(id: id.text, reason: row.bytes(.flag).text, source: source))
        }
        let regime = row.required(.regime) { bytes throws(Complaint) in bytes.text }
        let count = row.required(.count) { bytes throws(Complaint) in try Decode.choice(bytes, of: CohortCount.self) }
        let base = row.required(.among) { bytes throws(Complaint) in try Decode.choice(bytes, of: CohortCount.self) }
        let people = row.optional(.people) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: 1...Limits.count) }
        let observed = row.optional(.observed) { bytes throws(Complaint) in
            try Decode.wholeNumber(bytes, in: 0...Limits.count)
        }
        let share = row.optional(.share) { bytes throws(Complaint) in try Decode.share(bytes) }
        let days = row.optional(.days) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: 1...Limits.days) }
        if let observed, let people, observed > people {
            row.complain(.observed, Complaint("more_than_base", "found \(observed), expected at most `people`, which is \(people)"))
        }
        if row.isSound, (observed != nil && people != nil) == (share != nil) {
            row.complain(.observed, Complaint("missing_value", "expected `people` and `observed`, or `share`, and not both"))
        }
        if row.isSound, days != nil, observed == nil {
            row.complain(.days, Complaint("missing_value", "expected `people` and `observed` beside it: a share alone has no files to be late"))
        }
        guard row.isSound, let id, let regime, let count, let base, let source else { return }
        let value = share.map { Double($0.numerator) / Double($0.denominator) } ?? Double(observed ?? 0) / Double(people ?? 1)
        let fittedAs = row.bytes(.fittedAs).text
        table.rows.append(
            EvidenceFigure(
                id: id.text, regime: regime, fittedAs: fittedAs.isEmpty ? nil : fittedAs, count: count, base: base,
                people: observed == nil ? nil : people, share: value, days: days, flag: row.bytes(.flag).text, source: source))
        table.lines.append(Int32(clamping: row.line))
    }
}
