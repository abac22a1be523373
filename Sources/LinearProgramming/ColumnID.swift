/// A column (variable) of a `LinearProblem`, by its 0-based position.
///
/// An id is valid until a column before it is removed; `LinearProblem.removeColumns(_:)` returns the new ids.
public struct ColumnID: Hashable, Sendable, Comparable {
    /// Position of the column, from 0.
    public let index: Int

    public init(_ index: Int) { self.index = index }

    public static func < (left: ColumnID, right: ColumnID) -> Bool { left.index < right.index }
}
