import MobilityModel

/// Reads `unplaced.csv` and `unfilled.csv`, the reasons beside a plan. Ids are not held against a scenario.
public enum LeftOverReader {
    /// Rows of one of the tables, or what is wrong with it.
    public struct Result<Row: Sendable>: Sendable {
        /// The sound rows, in the order of the file; complete where there is no error.
        public var rows: [Row]
        public var findings: [Finding]
        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
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
        let log = FindingLog()
        var texts = TextPool()
        var rows: [Unplaced] = []
        _ = TableFile<PeopleColumn>(path: path, log: log).read { row in
            let candidate = row.requiredText(.candidate, &texts)
            let count = row.requiredNumber(.count, in: 1...Limits.count)
            let code = row.requiredText(.reason, &texts)
            let detail = row.text(.detail, &texts)
            guard row.isSound, let candidate, let count, let code else { return }
            rows.append(Unplaced(candidate: Candidate.ID(candidate), count: count, reason: Reason(code: code, detail: detail)))
        }
        return Result(rows: rows, findings: log.sorted())
    }

    public static func unfilled(_ path: String) -> Result<Unfilled> {
        let log = FindingLog()
        var texts = TextPool()
        var rows: [Unfilled] = []
        _ = TableFile<PlacesColumn>(path: path, log: log).read { row in
            let request = row.requiredText(.request, &texts)
            let places = row.requiredNumber(.places, in: 1...Limits.count)
            let filled = row.requiredNumber(.filled, in: 0...Limits.count)
            let code = row.requiredText(.reason, &texts)
            let detail = row.text(.detail, &texts)
            guard row.isSound, let request, let places, let filled, let code else { return }
            rows.append(
                Unfilled(request: Request.ID(request), places: places, filled: filled, reason: Reason(code: code, detail: detail)))
        }
        return Result(rows: rows, findings: log.sorted())
    }
}
