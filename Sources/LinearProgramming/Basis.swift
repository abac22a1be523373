/// Where a row's or column's variable stands in a basis.
public enum BasisStatus: UInt8, Sendable, Hashable {
    case basic, atLower, atUpper, free, fixed
}

/// A copy of a basis: put it back with `LinearProblem.restore(_:)` to go on from there, as in branch and bound.
public struct Basis: Sendable, Hashable {
    /// One status for each row, in order.
    public let rows: [BasisStatus]
    /// One status for each column, in order.
    public let columns: [BasisStatus]

    public init(rows: [BasisStatus], columns: [BasisStatus]) {
        self.rows = rows
        self.columns = columns
    }
}
