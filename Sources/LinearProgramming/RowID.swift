/// A row (constraint) of a `LinearProblem`, by its 0-based position.
///
/// An id is valid until a row before it is removed; `LinearProblem.removeRows(_:)` returns the new ids.
public struct RowID: Hashable, Sendable, Comparable {
    /// Position of the row, from 0.
    public let index: Int

    public init(_ index: Int) { self.index = index }

    public static func < (left: RowID, right: RowID) -> Bool { left.index < right.index }
}
