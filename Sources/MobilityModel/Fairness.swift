/// A draw among people alike in all that planning reads: who of them goes, or who goes where, was decided by lots keyed by the
/// scenario's `seed`, candidate id and number within the row, and by nothing else.
public struct PoolLottery: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var candidate: Candidate.ID
        public var people: Int
        /// People of the row with a cycle.
        public var placed: Int
        public init(candidate: Candidate.ID, people: Int, placed: Int) {
            self.candidate = candidate; self.people = people; self.placed = placed
        }
    }

    /// At least two, in the order of ids.
    public var rows: [Row]
    public init(rows: [Row]) { self.rows = rows }

    public var people: Int { rows.reduce(0) { $0 + $1.people } }
    public var placed: Int { rows.reduce(0) { $0 + $1.placed } }
}

/// What a person of a candidate row would get were every place that the plan fills drawn by lot among all who can reach it.
public struct PlacementChance: Sendable, Hashable {
    public var candidate: Candidate.ID
    /// Whether there is a place that the person could take, were nobody else there.
    public var isInReach: Bool
    /// Placements of one person, 0 or more.
    public var expected: Double
    public init(candidate: Candidate.ID, isInReach: Bool, expected: Double) {
        self.candidate = candidate; self.isInReach = isInReach; self.expected = expected
    }
}

/// What a balance rule costs in the first term that is no penalty.
public struct RulePrice: Sendable, Hashable {
    public var rule: Rule.ID
    public var term: ObjectiveTerm
    /// With all rules, and without this one: of the best plan found, and what is proven that none betters.
    public var value: Int64
    public var bound: Int64
    public var valueWithout: Int64
    public var boundWithout: Int64
    public init(rule: Rule.ID, term: ObjectiveTerm, value: Int64, bound: Int64, valueWithout: Int64, boundWithout: Int64) {
        self.rule = rule; self.term = term; self.value = value; self.bound = bound
        self.valueWithout = valueWithout; self.boundWithout = boundWithout
    }

    /// In units of the term; below 0 where a soft rule, once gone, leaves the others more to gain before this term.
    public var price: Int64 { term.isMaximised ? valueWithout - value : value - valueWithout }
    /// Whether both values are proven to be the best.
    public var isProven: Bool { value == bound && valueWithout == boundWithout }
}
