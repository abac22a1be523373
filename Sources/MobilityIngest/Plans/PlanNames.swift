import MobilityModel

/// The ids of a scenario, for what a plan speaks of.
struct PlanNames {
    private let candidates: Set<String>
    private let requests: Set<String>
    private let quotas: Set<String>
    private let consulates: Set<String>
    private let starts: [CourseSession.ID: Day]

    init(_ scenario: Scenario) {
        candidates = Set(scenario.candidates.map(\.id.text))
        requests = Set(scenario.requests.map(\.id.text))
        quotas = Set(scenario.quotas.map(\.id.text))
        consulates = Set(scenario.consulates.map(\.id.text))
        starts = Dictionary(scenario.sessions.map { ($0.id, $0.start) }, uniquingKeysWith: { first, _ in first })
    }

    /// The sessions as a plan keeps them: by start, then id; unknown ones last.
    func ordered(_ sessions: [CourseSession.ID]) -> [CourseSession.ID] {
        let last = Day(number: .max)
        return sessions.sorted { (starts[$0] ?? last, $0) < (starts[$1] ?? last, $1) }
    }

    /// Warns of ids that the scenario does not have.
    func check(_ row: PlanRow, _ file: String, _ log: FindingLog) {
        func check(_ id: String, _ known: Set<String>, _ column: PlanReader.Column, _ table: String) {
            guard !known.contains(id) else { return }
            let sample = known.count <= 20_000 ? known.sorted() : []
            log.warning(
                "unknown_reference", at: Place(file: file, line: row.line),
                "`\(column.name)`: `\(table)` has no row with the id \(Excerpt.quoted(id))" + NearestName.hint(id, among: sample, listing: 10))
        }
        check(row.candidate.text, candidates, .candidate, "candidates")
        check(row.request.text, requests, .request, "requests")
        if let quota = row.quota { check(quota.text, quotas, .quota, "quotas") }
        if let consulate = row.consulate { check(consulate.text, consulates, .consulate, "consulates") }
        for session in row.sessions where starts[session] == nil {
            log.warning(
                "unknown_reference", at: Place(file: file, line: row.line),
                "`sessions`: `courses` has no row with the id \(Excerpt.quoted(session.text))")
        }
    }
}
