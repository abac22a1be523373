import LinearProgramming
import MobilityModel

/// Of plans that are equally good in every term, the one nearest to a plan given.
///
/// What no term and no rule counts is otherwise for the search to choose, and would differ between a variant and its base for no
/// reason. So the last stage is an integer problem over the itineraries that a plan as good can have: it moves as few people as
/// possible, and of what is left changes as few itineraries as possible. Where all such itineraries can be listed, what it proves of that
/// is true of every plan as good. Where they are too many, as after a search that ended within a gap, a relaxation of its own bounds the
/// people moved, and may leave few enough in question.
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
        try master.seekFeasibility()
        if let all {
            try searchNearest(near, all, isAll: true, &told)
        } else {
            try relaxNearest(near, &told)
        }
    }

    /// Where too many itineraries can be part of a plan as good: first among those of the relaxation, then among those that it leaves.
    private mutating func relaxNearest(_ near: NearPlan, _ told: inout Nearness) throws {
        guard let best else { return }
        var relaxation = try NearRelaxation(master, near: near, columns: best.columns + near.parts.map(\.column))
        try relaxation.solve(interruption)
        told.fewestMoved = min(told.moved, max(told.fewestMoved, relaxation.fewestMoved + near.missing))
        try searchNearest(near, Array(relaxation.columns.prefix(Self.smallProblem)), isAll: false, &told)
        guard !interruption.hasCome, told.moved > told.fewestMoved || told.changed > 0,
            let few = try relaxation.inQuestion(moved: told.moved - near.missing, limit: Self.smallProblem, interruption)
        else { return }
        try searchNearest(near, few, isAll: true, &told)
    }

    /// - Parameter isAll: whether `columns` are all that a plan as good and as near can have.
    private mutating func searchNearest(_ near: NearPlan, _ columns: [Column], isAll: Bool, _ told: inout Nearness) throws {
        let columns = columns + near.parts.map(\.column)
        let work = isAll ? 3_000_000 : 400_000
        if told.moved > told.fewestMoved, !interruption.hasCome {
            let (cutoff, ceiling) = (-(told.moved - near.missing - 1), near.missing - told.fewestMoved)
            let least = try search(.fewestMoved, near, columns, cutoff: cutoff, ceiling: ceiling, work: work, &told)
            if isAll, let least { told.fewestMoved = max(told.fewestMoved, min(told.moved, near.missing - least)) }
        }
        if told.changed > told.fewestChanged, !interruption.hasCome {
            let everyone = near.placedOfClass.reduce(0, +)
            let goal = Distance.Goal.fewestChanged(moved: told.moved - near.missing)
            let (cutoff, ceiling) = (everyone - told.changed + 1, everyone)
            // Who goes matters more than what they do.
            let most = try search(goal, near, columns, cutoff: cutoff, ceiling: ceiling, work: min(work, 600_000), &told)
            if isAll, let most { told.fewestChanged = max(0, min(told.changed, everyone - most)) }
        }
    }

    /// Takes the nearest plan found; returns what is proven of all plans over the itineraries.
    /// - Parameter work: nodes times columns.
    private mutating func search(
        _ goal: Distance.Goal, _ near: NearPlan, _ columns: [Column], cutoff: Int, ceiling: Int, work: Int, _ told: inout Nearness
    ) throws -> Int? {
        var problem = try IntegerProblem(
            master, columns: (best?.columns ?? []) + columns, stage: .feasibility,
            distance: Distance(near: near, goal: goal, instance: instance))
        let ending = try problem.solve(
            cutoff: Double(cutoff), ceiling: Double(ceiling), gap: 0, nodeLimit: max(50, work / max(1, problem.size)), isExact: true,
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
}
