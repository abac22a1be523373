/// How planning ended. A status is a result, not an error.
public enum PlanStatus: String, CaseIterable, Sendable {
    /// Every term is within the gap asked for.
    case optimal
    /// A valid plan with a proven, larger gap.
    case feasible
    /// No valid plan exists; `PlanResult.conflict` says why.
    case infeasible
    /// Stopped by the user or the time limit; the best plan so far.
    case interrupted
    case failed
}

/// The value of a term in a plan and what no plan can beat.
public struct TermResult: Sendable, Hashable {
    public var term: ObjectiveTerm
    public var value: Int64
    /// Proven, given the values that the terms before this one have in the plan.
    public var bound: Int64
    public init(term: ObjectiveTerm, value: Int64, bound: Int64) { self.term = term; self.value = value; self.bound = bound }

    /// `|bound - value| / max(1, |value|)`.
    public var gap: Double { Self.gap(value: value, bound: bound) }

    public static func gap(value: Int64, bound: Int64) -> Double {
        Double((bound - value).magnitude) / Double(max(1, value.magnitude))
    }
}

/// Why people are not placed, or places not filled: the first condition that, alone, keeps them out.
public struct Reason: Sendable, Hashable {
    /// A stable word for machines, such as `no_eligible_request` or `quota_full`.
    public var code: String
    /// A sentence for a planner, with names, dates and numbers.
    public var detail: String
    public init(code: String, detail: String) { self.code = code; self.detail = detail }
}

public struct Unplaced: Sendable, Hashable {
    public var candidate: Candidate.ID
    /// People of the row who follow no itinerary.
    public var count: Int
    public var reason: Reason
    public init(candidate: Candidate.ID, count: Int, reason: Reason) {
        self.candidate = candidate; self.count = count; self.reason = reason
    }
}

public struct Unfilled: Sendable, Hashable {
    public var request: Request.ID
    public var places: Int
    public var filled: Int
    public var reason: Reason
    public init(request: Request.ID, places: Int, filled: Int, reason: Reason) {
        self.request = request; self.places = places; self.filled = filled; self.reason = reason
    }
}

/// What one more unit of a scarce thing would bring to a term, at the margin.
public struct MarginalValue: Sendable, Hashable {
    public var term: ObjectiveTerm
    /// `quota`, `session`, `consulate`, `request`, `fund` or `rule`.
    public var kind: String
    /// Its id; for a consulate `ID YYYY-MM`.
    public var id: String
    /// Per place, seat, application or euro; a shadow price of the linear relaxation.
    public var value: Double
    public init(term: ObjectiveTerm, kind: String, id: String, value: Double) {
        self.term = term; self.kind = kind; self.id = id; self.value = value
    }
}

/// A smallest set of hard rules and pins that cannot hold together: without any one of them, the others can.
public struct Conflict: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        /// `rule` or `pin`.
        public var kind: String
        public var id: String
        /// What it asks for and what the others leave possible, in a planner's words and numbers.
        public var detail: String
        public init(kind: String, id: String, detail: String) { self.kind = kind; self.id = id; self.detail = detail }
    }
    public var members: [Member]
    /// Whether it is proven that the others can hold together once any one of them is left out.
    public var isIrreducible: Bool
    public init(members: [Member], isIrreducible: Bool = true) { self.members = members; self.isIrreducible = isIrreducible }
}

/// A step of the work and what it took.
public struct PlanPhase: Sendable, Hashable {
    public var name: String
    public var seconds: Double
    public init(name: String, seconds: Double) { self.name = name; self.seconds = seconds }
}

/// What planning a scenario ended with.
public struct PlanResult: Sendable {
    public var status: PlanStatus
    /// Empty where `status` is `infeasible` or `failed`.
    public var plan: Plan
    /// In the order in which they were optimised.
    public var terms: [TermResult]
    public var unplaced: [Unplaced]
    public var unfilled: [Unfilled]
    public var marginalValues: [MarginalValue]
    /// What the prices of the relaxations prove of more of anything scarce; says nothing of a policy's plan.
    public var priceProof: PriceProof
    /// The prices that prove the bounds of `terms`, as far as prices alone do.
    public var certificate: BoundCertificate
    public var conflict: Conflict?
    /// How near it is to the plan that the search began with; `nil` where that began with none.
    public var nearness: Nearness?
    /// Draws among people alike, in the order of their first ids.
    public var lotteries: [PoolLottery]
    /// By candidate row, in the order of ids; empty where nothing was planned.
    public var chances: [PlacementChance]
    /// What each rule costs, where that was asked for.
    public var rulePrices: [RulePrice]
    /// What failed, where `status` is `failed`; what the solver said last, otherwise empty.
    public var message: String
    public var phases: [PlanPhase]

    public init(
        status: PlanStatus, plan: Plan = Plan(), terms: [TermResult] = [], unplaced: [Unplaced] = [],
        unfilled: [Unfilled] = [], marginalValues: [MarginalValue] = [], priceProof: PriceProof = PriceProof(),
        certificate: BoundCertificate = BoundCertificate(), conflict: Conflict? = nil, nearness: Nearness? = nil,
        lotteries: [PoolLottery] = [], chances: [PlacementChance] = [], rulePrices: [RulePrice] = [],
        message: String = "", phases: [PlanPhase] = []
    ) {
        self.status = status; self.plan = plan; self.terms = terms; self.unplaced = unplaced; self.unfilled = unfilled
        self.marginalValues = marginalValues; self.priceProof = priceProof; self.certificate = certificate
        self.conflict = conflict; self.nearness = nearness
        self.lotteries = lotteries; self.chances = chances; self.rulePrices = rulePrices; self.message = message; self.phases = phases
    }
}
