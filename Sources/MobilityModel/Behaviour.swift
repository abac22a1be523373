import Foundation

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
    /// Scatter between cohorts, 0..<1: the correlation of two people of one cohort (the intra-class correlation of the
    /// beta-binomial). The chance of a cohort is `Beta(p (1 - s) / s, (1 - p) (1 - s) / s)`, of variance `s p (1 - p)`;
    /// `nil` where not given, and then cohorts do not differ.
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

extension Effect {
    /// Of the logarithm of the odds ratio, `low` and `high` being 1.645 deviations to either side; `nil` where it is known exactly.
    public var deviation: Double? {
        guard let low, let high, low > 0, high > low else { return nil }
        return log(high / low) / (2 * 1.6448536269514722)
    }
}

/// What takes time and may take longer than the plan allows for.
public enum DelayKind: String, CaseIterable, Sendable {
    /// From filing the request to the authorisation, the labour-market test left out.
    case authorisation
    /// From the application at the consulate to the visa.
    case visa
}

/// How long a step takes: lognormal, `exp(Normal(ln medianDays, logSD))` days.
public struct Delay: Sendable, Hashable {
    /// Above 0.
    public var medianDays: Double
    /// Standard deviation of the logarithm; 0 or more.
    public var logSD: Double
    /// Observations; `nil` where not given, and then the median is taken as known.
    public var n: Double?
    public var source: String?
    public init(medianDays: Double, logSD: Double, n: Double? = nil, source: String? = nil) {
        self.medianDays = medianDays; self.logSD = logSD; self.n = n; self.source = source
    }
}

/// A number that is not a chance, with where it comes from.
public struct SourcedNumber: Sendable, Hashable {
    /// 0 or more.
    public var value: Double
    public var source: String?
    public init(value: Double, source: String? = nil) { self.value = value; self.source = source }
}

/// `behaviour` in `scenario.yaml`.
public struct Behaviour: Sendable, Hashable {
    public var chances: [BehaviourStep: Chance]
    public var effects: [Effect]
    public var delays: [DelayKind: Delay]
    /// Days that an extended stay goes on after its planned end; `nil`: beyond every later cycle.
    public var extensionDays: SourcedNumber?
    /// Jobs that a started project creates, in the mean.
    public var jobsPerProject: SourcedNumber?
    public init(
        chances: [BehaviourStep: Chance] = [:], effects: [Effect] = [], delays: [DelayKind: Delay] = [:],
        extensionDays: SourcedNumber? = nil, jobsPerProject: SourcedNumber? = nil
    ) {
        self.chances = chances; self.effects = effects; self.delays = delays; self.extensionDays = extensionDays
        self.jobsPerProject = jobsPerProject
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == Behaviour() }

    /// This behaviour with a lever pulled: its effects beside those there are, its delays in place of those.
    public func pulled(_ lever: Behaviour) -> Behaviour {
        var result = self
        result.effects += lever.effects
        result.delays.merge(lever.delays) { _, new in new }
        return result
    }

    /// This behaviour, and of what it does not say that of `other`: chance by chance, delay by delay, number by number; the
    /// effects of `other` only where this has none. Where this gives overstays and no on-time returns, these are what its ends leave,
    /// and those of `other` are not taken.
    public func filled(from other: Behaviour) -> Behaviour {
        var given = other.chances
        if chances[.overstayed] != nil { given[.returnedOnTime] = nil }
        return Behaviour(
            chances: chances.merging(given) { own, _ in own }, effects: effects.isEmpty ? other.effects : effects,
            delays: delays.merging(other.delays) { own, _ in own }, extensionDays: extensionDays ?? other.extensionDays,
            jobsPerProject: jobsPerProject ?? other.jobsPerProject)
    }
}
