import MobilityModel

/// Plans a scenario with more of one scarce thing at a time, and finds how much each brings and how far that holds.
///
/// More of anything never makes the best plan worse, since every plan stays valid: so the greatest step comes first, and where
/// it brings nothing, no smaller one does. Where the prices that prove the plan's bounds already prove that (``PriceProof``),
/// nothing is planned at all.
public struct MarginSearch {
    let replanner: Replanner
    let scenario: Scenario
    /// Of the plan that the replanner measures from.
    let base: PlanResult
    let people: [Int64]
    let cents: [Int64]

    /// Places, seats and applications: 1 to 100. Cents: a euro to 100,000.
    public static let usualPeople: [Int64] = [1, 2, 5, 10, 20, 50, 100]
    public static let usualCents: [Int64] = [100, 10_000, 100_000, 1_000_000, 10_000_000]

    /// - Parameters:
    ///   - base: planned with the replanner's options, for its prices.
    ///   - people: steps in places, seats and applications, ascending.
    ///   - cents: steps in funds, ascending.
    public init(
        _ replanner: Replanner, scenario: Scenario, base: PlanResult, people: [Int64] = usualPeople, cents: [Int64] = usualCents
    ) {
        self.replanner = replanner; self.scenario = scenario; self.base = base; self.people = people; self.cents = cents
    }

    /// Everything scarce in the scenario; of consulates the months in which somebody could apply. Those with the greatest price
    /// first, then by name.
    public var resources: [ScarceResource] {
        var all: Set<ScarceResource> = []
        for line in scenario.quotas { all.insert(.quota(line.id)) }
        for session in scenario.sessions { all.insert(.session(session.id)) }
        for request in scenario.requests { all.insert(.request(request.id)) }
        for fund in scenario.funds { all.insert(.fund(fund.id)) }
        for resource in base.priceProof.terms.first?.prices.keys ?? [:].keys { all.insert(resource) }
        return all.sorted { a, b in
            let (left, right) = (price(of: a) ?? 0, price(of: b) ?? 0)
            return left != right ? left > right : a < b
        }
    }

    /// Nothing planned: what the price says, and what it proves.
    public func priced(_ resource: ScarceResource) -> Margin {
        let step = steps(resource).last ?? 1
        let proof = proven(resource, step).map { [$0] } ?? []
        return Margin(resource: resource, capacity: capacity(of: resource), steps: proof, price: price(of: resource))
    }

    /// - Parameter shouldStop: a step that is stopped is left out, as are those that would follow.
    /// - Throws: `Replanner.Refused`.
    public func margin(of resource: ScarceResource, shouldStop: () -> Bool = { false }) throws -> Margin {
        var margin = priced(resource)
        guard margin.steps.isEmpty, let greatest = steps(resource).last else { return margin }
        guard let far = try step(greatest, resource, shouldStop) else { return margin }
        margin.steps = [far]
        guard far.verdict != .same else { return margin }
        // The first step that moves anything, then on until a unit no longer brings as much.
        for more in steps(resource).dropLast() {
            guard !shouldStop(), let next = try step(more, resource, shouldStop) else { break }
            margin.steps.insert(next, at: margin.steps.count - 1)
            if let holds = margin.holds, holds.from < more, holds.breaksAt == more { break }
        }
        return margin
    }

    private func step(_ more: Int64, _ resource: ScarceResource, _ shouldStop: () -> Bool) throws -> MarginStep? {
        if let proof = proven(resource, more) { return proof }
        let replan = try replanner.replan(scenario.with(more, more: resource), shouldStop: shouldStop)
        guard replan.outcome == .planned else { return nil }
        return MarginStep(more: more, method: .exact, changes: replan.changes)
    }

    /// Where the prices prove that nothing changes in any term.
    private func proven(_ resource: ScarceResource, _ more: Int64) -> MarginStep? {
        let terms = replanner.terms
        guard base.priceProof.unchangedTerms(resource, more: more) == terms.count, terms.map(\.value) == base.terms.map(\.value),
            terms.allSatisfy({ $0.value == $0.bound })
        else { return nil }
        return MarginStep(more: more, method: .proof, changes: TermChange.between(terms, terms))
    }

    private func steps(_ resource: ScarceResource) -> [Int64] { if case .fund = resource { cents } else { people } }

    private func price(of resource: ScarceResource) -> Double? {
        let first = base.terms.first { $0.term != .penalty }?.term
        return base.marginalValues.first { $0.term == first && $0.kind == resource.kind && $0.id == resource.id }?.value
    }

    private func capacity(of resource: ScarceResource) -> Int64 {
        switch resource {
        case .quota(let id): Int64(scenario.quotas.first { $0.id == id }?.places ?? 0)
        case .session(let id): Int64(scenario.sessions.first { $0.id == id }?.seats ?? 0)
        case .request(let id): Int64(scenario.requests.first { $0.id == id }?.places ?? 0)
        case .consulate(let id, _): Int64(scenario.consulates.first { $0.id == id }?.monthlyCapacity ?? 0)
        case .fund(let id): scenario.funds.first { $0.id == id }?.amount.amount ?? 0
        }
    }
}
