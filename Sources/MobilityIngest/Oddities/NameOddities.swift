import MobilityModel

/// Occupations and former employers of candidates that no request has and some request nearly has.
struct NameOddities {
    let scenario: Scenario
    let tables: ScenarioTables
    let log: FindingLog
    /// Each distinct name is compared with all of the requests: more of them than this are no slips of the pen.
    private let limit = 200

    /// Candidate rows with one misspelt name.
    private struct Rows {
        var first: Int
        var count = 0
        var examples: [String] = []
    }

    /// Reports them; the misspelt occupations.
    func run() -> Set<String> {
        let occupations = check("occupations", "asks for", Set(scenario.requests.map(\.occupation)), \.occupations)
        _ = check("last_employer", "is from", Set(scenario.requests.map(\.employer))) { [$0.lastEmployer].compactMap { $0 } }
        return occupations
    }

    private func check(_ column: String, _ verb: String, _ known: Set<String>, _ names: (Candidate) -> [String]) -> Set<String> {
        let sorted = known.sorted()
        var near: [String: String?] = [:]
        var rows: [String: Rows] = [:]
        for (index, candidate) in scenario.candidates.enumerated() {
            let held = names(candidate)
            for name in held where !known.contains(name) {
                if near[name] == nil {
                    guard near.count < limit else { continue }
                    near[name] = .some(NearestName.find(name, among: sorted))
                }
                // Who lists both means two things.
                guard let meant = near[name] ?? nil, !held.contains(meant) else { continue }
                rows[name, default: Rows(first: index)].count += 1
                if rows[name, default: Rows(first: index)].examples.count < 3 { rows[name]?.examples.append(candidate.id.text) }
            }
        }
        for (name, found) in rows.sorted(by: { ($0.value.first, $0.key) < ($1.value.first, $1.key) }) {
            guard let meant = near[name] ?? nil else { continue }
            let which = found.count == 1 ? "row \(Excerpt.names(found.examples))" : "\(found.count) rows, such as \(Excerpt.names(found.examples))"
            log.warning(
                "unknown_name", at: tables.candidates.place(found.first),
                "`\(column)`: no request \(verb) \(Excerpt.quoted(name)) (\(which)); did you mean `\(Excerpt.plain(meant))`?")
        }
        return Set(rows.keys)
    }
}
