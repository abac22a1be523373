import Foundation
import MobilityModel

/// Cohorts drawn from a known truth, for fits to find again.
struct SimulatedCohorts {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func uniform() -> Double { (Double(random.next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }

    /// Marsaglia and Tsang 2000, with the boost for shapes below 1.
    mutating func gamma(_ shape: Double) -> Double {
        if shape < 1 { return gamma(shape + 1) * pow(uniform(), 1 / shape) }
        let d = shape - 1.0 / 3, c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal(), v = pow(1 + c * x, 3)
            if v > 0, log(uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
        }
    }

    mutating func beta(_ a: Double, _ b: Double) -> Double {
        let x = gamma(a), y = gamma(b)
        return x / (x + y)
    }

    /// By single draws.
    mutating func binomial(_ n: Int, _ p: Double) -> Int {
        var count = 0
        for _ in 0..<n where uniform() < p { count += 1 }
        return count
    }

    mutating func betaBinomial(_ n: Int, p: Double, s: Double) -> Int {
        binomial(n, s > 0 ? beta(p * (1 - s) / s, (1 - p) * (1 - s) / s) : p)
    }
}

extension Cohort {
    /// One step only: `returned_on_time` of `departed`.
    static func returns(
        _ id: String, _ returned: Int, of departed: Int, use: Use = .calibration, covariates: [Covariate: String] = [:]
    ) -> Cohort {
        Cohort(
            id: Cohort.ID(id), use: use, counts: [.departed: departed, .returnedOnTime: returned, .returnedEarly: 0],
            covariates: covariates, source: "made up")
    }
}
