import LinearProgramming
import MobilityModel

/// Of plans that are equally good in every term, the one nearest to a plan given.
///
/// What no term and no rule counts is otherwise for the search to choose, and would differ between a variant and its base for no
/// reason. So the last stage is an integer problem over the itineraries that a plan as good can have: it moves as few people as
/// possible, and of what is left changes as few itineraries as possible. Where all such itineraries can be listed, what it proves of that
/// is true of every plan as good.
extension StageSearch {
    /// Called once all terms are settled; `stage` is the last of them.
    mutating func comeNear(_ near: NearPlan, after stage: Stage) -> Nearness? {
        guard let best else { return nil }
        var told = near.nearness(of: best, instance)
        guard !isGreat, told.moved > told.fewestMoved || told.changed > 0 else { return told }
        let (objective, bounds) = (master.objective, (bound, duals, sides))
        defer { (bound, duals, sides) = bounds }
        // A plan as good and nearer is not owed: where the solver fails, the one at hand stands.
        try? comeNear(near, after: stage, &told)
        if let index = objective.firstIndex(where: { $0 != 0 }) { try? master.maximise(term: index) }
        return told
    }

    private mutating func comeNear(_ near: NearPlan, after stage: Stage, _ told: inout Nearness) throws {
        guard !interruption.hasCome else { return }
        let all = try enumerateColumns(stage, limit: Self.greatProblem, asGood: true)
        let question = all ?? columnsInQuestion(stage, asGood: true)
        guard question.count <= Self.greatProblem else { return }
        try master.seekFeasibility()
        let columns = question + near.parts.map(\.column)
        if told.moved > told.fewestMoved {
            let least = try search(.fewestMoved, near, columns, cutoff: -(told.moved - near.missing - 1), ceiling: 0, &told)
            if all != nil, let least { told.fewestMoved = min(told.moved, near.missing - least) }
        }
        if told.changed > 0, !interruption.hasCome {
            let everyone = near.placedOfClass.reduce(0, +)
            let goal = Distance.Goal.fewestChanged(moved: told.moved - near.missing)
            let most = try search(goal, near, columns, cutoff: everyone - told.changed + 1, ceiling: everyone, &told)
            if all != nil, let most { told.fewestChanged = min(told.changed, everyone - most) }
        }
    }

    /// Takes the nearest plan found; returns what is proven of all plans over the itineraries.
    private mutating func search(
        _ goal: Distance.Goal, _ near: NearPlan, _ columns: [Column], cutoff: Int, ceiling: Int, _ told: inout Nearness
    ) throws -> Int? {
        var problem = try IntegerProblem(
            master, columns: (best?.columns ?? []) + columns, stage: .feasibility,
            distance: Distance(near: near, goal: goal, instance: instance))
        let ending = try problem.solve(
            cutoff: Double(cutoff), ceiling: Double(ceiling), gap: 0, nodeLimit: Self.nodesToNearest(problem.size), isExact: true,
            interruption: interruption)
        if let uses = ending.uses {
            let found = instance.assignment(uses.map(\.column), counts: uses.map(\.count))
            let nearness = near.nearness(of: found, instance)
            let isNearer = (nearness.moved, nearness.changed) < (told.moved, told.changed)
            if isNearer, found.isWithinLimits, found.shortfall == 0, isAsGood(found) {
                best = found
                (told.moved, told.changed) = (nearness.moved, nearness.changed)
            }
        }
        return ending.bound.map { Int(($0 + 1e-6).rounded(.down)) }
    }

    private func isAsGood(_ found: Assignment) -> Bool {
        guard let best else { return true }
        return instance.terms.indices.allSatisfy {
            instance.terms[$0].isMaximised ? found.terms[$0] >= best.terms[$0] : found.terms[$0] <= best.terms[$0]
        }
    }

    private static func nodesToNearest(_ columns: Int) -> Int { max(50, 3_000_000 / max(1, columns)) }
}
