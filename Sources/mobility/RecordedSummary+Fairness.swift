import MobilityModel
import MobilityReport

extension RecordedSummary {
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

    /// Groups in the order in which they are written.
    var fairnessFigures: FairnessFigures? {
        fairness?.value.map { recorded in
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
