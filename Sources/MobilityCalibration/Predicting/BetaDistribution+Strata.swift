import Distributions

extension BetaDistribution {
    /// Quantiles of the middles of `count` equal parts: as good as any sample of that size, and always the same.
    static func strata(_ count: Int, _ a: Double, _ b: Double) -> [Double] {
        (0..<count).map { quantile((Double($0) + 0.5) / Double(count), a, b) }
    }
}
