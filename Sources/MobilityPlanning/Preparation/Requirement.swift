import MobilityModel

/// A hard rule, a pin or a demand, which a plan must meet.
enum Requirement: Hashable {
    case rule(Int), pin(Int), demand(Int)

    /// All of a scenario's: its hard rules, then so many pins and demands.
    static func hard(_ scenario: Scenario, pins: Int, demands: Int) -> [Requirement] {
        scenario.rules.indices.filter { scenario.rules[$0].penalty == nil }.map(Requirement.rule) 
            + (0..<pins).map(Requirement.pin) + (0..<demands).map(Requirement.demand)
    }

    /// Its soft rules, which no plan need meet.
    static func soft(_ scenario: Scenario) -> Set<Requirement> {
        Set(scenario.rules.indices.filter { scenario.rules[$0].penalty != nil }.map(Requirement.rule))
    }
}

extension Demand {
    var candidate: Candidate.ID? { if case .candidate(let id) = subject { id } else { nil } }
    var request: Request.ID? { if case .request(let id) = subject { id } else { nil } }
}
