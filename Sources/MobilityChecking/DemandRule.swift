import MobilityModel

extension PlanChecker {
    /// What a re-planning asked for on top of the scenario, as hard as a rule: people of a row placed, or people on a request.
    func checkDemands(_ demands: [Demand], _ tally: Tally, _ violations: inout [Violation]) {
        for demand in demands {
            let people: Int
            let subject: String
            switch demand.subject {
            case .candidate(let id):
                people = index.candidates[id].flatMap { tally.candidates[$0] } ?? 0
                subject = id.text
            case .request(let id):
                people = index.requests[id].map { tally.requests[$0] } ?? 0
                subject = id.text
            }
            guard demand.shortfall(Int64(people)) > 0 else { continue }
            violations.append(
                Violation(
                    rule: Violation.demand, subjects: [subject],
                    message: "\(demand) was asked for, \(counted(people, "person is", "people are")) there"))
        }
    }
}

extension Violation {
    /// Stands where a rule of the model would: no rule of a scenario, but what was asked of one plan.
    public static let demand = "demand"
}
