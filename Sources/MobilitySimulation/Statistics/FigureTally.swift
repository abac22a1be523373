import MobilityModel

/// One figure of one group over the replicates.
struct FigureTally {
    /// What was drawn.
    private(set) var drawn = Moments()
    /// What the replicate's parameters make it in expectation.
    private(set) var expected = Moments()
    /// The difference: chance.
    private(set) var rest = Moments()
    private var sketch = QuantileSketch()
    /// Where it is told by itself: of every replicate, whether the figure is defined in what was drawn or not.
    private var expectation: ExpectationTally?

    init(tellsExpectation: Bool = false) { expectation = tellsExpectation ? ExpectationTally() : nil }

    /// - Parameter value: not a number where the replicate leaves the figure undefined; it is left out then.
    mutating func add(_ value: Double, expected expectation: Double) {
        self.expectation?.add(expectation)
        guard value.isFinite else { return }
        drawn.add(value)
        sketch.add(value)
        guard expectation.isFinite else { return }
        expected.add(expectation)
        rest.add(value - expectation)
    }

    /// `Var(E[X | parameters]) / Var(X)`, the denominator as the sum of its two parts: so it lies in 0...1 in every sample.
    var parameterShare: Double {
        let whole = expected.variance + rest.variance
        return whole > 0 ? expected.variance / whole : 0
    }

    var estimate: FigureEstimate? {
        guard let ends = sketch.quantiles([0.05, 0.95]) else { return nil }
        return FigureEstimate(
            mean: drawn.mean, low: ends[0], high: ends[1], parameterShare: parameterShare,
            standardError: (drawn.variance / Double(drawn.count)).squareRoot(), defined: drawn.count,
            expectation: expectation?.estimate)
    }
}
