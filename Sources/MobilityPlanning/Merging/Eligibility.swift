import MobilityModel

/// The first condition of eligibility that keeps a person from a request, in the order in which a planner would look.
enum Ineligibility: Int, Comparable {
    case occupation, sector, country, origin, named, age, horizon, notFiled, notYetAvailable, availability, passport

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

struct Eligibility {
    let horizon: ClosedRange<Day>
    let cycle: CycleRules

    init(_ scenario: Scenario) {
        horizon = scenario.horizon
        cycle = scenario.cycle
    }

    /// `named` is judged on any of the rows that the class stands for; alike rows are named alike.
    func failure(_ candidate: Candidate, _ group: RequestGroup) -> Ineligibility? {
        let request = group.request
        if !candidate.occupations.contains(request.occupation) { return .occupation }
        if !group.channel.sectors.isEmpty, !group.channel.sectors.contains(request.sector) { return .sector }
        if !candidate.countries.isEmpty, !candidate.countries.contains(request.country) { return .country }
        if !request.origins.isEmpty, !request.origins.contains(candidate.origin) { return .origin }
        if !request.named.isEmpty, !request.named.contains(candidate.id) { return .named }
        if candidate.born.completing(years: cycle.minAge) > request.start { return .age }
        if let oldest = cycle.maxAge, candidate.born.completing(years: oldest + 1) <= request.start { return .age }
        if !horizon.contains(request.start) { return .horizon }
        if cycle.requireFiled, request.filed == nil { return .notFiled }
        if request.start < candidate.from { return .notYetAvailable }
        if let until = candidate.until, until < request.end { return .availability }
        if let passport = candidate.passportUntil, passport < request.end { return .passport }
        return nil
    }
}
