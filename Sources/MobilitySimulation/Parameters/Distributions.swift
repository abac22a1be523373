import CGSL

/// Distributions by inversion, so that a parameter that moves a little moves its draw a little: the GNU Scientific Library
/// does the numerical work.
enum Distributions {
    /// Without this the library ends the process where a number is out of its reach.
    private static let isQuiet: Bool = {
        gsl_set_error_handler_off()
        return true
    }()

    /// The quantile of Beta(a, b) at `u`.
    ///
    /// - Parameters:
    ///   - a: Above 0, as b.
    ///   - u: In (0, 1).
    ///
    /// The library's Newton steps do not always arrive for lopsided shapes; where they have not, bisection does.
    static func betaQuantile(_ u: Double, _ a: Double, _ b: Double) -> Double {
        _ = isQuiet
        let fast = gsl_cdf_beta_Pinv(u, a, b)
        let tolerance = 1e-9 * min(u, 1 - u) + 1e-15
        if fast.isFinite, fast >= 0, fast <= 1, abs(gsl_cdf_beta_P(fast, a, b) - u) < tolerance { return fast }
        var low = 0.0, high = 1.0
        for _ in 0..<1100 {
            let middle = low + (high - low) / 2
            if middle == low || middle == high { break }
            if gsl_cdf_beta_P(middle, a, b) < u { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// The standard normal quantile at `u`, in (0, 1).
    static func normalQuantile(_ u: Double) -> Double {
        _ = isQuiet
        return gsl_cdf_ugaussian_Pinv(u)
    }

    /// P(Z <= z) of the standard normal.
    static func normal(_ z: Double) -> Double {
        _ = isQuiet
        return gsl_cdf_ugaussian_P(z)
    }
}
