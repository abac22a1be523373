import Foundation

/// A rate and its scatter between cohorts, fitted to the counts of one step.
struct ScatterFit: Sendable {
    /// Whether the scatter comes from the data.
    enum Basis: Sendable {
        case fitted
        /// One cohort, or no variation that could tell: `defaultSpread` was used.
        case assumed
    }

    /// Where the data cannot tell the scatter: the chances of two cohorts then differ by a standard deviation of
    /// `sqrt(0.05 p (1 - p))`, 0.11 at even odds. An assumption, on the careful side of none at all.
    static let defaultSpread = 0.05

    /// Maximum of the likelihood given `spread`, 0...1.
    var rate: Double
    /// Maximum of the marginal likelihood, 0..<1.
    var spread: Double
    var basis: Basis
    /// Of the posterior of the rate, the scatter integrated out where it was fitted.
    var mean: Double
    var variance: Double

    /// Logits of the scatters that are integrated over: from 1e-6 to 0.9.
    private static let grid: [Double] = {
        let low = Logit.of(1e-6), high = Logit.of(0.9), count = 24
        return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    }()

    /// - Complexity: some 4,000 evaluations of the likelihood, each O(cohorts).
    init(_ observations: [StepObservation]) {
        guard Self.tellsScatter(observations) else {
            let posterior = RatePosterior(observations, s: Self.defaultSpread)
            self.init(observations, spread: Self.defaultSpread, basis: .assumed, mean: posterior.mean, variance: posterior.variance)
            return
        }
        let none = RatePosterior(observations, s: 0)
        let posteriors = Self.grid.map { RatePosterior(observations, s: Logit.inverse($0)) }
        let top = max(none.logEvidence, posteriors.map(\.logEvidence).max() ?? -.infinity)
        // Beforehand the scatter is Beta(1, 9), of mean 0.1: programmes differ, but seldom like day and night. In log-odds its
        // density has a further s (1 - s).
        let weights = zip(Self.grid, posteriors).map { logit, posterior in
            let s = Logit.inverse(logit)
            return exp(posterior.logEvidence - top) * pow(1 - s, 8) * s * (1 - s)
        }
        let mass = weights.reduce(0, +)
        let mean = zip(weights, posteriors).reduce(0) { $0 + $1.0 * $1.1.mean } / mass
        let second = zip(weights, posteriors).reduce(0) { $0 + $1.0 * ($1.1.variance + $1.1.mean * $1.1.mean) } / mass
        var spread = 0.0
        if let best = posteriors.indices.max(by: { posteriors[$0].logEvidence < posteriors[$1].logEvidence }),
            posteriors[best].logEvidence > none.logEvidence
        {
            let width = Self.grid[1] - Self.grid[0]
            spread = Logit.inverse(
                Minimisation.greatest(from: Self.grid[best] - width, to: Self.grid[best] + width, tolerance: 1e-3) {
                    RatePosterior(observations, s: Logit.inverse($0)).logEvidence
                })
        }
        self.init(observations, spread: spread, basis: .fitted, mean: mean, variance: second - mean * mean)
    }

    private init(_ observations: [StepObservation], spread: Double, basis: Basis, mean: Double, variance: Double) {
        rate = Self.rate(observations, spread: spread)
        self.spread = spread; self.basis = basis; self.mean = mean; self.variance = variance
    }

    /// Whether two cohorts at least have two trials each, and not all went the same way.
    static func tellsScatter(_ observations: [StepObservation]) -> Bool {
        let successes = observations.reduce(0) { $0 + $1.successes }, trials = observations.reduce(0) { $0 + $1.trials }
        return observations.count { $0.trials >= 2 } >= 2 && successes > 0 && successes < trials
    }

    /// The rate that makes the counts likeliest; 0 or 1 where all went the same way.
    private static func rate(_ observations: [StepObservation], spread: Double) -> Double {
        let successes = observations.reduce(0) { $0 + $1.successes }, trials = observations.reduce(0) { $0 + $1.trials }
        if successes == 0 || successes == trials || trials == 0 { return trials == 0 ? 0.5 : successes / trials }
        if spread <= BetaBinomial.leastSpread || observations.count == 1 { return successes / trials }
        return Logit.inverse(
            Minimisation.greatest(from: -30, to: 30, tolerance: 1e-9) {
                BetaBinomial.logLikelihood(observations, p: Logit.inverse($0), s: spread)
            })
    }
}
