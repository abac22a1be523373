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
                        message: "request \(request.id) has \(counted(request.places, "place")), \(people) people are on it"))
            }
            if people > 0, people < request.minPlaces {
                violations.append(
                    Violation(
                        rule: "V5", subjects: [request.id.text],
                        message: "request \(request.id) takes nobody or at least \(counted(request.minPlaces, "person", "people")), \(people) \(people == 1 ? "is" : "are") on it"))
            }
        }
    }
}
