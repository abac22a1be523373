import MobilityModel

/// What a filter on people can see of a person at a cycle.
struct PersonAtCycle {
    var candidate: Candidate
    var returning: Bool
    var start: Day
}

extension Who {
    func holds(for person: PersonAtCycle) -> Bool {
        holds(for: person.candidate, on: person.start, isReturning: person.returning)
    }
}

/// Which attributes of people and requests anything in the scenario reads: people who differ only in the others are alike.
struct AttributesRead {
    var sex = false, area = false, guarantor = false
    var region = false, employer = false
    /// Completed years at which something changes.
    var ages: Set<Int> = []

    init(_ scenario: Scenario) {
        let effects = scenario.objective.contains(.returns) ? scenario.behaviour.effects : []
        let who = scenario.rules.flatMap { [$0.who, $0.of] } + scenario.priorities.map(\.who) + effects.map(\.who)
        let places = scenario.rules.map(\.place) + scenario.priorities.map(\.place) + effects.map(\.place)
        sex = who.contains { !$0.sex.isEmpty }
        area = who.contains { !$0.area.isEmpty }
        guarantor = who.contains { !$0.guarantor.isEmpty }
        region = places.contains { !$0.region.isEmpty }
        employer = places.contains { !$0.employer.isEmpty } || scenario.match.employer != 0
        ages.insert(scenario.cycle.minAge)
        if let oldest = scenario.cycle.maxAge { ages.insert(oldest + 1) }
        for filter in who {
            if let youngest = filter.ageMin { ages.insert(youngest) }
            if let oldest = filter.ageMax { ages.insert(oldest + 1) }
        }
    }
}
