import CGSL
import Foundation

/// Beta(a, b), by inversion of its distribution function: a parameter that moves a little moves its quantiles a little.
///
/// The GNU Scientific Library's continued fraction does not arrive for every `x` where `a + b` is in the millions, and its inverse
/// then never ends; beyond ``most`` two classical expansions take over, which are the better the larger the shapes are.
public enum BetaDistribution {
    /// The greatest `a + b` that the library is asked for: a thirtieth of where it was first seen to fail.
    static let most = 1e5
    /// The least shape from which a logarithm of a gamma variable is near enough to normal.
    static let leastNormal = 500.0

    /// The value below which lies `share` of the mass.
    ///
    /// - Parameters:
    ///   - share: in (0, 1).
    ///   - a: as `b`, above 0; 0 where it is not, and 1 where `b` is not.
    /// - Returns: 0...1. Against the exact one, relative to the standard deviation: 1e-9 up to `a + b` of 100,000, 1e-4 beyond.
    /// - Complexity: some microseconds, whatever the shapes are.
    public static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
        if !(a > 0) { return 0 }
        if !(b > 0) { return 1 }
        NumericalLibrary.prepare()
        if a + b <= most { return exact(share, a, b) }
        if min(a, b) >= leastNormal { return logitNormal(share, a, b) }
        return a < b ? gammaLimit(share, a, b) : 1 - gammaLimit(1 - share, b, a)
    }

    /// The library's Newton steps do not always arrive for lopsided shapes; where they have not, bisection does.
    private static func exact(_ share: Double, _ a: Double, _ b: Double) -> Double {
        let fast = gsl_cdf_beta_Pinv(share, a, b)
        let tolerance = 1e-9 * min(share, 1 - share) + 1e-15
        if fast.isFinite, fast >= 0, fast <= 1, abs(gsl_cdf_beta_P(fast, a, b) - share) < tolerance { return fast }
        return Bisection.least(from: 0, to: 1) { gsl_cdf_beta_P($0, a, b) < share }
    }

    /// `ln(X / (1 - X))` is the difference of the logarithms of two gamma variables, whose cumulants are polygamma functions; its
    /// quantile by Cornish and Fisher's expansion (1938) to the fourth cumulant.
    private static func logitNormal(_ share: Double, _ a: Double, _ b: Double) -> Double {
        func cumulant(_ order: Int32, _ sign: Double) -> Double { gsl_sf_psi_n(order, a) + sign * gsl_sf_psi_n(order, b) }
        let deviation = cumulant(1, 1).squareRoot()
        guard deviation > 0 else { return a / (a + b) }
        let skewness = cumulant(2, -1) / pow(deviation, 3), excess = cumulant(3, 1) / pow(deviation, 4)
        let z = NormalDistribution.quantile(share)
        let w = z + (z * z - 1) * skewness / 6 + (pow(z, 3) - 3 * z) * excess / 24
            - (2 * pow(z, 3) - 5 * z) * skewness * skewness / 36
        let logit = gsl_sf_psi(a) - gsl_sf_psi(b) + deviation * w
        guard logit.isFinite else { return a / (a + b) }
        return logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
    }

    /// Where `a` is small against `b`, `-(b + (a - 1) / 2) ln(1 - X)` is nearly gamma of shape `a` (Wise, Biometrika 37, 1950).
    private static func gammaLimit(_ share: Double, _ a: Double, _ b: Double) -> Double {
        var value = gsl_cdf_gamma_Pinv(share, a, 1)
        if !value.isFinite || !(abs(gsl_cdf_gamma_P(value, a, 1) - share) < 1e-9 * min(share, 1 - share) + 1e-15) {
            value = Bisection.least(from: 0, to: a + 40 * (a.squareRoot() + 1)) { gsl_cdf_gamma_P($0, a, 1) < share }
        }
        return -expm1(-value / (b + (a - 1) / 2))
    }
}
