import MobilityModel

/// What a user may ask of one run of the planner.
public struct PlanOptions: Sendable {
    /// A term counts as optimal when `|bound - value| / max(1, |value|)` is at most this; 0...1.
    public var gap: Double
    /// Seconds after which the best plan so far is returned; `nil` = none.
    public var timeLimit: Double?
    /// Its cycles marked pinned must be in the plan, unchanged.
    public var pins: Plan?
    /// Asked for on top of the scenario, as hard as its hard rules. Only the optimal policy meets them.
    public var demands: [Demand]
    /// Whether to say why people and places are left out, and what conflicts where there is no plan.
    public var findsReasons: Bool
    /// Who decides: the search for the best plan, or a rule that a plan is compared with.
    public var policy: PlanPolicy
    /// Of the lottery; the scenario's seed where not given.
    public var lotterySeed: UInt64?
    /// Whether to find out what each rule costs, which takes a search for each.
    public var pricesRules: Bool
    /// Where the search begins, as far as that is possible in the scenario: a plan of it or of one like it. What is equally good is kept.
    public var start: Plan?
    /// By term, a gap that is small enough even where a smaller one is asked for: what the plan to begin with was left at. A term
    /// that is not listed is searched to `gap`.
    public var startGaps: [ObjectiveTerm: Double]
    /// The prices that prove the bounds of `start`: great scenarios look for theirs from there.
    public var startPrices: BoundCertificate?
    /// Whether, of plans equally good, the nearest to `start` is looked for.
    public var seeksNearest = true
    /// How many threads may work; they change the time it takes and nothing else. At least 1.
    public var threads = 1
    /// Bytes that the search may take: how many itineraries are held at a time depends on it. ``MemoryNeed/least`` or more.
    public var memory = MemoryNeed.usual
    /// Whether small scenarios are planned as great ones are: for tests.
    var usesPricesAlone = false

    public init(
        gap: Double = 0, timeLimit: Double? = nil, pins: Plan? = nil, demands: [Demand] = [], findsReasons: Bool = true,
        policy: PlanPolicy = .optimal, lotterySeed: UInt64? = nil, pricesRules: Bool = false, start: Plan? = nil,
        startGaps: [ObjectiveTerm: Double] = [:]
    ) {
        self.gap = gap; self.timeLimit = timeLimit; self.pins = pins; self.demands = demands; self.findsReasons = findsReasons
        self.policy = policy; self.lotterySeed = lotterySeed; self.pricesRules = pricesRules; self.start = start
        self.startGaps = startGaps
    }
}

/// Where the planner stands.
public struct PlanProgress: Sendable {
    public var phase: String
    public var term: ObjectiveTerm?
    /// Of the best plan so far.
    public var value: Int64?
    /// Proven so far.
    public var bound: Int64?
    /// Seconds since the start.
    public var elapsed: Double

    public init(phase: String, term: ObjectiveTerm? = nil, value: Int64? = nil, bound: Int64? = nil, elapsed: Double = 0) {
        self.phase = phase; self.term = term; self.value = value; self.bound = bound; self.elapsed = elapsed
    }

    public var gap: Double? {
        guard let value, let bound else { return nil }
        return TermResult.gap(value: value, bound: bound)
    }
}
