import MobilityModel

/// What the parameters of each replicate make a figure in expectation, over the replicates.
struct ExpectationTally {
    private var moments = Moments()
    private var sketch = QuantileSketch()
    /// Whether every replicate had it: those in which it is told are no sample of all.
    private var isWhole = true

    /// - Parameter value: not a number where the parameters leave the figure undefined: then there is no estimate.
    mutating func add(_ value: Double) {
        guard value.isFinite else {
            isWhole = false
            return
        }
        moments.add(value)
        sketch.add(value)
    }

    var estimate: ExpectationEstimate? {
        guard isWhole, let ends = sketch.quantiles([0.05, 0.95]) else { return nil }
        return ExpectationEstimate(
            mean: moments.mean, low: ends[0], high: ends[1], standardError: (moments.variance / Double(moments.count)).squareRoot())
    }
}
