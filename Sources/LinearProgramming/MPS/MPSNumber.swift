/// A number in a file for solvers, exact as it is written: `digits` / 10^`decimals`.
public struct MPSNumber: Equatable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    public var digits: Int64
    /// 0...18.
    public var decimals: Int

    public init(_ digits: Int64, decimals: Int = 0) {
        self.digits = digits
        self.decimals = min(max(decimals, 0), 18)
    }

    public init(integerLiteral value: Int64) { self.init(value) }

    /// Without zeros at the end, or an exponent: `-12`, `0.565`.
    public var description: String {
        var (whole, places) = (digits.magnitude, decimals)
        while places > 0, whole % 10 == 0 { (whole, places) = (whole / 10, places - 1) }
        let text = String(whole)
        let sign = digits < 0 ? "-" : ""
        guard places > 0 else { return sign + text }
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
