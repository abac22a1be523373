import MobilityModel

/// What a plan is worth, what it uses and what is wrong with it, recomputed from the scenario and the plan alone.
public struct CheckReport: Sendable {
    /// In the order V1 to V12; within a rule in the order of the plan or of the scenario's tables. Empty for a valid plan.
    public var violations: [Violation]
    /// The terms that the scenario optimises, in its order.
    public var terms: [TermValue]
    /// Every term, optimised or not.
    public var values: [ObjectiveTerm: Int64]
    public var usage: Usage
    /// One for each rule of the scenario, in its order.
    public var ruleMeasures: [RuleMeasure]

    public var isValid: Bool { violations.isEmpty }
    public func value(of term: ObjectiveTerm) -> Int64 { values[term] ?? 0 }

    init(
        violations: [Violation], terms: [TermValue], values: [ObjectiveTerm: Int64], usage: Usage, ruleMeasures: [RuleMeasure]
    ) {
        self.violations = violations; self.terms = terms; self.values = values; self.usage = usage
        self.ruleMeasures = ruleMeasures
    }
}

/// A term of the objective and its value in the plan. Sums beyond 64 bits stay at the largest number.
public struct TermValue: Sendable, Hashable {
    public var term: ObjectiveTerm
    public var value: Int64
    public init(term: ObjectiveTerm, value: Int64) { self.term = term; self.value = value }
}

/// How many placements a rule is about, and by how many it is missed.
public struct RuleMeasure: Sendable, Hashable {
    public var rule: Rule.ID
    /// Placements that match `who`, `of` and `where`.
    public var matched: Int
    /// Placements that match `of` and `where`.
    public var total: Int
    /// Placements short (`at_least`) or over (`at_most`), rounded up; 0 where the rule holds.
    public var missedBy: Int
    /// `missedBy` times the penalty; `nil` for a hard rule.
    public var points: Int64?
}
