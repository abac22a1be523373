/// What planning an altered scenario came to, against the plan that it is measured from.
public struct Replan: Sendable {
    public enum Outcome: Sendable, Hashable {
        case planned
        /// No valid plan meets it; with what conflicts, where that was looked for.
        case impossible(Conflict?)
        /// The search ended without a plan and without a proof that there is none.
        case unknown(String)
    }

    public var outcome: Outcome
    /// Empty unless planned.
    public var plan: Plan
    public var terms: [TermResult]
    /// Empty unless planned.
    public var changes: [TermChange]
    /// How near the plan is to the one that was planned before; `nil` where that was not looked for.
    public var nearness: Nearness?

    public init(outcome: Outcome, plan: Plan = Plan(), terms: [TermResult] = [], changes: [TermChange] = [], nearness: Nearness? = nil) {
        self.outcome = outcome; self.plan = plan; self.terms = terms; self.changes = changes; self.nearness = nearness
    }

    /// `nil` where there is no plan to compare.
    public var verdict: PlanVerdict? { outcome == .planned ? PlanVerdict(changes) : nil }
}
