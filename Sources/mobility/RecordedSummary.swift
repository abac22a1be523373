import MobilityModel
import MobilityReport

/// What `summary.json` records that only the planner knows: proven bounds, and what one more of something would bring.
struct RecordedSummary: RecordedFile {
    static let name = PlanFile.summary.rawValue

    struct Term: Decodable {
        var term: String
        var value: Int64
        var bound: Int64
    }
    struct Marginal: Decodable {
        var term: String
        var kind: String
        var id: String
        var value: Double
    }
    struct Fairness: Decodable {
        struct Group: Decodable {
            var group: String
            var people: Int
            var in_reach: Int
            var placements: Int
            var expected_placements: Double
        }
        struct Price: Decodable {
            var rule: String
            var term: String
            var value: Int64
            var bound: Int64
            var value_without: Int64
            var bound_without: Int64
        }
        struct Lotteries: Decodable {
            var count: Int
            var people: Int
            var placed: Int
        }
        var groups: [String: [Group]]
        var rule_prices: [Price]
        var lotteries: Lotteries
    }
    var status: String
    var terms: [Term]
    var marginal_values: [Marginal]?
    var fairness: Fairness?

    /// Terms that this program does not know are left out.
    var termResults: [TermResult] {
        terms.compactMap { entry in
            ObjectiveTerm(rawValue: entry.term).map { TermResult(term: $0, value: entry.value, bound: entry.bound) }
        }
    }

    var marginalValues: [MarginalValue] {
        (marginal_values ?? []).compactMap { entry in
            ObjectiveTerm(rawValue: entry.term).map { MarginalValue(term: $0, kind: entry.kind, id: entry.id, value: entry.value) }
        }
    }

    /// Groups in the order in which they are written.
    var fairnessFigures: FairnessFigures? {
        fairness.map { recorded in
            FairnessFigures(
                groups: FairnessFigures.attributes.flatMap { attribute in
                    (recorded.groups[attribute] ?? []).map {
                        .init(
                            attribute: attribute, group: $0.group, people: $0.people, inReach: $0.in_reach, placements: $0.placements,
                            expected: $0.expected_placements)
                    }
                },
                rulePrices: recorded.rule_prices.compactMap { price in
                    ObjectiveTerm(rawValue: price.term).map {
                        RulePrice(
                            rule: Rule.ID(price.rule), term: $0, value: price.value, bound: price.bound,
                            valueWithout: price.value_without, boundWithout: price.bound_without)
                    }
                },
                lotteries: recorded.lotteries.count, drawn: recorded.lotteries.people, drawnPlaced: recorded.lotteries.placed)
        }
    }
}
