import MobilityModel

/// The figures of a plan, for everybody and for every group, under names that two plans share.
struct PlanLevels {
    struct Key: Hashable {
        /// `all`, `sex=F`, `sector=agriculture`, or the id of something scarce.
        var kind: String
        var group: String
        var figure: String
    }

    private(set) var values: [Key: Double] = [:]
    /// In the order in which they are shown.
    private(set) var keys: [Key] = []

    init(_ plan: ComparedPlan) {
        count(plan)
        use(plan.usage)
    }

    private mutating func add(_ kind: String, _ group: String, _ figure: String, _ value: Double) {
        let key = Key(kind: kind, group: group, figure: figure)
        if values[key] == nil { keys.append(key) }
        values[key, default: 0] += value
    }

    private mutating func count(_ plan: ComparedPlan) {
        let scenario = plan.scenario
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let candidates = Dictionary(scenario.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        add("plan", "all", "people_placed", Double(plan.plan.itineraries.reduce(0) { $0 + $1.count }))
        add("plan", "all", "placements", 0)
        add("plan", "all", "places", 0)
        for request in scenario.requests.sorted(by: { $0.id < $1.id }) {
            for group in ["all"] + Self.demand(request) { add("plan", group, "places", Double(request.places)) }
        }
        for (itinerary, costs) in zip(plan.plan.itineraries, plan.costs) {
            guard let person = candidates[itinerary.candidate] else { continue }
            let people = Double(itinerary.count)
            for group in Self.people(person, on: scenario.horizon.lowerBound, returning: person.cycles > 0) {
                add("plan", group, "people_placed", people)
            }
            for (position, (cycle, cost)) in zip(itinerary.cycles, costs).enumerated() {
                guard let request = requests[cycle.request] else { continue }
                let groups = Self.people(person, on: request.start, returning: person.cycles + position > 0) + Self.demand(request)
                add("plan", "all", "placements", people)
                for group in groups {
                    add("plan", group, "placements", people)
                    add("plan", group, "cost_eur", Double(cost.amount) / 100 * people)
                }
            }
        }
        add("plan", "all", "cost_eur", Double(plan.totalCost.amount) / 100)
        for key in keys where key.figure == "places" {
            let places = values[key] ?? 0
            let filled = values[Key(kind: "plan", group: key.group, figure: "placements")] ?? 0
            if places > 0 { add("plan", key.group, "share_filled", filled / places) }
        }
        keys.sort { ($0.group == "all" ? "" : $0.group) < ($1.group == "all" ? "" : $1.group) }
    }

    private static func demand(_ request: Request) -> [String] {
        ["year=\(request.start.year)", "sector=\(request.sector)", "channel=\(request.channel)", "country=\(request.country)"]
    }

    static func people(_ person: Candidate, on day: Day, returning: Bool) -> [String] {
        [
            "sex=\(person.sex.rawValue)", "age=\(AgeBand(born: person.born, on: day).name)", "origin=\(person.origin)",
            "area=\(person.area)", "experience=\(returning ? "returning" : "first_time")",
        ]
    }

    private mutating func use(_ usage: PlanUsage) {
        for use in usage.quotas {
            add("quota", use.id, "used", Double(use.used))
            add("quota", use.id, "places", Double(use.capacity))
        }
        for use in usage.sessions {
            add("session", use.id, "used", Double(use.used))
            add("session", use.id, "seats", Double(use.capacity))
        }
        for use in usage.consulates {
            add("consulate", use.id, "used", Double(use.used))
            add("consulate", "\(use.id) \(use.month)", "used", Double(use.used))
            add("consulate", "\(use.id) \(use.month)", "monthly_capacity", Double(use.capacity))
        }
        for use in usage.funds {
            add("fund", use.id, "used_eur", Double(use.used.amount) / 100)
            add("fund", use.id, "amount_eur", Double(use.amount.amount) / 100)
        }
    }
}
