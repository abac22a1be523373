import MobilityModel

/// What decides which funds can pay a cost.
struct CostItem: Hashable {
    let kind: CostKind
    /// `nil` for run costs, which funds of any origin can pay.
    let origin: Country?
    let day: Day
}

extension PlanChecker {
    /// A person's part of the term `placements`: the request's priority and every addition that matches.
    func points(of cycle: ResolvedCycle, by candidate: Candidate) -> Int64 {
        var sum = Int64(cycle.request.priority)
        for entry in scenario.priorities
        where entry.who.matches(candidate, at: cycle) && entry.place.matches(cycle.request) {
            sum = sum.plus(Int64(entry.add))
        }
        return sum
    }

    /// A person's part of the term `match`.
    func match(of cycle: ResolvedCycle, by candidate: Candidate) -> Int64 {
        let request = cycle.request
        let weights = scenario.match
        var sum = graded(weights.occupation, candidate.occupations.firstIndex(of: request.occupation))
        let speaks = request.languages.allSatisfy { wanted in
            candidate.languages.contains { Skill.language($0).covers(.language(wanted)) }
        }
        if speaks { sum = sum.plus(Int64(weights.language)) }
        if candidate.lastEmployer == request.employer { sum = sum.plus(Int64(weights.employer)) }
        return sum.plus(graded(weights.destination, candidate.countries.firstIndex(of: request.country)))
    }

    /// In full for the first of a list of preferences, half for the second, a quarter for a later one, rounded down.
    private func graded(_ weight: Int, _ position: Int?) -> Int64 {
        switch position {
        case nil: 0
        case 0: Int64(weight)
        case 1: Int64(weight >> 1)
        default: Int64(weight >> 2)
        }
    }

    /// What a person's cycle costs, run costs left out.
    func costItems(of cycle: ResolvedCycle, by candidate: Candidate) -> [(CostItem, Int64)] {
        let request = cycle.request
        let origin = candidate.origin
        var items: [(CostItem, Int64)] = []
        for session in cycle.sessions {
            items.append((CostItem(kind: .training, origin: origin, day: session.start), session.seatCost.amount))
        }
        if cycle.needsVisa, let consulate = cycle.consulate {
            items.append((CostItem(kind: .visa, origin: origin, day: cycle.deadline), consulate.fee.amount))
        }
        if let price = index.travel[CountryPair(origin: origin, country: request.country)] {
            items.append((CostItem(kind: .travel, origin: origin, day: request.start), price.amount))
        }
        items.append((CostItem(kind: .reintegration, origin: origin, day: request.end), scenario.costs.reintegration.amount))
        return items
    }
}
