/// A rule of a valid plan that a plan breaks, with what breaks it.
public struct Violation: Sendable, Hashable {
    /// `V1` to `V12`.
    public var rule: String
    /// Ids of what is concerned, the number of the itinerary (from 1, in the order of the plan) first where there is one.
    public var subjects: [String]
    /// A sentence for a planner, with names, dates and numbers.
    public var message: String

    public init(rule: String, subjects: [String], message: String) {
        self.rule = rule; self.subjects = subjects; self.message = message
    }
}

extension Violation: CustomStringConvertible {
    public var description: String { "\(rule): \(message)" }
}
