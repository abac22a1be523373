import MobilityChecking
import MobilityModel
import MobilityReport

extension Explainer {
    func explain(_ request: Request) throws -> Explanation {
        let id = request.id
        func filled(_ plan: Plan) -> Int {
            plan.itineraries.reduce(0) { sum, itinerary in
                sum + itinerary.count * itinerary.cycles.count { $0.request == id }
            }
        }
        let now = filled(base.replanner.plan)
        var explanation = Explanation(kind: "request", id: id.text, decided: decided(request, filled(plan)), notes: base.notes)
        explanation.hindrances = hindrances(to: id)
        func add(_ words: String, _ altered: Scenario? = nil, _ demands: [Demand] = []) throws {
            explanation.alternatives.append(try alternative(words, altered, demands))
        }
        if now < request.places {
            try add("one more person is on \(id), at least \(now + 1) in all", nil, [Demand(.request(id), .atLeast, now + 1)])
            // More may follow the one: a minimum that is reached, or a session that is held at last.
            let then = explanation.alternatives.last.map { filled($0.replan.plan) } ?? 0
            if then > now + 1 { explanation.alternatives[explanation.alternatives.count - 1].change += " (\(then) in that plan)" }
            if now + 1 < request.places {
                try add("all \(request.places) places of \(id) are filled", nil, [Demand(.request(id), .atLeast, request.places)])
            }
        } else {
            try add("\(id) has one more place, \(request.places + 1) in all", scenario.with(1, more: .request(id)))
        }
        if now > 1 { try add("one person fewer is on \(id), \(now - 1) at most", nil, [Demand(.request(id), .atMost, now - 1)]) }
        if now > 0 { try add("nobody is on \(id)", nil, [Demand(.request(id), .atMost, 0)]) }
        return explanation
    }

    private func decided(_ request: Request, _ filled: Int) -> [String] {
        var people: [Candidate.ID: Int] = [:]
        for itinerary in plan.itineraries where itinerary.cycles.contains(where: { $0.request == request.id }) {
            people[itinerary.candidate, default: 0] += itinerary.count
        }
        let named = people.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key.text : "\($0.value) of \($0.key)" }
        let listed = named.prefix(6).joined(separator: ", ") + (named.count > 6 ? " and \(named.count - 6) more rows" : "")
        var lines = ["\(filled) of \(counted(request.places, "place", "places")) filled" + (named.isEmpty ? "" : ": \(listed)")]
        if let reason = told(base.dossier.report.result.unfilled.first { $0.request == request.id }?.reason) {
            lines.append("\(counted(request.places - filled, "place", "places")) empty: \(reason)")
        }
        return lines
    }

    /// What everybody who is not on a request misses first.
    private func hindrances(to id: Request.ID) -> [Explanation.Hindrance] {
        let checker = base.dossier.checker
        let whole = check.usage
        var found: [String: Explanation.Hindrance] = [:]
        for candidate in scenario.candidates.sorted(by: { $0.id < $1.id }) {
            let own = plan.itineraries.filter { $0.candidate == candidate.id }
            let there = own.reduce(0) { $0 + ($1.cycles.contains { $0.request == id } ? $1.count : 0) }
            guard there < candidate.count else { continue }
            let isPlaced = own.reduce(0) { $0 + $1.count } == candidate.count
            let others = isPlaced ? plan.removingOne(of: candidate.id) : plan
            guard let trail = checker.conditions(
                of: candidate.id, on: id, beside: others, usage: isPlaced ? checker.check(others).usage : whole, pins: base.pins)
            else { continue }
            let first = trail.missed.first
            let rule = first?.rule ?? ""
            let example = first.map { "\(candidate.id): \($0.detail)" } ?? "\(candidate.id) could go, another plan is as good or better"
            var hindrance = found[rule] ?? Explanation.Hindrance(rule: rule, people: 0, example: example)
            hindrance.people += candidate.count - there
            found[rule] = hindrance
        }
        return found.values.sorted { ($1.people, $0.rule) < ($0.people, $1.rule) }
    }
}
