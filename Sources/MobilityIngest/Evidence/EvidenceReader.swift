import MobilityModel

/// Reads monitoring data: tables of cohorts, of delays and of figures to be predicted.
///
/// Like the tables of a scenario, nothing that a file holds makes it throw: everything that is wrong becomes a finding.
public enum EvidenceReader {

    /// Rows of one kind, or what is wrong with their files.
    public struct Result<Row: Sendable>: Sendable {
        /// The sound rows, in the order of the files; complete where there is no error.
        public var rows: [Row]
        public var findings: [Finding]
        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// Reads cohorts from several files; an id is that of one cohort in all of them.
    public static func cohorts(_ paths: [String]) -> Result<Cohort> {
        let log = FindingLog()
        var rows: [Cohort] = []
        var first: [Cohort.ID: Place] = [:]
        for path in paths {
            var table = CohortTable(file: path)
            _ = TableFile<CohortTable.Column>(path: path, log: log).read { table.add($0) }
            for (index, row) in table.table.rows.enumerated() {
                let place = table.table.place(index)
                if let earlier = first[row.id] {
                    log.error("duplicate_id", at: place, "the cohort \(Excerpt.quoted(row.id.text)) is that of \(earlier.file):\(earlier.line) already")
                } else {
                    first[row.id] = place
                }
            }
            rows += table.table.rows
        }
        return Result(rows: rows, findings: log.sorted())
    }

    public static func delays(_ path: String) -> Result<DelayObservation> {
        let log = FindingLog()
        var table = DelayTable(file: path, log: log)
        _ = TableFile<DelayTable.Column>(path: path, log: log).read { table.add($0) }
        table.checkCourse()
        return Result(rows: table.rows, findings: log.sorted())
    }

    /// - Returns: those that can be compared, and those that cannot.
    public static func figures(_ path: String) -> (compared: Result<EvidenceFigure>, uncompared: [UncomparedFigure]) {
        let log = FindingLog()
        var table = FigureTable(file: path)
        _ = TableFile<FigureTable.Column>(path: path, log: log).read { table.add($0) }
        return (Result(rows: table.table.rows, findings: log.sorted()), table.uncompared)
    }
}
