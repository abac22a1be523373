/// One replicate, done.
struct ReplicateFigures: Sendable {
    /// Figures of every group as drawn.
    var drawn: [Double]
    /// The same in expectation, given the replicate's parameters.
    var expected: [Double]
    /// The same in expectation, given the parameters and how the replicate's cohorts scatter: with nothing left out but the luck of
    /// each person. Only of differences; empty elsewhere.
    var withoutLuck: [Double] = []
    var draws: Int
}
