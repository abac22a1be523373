/// One replicate, done.
struct ReplicateFigures: Sendable {
    /// Figures of every group as drawn.
    var drawn: [Double]
    /// The same in expectation over cohorts and luck, given the replicate's parameters.
    var expected: [Double]
    var draws: Int
}
