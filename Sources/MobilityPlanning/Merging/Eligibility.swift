import MobilityModel

/// The first condition of eligibility that keeps a person from a request, in the order in which a planner would look.
enum Ineligibility: Int, Comparable, CaseIterable {
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

    /// The first condition that fails; `nil` where all hold.
    func failure(_ candidate: Candidate, _ group: RequestGroup) -> Ineligibility? {
        Ineligibility.allCases.first { fails($0, candidate, group) }
    }

    /// All conditions that fail, in order.
    func failures(_ candidate: Candidate, _ group: RequestGroup) -> [Ineligibility] {
        Ineligibility.allCases.filter { fails($0, candidate, group) }
    }

    /// `named` is judged on any of the rows that the class stands for; alike rows are named alike.
    private func fails(_ condition: Ineligibility, _ candidate: Candidate, _ group: RequestGroup) -> Bool {
        let request = group.request
        switch condition {
        case .occupation: return !candidate.occupations.contains(request.occupation)
        case .sector: return !group.channel.sectors.isEmpty && !group.channel.sectors.contains(request.sector)
        case .country: return !candidate.countries.isEmpty && !candidate.countries.contains(request.country)
        case .origin: return !request.origins.isEmpty && !request.origins.contains(candidate.origin)
        case .named: return !request.named.isEmpty && !request.named.contains(candidate.id)
        case .age:
            let isTooOld = cycle.maxAge.map { candidate.born.completing(years: $0 + 1) <= request.start } ?? false
            return isTooOld || candidate.born.completing(years: cycle.minAge) > request.start
        case .horizon: return !horizon.contains(request.start)
        case .notFiled: return cycle.requireFiled && request.filed == nil
        case .notYetAvailable: return request.start < candidate.from
        case .availability: return candidate.until.map { $0 < request.end } ?? false
        case .passport: return candidate.passportUntil.map { $0 < request.end } ?? false
        }
    }
}
