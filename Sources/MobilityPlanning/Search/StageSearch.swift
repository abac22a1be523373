import LinearProgramming
import MobilityModel

/// What a stage optimises.
enum Stage: Hashable {
    /// The shortfall of hard requirements, down to none.
    case feasibility
    /// A term of the objective, by index, with those before it kept.
    case term(Int)
}

/// Optimises one stage: prices by column generation, a bound by Lagrange, integers by search in the columns that the bound
/// leaves in question.
///
/// After column generation the bound is L. A plan better than the best one known gains at least one more; an itinerary of
/// reduced cost r can be part of a plan worth L + r at most. So only itineraries with r >= best + 1 - L can be part of a better
/// plan (reduced-cost variable fixing; enumeration after Baldacci, Christofides and Mingozzi 2008). When these are few enough
/// to list, the integer problem over them is exact, and GLPK solves it with its cuts.
struct StageSearch: ~Copyable {
    struct Outcome {
        var assignment: Assignment?
        /// In units of the term (or of shortfall): no plan is better.
        var bound: Int64
        var isProven: Bool
    }

    let instance: Instance
    let options: PlanOptions
    let interruption: Interruption
    let report: (_ value: Int64?, _ bound: Int64?) -> Void
    var master: Master
    var best: Assignment?
    /// Duals and bound of the last relaxation.
    var bound: DualBound?
    var duals: [Double] = []

    /// Labels or itineraries that may be listed for one exact integer problem.
    static let enumerationLimit = 20_000
    /// Itineraries free in one neighbourhood, and neighbourhoods without success before others are tried.
    static let neighbourhoodSize = 500
    static let patience = 24
    /// Itineraries in an integer problem that is solved on the way to a better plan.
    static let smallProblem = 1_500
    /// Openings decided anew together.
    static let openingsAtOnce = 8

    init(_ instance: Instance, options: PlanOptions, interruption: Interruption, report: @escaping (Int64?, Int64?) -> Void) throws(SolverError) {
        self.instance = instance
        self.options = options
        self.interruption = interruption
        self.report = report
        master = try Master(instance)
        // Nobody goes anywhere: valid unless a hard requirement asks for somebody.
        best = instance.assignment([], counts: [])
    }

    /// What is proven of a term without solving anything: the bound that prices of nothing give.
    mutating func boundWithoutPrices(term index: Int) throws -> Int64 {
        try master.maximise(term: index)
        let free = [Double](repeating: 0, count: instance.table.rows.count)
        let pricer = Pricer(instance, prices: Prices(instance, duals: free, objective: master.objective))
        var sum = 0.0
        for owner in instance.classes.indices {
            sum += try pricer.best(owner, above: .infinity, limit: 0).profit * Double(instance.classes[owner].count)
        }
        return whole(sum, .term(index))
    }

    /// Solves a stage and keeps its result for those that follow.
    mutating func solve(_ stage: Stage) throws -> Outcome {
        switch stage {
        case .feasibility: try master.seekFeasibility()
        case .term(let index): try master.maximise(term: index)
        }
        var ceiling = try generateColumns(stage)
        report(best.map { value(of: $0, stage) }, ceiling)
        if !isClosed(ceiling, stage) {
            ceiling = try searchIntegers(stage, ceiling)
        }
        let outcome = Outcome(assignment: best, bound: ceiling, isProven: isClosed(ceiling, stage))
        switch stage {
        case .feasibility: if best?.shortfall == 0 { try master.closeShortfalls() }
        case .term(let index): if let best { try master.keep(term: index, at: best.terms[index]) }
        }
        return outcome
    }

    /// Nodes of an integer search: fewer where each costs more. A limit on work, not on time, gives the same plan anywhere.
    private static func nodes(_ columns: Int, isExact: Bool) -> Int {
        max(50, (isExact ? 12_000_000 : 400_000) / max(1, columns))
    }

    // MARK: Units

    /// Whether more is better.
    private func isMaximised(_ stage: Stage) -> Bool {
        switch stage {
        case .feasibility: false
        case .term(let index): instance.terms[index].isMaximised
        }
    }

    private func scale(_ stage: Stage) -> Double {
        switch stage {
        case .feasibility: 1
        case .term(let index): instance.scales[index]
        }
    }

