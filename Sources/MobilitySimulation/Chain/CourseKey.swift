/// What decides how a cycle goes, other than what has happened before it.
struct CourseKey: Hashable, Sendable {
    /// Chances by the position of their step.
    var chances: [Int]
    var needsVisa: Bool
    /// Of delays; `nil` where nothing can come late.
    var lateness: Int?
    /// Full 30 days of stay.
    var months: Int
}
