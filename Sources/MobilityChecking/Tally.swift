import MobilityModel

/// What all itineraries together take and are worth. Sums stay at the largest number instead of overflowing.
struct Tally {
    struct ConsulateMonth: Hashable {
        let consulate: Int
        let month: Month
    }

    /// By index in the scenario's tables.
    private(set) var candidates: [Int: Int] = [:]
    private(set) var requests: [Int]
    private(set) var sessions: [Int]
    private(set) var quotas: [Int]
    private(set) var consulates: [ConsulateMonth: Int] = [:]
    private(set) var ruleMatched: [Int]
    private(set) var ruleTotal: [Int]
    /// Cents by what decides which funds can pay them; run costs not yet.
    private(set) var costs: [CostItem: Int64] = [:]
    private(set) var placements: Int64 = 0
    private(set) var stayDays: Int64 = 0
    private(set) var match: Int64 = 0
    private(set) var returns: Int64 = 0

    init(_ scenario: Scenario) {
        requests = Array(repeating: 0, count: scenario.requests.count)
        sessions = Array(repeating: 0, count: scenario.sessions.count)
        quotas = Array(repeating: 0, count: scenario.quotas.count)
        ruleMatched = Array(repeating: 0, count: scenario.rules.count)
        ruleTotal = ruleMatched
    }

    mutating func follow(candidate index: Int, people: Int) {
        candidates[index] = (candidates[index] ?? 0).plus(people)
    }

    mutating func add(_ cycle: ResolvedCycle, of itinerary: ResolvedItinerary, checker: PlanChecker) {
        let people = itinerary.people
        guard people > 0 else { return }
        requests[cycle.requestIndex] = requests[cycle.requestIndex].plus(people)
        for session in cycle.sessionIndices { sessions[session] = sessions[session].plus(people) }
        if let quota = cycle.quotaIndex, cycle.channel.quota {
            for line in checker.index.chain(of: quota) { quotas[line] = quotas[line].plus(people) }
        }
        if let consulate = cycle.consulateIndex, cycle.needsVisa, let date = cycle.cycle.visaDate {
            let key = ConsulateMonth(consulate: consulate, month: date.month)
            consulates[key] = (consulates[key] ?? 0).plus(people)
        }
        for (index, rule) in checker.scenario.rules.enumerated()
        where rule.of.matches(itinerary.candidate, at: cycle) && rule.place.matches(cycle.request) {
            ruleTotal[index] = ruleTotal[index].plus(people)
            if rule.who.matches(itinerary.candidate, at: cycle) { ruleMatched[index] = ruleMatched[index].plus(people) }
        }
        let count = Int64(people)
        for (item, cents) in checker.costItems(of: cycle, by: itinerary.candidate) where cents != 0 {
            costs[item] = (costs[item] ?? 0).plus(cents.times(count))
        }
        placements = placements.plus(checker.points(of: cycle, by: itinerary.candidate).times(count))
        stayDays = stayDays.plus(Int64(cycle.request.stayDays).times(count))
        match = match.plus(checker.match(of: cycle, by: itinerary.candidate).times(count))
        returns = returns.plus(checker.returns(of: cycle, by: itinerary.candidate).times(count))
    }

    /// Run costs, paid once where anybody attends.
    mutating func addRunCosts(_ scenario: Scenario) {
        for (index, session) in scenario.sessions.enumerated() where sessions[index] > 0 && session.runCost != .zero {
            let item = CostItem(kind: .training, origin: nil, day: session.start)
            costs[item] = (costs[item] ?? 0).plus(session.runCost.amount)
        }
    }

    var cost: Int64 { costs.values.reduce(0) { $0.plus($1) } }
}
