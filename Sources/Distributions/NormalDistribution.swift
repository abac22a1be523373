import CGSL

/// The standard normal distribution.
public enum NormalDistribution {
    /// The quantile at 0.95: half the width of a 90% interval.
    public static let ninetyFifth = 1.6448536269514722

    /// P(Z <= z).
    public static func cumulative(_ z: Double) -> Double {
        NumericalLibrary.prepare()
        return gsl_cdf_ugaussian_P(z)
    }

    /// The value below which lies `share`, in (0, 1).
    public static func quantile(_ share: Double) -> Double {
        NumericalLibrary.prepare()
        return gsl_cdf_ugaussian_Pinv(share)
    }
}
