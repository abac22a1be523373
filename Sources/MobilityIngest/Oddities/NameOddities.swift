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
        // One field of a row at a time: to copy a million whole rows takes as long as to read them.
        let candidates = scenario.candidates
        let misspelt = check(
            "occupations", "asks for", Set(scenario.requests.map(\.occupation)), distinct: tables.occupationLists.joined(),
            by: { candidates[$0].occupations })
        var employers: [String] = []
        var seen: Set<String> = []
        for index in candidates.indices {
            if let employer = candidates[index].lastEmployer, seen.insert(employer).inserted { employers.append(employer) }
        }
        _ = check(
            "last_employer", "is from", Set(scenario.requests.map(\.employer)), distinct: employers,
            by: { index in candidates[index].lastEmployer.map { [$0] } ?? [] })
        return misspelt
    }

    /// A name that is known, or several with another separator between them than lists have.
    private static func meaning(of name: String, among known: [String]) -> String? {
        let parts = name.split { ";,/".contains($0) }.map { $0.trimmingPrefix { $0 == " " } }
        if parts.count > 1, parts.contains(where: { known.contains(String($0)) }) { return parts.joined(separator: "|") }
        return NearestName.find(name, among: known)
    }

    /// - Parameters:
    ///   - distinct: all names that candidates hold, in order of first use; some may come again.
    ///   - held: names by index of the candidate.
    private func check(
        _ column: String, _ verb: String, _ known: Set<String>, distinct: some Sequence<String>, by held: (Int) -> [String]
    ) -> Set<String> {
        let sorted = known.sorted()
        var near: [String: String?] = [:]
        for name in distinct where near.count < limit && !known.contains(name) && near[name] == nil {
            near[name] = .some(Self.meaning(of: name, among: sorted))
        }
        let meant = near.compactMapValues { $0 }
        guard !meant.isEmpty else { return [] }
        var rows: [String: Rows] = [:]
        for index in scenario.candidates.indices {
            let names = held(index)
            for name in names {
                // Who lists both means two things.
                guard let meant = meant[name], !names.contains(meant) else { continue }
                rows[name, default: Rows(first: index)].count += 1
                if rows[name, default: Rows(first: index)].examples.count < 3 {
                    rows[name]?.examples.append(scenario.candidates[index].id.text)
                }
            }
        }
        for (name, found) in rows.sorted(by: { ($0.value.first, $0.key) < ($1.value.first, $1.key) }) {
            guard let meant = meant[name] else { continue }
            let which = found.count == 1 ? "row \(Excerpt.names(found.examples))" : "\(found.count) rows, such as \(Excerpt.names(found.examples))"
            log.warning(
                "unknown_name", at: tables.candidates.place(found.first),
                "`\(column)`: no request \(verb) \(Excerpt.quoted(name)) (\(which)); did you mean `\(Excerpt.plain(meant))`?")
        }
        return Set(rows.keys)
    }
}
