import MobilityModel

extension PlanChecker {
    /// Requests that are looked at closely; the others fail on more by themselves.
    private static let looked = 40

    /// The requests that a person of a row comes nearest to, with every condition on the way: those that miss the fewest rules
    /// first, of equal ones the one that comes furthest, then the more urgent and the earlier.
    ///
    /// Of a row that is placed in full, one person is taken out of the plan first: what is told is what they could do instead.
    public func nearestRequests(of id: Candidate.ID, in plan: Plan, pins: Plan? = nil, most: Int) -> [ConditionTrail] {
        guard let row = index.candidates[id] else { return [] }
        let placed = plan.itineraries.filter { $0.candidate == id }.reduce(0) { $0 + $1.count }
        let others = placed < scenario.candidates[row].count ? plan : plan.removingOne(of: id)
        let usage = check(others).usage
        let alone = scenario.requests.map { request in
            (request: request, broken: checkPerson(id, on: request.id))
        }.sorted { a, b in
            (a.broken, -a.request.priority, a.request.start, a.request.id) < (b.broken, -b.request.priority, b.request.start, b.request.id)
        }
        let trails = alone.prefix(max(most, Self.looked)).compactMap { item in
            conditions(of: id, on: item.request.id, beside: others, usage: usage, pins: pins).map { (item.request, $0) }
        }
        return trails.sorted { a, b in
            let (x, y) = (a.1, b.1)
            return (x.missedRules, -furthest(x), x.missed.count) != (y.missedRules, -furthest(y), y.missed.count)
                ? (x.missedRules, -furthest(x), x.missed.count) < (y.missedRules, -furthest(y), y.missed.count)
                : (-a.0.priority, a.0.start, a.0.id) < (-b.0.priority, b.0.start, b.0.id)
        }.prefix(most).map(\.1)
    }

    /// Conditions of eligibility that fail, whatever else is planned.
    private func checkPerson(_ id: Candidate.ID, on request: Request.ID) -> Int {
        check(Plan(itineraries: [Itinerary(candidate: id, cycles: [Cycle(request: request)])])).violations.filter { $0.rule == "V1" }.count
    }

    private func furthest(_ trail: ConditionTrail) -> Int {
        (1...12).first { number in trail.missed.contains { $0.rule == "V\(number)" } } ?? 13
    }
}
