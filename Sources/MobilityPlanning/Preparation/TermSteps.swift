import MobilityModel

extension Instance {
    /// By term: what every value of it is a multiple of, at least 1.
    ///
    /// Where money comes in whole euros a plan cannot be better by a cent, so that bounds can be rounded by a hundred times as much.
    ///
    /// Complexity: O(offers + groups).
    func greatestSteps() -> [Int64] {
        terms.map { term in
            var step = amountsBesidePostings(of: term).reduce(0, greatestCommonDivisor)
            switch term {
            case .match: step = greatestCommonDivisor(step, census.matchStep)
            case .stayDays:
                for (group, people) in zip(groups, census.people) where people > 0 {
                    step = greatestCommonDivisor(step, Int64(group.request.stayDays))
                }
            default: for offer in book.offers { step = offer.amounts(of: term).reduce(step, greatestCommonDivisor) }
            }
            return max(1, step)
        }
    }

    /// What rules, course sessions and visas can add to a term.
    private func amountsBesidePostings(of term: ObjectiveTerm) -> [Int64] {
        switch term {
        case .penalty: scenario.rules.map { Int64($0.penalty ?? 0) }
        case .cost:
            scenario.sessions.flatMap { [$0.seatCost.amount, $0.runCost.amount] } + scenario.consulates.map(\.fee.amount)
        case .placements, .stayDays, .match, .returns: []
        }
    }
}

extension Offer {
    /// What one cycle, a first or a later one, can add to a term as far as that is shared; its preparation apart.
    func amounts(of term: ObjectiveTerm) -> [Int64] {
        let variants = [first, later].compactMap { $0 }
        return switch term {
        case .placements: variants.map(\.placements)
        case .returns: variants.flatMap(\.returns)
        case .cost: [cost]
        case .penalty, .stayDays, .match: []
        }
    }
}
