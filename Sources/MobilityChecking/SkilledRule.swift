import MobilityModel

extension PlanChecker {
    /// **V2 Skilled.**
    func checkSkilled(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        var held = HeldSkills(candidate: itinerary.candidate)
        for cycle in itinerary.cycles {
            let deadline = cycle.deadline
            for skill in cycle.request.requirements
            where !held.holds(skill, validOn: cycle.request.start, endedBefore: deadline, sessions: cycle.sessions) {
                violations.append(
                    itinerary.violation(
                        "V2", cycle, naming: [skill.description],
                        "\(skill) is neither held on \(cycle.request.start) nor granted by a session that ends before \(deadline)"))
            }
            held.complete(cycle.sessions)
        }
    }
}
