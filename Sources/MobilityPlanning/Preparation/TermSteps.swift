import MobilityModel

extension Instance {
    /// By term: what every value of it is a multiple of, at least 1.
    ///
    /// Where money comes in whole euros a plan cannot be better by a cent, so that bounds can be rounded by a hundred times as much.
    ///
    /// Complexity: O(postings), and no more of them than it takes to come down to 1.
    func greatestSteps() -> [Int64] {
        terms.map { term in
            var step = amountsBesidePostings(of: term).reduce(0, greatestCommonDivisor)
            for posting in postings.joined() {
                if step == 1 { break }
                step = posting.amounts(of: term).reduce(step, greatestCommonDivisor)
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

extension Posting {
    /// What one cycle, a first or a later one, can add to a term; its preparation apart.
    func amounts(of term: ObjectiveTerm) -> [Int64] {
        switch term {
        case .placements: variants.map(\.placements)
        case .stayDays: [stayDays]
        case .match: [match]
        case .returns: variants.flatMap(\.returns)
        case .cost: [cost]
        case .penalty: []
        }
    }

    private var variants: [Variant] { [first, later].compactMap { $0 } }
}
