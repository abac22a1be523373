import MobilityModel

/// Reads `unplaced.csv` and `unfilled.csv`, the reasons beside a plan. Ids are not held against a scenario.
public enum LeftOverReader {
    /// Rows of one of the tables, or what is wrong with it.
    public struct Result<Row: Sendable>: Sendable {
        /// The sound rows, in the order of the file; complete where there is no error.
        public var rows: [Row]
        public var findings: [Finding]
        public var hasErrors: Bool { findings.contains { $0.severity == .error } }

        /// - Parameter row: what a row says; `nil` where it is not sound.
        init<Column: TableColumn>(_ path: String, row: (TableRow<Column>, inout TextPool) -> Row?) {
            let log = FindingLog()
            var texts = TextPool()
            var rows: [Row] = []
            _ = TableFile<Column>(path: path, log: log).read { fields in
                if let sound = row(fields, &texts) { rows.append(sound) }
            }
            self.init(rows: rows, findings: log.sorted())
        }

        init(rows: [Row], findings: [Finding]) { self.rows = rows; self.findings = findings }
    }

    private enum PeopleColumn: Int, TableColumn {
        case candidate, count, reason, detail
        static let names = ["candidate", "count", "reason", "detail"]
        static let required: Set<PeopleColumn> = [.candidate, .count, .reason]
    }

    private enum PlacesColumn: Int, TableColumn {
        case request, places, filled, reason, detail
        static let names = ["request", "places", "filled", "reason", "detail"]
        static let required: Set<PlacesColumn> = [.request, .places, .filled, .reason]
    }

    public static func unplaced(_ path: String) -> Result<Unplaced> {
        Result(path) { (row: TableRow<PeopleColumn>, texts) in
            let candidate = row.requiredText(.candidate, &texts)
            let count = row.requiredNumber(.count, in: 1...Limits.count)
            let code = row.requiredText(.reason, &texts)
            let detail = row.text(.detail, &texts)
            guard row.isSound, let candidate, let count, let code else { return nil }
            return Unplaced(candidate: Candidate.ID(candidate), count: count, reason: Reason(code: code, detail: detail))
        }
    }

    public static func unfilled(_ path: String) -> Result<Unfilled> {
        Result(path) { (row: TableRow<PlacesColumn>, texts) in
            let request = row.requiredText(.request, &texts)
            let places = row.requiredNumber(.places, in: 1...Limits.count)
            let filled = row.requiredNumber(.filled, in: 0...Limits.count)
            let code = row.requiredText(.reason, &texts)
            let detail = row.text(.detail, &texts)
            guard row.isSound, let request, let places, let filled, let code else { return nil }
            return Unfilled(request: Request.ID(request), places: places, filled: filled, reason: Reason(code: code, detail: detail))
        }
    }
}
