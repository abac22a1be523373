import MobilityModel

/// A cost of people of one origin on the way to a request, which no fund pays on any day in question.
struct UnpaidItem: Hashable {
    /// Of training: only who lacks the skill needs it.
    var skill: Skill?
    /// With names, as part of a sentence: `no fund pays ...`.
    var words: String
}

/// What the funds can never pay for, whatever is left in them.
struct MoneyReach {
    private let scenario: Scenario
    private let fares: [[Country]: Cents]
    private let free: Set<[Country]>
    private let consulates: [[Country]: [Consulate]]
    /// By origin: the skills that sessions grant and a fund pays for; only where these are fewer than all.
    private var paidSupply: [Country: SkillSupply] = [:]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        fares = Dictionary(scenario.costs.travel.map { ([$0.origin, $0.country], $0.price) }, uniquingKeysWith: { first, _ in first })
        free = Set(scenario.visaFree.flatMap { entry in entry.countries.map { [entry.origin, $0] } })
        consulates = Dictionary(grouping: scenario.consulates) { [$0.origin, $0.country] }
        guard !scenario.funds.isEmpty else { return }
        for origin in Set(scenario.candidates.map(\.origin)) {
            let paid = scenario.sessions.filter { session in
                pays(.training, nil, session.runCost, session.start...session.start)
                    && pays(.training, origin, session.seatCost, session.start...session.start)
            }
            if paid.count == scenario.sessions.count { continue }
            var fewer = scenario
            fewer.sessions = paid
            paidSupply[origin] = SkillSupply(fewer)
        }
    }

    /// What no fund pays of travel, visa, reintegration, and of training for skills that only sessions without money give.
    ///
    /// - Parameter mustHold: the skills that no session gives at all.
    func unpaid(from origin: Country, _ request: Request, mustHold: [Skill]) -> [UnpaidItem] {
        guard !scenario.funds.isEmpty else { return [] }
        var items: [UnpaidItem] = []
        let pair = [origin, request.country]
        if !pays(.travel, origin, fares[pair] ?? .zero, request.start...request.start) {
            items.append(UnpaidItem(words: "travel to \(request.country)\(otherDays(.travel, origin))"))
        }
        if !pays(.reintegration, origin, scenario.costs.reintegration, request.end...request.end) {
            items.append(UnpaidItem(words: "the reintegration\(otherDays(.reintegration, origin))"))
        }
        if let visa = unpaidVisa(request, pair) { items.append(visa) }
        for skill in paidSupply[origin]?.mustBeHeld(request) ?? [] where !mustHold.contains(skill) {
            items.append(UnpaidItem(skill: skill, words: "training in \(Excerpt.name(skill.description))\(otherDays(.training, origin))"))
        }
        return items
    }

    private func unpaidVisa(_ request: Request, _ pair: [Country]) -> UnpaidItem? {
        guard pair[0] != pair[1], !free.contains(pair), let serving = consulates[pair] else { return nil }
        let isPaid = serving.contains { consulate in
            let last = request.start - consulate.processingDays - scenario.cycle.visaMarginDays
            let (from, until) = (consulate.from ?? Day(number: .min / 2), min(last, consulate.until ?? last))
            return consulate.monthlyCapacity > 0 && from <= until && pays(.visa, pair[0], consulate.fee, from...until)
        }
        return isPaid ? nil : UnpaidItem(words: "the visa fee of \(Excerpt.names(serving.map(\.id.text).sorted()))\(otherDays(.visa, pair[0]))")
    }

    /// When funds do pay such items, where some do on other days.
    private func otherDays(_ kind: CostKind, _ origin: Country) -> String {
        let able = scenario.funds.filter { fund in
            (fund.kinds.isEmpty || fund.kinds.contains(kind)) && (fund.origins.isEmpty || fund.origins.contains(origin))
        }
        guard let fund = able.min(by: { $0.id < $1.id }) else { return "" }
        let days = [fund.from.map { "from \($0)" }, fund.until.map { "until \($0)" }].compactMap { $0 }.joined(separator: " ")
        return days.isEmpty ? "" : " on the days in question (\(Excerpt.name(fund.id.text)) pays \(days))"
    }

    /// Whether some fund can pay an item on one of the days.
    private func pays(_ kind: CostKind, _ origin: Country?, _ cost: Cents, _ days: ClosedRange<Day>) -> Bool {
        guard cost > .zero else { return true }
        return scenario.funds.contains { fund in
            (fund.kinds.isEmpty || fund.kinds.contains(kind))
                && (origin.map { fund.origins.isEmpty || fund.origins.contains($0) } ?? true)
                && (fund.from.map { $0 <= days.upperBound } ?? true) && (fund.until.map { $0 >= days.lowerBound } ?? true)
        }
    }
}
