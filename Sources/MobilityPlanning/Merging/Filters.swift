import MobilityModel

/// What a filter on people can see of a person at a cycle.
struct PersonAtCycle {
    var candidate: Candidate
    var returning: Bool
    var start: Day
}

extension Who {
    func matches(_ person: PersonAtCycle) -> Bool {
        let candidate = person.candidate
        if !sex.isEmpty, !sex.contains(candidate.sex) { return false }
        if let ageMin, candidate.born.completing(years: ageMin) > person.start { return false }
        if let ageMax, candidate.born.completing(years: ageMax + 1) <= person.start { return false }
        if !origin.isEmpty, !origin.contains(candidate.origin) { return false }
        if !area.isEmpty, !area.contains(candidate.area) { return false }
        if let returning, returning != person.returning { return false }
        if !guarantor.isEmpty, !guarantor.contains(candidate.guarantor) { return false }
        return true
    }
}

extension Where {
    func matches(_ request: Request) -> Bool {
        if !country.isEmpty, !country.contains(request.country) { return false }
        if !region.isEmpty, !region.contains(request.region) { return false }
        if !sector.isEmpty, !sector.contains(request.sector) { return false }
        if !channel.isEmpty, !channel.contains(request.channel) { return false }
        if !employer.isEmpty, !employer.contains(request.employer) { return false }
        if !year.isEmpty, !year.contains(request.start.year) { return false }
        return true
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
