import Distributions
import Foundation

/// `exp(Normal(location, scale))`.
struct Lognormal {
    var location: Double
    /// 0 or more; with 0 it is always the median.
    var scale: Double

    func standard(_ days: Double) -> Double { (Foundation.log(days) - location) / scale }

    /// P(X <= days).
    func below(_ days: Double) -> Double {
        guard days > 0 else { return 0 }
        if scale == 0 { return Foundation.exp(location) <= days ? 1 : 0 }
        return NormalDistribution.cumulative(standard(days))
    }
}
