/// Whether the objective is to be made small or large.
public enum Sense: Sendable, Hashable {
    case minimise, maximise

    /// The objective of "no solution": worse than any value.
    public var worst: Double { self == .minimise ? .infinity : -.infinity }

    /// The objective of an unbounded problem: better than any value.
    public var best: Double { self == .minimise ? -.infinity : .infinity }

    /// Whether `left` is strictly better than `right`.
    public func isBetter(_ left: Double, than right: Double) -> Bool {
        self == .minimise ? left < right : left > right
    }

    /// The better of two values.
    public func better(_ left: Double, _ right: Double) -> Double { isBetter(left, than: right) ? left : right }

    /// The worse of two values.
    public func worse(_ left: Double, _ right: Double) -> Double { isBetter(left, than: right) ? right : left }
}
