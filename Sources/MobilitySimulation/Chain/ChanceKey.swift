import MobilityModel

/// What a chance depends on besides the replicate's parameters.
struct ChanceKey: Hashable, Sendable {
    var step: BehaviourStep
    /// Of the cohorts of the model; `nil` where cohorts do not differ in the step.
    var cohort: Int?
    /// Effects that concern the cycle, in the order of the scenario.
    var effects: [Int]
}

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
