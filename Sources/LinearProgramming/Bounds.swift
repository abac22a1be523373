/// The interval a row's activity or a column's value must lie in. Either end may be infinite.
///
/// Any pair can be written down; `LinearProblem` refuses those that mean nothing: NaN, `lower > upper`,
/// `lower == +infinity`, `upper == -infinity`, and finite ends beyond `Bounds.greatestMagnitude`.
public struct Bounds: Sendable, Hashable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The greatest finite end, cost or coefficient a problem takes: beyond it products would overflow inside the solver.
    public static let greatestMagnitude = 1e30

    /// (-infinity, +infinity)
    public static let free = Bounds(lower: -.infinity, upper: .infinity)

    /// [0, +infinity)
    public static let nonNegative = Bounds(lower: 0, upper: .infinity)

    /// [0, 1]
    public static let unit = Bounds(lower: 0, upper: 1)

    /// (-infinity, upper]
    public static func atMost(_ upper: Double) -> Bounds { Bounds(lower: -.infinity, upper: upper) }

    /// [lower, +infinity)
    public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower, upper: .infinity) }

    /// [value, value]
    public static func exactly(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }

    /// [lower, upper]
    public static func between(_ lower: Double, _ upper: Double) -> Bounds { Bounds(lower: lower, upper: upper) }

    /// Whether a problem accepts these bounds.
    public var isUsable: Bool {
        lower <= upper && lower < .infinity && upper > -.infinity
            && (lower.isInfinite || abs(lower) <= Bounds.greatestMagnitude)
            && (upper.isInfinite || abs(upper) <= Bounds.greatestMagnitude)
    }

    /// By how much `value` lies outside, relative to 1 + the size of the bound it violates, or to 1 + `size` where that is
    /// greater; 0 inside, infinite for NaN.
    func relativeViolation(of value: Double, size: Double = 0) -> Double {
        if value < lower { return (lower - value) / (1 + max(size, abs(lower))) }
        if value > upper { return (value - upper) / (1 + max(size, abs(upper))) }
        return value.isNaN ? .infinity : 0
    }
}
