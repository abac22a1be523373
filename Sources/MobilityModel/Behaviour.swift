/// A step of a planned cycle that happens or does not (see the projection).
public enum BehaviourStep: String, CaseIterable, Sendable {
    case authorised, trained
    case notWithdrawn = "not_withdrawn"
    case visaGranted = "visa_granted"
    case arrivedInTime = "arrived_in_time"
    /// A month.
    case earlyReturn = "early_return"
    case extended
    case lawfulExit = "lawful_exit"
    case overstayed
    case returnedOnTime = "returned_on_time"
    case reapplied
    case projectStarted = "project_started"
    case projectAlive12m = "project_alive_12m"
}

/// A chance with the observations behind it.
public struct Chance: Sendable, Hashable {
    /// 0...1.
    public var rate: Double
    /// Observations; `nil` where not given.
    public var n: Double?
    /// Scatter between cohorts; `nil` where not given.
    public var spread: Double?
    public var source: String?
    public init(rate: Double, n: Double? = nil, spread: Double? = nil, source: String? = nil) {
        self.rate = rate; self.n = n; self.spread = spread; self.source = source
    }
}

/// A shift of the log-odds of a step for some people and places.
public struct Effect: Sendable, Hashable {
    public var step: BehaviourStep
    public var who: Who
    public var place: Where
    /// Above 0.
    public var oddsRatio: Double
    /// 90% interval.
    public var low: Double?
    public var high: Double?
    public var source: String?
    public init(
        step: BehaviourStep, who: Who = Who(), place: Where = Where(), oddsRatio: Double, low: Double? = nil,
        high: Double? = nil, source: String? = nil
    ) {
        self.step = step; self.who = who; self.place = place; self.oddsRatio = oddsRatio; self.low = low; self.high = high
        self.source = source
    }
}

/// `behaviour` in `scenario.yaml`.
public struct Behaviour: Sendable, Hashable {
    public var chances: [BehaviourStep: Chance]
    public var effects: [Effect]
    public init(chances: [BehaviourStep: Chance] = [:], effects: [Effect] = []) {
        self.chances = chances; self.effects = effects
    }
}
