/// Planned cycles that are counted together: alike in how they go, in what they cost and in their groups.
struct Cell: Hashable, Sendable {
    /// Of the courses of the model.
    var course: Int
    /// Of the model's groups.
    var groups: [Int]
    var sessions: Int
    /// In cents, for one person.
    var seats: Int64
    var fee: Int64
    var travel: Int64
    var reintegration: Int64
    /// In cents: the person's part of the run costs of the sessions.
    var runShare: Double
}
