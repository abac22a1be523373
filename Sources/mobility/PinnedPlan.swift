import MobilityChecking
import MobilityIngest
import MobilityModel

/// The plan that `--pin` names, and what has become of its pinned cycles since.
struct PinnedPlan {
    let plan: Plan
    /// Pinned rows whose request has moved: a pin holds on to the request, not to its days.
    let moved: [Finding]
    private let rows: [PlanRow]
    /// Path of `plan.csv`.
    private let table: String

    init(_ plan: Plan, rows: [PlanRow], table: String, scenario: Scenario) {
        self.plan = plan
        self.rows = rows
        self.table = table
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        moved = rows.compactMap { row in
            guard row.pinned, let request = requests[row.request] else { return nil }
            let changes = [("starts", row.start, request.start), ("ends", row.end, request.end)].compactMap { verb, then, now in
                then.flatMap { $0 == now ? nil : "\(verb) on \(now) now, not on \($0)" }
            }
            guard !changes.isEmpty else { return nil }
            return Finding(
                severity: .warning, code: "pinned_stay_moved", file: table, line: row.line,
                message: "\(row.candidate) is pinned to \(row.request), which \(changes.joined(separator: " and "))")
        }
    }

    /// What those who pinned should know.
    var findings: [Finding] {
        guard !rows.contains(where: \.pinned) else { return moved }
        return [Finding(severity: .warning, code: "nothing_pinned", file: table, line: 1, message: Self.nothingPinned)]
    }

    static let nothingPinned = "no row is pinned, so nothing is held on to: write `true` into the `pinned` column of the rows that must stay"

    /// What the pinned cycles break all by themselves, whatever else is planned, with the lines of the file.
    func brokenRules(in scenario: Scenario, limit: Int = 10) -> [String] {
        var pinned: [Itinerary] = []
        // By itinerary: its number in the file, and the pinned rows of it in the order of their cycles.
        var origins: [[PlanRow]] = []
        for (itinerary, rows) in zip(plan.itineraries, rows.byItinerary) {
            let cycles = itinerary.cycles.filter(\.pinned)
            guard !cycles.isEmpty else { continue }
            pinned.append(Itinerary(candidate: itinerary.candidate, count: itinerary.count, cycles: cycles))
            origins.append(rows.filter(\.pinned).sorted { ($0.cycle, $0.line) < ($1.cycle, $1.line) })
        }
        let alone = Plan(itineraries: pinned)
        let mended = Set(PlanChecker(scenario: MendedScenario.of(scenario, pinned: alone)).check(alone).violations)
        // Rules on the whole plan are not for a part of it, and what further cycles and people can mend is not broken by the pins.
        let broken = PlanChecker(scenario: scenario).check(alone).violations.filter { $0.rule != "V9" && mended.contains($0) }
        return broken.prefix(limit).map { told($0, origins) } + (broken.count > limit ? ["and \(broken.count - limit) more"] : [])
    }

    /// A violation with the numbers of the file instead of those of the pinned part.
    private func told(_ violation: Violation, _ origins: [[PlanRow]]) -> String {
        guard let number = violation.subjects.first.flatMap({ Int($0) }), origins.indices.contains(number - 1),
            violation.message.hasPrefix("itinerary \(number), ")
        else { return "\(violation)" }
        let rows = origins[number - 1]
        for (index, row) in rows.enumerated() {
            let words = "itinerary \(number), cycle \(index + 1), "
            guard violation.message.hasPrefix(words) else { continue }
            return "\(violation.rule) (\(table):\(row.line)): itinerary \(row.itinerary), cycle \(row.cycle), "
                + violation.message.dropFirst(words.count)
        }
        return "\(violation.rule) (\(table):\(rows[0].line)): itinerary \(rows[0].itinerary), "
            + violation.message.dropFirst("itinerary \(number), ".count)
    }
}

/// A scenario in which the pinned part of a plan breaks only what no further cycles and people can mend: an earlier cycle can
/// bring skills and make somebody a returner, more people can reach a minimum.
private enum MendedScenario {
    static func of(_ scenario: Scenario, pinned: Plan) -> Scenario {
        var mended = scenario
        for index in mended.sessions.indices { mended.sessions[index].minSeats = 0 }
        for index in mended.requests.indices { mended.requests[index].minPlaces = 0 }
        let starts = Dictionary(scenario.requests.map { ($0.id, $0.start) }, uniquingKeysWith: { a, _ in a })
        // By candidate: pinned cycles, of those with the fewest, and the last start among all.
        var most: [Candidate.ID: Int] = [:]
        var last: [Candidate.ID: Day] = [:]
        for itinerary in pinned.itineraries {
            let id = itinerary.candidate
            most[id] = min(most[id] ?? .max, itinerary.cycles.count)
            last[id] = (itinerary.cycles.compactMap { starts[$0.request] } + [last[id]].compactMap { $0 }).max()
        }
        for index in mended.candidates.indices {
            let candidate = mended.candidates[index]
            guard let cycles = most[candidate.id], let last = last[candidate.id], scenario.cycle.maxCycles.map({ cycles < $0 }) ?? true else { continue }
            mended.candidates[index].cycles = max(1, candidate.cycles)
            for session in scenario.sessions where session.seats > 0 && session.end < last && (session.origins.isEmpty || session.origins.contains(candidate.origin)) {
                for skill in session.grants {
                    switch skill {
                    case .certificate(let name): mended.candidates[index].certificates.append(HeldCertificate(name: name, expiry: nil))
                    case .language(let skill): mended.candidates[index].languages.append(skill)
                    }
                }
            }
        }
        return mended
    }
}
