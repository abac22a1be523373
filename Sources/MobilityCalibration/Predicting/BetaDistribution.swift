import CGSL

/// Beta distributions, also those so uneven that GSL's own inverse gives up.
enum BetaDistribution {
    /// The value below which lies `share` of `Beta(a, b)`, by bisection to the last bits; 0 or 1 where all mass lies there.
    static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
        if a <= 0 { return 0 }
        if b <= 0 { return 1 }
        NumericalLibrary.prepare()
        var low = 0.0, high = 1.0
        for _ in 0..<52 {
            let middle = (low + high) / 2
            if gsl_cdf_beta_P(middle, a, b) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Quantiles of the middles of `count` equal parts: as good as any sample of that size, and always the same.
    static func strata(_ count: Int, _ a: Double, _ b: Double) -> [Double] {
        (0..<count).map { quantile((Double($0) + 0.5) / Double(count), a, b) }
    }
}
