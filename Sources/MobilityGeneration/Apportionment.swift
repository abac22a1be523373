/// Whole numbers that add up to `total` and follow `weights`, by the method of largest remainders (Hamilton).
///
/// Exact: quotas are compared as 128-bit integers, equal remainders go to the earlier index.
/// - Parameters:
///   - total: what is shared out, at least 0.
///   - weights: none below 0; where all are 0, every part is 0.
/// - Complexity: O(n log n).
public func apportion(_ total: Int, weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard total > 0, sum > 0 else { return weights.map { _ in 0 } }
    var parts: [Int] = []
    var remainders: [UInt] = []
    for weight in weights {
        let product = total.magnitude.multipliedFullWidth(by: weight.magnitude)
        let quotient = sum.magnitude.dividingFullWidth(product)
        parts.append(Int(quotient.quotient))
        remainders.append(quotient.remainder)
    }
    let missing = total - parts.reduce(0, +)
    let order = weights.indices.sorted { (remainders[$0], $1) > (remainders[$1], $0) }
    for index in order.prefix(missing) { parts[index] += 1 }
    return parts
}
