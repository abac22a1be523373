import Foundation

/// The observations behind a rate as `behaviour` states them: its uncertainty is `Beta(p n + 1/2, (1 - p) n + 1/2)`.
enum EffectiveObservations {
    /// More is not told apart from certainty.
    static let most = 1e9

    /// Variance of `Beta(p n + 1/2, (1 - p) n + 1/2)`.
    static func variance(rate p: Double, n: Double) -> Double {
        (p * n + 0.5) * ((1 - p) * n + 0.5) / ((n + 1) * (n + 1) * (n + 2))
    }

    /// The `n` for which it is `variance`; 0 where even none has less, at most `most`. By bisection of `ln(1 + n)`: the
    /// variance falls as `n` grows.
    static func count(rate: Double, variance wanted: Double) -> Double {
        if variance(rate: rate, n: 0) <= wanted { return 0 }
        if variance(rate: rate, n: most) >= wanted { return most }
        var low = 0.0, high = log1p(most)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if variance(rate: rate, n: expm1(middle)) > wanted { low = middle } else { high = middle }
        }
        return expm1((low + high) / 2)
    }
}
