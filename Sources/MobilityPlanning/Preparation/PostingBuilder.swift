import MobilityModel

/// Describes what people do on a request, as far as others of their kind do the same there.
struct PostingBuilder {
    let scenario: Scenario
    let groups: [RequestGroup]
    let calendars: [VisaCalendar]
    let quotas: QuotaTree
    private let calendarsByPair: [Pair: [Int]]
    private let visaFree: Set<Pair>
    private let travel: [Pair: Cents]
    private let chance: ReturnChance
    /// By rule: its row, `nil` where it is left out.
    private let ruleRows: [(row: Int, scale: Double)?]
    /// The rows of demands, by candidate and by request.
    private var demandRows: (placed: [Candidate.ID: [Int]], filled: [Request.ID: [Int]]) = ([:], [:])

    private struct Pair: Hashable {
        var origin: Country
        var country: Country
    }

    init(
        _ scenario: Scenario, groups: [RequestGroup], calendars: [VisaCalendar], quotas: QuotaTree, demands: [Demand], table: RowTable
    ) {
        for (index, demand) in demands.enumerated() {
            guard let row = table[.demand(index)] else { continue }
            switch demand.subject {
            case .candidate(let id): demandRows.placed[id, default: []].append(row)
            case .request(let id): demandRows.filled[id, default: []].append(row)
            }
        }
        ruleRows = scenario.rules.indices.map { table[.rule($0)].map { ($0, table.rows[$0].scale) } }
        self.scenario = scenario
        self.groups = groups
        self.calendars = calendars
        self.quotas = quotas
        var byPair: [Pair: [Int]] = [:]
        for (index, calendar) in calendars.enumerated() {
            byPair[Pair(origin: calendar.consulate.origin, country: calendar.consulate.country), default: []].append(index)
        }
        calendarsByPair = byPair
        visaFree = Set(scenario.visaFree.flatMap { entry in entry.countries.map { Pair(origin: entry.origin, country: $0) } })
        travel = Dictionary(
            scenario.costs.travel.map { (Pair(origin: $0.origin, country: $0.country), $0.price) }, uniquingKeysWith: { first, _ in first })
        chance = ReturnChance(behaviour: scenario.behaviour)
    }

    /// `nil` where these people can never take up this request: no consulate, no leaf line, nobody to pay.
    /// - Parameter number: of the offer.
    func offer(
        _ number: Int, _ candidate: Candidate, group index: Int, maximumSessions: Int, funds: FundGroups, addPaidRow: (Int) -> Int
    ) -> Offer? {
        let group = groups[index]
        let request = group.request
        let pair = Pair(origin: candidate.origin, country: request.country)
        var consulates: [Int]?
        if candidate.origin != request.country, !visaFree.contains(pair) {
            guard let serving = calendarsByPair[pair] else { return nil }
            consulates = serving
        }
        let fare = travel[pair] ?? .zero
        guard let faring = funds.group(for: .travel, origin: candidate.origin, on: request.start, cost: fare),
            let settling = funds.group(
                for: .reintegration, origin: candidate.origin, on: request.end, cost: scenario.costs.reintegration)
        else { return nil }
        var shared: [Entry] = []
        if let paying = faring.index { shared.append(Entry(row: addPaidRow(paying), value: Double(fare.amount))) }
        if let paying = settling.index {
            shared.append(Entry(row: addPaidRow(paying), value: Double(scenario.costs.reintegration.amount)))
        }
        let filled = (demandRows.filled[request.id] ?? []).map { Entry(row: $0, value: 1) }
        // An itinerary has one first cycle: its people are counted there, once.
        let placed = (demandRows.placed[candidate.id] ?? []).map { Entry(row: $0, value: 1) }
        func variant(isFirst: Bool) -> Posting.Variant? {
            let returning = !isFirst || candidate.cycles > 0
            let person = PersonAtCycle(candidate: candidate, returning: returning, start: request.start)
            var leaves: [Int] = []
            if group.channel.quota {
                leaves = quotas.leaves(for: request, origin: candidate.origin, returning: returning)
                if leaves.isEmpty { return nil }
            }
            let added = scenario.priorities.filter { $0.who.holds(for: person) && $0.place.holds(for: request) }.reduce(0) { $0 + $1.add }
            var returns: [Int64] = []
            if scenario.objective.contains(.returns) {
                returns = (0...maximumSessions).map {
                    chance.millionths(person: person, request: request, sessions: $0, needsVisa: consulates != nil)
                }
            }
            return Posting.Variant(
                number: 2 * number + (isFirst ? 0 : 1), entries: shared + ruleEntries(person, request) + filled + (isFirst ? placed : []),
                placements: Int64(request.priority + added), returns: returns, leaves: leaves)
        }
        let (first, later) = (variant(isFirst: true), variant(isFirst: false))
        guard first != nil || later != nil else { return nil }
        return Offer(
            calendars: consulates, first: first, later: later, cost: fare.amount + scenario.costs.reintegration.amount)
    }

    private func ruleEntries(_ person: PersonAtCycle, _ request: Request) -> [Entry] {
        var entries: [Entry] = []
        for (index, rule) in scenario.rules.enumerated() {
            guard let (row, scale) = ruleRows[index], rule.place.holds(for: request), rule.of.holds(for: person) else { continue }
            let counts = rule.who.holds(for: person)
            let value: Int64 = switch rule.target {
            case .count: counts ? 1 : 0
            case .share(let share): (counts ? share.denominator : 0) - share.numerator
            }
            if value != 0 { entries.append(Entry(row: row, value: Double(value) / scale)) }
        }
        return entries
    }
}
