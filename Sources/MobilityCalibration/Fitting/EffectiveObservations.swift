import Foundation

/// A rate and the observations behind it as `behaviour` states them, `Beta(rate n + 1/2, (1 - rate) n + 1/2)`, that has the mean and
/// the variance of a posterior.
///
/// `rate` is then what the counts would have been, had they come without scatter and without the half of a success and of a failure
/// that the Beta adds: a little off the posterior's mean, which the Beta itself has.
struct EffectiveObservations: Equatable {
    /// More is not told apart from certainty.
    static let most = 1e9

    /// 0...1.
    let rate: Double
    /// 0...most.
    let n: Double

    /// - Parameters:
    ///   - mean: in (0, 1).
    ///   - variance: below `mean (1 - mean)`. Where it is greater than that of any such Beta of this mean, the mean is kept.
    init(mean: Double, variance: Double) {
        // Both shapes are a half at least.
        let fewest = 0.5 / min(mean, 1 - mean) - 1
        n = min(max(variance > 0 ? mean * (1 - mean) / variance - 2 : Self.most, fewest), Self.most)
        rate = n > 0 ? min(max((mean * (n + 1) - 0.5) / n, 0), 1) : mean
    }

    /// Of log-odds that are `Normal(center, deviation)`, by the trapezoidal rule over eight deviations to either side.
    init(logit center: Double, deviation: Double) {
        var mass = 0.0, first = 0.0, second = 0.0
        for index in -200...200 {
            let z = Double(index) * 0.04, weight = exp(-z * z / 2), p = Logit.inverse(center + deviation * z)
            mass += weight
            first += weight * p
            second += weight * p * p
        }
        let mean = first / mass
        self.init(mean: mean, variance: max(0, second / mass - mean * mean))
    }
}
