import CGSL
import Distributions
import Foundation

/// A rate and the observations behind it as `behaviour` states them, `Beta(rate n + 1/2, (1 - rate) n + 1/2)`, whose log-odds have
/// the mean and the variance of those of a posterior.
///
/// Log-odds, since the posterior of a rare thing has a long tail, which would make the mean of all: matched so, `rate` lies near the share that was
/// counted. Without scatter the posterior is such a Beta, and rate and n are the share and the number of people.
struct EffectiveObservations: Equatable {
    /// More is not told apart from certainty.
    static let most = 1e9

    /// 0...1.
    let rate: Double
    /// 0...most.
    let n: Double

    /// Of the Beta.
    var mean: Double { (rate * n + 0.5) / (n + 1) }

    /// - Parameters:
    ///   - mean: of the log-odds.
    ///   - variance: of the log-odds. Where no such Beta is as wide (both of its shapes are a half at least, and where all went one way
    ///     a posterior with scatter may be more lopsided), the widest is taken: the mean of the log-odds is kept.
    init(logOddsMean mean: Double, variance: Double) {
        NumericalLibrary.prepare()
        // Of the rarer of the two outcomes.
        let rarer = -min(abs(mean), 30)
        /// The other shape, for which the mean of the log-odds is that asked for.
        func other(_ a: Double) -> Double {
            let wanted = gsl_sf_psi(a) - rarer
            return exp(Bisection.least(from: -2, to: 60) { gsl_sf_psi(exp($0)) < wanted })
        }
        func isWider(_ logShape: Double) -> Bool {
            let a = exp(logShape)
            return gsl_sf_psi_1(a) + gsl_sf_psi_1(other(a)) > variance
        }
        let least = log(0.5)
        let a = isWider(least) ? exp(Bisection.least(from: least, to: log(Self.most), isBelow: isWider)) : 0.5
        let b = other(a)
        let n = min(max(a + b - 1, 0), Self.most)
        let share = n > 0 ? min(max((a - 0.5) / n, 0), 1) : 0.5
        self.n = n
        rate = mean <= 0 ? share : 1 - share
    }
}
