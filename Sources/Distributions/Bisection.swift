/// Where a condition that holds up to some value ends.
public enum Bisection {
    /// The least value that is not below, to the last bit.
    ///
    /// - Parameters:
    ///   - low: as `high`, what is looked between.
    ///   - isBelow: true up to some value, false from there.
    public static func least(from low: Double, to high: Double, isBelow: (Double) -> Bool) -> Double {
        var low = low, high = high
        // As many as there are halvings between the greatest and the least of doubles.
        for _ in 0..<1100 {
            let middle = low + (high - low) / 2
            if middle == low || middle == high { break }
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}
