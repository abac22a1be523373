/// Why a plan is as it is for one candidate row, request, quota line or rule, and what it would take to be otherwise.
public struct Explanation: Sendable {
    /// `candidate`, `request`, `quota` or `rule`.
    public var kind: String
    public var id: String
    /// What the plan decided, a sentence each.
    public var decided: [String]
    /// Of a candidate: the nearest choices, the nearest first, with every condition.
    public var trails: [ConditionTrail]
    /// Of a request: what those who are not on it miss first. Of a quota line or rule: what those whom it keeps out miss besides.
    public var hindrances: [Hindrance]
    /// Plans in which it is otherwise.
    public var alternatives: [Alternative]
    /// Of a candidate who is not placed: what they could change themselves.
    public var ownChange: OwnChange?
    /// What a reader has to know to read the rest right.
    public var notes: [String]

    public init(
        kind: String, id: String, decided: [String] = [], trails: [ConditionTrail] = [], hindrances: [Hindrance] = [],
        alternatives: [Alternative] = [], ownChange: OwnChange? = nil, notes: [String] = []
    ) {
        self.kind = kind; self.id = id; self.decided = decided; self.trails = trails; self.hindrances = hindrances
        self.alternatives = alternatives; self.ownChange = ownChange; self.notes = notes
    }

    /// People kept from something by the same condition before all others.
    public struct Hindrance: Sendable, Hashable {
        public var rule: String
        public var people: Int
        /// What one of them misses.
        public var example: String
        public init(rule: String, people: Int, example: String) {
            self.rule = rule; self.people = people; self.example = example
        }
    }

    /// The best plan in which something is otherwise.
    public struct Alternative: Sendable {
        /// What is otherwise: `one person of awa is placed`.
        public var change: String
        public var replan: Replan
        /// Who is placed there and not in the plan, and the other way round, in words.
        public var movers: [String]
        public init(change: String, replan: Replan, movers: [String] = []) {
            self.change = change; self.replan = replan; self.movers = movers
        }
    }

    /// The smallest change of a row's own data that would place one person of it.
    public struct OwnChange: Sendable {
        /// `nil` where none of those tried would.
        public var placing: (changes: [CandidateChange], replan: Replan)?
        /// The smallest that makes it possible, at a loss to the plan.
        public var possible: (changes: [CandidateChange], replan: Replan)?
        public var tried: Int
        public var untried: Int
        /// Whether a search ended without an answer, so that a smaller change may do as well.
        public var hasDoubts: Bool
        public init(
            placing: (changes: [CandidateChange], replan: Replan)?, possible: (changes: [CandidateChange], replan: Replan)?,
            tried: Int, untried: Int, hasDoubts: Bool
        ) {
            self.placing = placing; self.possible = possible; self.tried = tried; self.untried = untried
            self.hasDoubts = hasDoubts
        }
    }
}
