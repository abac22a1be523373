import MobilityChecking
import MobilityIngest
import MobilityModel

/// The plan that `--pin` names, and what has become of its pinned cycles since.
struct PinnedPlan {
    let plan: Plan
    /// Pinned rows whose request has moved: a pin holds on to the request, not to its days.
    let moved: [Finding]

    init(_ plan: Plan, rows: [PlanRow], table: String, scenario: Scenario) {
        self.plan = plan
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

    /// What the pinned cycles break all by themselves, whatever else is planned.
    func brokenRules(in scenario: Scenario, limit: Int = 10) -> [String] {
        let pinned = plan.itineraries.compactMap { itinerary in
            let cycles = itinerary.cycles.filter(\.pinned)
            return cycles.isEmpty ? nil : Itinerary(candidate: itinerary.candidate, count: itinerary.count, cycles: cycles)
        }
        // Rules on the whole plan are not for a part of it.
        let broken = PlanChecker(scenario: scenario).check(Plan(itineraries: pinned)).violations.filter { $0.rule != "V9" }
        return broken.prefix(limit).map(\.description) + (broken.count > limit ? ["and \(broken.count - limit) more"] : [])
    }
}
