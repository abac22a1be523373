import CGSL
import Distributions
import Foundation

/// What a step as `behaviour` states it predicts for a cohort like one observed: the posterior of the rate, then the chance
/// of the cohort, then the count. Exact but for the grid of the first two, so that it needs no random numbers.
struct CohortPredictive {
    /// Equally likely chances of the cohort.
    private let chances: [Double]

    /// - Parameters:
    ///   - n: observations behind the rate; `nil`: known exactly.
    ///   - shift: added to the log-odds, for a cohort with effects.
    init(rate: Double, n: Double?, spread: Double, shift: Double = 0) {
        let scattered = spread > BetaBinomial.leastSpread
        let rates = n.map { BetaDistribution.strata(scattered ? 25 : 401, rate * $0 + 0.5, (1 - rate) * $0 + 0.5) } ?? [rate]
        let shifted = rates.map { p in shift == 0 || p <= 0 || p >= 1 ? p : Logit.inverse(Logit.of(p) + shift) }
        guard scattered else {
            chances = shifted
            return
        }
        let total = (1 - spread) / spread
        chances = shifted.flatMap { BetaDistribution.strata(41, $0 * total, (1 - $0) * total) }
    }

    var meanChance: Double { chances.reduce(0, +) / Double(chances.count) }

    /// Chance of at most `count` of `people`; 0 below 0.
    func cumulative(_ count: Int, of people: Int) -> Double {
        if count < 0 { return 0 }
        if count >= people { return 1 }
        NumericalLibrary.prepare()
        let (k, n) = (UInt32(clamping: count), UInt32(clamping: people))
        return chances.reduce(0) { $0 + Self.cumulative(k, $1, n) } / Double(chances.count)
    }

    /// The library fails from some two million people on, where the normal distribution is the same to a thousandth of what is looked for.
    private static func cumulative(_ k: UInt32, _ p: Double, _ n: UInt32) -> Double {
        guard n > 500_000 else { return gsl_cdf_binomial_P(k, p, n) }
        let mean = Double(n) * p, variance = mean * (1 - p)
        // So few of one kind that theirs are the counts of Poisson.
        if variance <= 1000 {
            return p < 0.5 ? gsl_cdf_poisson_P(k, mean) : 1 - gsl_cdf_poisson_P(n - k - 1, Double(n) - mean)
        }
        return NormalDistribution.cumulative((Double(k) + 0.5 - mean) / variance.squareRoot())
    }

    /// The least count that at most `share` of the chance lies below.
    func quantile(_ share: Double, of people: Int) -> Int {
        var low = -1, high = people
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if cumulative(middle, of: people) >= share { high = middle } else { low = middle }
        }
        return high
    }

    /// How odd a count is: twice the chance of what lies beyond it, half of itself included, on the nearer side; 0...1.
    func tailProbability(_ count: Int, of people: Int) -> Double {
        let below = cumulative(count - 1, of: people), upTo = cumulative(count, of: people)
        let lower = below + (upTo - below) / 2
        return min(1, 2 * min(lower, 1 - lower))
    }
}
