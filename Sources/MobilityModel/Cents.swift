/// An amount of money in euro cents, exact.
public struct Cents: Hashable, Comparable, Sendable, AdditiveArithmetic {
    public var amount: Int64

    public init(_ amount: Int64) { self.amount = amount }

    public static let zero = Cents(0)
    public static func + (a: Cents, b: Cents) -> Cents { Cents(a.amount + b.amount) }
    public static func - (a: Cents, b: Cents) -> Cents { Cents(a.amount - b.amount) }
    public static func * (a: Cents, count: Int) -> Cents { Cents(a.amount * Int64(count)) }
    public static func < (a: Cents, b: Cents) -> Bool { a.amount < b.amount }
}

extension Cents: CustomStringConvertible {
    /// Euro with two decimals, `1234.50`.
    public var description: String {
        let magnitude = amount.magnitude
        let cents = magnitude % 100
        return "\(amount < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
