import Foundation

/// Log-odds and back.
enum Logit {
    /// `ln(p / (1 - p))`, `0 < p < 1`.
    static func of(_ p: Double) -> Double { log(p) - log1p(-p) }

    /// `1 / (1 + exp(-x))`, inside 0...1 for every finite `x`.
    static func inverse(_ x: Double) -> Double {
        if x >= 0 { return 1 / (1 + exp(-x)) }
        let e = exp(x)
        return e / (1 + e)
    }
}
