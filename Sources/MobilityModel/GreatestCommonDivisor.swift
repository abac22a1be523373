/// The greatest number that divides both, at least 0, whatever their signs; 0 counts as divided by every number, so of 0 and 0 it is 0.
///
/// Euclid's algorithm.
///
/// - Complexity: O(log of the lesser).
public func greatestCommonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int64(clamping: a)
}
