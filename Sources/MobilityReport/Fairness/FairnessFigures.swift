import MobilityModel

/// Placements of every group beside what it would have were each place that the plan fills drawn by lot among all who can reach
/// it: a group below that is passed over, whatever its size and whatever its people can reach.
public struct FairnessFigures: Sendable, Hashable {
    public struct Group: Sendable, Hashable {
        /// `sex`, `age`, `origin`, `area`, `guarantor` or `experience`, of people on the first day of the horizon.
        public var attribute: String
        public var group: String
        public var people: Int
        /// People who could take a place, were nobody else there.
        public var inReach: Int
        public var placements: Int
        public var expected: Double

        public init(attribute: String, group: String, people: Int = 0, inReach: Int = 0, placements: Int = 0, expected: Double = 0) {
            self.attribute = attribute; self.group = group; self.people = people; self.inReach = inReach
            self.placements = placements; self.expected = expected
        }

        /// `nil` where nothing is expected.
        public var ratio: Double? { expected > 0 ? Double(placements) / expected : nil }
        /// Placements more than the lottery would give.
        public var surplus: Double { Double(placements) - expected }
    }

    public static let attributes = ["sex", "age", "origin", "area", "guarantor", "experience"]

    /// By attribute, then by name.
    public var groups: [Group]
    public var rulePrices: [RulePrice]
    /// Draws among people alike; people and placed are of all of them together.
    public var lotteries: Int
    public var drawn: Int
    public var drawnPlaced: Int

    public init(groups: [Group], rulePrices: [RulePrice] = [], lotteries: Int = 0, drawn: Int = 0, drawnPlaced: Int = 0) {
        self.groups = groups; self.rulePrices = rulePrices; self.lotteries = lotteries; self.drawn = drawn
        self.drawnPlaced = drawnPlaced
    }

    /// - Returns: `nil` where the result does not say who can reach what.
    init?(_ result: PlanResult, scenario: Scenario) {
        guard !result.chances.isEmpty else { return nil }
        let chances = Dictionary(result.chances.map { ($0.candidate, $0) }, uniquingKeysWith: { first, _ in first })
        var cycles: [Candidate.ID: Int] = [:]
        for itinerary in result.plan.itineraries { cycles[itinerary.candidate, default: 0] += itinerary.count * itinerary.cycles.count }
        var counts: [[String: Group]] = Array(repeating: [:], count: Self.attributes.count)
        // In the order of ids, so that sums do not depend on the order of rows.
        for row in scenario.candidates.indices.sorted(by: { scenario.candidates[$0].id < scenario.candidates[$1].id }) {
            let person = scenario.candidates[row]
            let chance = chances[person.id]
            for (index, name) in Self.names(of: person, on: scenario.horizon.lowerBound).enumerated() {
                var group = counts[index][name] ?? Group(attribute: Self.attributes[index], group: name)
                group.people += person.count
                group.inReach += chance?.isInReach == true ? person.count : 0
                group.placements += cycles[person.id] ?? 0
                group.expected += (chance?.expected ?? 0) * Double(person.count)
                counts[index][name] = group
            }
        }
        self.init(
            groups: counts.flatMap { $0.values.sorted { $0.group < $1.group } }, rulePrices: result.rulePrices,
            lotteries: result.lotteries.count, drawn: result.lotteries.reduce(0) { $0 + $1.people },
            drawnPlaced: result.lotteries.reduce(0) { $0 + $1.placed })
    }

    /// By attribute.
    private static func names(of person: Candidate, on day: Day) -> [String] {
        [
            person.sex.rawValue, AgeBand(born: person.born, on: day).name, person.origin.description, person.area,
            person.guarantor.rawValue, person.cycles > 0 ? "returning" : "first_time",
        ]
    }

    /// Groups of attributes that tell people apart, those farthest from what they would expect first.
    var farthest: [Group] {
        let sizes = Dictionary(grouping: groups, by: \.attribute).mapValues(\.count)
        return groups.filter { (sizes[$0.attribute] ?? 0) > 1 }
            .sorted { (abs($1.surplus), $0.attribute, $0.group) < (abs($0.surplus), $1.attribute, $1.group) }
    }
}

extension FairnessFigures {
    var json: JSONValue {
        let byAttribute = Self.attributes.map { attribute in
            (key: attribute, value: JSONValue.array(groups.filter { $0.attribute == attribute }.map { group in
                .object([
                    ("group", .string(group.group)), ("people", .integer(group.people)), ("in_reach", .integer(group.inReach)),
                    ("placements", .integer(group.placements)), ("expected_placements", .decimal(group.expected.sixDecimals)),
                    ("ratio", group.ratio.map { .decimal($0.sixDecimals) } ?? .null),
                ])
            }))
        }
        return .object([
            ("reference", .string("a lottery for every filled place among all who can reach it")),
            ("groups", .object(byAttribute)),
            ("rule_prices", .array(rulePrices.map { price in
                .object([
                    ("rule", .string(price.rule.text)), ("term", .string(price.term.rawValue)), ("price", .integer(price.price)),
                    ("value", .integer(price.value)), ("bound", .integer(price.bound)),
                    ("value_without", .integer(price.valueWithout)), ("bound_without", .integer(price.boundWithout)),
                    ("is_proven", .bool(price.isProven)),
                ])
            })),
            ("lotteries", .object([
                ("count", .integer(lotteries)), ("people", .integer(drawn)), ("placed", .integer(drawnPlaced)),
            ])),
        ])
    }
}
