import MobilityModel

/// Plans altered scenarios, each with the options of one plan, and says term by term what the alteration changes.
///
/// An alteration is a scenario with parts replaced, or demands on top of it. Nothing is estimated: each is optimised anew, with a
/// proven bound, and the difference of two best values is known as exactly as the two are.
public struct Replanner: Sendable {
    /// Recounts the terms of a plan; `nil` where it breaks a rule, a pin or a demand.
    public typealias Judge = @Sendable (Scenario, Plan, [Demand]) -> [Int64]?

    /// A plan that the judge refused: a defect of the planner, never of the input.
    public struct Refused: Error, CustomStringConvertible {
        public var description: String
    }

    /// The plan that differences are measured from.
    public let plan: Plan
    public let terms: [TermResult]
    /// Of every planning; its demands are those that hold throughout.
    public let options: PlanOptions
    private let judge: Judge

    /// - Parameters:
    ///   - plan: of the unaltered scenario, valid.
    ///   - terms: its values, with proven bounds.
    public init(plan: Plan, terms: [TermResult], options: PlanOptions, judge: @escaping Judge) {
        self.plan = plan
        self.terms = terms
        var options = options
        options.policy = .optimal
        options.findsReasons = false
        self.options = options
        self.judge = judge
    }

    /// - Parameter findsConflict: whether to say what cannot hold together where there is no plan.
    /// - Parameter seeksNearest: whether the plan matters, and not its terms alone: of those equally good, the nearest is looked for.
    /// - Throws: `Refused`.
    public func replan(
        _ scenario: Scenario, demands: [Demand] = [], findsConflict: Bool = false, seeksNearest: Bool = false,
        shouldStop: () -> Bool = { false }
    ) throws -> Replan {
        var options = options
        options.demands += demands
        // What is possible of it is a good plan already, and what is equally good stays as it is.
        options.start = plan
        options.findsReasons = findsConflict
        options.seeksNearest = seeksNearest
        let result = Planner(scenario: scenario, options: options).plan(shouldStop: shouldStop)
        switch result.status {
        case .infeasible: return Replan(outcome: .impossible(result.conflict))
        case .failed: return Replan(outcome: .unknown(result.message))
        case .interrupted where result.terms.isEmpty: return Replan(outcome: .unknown(result.message))
        case .optimal, .feasible, .interrupted: break
        }
        guard let counted = judge(scenario, result.plan, options.demands), counted == result.terms.map(\.value) else {
            throw Refused(description: "the checker refused a plan of the altered scenario\(demands.map { ", \($0)" }.joined())")
        }
        var (plan, terms, nearness) = (result.plan, result.terms, result.nearness)
        // A search that was cut short may have missed that what was planned before is still valid, and better.
        if let kept = judge(scenario, self.plan, options.demands), isBetter(kept, terms) {
            plan = self.plan
            nearness = seeksNearest ? Nearness(moved: 0, fewestMoved: 0, changed: 0, fewestChanged: 0) : nil
            terms = zip(terms, kept).map { TermResult(term: $0.term, value: $1, bound: $0.bound) }
        }
        return Replan(outcome: .planned, plan: plan, terms: terms, changes: TermChange.between(self.terms, terms), nearness: nearness)
    }

    private func isBetter(_ values: [Int64], _ terms: [TermResult]) -> Bool {
        guard values.count == terms.count else { return false }
        for (value, term) in zip(values, terms) where value != term.value {
            return term.term.isMaximised ? value > term.value : value < term.value
        }
        return false
    }
}
