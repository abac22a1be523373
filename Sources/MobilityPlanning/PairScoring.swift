import MobilityModel

/// One pass over everybody and every request that they could be placed on: the least that any planner who looks at all pairs once would
/// do, and so a measure for how much more a plan costs.
public struct PairScoring {
    private let instance: Instance

    /// - Throws: where the scenario cannot be prepared: too many sets of training sessions.
    public init(_ scenario: Scenario) throws {
        instance = try Instance(scenario)
    }

    /// Scores every pair of a row of people and a request that the rules on occupations, countries, origins, age, availability and skills
    /// leave open, training and visa apart.
    ///
    /// - Returns: how many pairs there are, and the points of `match` of all of them.
    /// - Complexity: O(classes x groups that start when they are free).
    public func score() -> (pairs: Int, points: Int64) {
        let book = instance.book
        var (pairs, points) = (0, Int64(0))
        for owner in instance.classes.indices {
            let rows = instance.classes[owner].members.count
            book.forEachGroup(owner) { group in
                guard book.isEligible(owner, group), book.offer(owner, group) != nil else { return }
                let alike = rows * instance.groups[group].members.count
                pairs += alike
                points += Int64(alike) * book.match(owner, group)
            }
        }
        return (pairs, points)
    }
}
