import CGSL
import Distributions
import Foundation

extension NumericalLibrary {
    /// `ln Gamma(x)`, `x > 0`.
    static func logGamma(_ x: Double) -> Double {
        prepare()
        return gsl_sf_lngamma(x)
    }

    /// `ln Gamma(a + k) - ln Gamma(a)`, the logarithm of the rising factorial; `a > 0`, `k >= 0`.
    ///
    /// From `a = 30` on by Stirling's series, whose difference is taken term by term: the two logarithms are then much larger
    /// than what they differ by. The first term left out is below `1 / (1260 a^5) < 4e-11`.
    static func logRising(_ a: Double, _ k: Double) -> Double {
        if k == 0 { return 0 }
        guard a >= 30 else { return logGamma(a + k) - logGamma(a) }
        func rest(_ z: Double) -> Double { 1 / (12 * z) - 1 / (360 * z * z * z) }
        return (a - 0.5) * log1p(k / a) + k * (log(a + k) - 1) + rest(a + k) - rest(a)
    }

    /// `psi(a + k) - psi(a)`, the derivative of `logRising` by `a`.
    static func digammaRise(_ a: Double, _ k: Double) -> Double {
        if k == 0 { return 0 }
        guard a >= 30 else {
            prepare()
            return gsl_sf_psi(a + k) - gsl_sf_psi(a)
        }
        func rest(_ z: Double) -> Double { -1 / (2 * z) - 1 / (12 * z * z) + 1 / (120 * z * z * z * z) }
        return log1p(k / a) + rest(a + k) - rest(a)
    }
}
