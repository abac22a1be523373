import Distributions

/// What a step as `behaviour` states it predicts for a cohort like one observed: the posterior of the rate, then the chance
/// of the cohort, then the count. Exact but for the grid of the first two, so that it needs no random numbers.
struct CohortPredictive {
    /// Equally likely chances of the cohort.
    private let chances: [Double]
    let meanChance: Double

    /// - Parameters:
    ///   - n: observations behind the rate; `nil`: known exactly.
    ///   - shift: added to the log-odds, for a cohort with effects.
    init(rate: Double, n: Double?, spread: Double, shift: Double = 0) {
        let scattered = spread > BetaBinomial.leastSpread
        let rates = n.map { BetaDistribution.strata(scattered ? 25 : 401, rate * $0 + 0.5, (1 - rate) * $0 + 0.5) } ?? [rate]
        let shifted = rates.map { p in shift == 0 || p <= 0 || p >= 1 ? p : Logit.inverse(Logit.of(p) + shift) }
        guard scattered else {
            chances = shifted
            meanChance = Self.mean(chances)
            return
        }
        let total = (1 - spread) / spread
        chances = shifted.flatMap { BetaDistribution.strata(41, $0 * total, (1 - $0) * total) }
        meanChance = Self.mean(chances)
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// Of a cohort of `people`.
    func counts(of people: Int) -> PredictedCounts { PredictedCounts(chances: chances, people: people) }
}
