import MobilityModel

extension PlanChecker {
    /// **V5 Places.**
    func checkPlaces(_ tally: Tally, _ violations: inout [Violation]) {
        for (index, request) in scenario.requests.enumerated() {
            let people = tally.requests[index]
            if people > request.places {
                violations.append(
                    Violation(
                        rule: "V5", subjects: [request.id.text],
                        message: "request \(request.id) has \(request.places) places, \(people) people are on it"))
            }
            if people > 0, people < request.minPlaces {
                violations.append(
                    Violation(
                        rule: "V5", subjects: [request.id.text],
                        message: "request \(request.id) takes nobody or at least \(request.minPlaces) people, \(people) are on it"))
            }
        }
    }
}