    func value(of assignment: Assignment, _ stage: Stage) -> Int64 {
        switch stage {
        case .feasibility: assignment.shortfall
        case .term(let index): assignment.terms[index]
        }
    }

    /// A bound on the objective in whole units of the stage: values are integers, so it may be rounded towards them.
    private func whole(_ objective: Double, _ stage: Stage) -> Int64 {
        let units = objective * scale(stage)
        let slack = 1e-6 + abs(units) * 1e-11
        guard units.isFinite, abs(units) < 9e17 else { return isMaximised(stage) ? .max / 2 : .min / 2 }
        let bound = Int64((units + slack).rounded(.down))
        switch stage {
        case .feasibility: return max(0, -bound)
        case .term: return isMaximised(stage) ? bound : -bound
        }
    }

    private func isClosed(_ ceiling: Int64, _ stage: Stage) -> Bool {
        guard let best else { return false }
        let value = value(of: best, stage)
        if isMaximised(stage) ? value >= ceiling : value <= ceiling { return true }
        if case .feasibility = stage { return false }
        return TermResult(term: .placements, value: value, bound: ceiling).gap <= options.gap
    }

    // MARK: Column generation

    /// Generates itineraries until none can improve the relaxation; returns what is proven at its present bounds.
    /// - Parameter floor: what to report as proven, where the present bounds are tighter than the stage's.
    private mutating func generateColumns(_ stage: Stage, floor: Int64? = nil) throws -> Int64 {
        var ceiling: Int64?
        while true {
            let solution = try master.problem.solveRelaxation(
                SimplexOptions(method: .primal), shouldStop: { [interruption] in interruption.hasCome })
            guard solution.status == .optimal || solution.isPrimalFeasible else {
                if interruption.hasCome { break }
                throw StageFailure.relaxation(solution.rawMessage)
            }
            let (dualBound, columns) = try Self.price(&master, instance)
            duals = dualBound.duals
            let proven = whole(dualBound.value, stage)
            if bound == nil || ceiling == nil || (isMaximised(stage) ? proven <= (ceiling ?? proven) : proven >= (ceiling ?? proven)) {
                ceiling = proven
            }
            bound = dualBound
            var added = 0
            for column in columns where !master.contains(column) {
                try master.add(column)
                added += 1
            }
            report(best.map { value(of: $0, stage) }, floor ?? ceiling)
            if added == 0 || interruption.hasCome { break }
            if let ceiling, isClosed(ceiling, stage) { break }
        }
        return ceiling ?? whole(.infinity, stage)
    }

    /// Prices every class at the duals of the present relaxation.
    private static func price(_ master: inout Master, _ instance: Instance) throws -> (DualBound, [Column]) {
        let rows = instance.table.rows.indices.map { master.problem.bounds(of: RowID($0)) ?? .free }
        let raw = master.problem.duals()
        let duals = DualBound.admissible(raw, rows: rows, table: instance.table)
        let pricer = Pricer(instance, prices: Prices(instance, duals: duals, objective: master.objective))
        var profits: [Double] = []
        var columns: [Column] = []
        for owner in instance.classes.indices {
            let own = instance.table[.people(owner)].map { max(0, raw[$0]) } ?? 0
            let (profit, itineraries) = try pricer.best(owner, above: own + 1e-7, limit: 4)
            profits.append(profit)
            for cycles in itineraries { columns.append(instance.column(owner: owner, cycles: cycles)) }
        }
        let sides = instance.sideColumns
        var (sideBounds, sideCosts): ([Bounds], [Double]) = ([], [])
        for (index, side) in sides.enumerated() {
            sideBounds.append(master.problem.bounds(of: ColumnID(index)) ?? .nonNegative)
            sideCosts.append(master.cost(side))
        }
        let bound = DualBound(
            instance, duals: duals, rows: rows, sideBounds: sideBounds, sideCosts: sideCosts, profits: profits)
        return (bound, columns)
    }

    // MARK: Integers

