import MobilityModel

/// One step of one cohort held against what the fit would predict for a new cohort of that size: a posterior predictive check,
/// with the cohort's own chance drawn anew (Gelman and others, Bayesian Data Analysis, 3rd ed. 2013, chapter 6).
public struct PredictiveCheck: Sendable {
    public var cohort: Cohort.ID
    public var step: BehaviourStep
    /// People, or months of stay for `early_return`.
    public var trials: Int
    public var observed: Int
    public var mean: Double
    /// 90% interval.
    public var low: Int
    public var high: Int
    /// 0...1; small where the count is odd in either direction.
    public var tailProbability: Double

    public var isInside: Bool { low <= observed && observed <= high }
}

extension [PredictiveCheck] {
    /// Cohort steps inside their 90% interval.
    public var insideCount: Int { count(where: \.isInside) }
}
