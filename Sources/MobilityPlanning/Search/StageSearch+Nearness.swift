import LinearProgramming
import MobilityModel

/// Of plans that are equally good in every term, one near the plan that the search began with.
///
/// What no term and no rule counts is otherwise for the search to choose, and would differ between a variant and its base for no
/// reason. So one last integer problem, over the itineraries that a plan as good can have, keeps as many people as it can on what they
/// did. It proves nothing, and takes nothing from what is proven.
extension StageSearch {
    /// Called once all terms are settled; `stage` is the last of them.
    mutating func comeNear(_ start: Assignment, after stage: Stage) throws {
        guard !isGreat, !interruption.hasCome, let best else { return }
        let wanted = people(start)
        let kept = overlap(best, wanted)
        let all = wanted.values.reduce(0, +)
        guard kept < all else { return }
        let question = try enumerateColumns(stage, limit: Self.smallProblem, asGood: true) ?? columnsInQuestion(stage, asGood: true)
        guard question.count <= Self.smallProblem else { return }
        let (objective, bounds) = (master.objective, (bound, duals, sides))
        try master.seekFeasibility()
        defer { (bound, duals, sides) = bounds }
        var problem = try IntegerProblem(
            master, columns: best.columns + start.columns + question, stage: .feasibility, favoured: wanted)
        let ending = try problem.solve(
            cutoff: Double(kept + 1), ceiling: Double(all), gap: 0, nodeLimit: Self.nodes(problem.size, isExact: false), isExact: false,
            interruption: interruption)
        if let uses = ending.uses {
            let found = instance.assignment(uses.map(\.column), counts: uses.map(\.count))
            if found.isWithinLimits, found.shortfall == 0, found.terms == best.terms, overlap(found, wanted) > kept { self.best = found }
        }
        if let index = objective.firstIndex(where: { $0 != 0 }) { try master.maximise(term: index) }
    }

    /// By pattern.
    private func people(_ assignment: Assignment) -> [Pattern.Key: Int] {
        assignment.uses.reduce(into: [:]) { $0[instance.pattern(of: $1.column).key, default: 0] += $1.count }
    }

    /// People who do what they did.
    private func overlap(_ assignment: Assignment, _ wanted: [Pattern.Key: Int]) -> Int {
        people(assignment).reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
    }
}
