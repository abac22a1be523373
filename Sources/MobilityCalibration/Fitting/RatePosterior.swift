import Foundation

/// The posterior of a rate given the scatter between cohorts, on a grid of log-odds.
///
/// Prior: Jeffreys' `Beta(1/2, 1/2)`, so that without scatter the posterior is `Beta(k + 1/2, N - k + 1/2)` exactly.
struct RatePosterior {
    /// Logarithm of the marginal likelihood, the rate integrated out.
    private(set) var logEvidence = -Double.infinity
    private(set) var mean = 0.5
    private(set) var variance = 0.125

    /// - Parameter points: of the trapezoidal rule, which converges faster than any power for a smooth peak.
    init(_ observations: [StepObservation], s: Double, points: Int = 64) {
        func logDensity(_ x: Double) -> Double {
            // In log-odds, Jeffreys' prior has the density p^(1/2) (1 - p)^(1/2) / pi.
            let p = Logit.inverse(x)
            guard p > 0, p < 1 else { return -.infinity }
            return BetaBinomial.logLikelihood(observations, p: p, s: s) + 0.5 * (log(p) + log1p(-p)) - log(Double.pi)
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
            let x = low + step * Double(index), p = Logit.inverse(x)
            let weight = exp(logDensity(x) - top)
            mass += weight
            first += weight * p
            second += weight * p * p
        }
        guard mass > 0 else { return }
        logEvidence = top + log(mass * step)
        mean = first / mass
        variance = max(0, second / mass - mean * mean)
    }
}
