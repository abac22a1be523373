import MobilityModel

extension PlanResult {
    /// The same result with a row for everybody who stays at home and for every request with places left: whoever plans
    /// owes a reason for each, and where one is missing that is said instead of dropping people in silence.
    func accountingForEverybody(of scenario: Scenario) -> PlanResult {
        var complete = self
        var placed: [Candidate.ID: Int] = [:], filled: [Request.ID: Int] = [:]
        for itinerary in plan.itineraries {
            placed[itinerary.candidate, default: 0] += itinerary.count
            for cycle in itinerary.cycles { filled[cycle.request, default: 0] += itinerary.count }
        }
        for row in unplaced { placed[row.candidate, default: 0] += row.count }
        let told = Set(unfilled.map(\.request))
        let reason = Reason(code: "unexplained", detail: ReasonTemplate.unexplained.english())
        for candidate in scenario.candidates {
            let missing = candidate.count - placed[candidate.id, default: 0]
            guard missing > 0 else { continue }
            complete.unplaced.append(Unplaced(candidate: candidate.id, count: missing, reason: reason))
        }
        for request in scenario.requests where !told.contains(request.id) {
            let filled = filled[request.id, default: 0]
            guard filled < request.places else { continue }
            complete.unfilled.append(Unfilled(request: request.id, places: request.places, filled: filled, reason: reason))
        }
        return complete
    }
}
