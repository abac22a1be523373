import Foundation

/// A rate and its scatter between cohorts, fitted to the counts of one step.
struct ScatterFit: Sendable {
    /// Whether the scatter comes from the data.
    enum Basis: Sendable {
        case fitted
        /// One cohort, or no variation that could tell.
        case assumed
    }

    /// Of the relative scatter (``BetaBinomial/spread(_:at:)``) beforehand, under `Beta(1, 9)`: programmes differ, but seldom like day and
    /// night. An assumption; at even odds the chance of a cohort then has a standard deviation of 0.16.
    static let priorMean = 0.1

    /// Between cohorts, 0..<1: at the mean of the rate, with the mean of the posterior of the relative scatter. Its likeliest value
    /// would be too small where cohorts are few, which often look more alike than they are.
    let spread: Double
    let basis: Basis
    /// What the posterior of the rate is worth, the scatter integrated out.
    let worth: EffectiveObservations

    /// Logits of the relative scatters that are integrated over: from 1e-6 to 0.9.
    private static let grid: [Double] = {
        let low = Logit.of(1e-6), high = Logit.of(0.9), count = 24
        return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    }()

    /// Where the data cannot tell the scatter, it stays what was assumed beforehand. (What likelihood there is then would come of the
    /// width of the rate's prior alone.)
    ///
    /// - Complexity: some 4,000 evaluations of the likelihood, each linear in the different counts of the cohorts.
    init(_ observations: [StepObservation]) {
        let counts = PooledCounts(observations)
        let posteriors = Self.grid.map { RatePosterior(counts, relative: Logit.inverse($0)) }
        let tells = Self.tellsScatter(observations)
        let top = posteriors.map(\.logEvidence).max() ?? -.infinity
        // In log-odds the density of the prior has a further r (1 - r).
        let weights = zip(Self.grid, posteriors).map { logit, posterior in
            let r = Logit.inverse(logit)
            return (tells ? exp(posterior.logEvidence - top) : 1) * pow(1 - r, 8) * r * (1 - r)
        }
        let mass = weights.reduce(0, +)
        func expectation(_ value: (Int) -> Double) -> Double {
            weights.indices.reduce(0) { $0 + weights[$1] * value($1) } / mass
        }
        let mean = expectation { posteriors[$0].mean }
        worth = EffectiveObservations(
            logOddsMean: mean,
            variance: max(0, expectation { posteriors[$0].variance + posteriors[$0].mean * posteriors[$0].mean } - mean * mean))
        spread = BetaBinomial.spread(expectation { Logit.inverse(Self.grid[$0]) }, at: worth.mean)
        basis = tells ? .fitted : .assumed
    }

    /// Whether two cohorts at least have two trials each, and not all went the same way.
    static func tellsScatter(_ observations: [StepObservation]) -> Bool {
        let successes = observations.reduce(0) { $0 + $1.successes }, trials = observations.reduce(0) { $0 + $1.trials }
        return observations.count { $0.trials >= 2 } >= 2 && successes > 0 && successes < trials
    }
}
