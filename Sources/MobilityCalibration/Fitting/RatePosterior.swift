import Foundation

/// The posterior of a rate given the relative scatter between cohorts, on a grid of log-odds.
///
/// Prior: Jeffreys', the square root of the information that such cohorts give of the log-odds. One of n people with scatter r
/// gives about `n w / (1 + 4 r n w)` with `w = p (1 - p)`: without scatter `n w`, which is Beta(1/2, 1/2) and makes the posterior
/// `Beta(k + 1/2, N - k + 1/2)` exactly; of many people `1 / (4 r)` whatever p is, and then no rate is favoured.
struct RatePosterior {
    /// Logarithm of the marginal likelihood, the rate integrated out.
    private(set) var logEvidence = -Double.infinity
    /// Of the log-odds, as the variance.
    private(set) var mean = 0.0
    private(set) var variance = Double.pi * Double.pi

    /// - Parameters:
    ///   - relative: see ``BetaBinomial/spread(_:at:)``.
    ///   - points: of the trapezoidal rule, which converges faster than any power for a smooth peak.
    init(_ counts: PooledCounts, relative: Double, points: Int = 64) {
        func logPrior(_ p: Double) -> Double {
            let w = p * (1 - p)
            return 0.5 * log(PooledCounts.sum(counts.trials) { $0 * w / (1 + 4 * relative * $0 * w) })
        }
        func logDensity(_ x: Double) -> Double {
            let p = Logit.inverse(x)
            guard p > 0, p < 1 else { return -.infinity }
            return BetaBinomial.logLikelihood(counts, p: p, s: BetaBinomial.spread(relative, at: p)) + logPrior(p)
        }
        let mode = Minimisation.greatest(from: -35, to: 35, tolerance: 1e-2, logDensity)
        let top = logDensity(mode)
        guard top.isFinite else { return }
        // Out to where nothing is left, on each side.
        func edge(_ direction: Double) -> Double {
            var far = 1e-2
            while far < 60, logDensity(mode + direction * far) > top - 32 { far *= 1.5 }
            return mode + direction * far
        }
        let low = edge(-1), high = edge(1)
        let step = (high - low) / Double(points - 1)
        var mass = 0.0, first = 0.0, second = 0.0
        for index in 0..<points {
            let x = low + step * Double(index), weight = exp(logDensity(x) - top)
            mass += weight
            first += weight * x
            second += weight * x * x
        }
        guard mass > 0 else { return }
        // Posteriors of several scatters are compared, so each prior has to have a mass of 1.
        let whole = (-160...160).reduce(0) { $0 + exp(logPrior(Logit.inverse(Double($1) / 4))) } / 4
        logEvidence = top + log(mass * step) - log(whole)
        mean = first / mass
        variance = max(0, second / mass - mean * mean)
    }
}
