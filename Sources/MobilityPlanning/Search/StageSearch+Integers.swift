import LinearProgramming
import MobilityModel

/// From a relaxation to whole people: exact where few itineraries are in question, by ever larger searches otherwise.
extension StageSearch {
    /// Searches for plans better than the best; returns what is proven in the end.
    mutating func searchIntegers(_ stage: Stage, _ ceiling: Int64) throws -> Int64 {
        var ceiling = try closeQuestions(stage, ceiling, limit: Self.smallProblem)
        var asked = best.map { value(of: $0, stage) }
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        try dive(stage, ceiling)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        for isOfOpenings in [false, true] {
            if isOfOpenings {
                try replanOpenings(stage, ceiling)
            } else {
                try replanNeighbourhoods(stage, ceiling, size: Self.neighbourhoodSize)
            }
            if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
            // A better plan leaves fewer itineraries in question.
            guard best.map({ value(of: $0, stage) }) != asked else { continue }
            ceiling = try closeQuestions(stage, ceiling, limit: Self.smallProblem)
            asked = best.map { value(of: $0, stage) }
            if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        }
        ceiling = try branch(stage, ceiling)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        ceiling = try closeQuestions(stage, ceiling, limit: Self.greatProblem)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        // The branches brought itineraries that no earlier neighbourhood had.
        let known = best.map { value(of: $0, stage) }
        for factor in [2, 4] { try replanNeighbourhoods(stage, ceiling, size: factor * Self.neighbourhoodSize) }
        // A better plan leaves fewer itineraries in question, so that more branches can be closed.
        guard best.map({ value(of: $0, stage) }) != known, !isClosed(ceiling, stage), !interruption.hasCome else { return ceiling }
        return try branch(stage, ceiling)
    }

    /// Where the itineraries in question are few but not very few, first dives among all of them, which finds in no time what an integer search without
    /// a good plan to begin with may look for in vain; then closes exactly what that leaves. Returns what is proven then.
    private mutating func closeQuestions(_ stage: Stage, _ ceiling: Int64, limit: Int) throws -> Int64 {
        guard let all = try enumerateColumns(stage, limit: limit) else { return ceiling }
        var ceiling = ceiling
        if options.start != nil {
            // The plan that the search began with may well be the best still, which is soon proven, or the best soon found.
            ceiling = try integers(stage, among: all, ceiling: ceiling, isExact: true, isQuick: true).ceiling
            if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        }
        // A search that began with a plan has generated little else so far.
        if options.start != nil || all.count > Self.tinyProblem, try master.add(all) > 0 {
            try dive(stage, ceiling)
            if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        }
        return try closeExactly(stage, ceiling, limit: limit)
    }

    /// Solves the integer problem over all itineraries in question, where they are no more than `limit`; returns what is proven then.
    private mutating func closeExactly(_ stage: Stage, _ ceiling: Int64, limit: Int) throws -> Int64 {
        guard let all = try enumerateColumns(stage, limit: limit) else { return ceiling }
        let exact = try integers(stage, among: all, ceiling: ceiling, isExact: true)
        return exact.isComplete ? exact.ceiling : ceiling
    }

    /// The least profit, after its class's own, that an itinerary of a better plan can have.
    /// - Parameter asGood: of one that is as good, too.
    func leastReducedCost(_ stage: Stage, asGood: Bool = false) -> Double {
        guard let bound, let best else { return -.infinity }
        let value = value(of: best, stage)
        let more = asGood ? 0 : step(stage)
        let better = Double(isMaximised(stage) ? value + more : more - value) / scale(stage)
        return better - bound.value - 1e-7 - abs(bound.value) * 1e-11
    }

    func columnsInQuestion(_ stage: Stage, asGood: Bool = false) -> [Column] {
        let least = leastReducedCost(stage, asGood: asGood)
        guard let bound, least > -.infinity else { return master.columns }
        return master.columns.filter { column in
            var reduced = master.cost(column) - bound.profits[column.owner]
            for entry in column.entries + instance.termEntries(of: column) { reduced -= duals[entry.row] * entry.value }
            return reduced >= least
        }
    }

    /// All itineraries that can be part of a better plan, or `nil` where they are too many to list.
    func enumerateColumns(_ stage: Stage, limit most: Int, asGood: Bool = false) throws -> [Column]? {
        guard let bound else { return nil }
        let least = leastReducedCost(stage, asGood: asGood)
        let pricer = Pricer(instance, prices: Prices(instance, duals: duals, objective: master.objective), interruption: interruption)
        var columns: [Column] = []
        for owner in instance.classes.indices {
            let limit = most - columns.count
            guard !interruption.hasCome,
                let itineraries = try? pricer.all(owner, least: bound.profits[owner] + least, limit: limit)
            else { return nil }
            for cycles in itineraries { columns.append(instance.column(owner: owner, cycles: cycles)) }
            if columns.count > most { return nil }
        }
        return columns
    }

    /// Solves the integer problem over some itineraries, for plans better than the best.
    ///
    /// - Parameter isQuick: whether to give up soon.
    /// - Returns: what is proven if `columns` are all that can be part of a better plan, and whether the search was complete.
    mutating func integers(
        _ stage: Stage, among columns: [Column], kept: [(column: Column, count: Int)] = [], ceiling: Int64, isExact: Bool,
        isQuick: Bool = false
    ) throws -> (isComplete: Bool, ceiling: Int64) {
        var problem = try IntegerProblem(master, columns: columns, stage: stage, kept: kept)
        let (sign, step): (Int64, Int64) = (isMaximised(stage) ? 1 : -1, step(stage))
        let cutoff = best.map { Double(sign * value(of: $0, stage) / step + 1) }
        let ending = try problem.solve(
            cutoff: cutoff, ceiling: Double(sign * ceiling / step), gap: gap(stage),
            nodeLimit: Self.nodes(problem.size, isExact: isExact && !isQuick), isExact: isExact, interruption: interruption)
        if let uses = ending.uses {
            let all = uses + kept
            let found = instance.assignment(all.map(\.column), counts: all.map(\.count))
            if accepts(found, stage) {
                best = found
                try master.add(found.columns)
                report(stage, value(of: found, stage), ceiling)
            }
        }
        guard isExact, let proven = ending.bound else { return (false, ceiling) }
        // The problem proves that no better plan than `proven` exists, and the best known may itself be outside it.
        let limit = sign * Int64((proven + 1e-6).rounded(.down)) * step
        var result = tighter(ceiling, limit, stage)
        if let best { result = isMaximised(stage) ? max(result, value(of: best, stage)) : min(result, value(of: best, stage)) }
        return (true, result)
    }

    /// A solution from floating point is taken only where exact arithmetic agrees that it is better.
    func accepts(_ found: Assignment, _ stage: Stage) -> Bool {
        guard found.isWithinLimits else { return false }
        guard let best else { return true }
        if case .term(let index) = stage {
            if found.shortfall > 0 { return false }
            for earlier in 0..<index {
                let (new, old) = (found.terms[earlier], floor(earlier))
                if instance.terms[earlier].isMaximised ? new < old : new > old { return false }
            }
        }
        let (new, old) = (value(of: found, stage), value(of: best, stage))
        return isMaximised(stage) ? new > old : new < old
    }
}
