import Foundation

/// Numbers as they are written down: fewer digits than machines might differ in.
enum Rounding {
    static func decimals(_ value: Double, _ count: Int) -> Double {
        let scale = pow(10, Double(count))
        return (value * scale).rounded() / scale
    }

    /// A rate: six decimals, and four digits of one so near to 0 or 1 that they would leave nothing of it.
    static func rate(_ value: Double) -> Double {
        if value < 0.01 { return significant(value, 4) }
        return value > 0.99 ? 1 - significant(1 - value, 4) : decimals(value, 6)
    }

    static func significant(_ value: Double, _ count: Int) -> Double {
        guard value != 0, value.isFinite else { return value }
        let digits = count - 1 - Int(floor(log10(abs(value))))
        // Powers of ten beyond 22 are not exact; numbers so small or large are left as they are.
        guard abs(digits) <= 22 else { return value }
        let scale = pow(10, Double(abs(digits)))
        return digits >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    }
}
