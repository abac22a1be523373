import MobilityModel

extension Instance {
    /// By term: what every value of it is a multiple of, at least 1.
    ///
    /// Where money comes in whole euros a plan cannot be better by a cent, so that bounds can be rounded by a hundred times as much.
    ///
    /// Complexity: O(postings).
    func greatestSteps() -> [Int64] {
        terms.map { term in
            var step: Int64 = 0
            switch term {
            case .penalty:
                for rule in scenario.rules { step = Self.commonDivisor(step, Int64(rule.penalty ?? 0)) }
            case .cost:
                for session in scenario.sessions {
                    step = Self.commonDivisor(Self.commonDivisor(step, session.seatCost.amount), session.runCost.amount)
                }
                for consulate in scenario.consulates { step = Self.commonDivisor(step, consulate.fee.amount) }
                for list in postings { for posting in list { step = Self.commonDivisor(step, posting.cost) } }
            case .placements, .stayDays, .match, .returns:
                for list in postings {
                    for posting in list where step != 1 { step = gains(of: posting, term).reduce(step, Self.commonDivisor) }
                }
            }
            return max(1, step)
        }
    }

    /// What one cycle can add to a term that is maximised.
    private func gains(of posting: Posting, _ term: ObjectiveTerm) -> [Int64] {
        let variants = [posting.first, posting.later].compactMap { $0 }
        return switch term {
        case .placements: variants.map(\.placements)
        case .stayDays: [posting.stayDays]
        case .match: [posting.match]
        case .returns: variants.flatMap(\.returns)
        case .cost, .penalty: []
        }
    }

    /// The greatest number that divides both; 0 counts as divided by every number.
    private static func commonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
        var (a, b) = (a.magnitude, b.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return Int64(clamping: a)
    }
}
