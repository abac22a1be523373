/// Where an integer search stands.
public struct IntegerProgress: Sendable, Hashable {
    /// Objective of the best solution known, `Sense.worst` if none is.
    public let incumbent: Double
    /// No solution is better than this. `Sense.best` until the root is solved.
    public let bound: Double
    /// Nodes made so far, over all attempts.
    public let nodes: Int
    /// Nodes that wait to be solved, the present one included.
    public let openNodes: Int
    /// Whether a better solution has been found since the last observation.
    public let isImproved: Bool
}

/// What an observer of a search wants.
public enum SearchDecision: Sendable, Hashable {
    case `continue`, stop
}