    /// Searches for plans better than the best; returns what is proven in the end.
    private mutating func searchIntegers(_ stage: Stage, _ ceiling: Int64) throws -> Int64 {
        var ceiling = ceiling
        if let all = try enumerateColumns(stage, limit: Self.smallProblem) {
            let exact = try integers(stage, among: all, ceiling: ceiling, isExact: true)
            if exact.isComplete { ceiling = exact.ceiling }
            if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        }
        try dive(stage, ceiling)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        try replanNeighbourhoods(stage, ceiling)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        try replanOpenings(stage, ceiling)
        if isClosed(ceiling, stage) || interruption.hasCome { return ceiling }
        guard let all = try enumerateColumns(stage, limit: Self.enumerationLimit) else { return ceiling }
        let exact = try integers(stage, among: all, ceiling: ceiling, isExact: true)
        return exact.isComplete ? exact.ceiling : ceiling
    }

    /// Rounds the relaxation to a plan, and takes it where it is better.
    private mutating func dive(_ stage: Stage, _ ceiling: Int64) throws {
        let saved = (bound, duals)
        let (instance, interruption) = (self.instance, self.interruption)
        let known = best.map { value(of: $0, stage) }
        let (factor, isMaximised) = (scale(stage), self.isMaximised(stage))
        let counts = try Dive(instance: instance, interruption: interruption).counts(&master) { objective in
            guard let known else { return false }
            let units = (objective * factor + 1e-6 + abs(objective * factor) * 1e-11).rounded(.down)
            return isMaximised ? units <= Double(known) : -units >= Double(known)
        } price: { master in
            let (_, columns) = try Self.price(&master, instance)
            var added = 0
            for column in columns where !master.contains(column) {
                try master.add(column)
                added += 1
            }
            return added
        }
        (bound, duals) = saved
        guard let counts else { return }
        let found = instance.assignment(master.columns, counts: counts)
        if accepts(found, stage) {
            best = found
            report(value(of: found, stage), ceiling)
        }
    }

