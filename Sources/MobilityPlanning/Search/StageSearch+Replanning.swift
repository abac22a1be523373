import LinearProgramming
import MobilityModel

/// Ways to a better plan that prove nothing: dives, neighbourhoods, openings.
extension StageSearch {
    /// Rounds the relaxation to a plan, and takes it where it is better.
    mutating func dive(_ stage: Stage, _ ceiling: Int64) throws {
        let known = best.map { value(of: $0, stage) }
        let (factor, isMaximised) = (scale(stage), self.isMaximised(stage))
        // A dive that is stopped half-way has found nothing.
        let counts = try? Dive(instance: instance, interruption: interruption).counts(&master) { objective in
            guard let known else { return false }
            let units = (objective * factor + 1e-6 + abs(objective * factor) * 1e-11).rounded(.down)
            return isMaximised ? units <= Double(known) : -units >= Double(known)
        }
        guard let counts else { return }
        let found = instance.assignment(master.columns, counts: counts)
        if accepts(found, stage) {
            best = found
            report(stage, value(of: found, stage), ceiling)
        }
    }

    /// Fills places with the itineraries at hand, those that the relaxation uses most first, as far as integers allow.
    ///
    /// A plan within the time of one look at the columns, for whoever stops the work early.
    mutating func takeGreedy(_ stage: Stage) {
        let values = master.problem.values()
        let sides = instance.sideColumns.count
        let ranked = master.columns.indices
            .map { (index: $0, use: values.count > sides + $0 ? values[sides + $0] : 0, gain: master.cost(master.columns[$0])) }
            .sorted { ($1.use, $1.gain, $0.index) < ($0.use, $0.gain, $1.index) }
        var filling = Filling(instance, interruption: interruption, opens: false)
        var counts = [Int](repeating: 0, count: master.columns.count)
        for item in ranked where item.gain > 0 { counts[item.index] = filling.take(master.columns[item.index], upTo: .max) }
        let found = instance.assignment(master.columns, counts: counts)
        if accepts(found, stage) { best = found }
    }

    /// Plans anew, some people at a time, until many neighbourhoods in a row hold nothing better.
    mutating func replanNeighbourhoods(_ stage: Stage, _ ceiling: Int64, size: Int) throws {
        var neighbourhoods = Neighbourhoods(groups: instance.groups.count)
        var failures = 0
        var allHaveFailed = false
        var columns: [Column] = []
        var touching: [[Int]] = []
        while failures < Self.patience, !interruption.hasCome, !isClosed(ceiling, stage), let best {
            if columns.isEmpty {
                columns = columnsInQuestion(stage)
                touching = Array(repeating: [], count: instance.groups.count)
                for (index, column) in columns.enumerated() {
                    for cycle in column.cycles { touching[cycle.group].append(index) }
                }
            }
            // Everybody at once where they are few; where that comes to nothing, parts of them.
            let holdsAll = !allHaveFailed && columns.count <= 2 * size
            let free = holdsAll
                ? Set(instance.classes.indices)
                : neighbourhoods.next(columns, touching: touching, budget: min(size, columns.count * size / Self.wholeProblem))
            guard !free.isEmpty else { return }
            let own = best.uses.filter { free.contains($0.column.owner) }
            let ownKeys = Set(own.map(\.column.key))
            let choices = columns.filter { free.contains($0.owner) && !ownKeys.contains($0.key) } + own.map(\.column)
            let kept = best.uses.filter { !free.contains($0.column.owner) }
            let before = value(of: best, stage)
            _ = try integers(stage, among: choices, kept: kept, ceiling: ceiling, isExact: false)
            if let now = self.best, value(of: now, stage) != before {
                failures = 0
                columns = []
            } else {
                failures += 1
                if holdsAll { allHaveFailed = true }
            }
        }
    }

    /// Plans anew around the openings of the best plan, a few of them free at a time, until no round improves it.
    mutating func replanOpenings(_ stage: Stage, _ ceiling: Int64) throws {
        let openings = Openings(instance: instance)
        let rounds = openings.rounds(size: Self.openingsAtOnce)
        let saved = (bound, duals, sides)
        defer { (bound, duals, sides) = saved }
        var sinceImproved = 0
        var next = 0
        while sinceImproved < rounds.count, !interruption.hasCome, !isClosed(ceiling, stage), let best {
            let free = Set(rounds[next % rounds.count])
            next += 1
            sinceImproved += 1
            let before = value(of: best, stage)
            // A round in which the solver fails finds nothing; that is all.
            try? replan(stage, ceiling, openings: openings.open(in: best).filter { !free.contains($0.key) })
            for index in openings.columns {
                let side = instance.sideColumns[index]
                try master.problem.setBounds(column: ColumnID(index), Bounds(lower: side.lower, upper: side.upper))
            }
            if let now = self.best, value(of: now, stage) != before { sinceImproved = 0 }
        }
    }

    /// Plans all people anew where it is decided which of some openings take place. Leaves them decided.
    private mutating func replan(_ stage: Stage, _ ceiling: Int64, openings: [Int: Bool]) throws {
        for (index, isOpen) in openings { try master.problem.setBounds(column: ColumnID(index), .exactly(isOpen ? 1 : 0)) }
        guard let local = try generateColumns(stage, floor: ceiling), !isClosed(local, stage) else { return }
        let few = columnsInQuestion(stage)
        guard few.count <= Self.smallProblem else { return }
        _ = try integers(stage, among: few, ceiling: local, isExact: false)
    }
}
