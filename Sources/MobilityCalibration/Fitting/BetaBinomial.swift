import Distributions
import Foundation

/// The beta-binomial likelihood: the chance of a cohort is `Beta(p (1 - s) / s, (1 - p) (1 - s) / s)`, so that two people of
/// one cohort are correlated by `s` (Griffiths, Biometrics 29, 1973, 637-648, in the parameters of Williams 1975).
enum BetaBinomial {
    /// Below it a cohort counts as single people: the likelihoods differ by less than can be computed.
    static let leastSpread = 1e-8

    /// Logarithm of the chance of such counts, without the binomial coefficients, which no parameter changes.
    /// `0 < p < 1`, `0 <= s < 1`.
    static func logLikelihood(_ counts: PooledCounts, p: Double, s: Double) -> Double {
        guard s > leastSpread else {
            return PooledCounts.sum(counts.successes) { $0 * log(p) } + PooledCounts.sum(counts.failures) { $0 * log1p(-p) }
        }
        let total = (1 - s) / s
        return PooledCounts.sum(counts.successes) { NumericalLibrary.logRising(p * total, $0) }
            + PooledCounts.sum(counts.failures) { NumericalLibrary.logRising((1 - p) * total, $0) }
            - PooledCounts.sum(counts.trials) { NumericalLibrary.logRising(total, $0) }
    }

    /// Its derivative by the log-odds of `p`.
    static func slope(_ counts: PooledCounts, p: Double, s: Double) -> Double {
        guard s > leastSpread else {
            return PooledCounts.sum(counts.successes) { $0 } - p * PooledCounts.sum(counts.trials) { $0 }
        }
        let total = (1 - s) / s
        return total * p * (1 - p)
            * (PooledCounts.sum(counts.successes) { NumericalLibrary.digammaRise(p * total, $0) }
                - PooledCounts.sum(counts.failures) { NumericalLibrary.digammaRise((1 - p) * total, $0) })
    }

    /// The scatter of a step whose chance is p, for `relative` of 0..<1: `s = 4 p (1 - p) relative`, so that at even odds it is
    /// `relative` itself and the log-odds of cohorts differ by about as much whatever p is. (`Var p_c = s p (1 - p)`, so the
    /// log-odds have a variance of about `s / (p (1 - p))`.) Rare things differ between programmes by factors, not by points.
    static func spread(_ relative: Double, at p: Double) -> Double { 4 * p * (1 - p) * relative }
}