    /// Plans anew, some people at a time, until many neighbourhoods in a row hold nothing better.
    private mutating func replanNeighbourhoods(_ stage: Stage, _ ceiling: Int64) throws {
        var neighbourhoods = Neighbourhoods(groups: instance.groups.count, budget: Self.neighbourhoodSize)
        var failures = 0
        var columns: [Column] = []
        var touching: [[Int]] = []
        while failures < Self.patience, !interruption.hasCome, !isClosed(ceiling, stage), let best {
            if columns.isEmpty {
                columns = columnsInQuestion(stage)
                touching = Array(repeating: [], count: instance.groups.count)
                for (index, column) in columns.enumerated() {
                    for cycle in column.cycles { touching[instance.postings[column.owner][cycle.posting].group].append(index) }
                }
            }
            // Where one neighbourhood holds everybody there is nothing to go round.
            let holdsAll = columns.count <= 2 * Self.neighbourhoodSize
            if holdsAll, failures > 0 { return }
            let free = holdsAll ? Set(instance.classes.indices) : neighbourhoods.next(columns, touching: touching)
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
            }
        }
    }

    /// Plans anew around the openings of the best plan, a few of them free at a time, until no round improves it.
    private mutating func replanOpenings(_ stage: Stage, _ ceiling: Int64) throws {
        let openings = Openings(instance: instance)
        let rounds = openings.rounds(size: Self.openingsAtOnce)
        let saved = (bound, duals)
        defer { (bound, duals) = saved }
        var sinceImproved = 0
        var next = 0
        while sinceImproved < rounds.count, !interruption.hasCome, !isClosed(ceiling, stage), let best {
            let free = Set(rounds[next % rounds.count])
            next += 1
            sinceImproved += 1
            let before = value(of: best, stage)
            for (index, isOpen) in openings.open(in: best) where !free.contains(index) {
                try master.problem.setBounds(column: ColumnID(index), .exactly(isOpen ? 1 : 0))
            }
            let local = try generateColumns(stage, floor: ceiling)
            if !isClosed(local, stage) {
                let few = columnsInQuestion(stage)
                if few.count <= Self.smallProblem {
                    _ = try integers(stage, among: few, ceiling: local, isExact: false)
                }
            }
            for index in openings.columns {
                let side = instance.sideColumns[index]
                try master.problem.setBounds(column: ColumnID(index), Bounds(lower: side.lower, upper: side.upper))
            }
            if let now = self.best, value(of: now, stage) != before { sinceImproved = 0 }
        }
    }

    /// The least profit, after its class's own, that an itinerary of a better plan can have.
    private func leastReducedCost(_ stage: Stage) -> Double {
        guard let bound, let best else { return -.infinity }
        let value = value(of: best, stage)
        let better = (isMaximised(stage) ? Double(value) + 1 : 1 - Double(value)) / scale(stage)
        return better - bound.value - 1e-7 - abs(bound.value) * 1e-11
    }

    private func columnsInQuestion(_ stage: Stage) -> [Column] {
        let least = leastReducedCost(stage)
        guard let bound, least > -.infinity else { return master.columns }
        return master.columns.filter { column in
            var reduced = master.cost(column) - bound.profits[column.owner]
            for entry in column.entries + instance.termEntries(of: column) { reduced -= duals[entry.row] * entry.value }
            return reduced >= least
        }
    }

    /// All itineraries that can be part of a better plan, or `nil` where they are too many to list.
    private func enumerateColumns(_ stage: Stage, limit most: Int) throws -> [Column]? {
        guard let bound else { return nil }
        let least = leastReducedCost(stage)
        let pricer = Pricer(instance, prices: Prices(instance, duals: duals, objective: master.objective))
        var columns: [Column] = []
        for owner in instance.classes.indices {
            let limit = most - columns.count
            guard !interruption.hasCome,
                let itineraries = try pricer.all(owner, least: bound.profits[owner] + least, limit: limit)
            else { return nil }
            for cycles in itineraries { columns.append(instance.column(owner: owner, cycles: cycles)) }
            if columns.count > most { return nil }
        }
        return columns
    }

    /// Solves the integer problem over some itineraries, for plans better than the best.
    ///
    /// - Returns: what is proven if `columns` are all that can be part of a better plan, and whether the search was complete.
    private mutating func integers(
        _ stage: Stage, among columns: [Column], kept: [(column: Column, count: Int)] = [], ceiling: Int64, isExact: Bool
    ) throws -> (isComplete: Bool, ceiling: Int64) {
        var problem = try IntegerProblem(master, columns: columns, stage: stage, kept: kept)
        let cutoff = best.map { isMaximised(stage) ? Double(value(of: $0, stage) + 1) : Double(1 - value(of: $0, stage)) }
        let ending = try problem.solve(
            cutoff: cutoff, ceiling: isMaximised(stage) ? Double(ceiling) : -Double(ceiling), gap: options.gap,
            nodeLimit: Self.nodes(columns.count, isExact: isExact), interruption: interruption)
        if let counts = ending.counts {
            let found = instance.assignment(columns + kept.map(\.column), counts: counts + kept.map(\.count))
            if accepts(found, stage) {
                best = found
                for use in found.uses { try master.add(use.column) }
                report(value(of: found, stage), ceiling)
            }
        }
        guard isExact, let proven = ending.bound else { return (false, ceiling) }
        // The problem proves that no better plan than `proven` exists, and the best known may itself be outside it.
        let limit = Int64((proven + 1e-6).rounded(.down))
        var result = isMaximised(stage) ? min(ceiling, limit) : max(ceiling, -limit)
        if let best { result = isMaximised(stage) ? max(result, value(of: best, stage)) : min(result, value(of: best, stage)) }
        return (true, result)
    }

    /// A solution from floating point is taken only where exact arithmetic agrees that it is better.
    private func accepts(_ found: Assignment, _ stage: Stage) -> Bool {
        guard let best else { return true }
        if case .term(let index) = stage {
            if found.shortfall > 0 { return false }
            for earlier in 0..<index {
                let (new, old) = (found.terms[earlier], best.terms[earlier])
                if instance.terms[earlier].isMaximised ? new < old : new > old { return false }
            }
        }
        let (new, old) = (value(of: found, stage), value(of: best, stage))
        return isMaximised(stage) ? new > old : new < old
    }
}

enum StageFailure: Error, CustomStringConvertible {
    case relaxation(String)

    var description: String {
        switch self {
        case .relaxation(let message): "the linear relaxation could not be solved: \(message)"
        }
    }
}
