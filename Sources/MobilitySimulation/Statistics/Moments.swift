/// Number, mean and variance of a stream, by Welford's recurrence (1962).
struct Moments {
    private(set) var count = 0
    private(set) var mean = 0.0
    private var squares = 0.0

    mutating func add(_ value: Double) {
        count += 1
        let change = value - mean
        mean += change / Double(count)
        squares += change * (value - mean)
    }

    /// Of the sample; 0 for fewer than two values.
    var variance: Double { count > 1 ? max(0, squares / Double(count - 1)) : 0 }
}
