/// The planned cycles of alike people and everything that can become of them, as a graph.
///
/// A node is an attempt at a cycle by those who come to it with the same past: whether they have completed a cycle, and
/// which later cycles are lost to them. Every edge leads to a node of a later cycle, so that one pass in order, over people
/// or over probabilities, does the whole chain.
struct Chain: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        /// From 0: keys the random numbers.
        var cycle: Int
        /// Of the model's cells.
        var cell: Int
        /// Where those go on whose authorisation, visa or arrival fails; `nil` = nowhere, as for all edges.
        var afterFailure: Int?
        /// Where those go on who fail a session, for each session of the cycle.
        var afterTraining: [Int?]
        var afterExtension: Int?
        /// Whether a next cycle is planned, and on-time returners decide whether to take it up.
        var decidesAgain: Bool
        /// Where those go on who re-apply.
        var afterReturn: Int?
    }
    /// Those of the first cycle first; in the order of cycles.
    var nodes: [Node]
}
