import LinearProgramming
import MobilityModel

/// What a plan uses of every row, in whole numbers, and the integer problem of using it better.
struct RepairState {
    private let instance: Instance
    /// By row, exact: people, placements and cents, those of openings included.
    private var activity: [Int64]
    /// By row of places or seats: the side column that opens it.
    private let openings: [Int: Int]
    /// By row: what missing it by one costs.
    private let fines: [Double]
    private let objective: [Double]
    /// Times which gains are whole.
    private let steps: Double

    /// Nodes of one search.
    private static let nodes = 300

    init(_ plan: Assignment, relaxation: Relaxation, prices: [Double]) {
        let instance = relaxation.instance
        self.instance = instance
        objective = relaxation.objective
        steps = relaxation.objective.firstIndex { $0 != 0 }.map { instance.scales[$0] / Double(instance.steps[$0]) } ?? 1
        var openings: [Int: Int] = [:]
        for (index, side) in instance.sideColumns.enumerated() {
            switch side.kind {
            case .openRequest(let group): if let row = instance.table[.places(group)] { openings[row] = index }
            case .openSession(let session): if let row = instance.table[.seats(session)] { openings[row] = index }
            case .shortfall, .missing, .unmet, .payment: break
            }
        }
        self.openings = openings
        let highest = prices.map { abs($0) }.max() ?? 1
        fines = prices.indices.map { row in
            switch instance.table.rows[row].kind {
            case .term: 4 * abs(prices[row])
            default: max(4 * abs(prices[row]), min(4, highest))
            }
        }
        activity = Array(repeating: 0, count: instance.table.rows.count)
        for use in plan.uses { add(use.column, use.count) }
        for (row, side) in openings where activity[row] > 0 { add(side, 1) }
    }

    private mutating func add(_ column: Column, _ count: Int) {
        for entry in column.entries { activity[entry.row] += instance.table.exact(entry) * Int64(count) }
        for (term, value) in column.terms.enumerated() where value != 0 {
            if let row = instance.table[.term(term)] { activity[row] += value * Int64(count) }
        }
    }

    /// What opening costs, apart from room.
    private mutating func add(_ side: Int, _ sign: Int64) {
        for (row, cents) in costs(side) { activity[row] += sign * cents }
    }

    private func costs(_ side: Int) -> [(row: Int, cents: Int64)] {
        let column = instance.sideColumns[side]
        guard column.cost != 0 else { return [] }
        var costs = column.entries.compactMap { entry in
            if case .spending = instance.table.rows[entry.row].kind { (entry.row, column.cost) } else { nil }
        }
        if let term = instance.terms.firstIndex(of: .cost), let row = instance.table[.term(term)] { costs.append((row, column.cost)) }
        return costs
    }

    /// What opening adds to the objective.
    private func gain(ofOpening side: Int) -> Double {
        instance.terms.firstIndex(of: .cost).map { objective[$0] * Double(instance.sideColumns[side].cost) } ?? 0
    }

    /// By how much a unit of a row's activity counts in the row.
    private func unit(_ row: Int) -> Double {
        if case .term(let term) = instance.table.rows[row].kind { return 1 / instance.scales[term] }
        return 1 / instance.table.rows[row].scale
    }

    /// Rows with room at a price, and what that room would be worth; and what is asked for and missed, at its fine.
    func losses(_ relaxation: Relaxation, _ prices: [Double]) -> [Int: Double] {
        var losses: [Int: Double] = [:]
        for (row, price) in prices.enumerated() where price != 0 {
            switch instance.table.rows[row].kind {
            case .places, .seats, .applications, .quota, .rule:
                let limit = openings[row] == nil ? (price > 0 ? relaxation.rows[row].upper : relaxation.rows[row].lower) : capacity(row)
                let loss = price * (limit - Double(activity[row]) * unit(row))
                if loss > 1e-3 { losses[row] = loss }
            default: break
            }
        }
        for (row, amount) in missed(relaxation) { losses[row] = amount * fines[row] }
        return losses
    }

    private func capacity(_ row: Int) -> Double {
        switch instance.table.rows[row].kind {
        case .places(let group): Double(instance.groups[group].places)
        case .seats(let session): Double(instance.scenario.sessions[session].seats)
        default: 0
        }
    }

    /// What the plan comes to in the objective, what it misses of rows taken off.
    func value(uses: [[PlanRepair.Use]]) -> Double {
        uses.joined().reduce(0.0) { $0 + $1.column.gain(objective) * Double($1.count) }
    }

    /// What the plan misses of a row, in the row's own units.
    private func missed(_ row: Int, _ bounds: Bounds) -> Double { missed(activity[row], row, bounds) }

    private func missed(_ activity: Int64, _ row: Int, _ bounds: Bounds) -> Double {
        let now = Double(activity) * unit(row)
        return max(0, bounds.lower - now, now - bounds.upper)
    }

    /// What the plan misses of all that is asked for, in the rows' own units.
    func missed(_ relaxation: Relaxation) -> [(row: Int, amount: Double)] {
        activity.indices.compactMap { row in
            guard isAskedFor(row) else { return nil }
            let missed = missed(row, relaxation.rows[row])
            return missed > 0 ? (row, missed) : nil
        }
    }

    // MARK: Planning anew

    /// Whether a row takes part in the problem.
    private func counts(_ row: Int, _ relaxation: Relaxation) -> Bool {
        switch instance.table.rows[row].kind {
        case .paid, .fund: false
        default: relaxation.rows[row].lower > -.infinity || relaxation.rows[row].upper < .infinity
        }
    }

    /// How many should follow each of some columns.
    struct Change {
        var counts: [Int]
        /// What may be opened or closed by it.
        fileprivate var sides: [Int]
    }

    /// A change of the plan for the better; `nil` where none was found.
    /// - Parameter counts: how many follow each now.
    func improvement(_ columns: [Column], _ counts: [Int], _ relaxation: Relaxation) -> Change? {
        let rows = rows(of: columns, relaxation)
        let sides = rows.compactMap { openings[$0] }
        // What the solver gives up on leaves the plan as it is.
        guard let found = try? solution(columns, counts, rows, sides, relaxation) else { return nil }
        return Change(counts: found, sides: sides)
    }

    private func solution(
        _ columns: [Column], _ counts: [Int], _ rows: [Int], _ sides: [Int], _ relaxation: Relaxation
    ) throws(SolverError) -> [Int]? {
        let own = amounts(of: columns, counts, sides)
        var problem = LinearProblem(sense: .maximise)
        let numbers = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, Int32($0)) })
        let slacks = try addRows(rows, to: &problem, own: own, relaxation)
        var before = -slacks.reduce(0.0) { $0 + $1.missed * fines[$1.row] }
        for (column, count) in zip(columns, counts) {
            let gain = column.gain(objective)
            before += gain * Double(count)
            try add(
                column.entries + instance.termEntries(of: column), cost: gain * steps, .between(0, Double(instance.classes[column.owner].count)),
                to: &problem, numbers)
        }
        for side in sides {
            let column = instance.sideColumns[side]
            let cost = gain(ofOpening: side)
            if isOpen(side) { before += cost }
            let isHeld = openedRow(side).map { activity[$0] > own[$0] ?? 0 } ?? false
            try add(column.entries + instance.termEntries(of: column), cost: cost * steps, .between(isHeld ? 1 : 0, column.upper), to: &problem, numbers)
        }
        for slack in slacks {
            try problem.addColumn(
                cost: -fines[slack.row] * steps, bounds: .between(0, slack.missed), integer: false, rows: [numbers[slack.row] ?? 0],
                coefficients: [slack.isShort ? 1 : -1])
        }
        // Where nothing is missed, a better plan is better by a whole step.
        let isWhole = slacks.isEmpty
        let options = IntegerOptions(
            cuts: [], nodeChoice: .bestProjection, relativeGap: 1e-4, objectiveIsIntegral: isWhole, nodeLimit: Self.nodes,
            cutoff: isWhole ? (before * steps).rounded() + 1 : nil)
        let solution = try problem.solveInteger(options)
        guard solution.status == .optimal || solution.status == .feasible,
            solution.values.count >= columns.count, solution.objective > before * steps + 1e-6
        else { return nil }
        return columns.indices.map { Int(solution.values[$0].rounded()) }
    }

    /// The rows that some columns enter, and those of the openings there.
    private func rows(of columns: [Column], _ relaxation: Relaxation) -> [Int] {
        var rows: [Int] = []
        var met: Set<Int> = []
        func meet(_ row: Int) { if counts(row, relaxation), met.insert(row).inserted { rows.append(row) } }
        for column in columns { for entry in column.entries + instance.termEntries(of: column) { meet(entry.row) } }
        for side in rows.compactMap({ openings[$0] }) {
            let column = instance.sideColumns[side]
            for entry in column.entries + instance.termEntries(of: column) { meet(entry.row) }
        }
        return rows
    }

    /// By row, what some people use of it, and openings cost there, at present.
    private func amounts(of columns: [Column], _ counts: [Int], _ sides: [Int]) -> [Int: Int64] {
        var own: [Int: Int64] = [:]
        for (column, count) in zip(columns, counts) where count > 0 {
            for entry in column.entries { own[entry.row, default: 0] += instance.table.exact(entry) * Int64(count) }
            for (term, value) in column.terms.enumerated() {
                if let row = instance.table[.term(term)] { own[row, default: 0] += value * Int64(count) }
            }
        }
        for side in sides where isOpen(side) { for (row, cents) in costs(side) { own[row, default: 0] += cents } }
        return own
    }

    /// A row that the plan misses, and by how much.
    private struct Slack {
        var row: Int
        var missed: Double
        var isShort: Bool
    }

    /// What others use is taken off; returns what of the rows may be missed.
    private func addRows(
        _ rows: [Int], to problem: inout LinearProblem, own: [Int: Int64], _ relaxation: Relaxation
    ) throws(SolverError) -> [Slack] {
        var slacks: [Slack] = []
        for row in rows {
            let bounds = relaxation.rows[row]
            let rest = Double(activity[row] - (own[row] ?? 0)) * unit(row)
            try problem.addRow(Bounds(lower: bounds.lower - rest, upper: bounds.upper - rest))
            let missed = isAskedFor(row) ? missed(row, bounds) : 0
            if missed > 0 { slacks.append(Slack(row: row, missed: missed, isShort: Double(activity[row]) * unit(row) < bounds.lower)) }
        }
        return slacks
    }

    private func add(
        _ entries: [Entry], cost: Double, _ bounds: Bounds, to problem: inout LinearProblem, _ numbers: [Int: Int32]
    ) throws(SolverError) {
        let own = entries.compactMap { entry in numbers[entry.row].map { ($0, entry.value) } }
        try problem.addColumn(cost: cost, bounds: bounds, integer: true, rows: own.map(\.0), coefficients: own.map(\.1))
    }

    /// The row of places or seats that a side column opens.
    private func openedRow(_ side: Int) -> Int? {
        switch instance.sideColumns[side].kind {
        case .openRequest(let group): instance.table[.places(group)]
        case .openSession(let session): instance.table[.seats(session)]
        case .shortfall, .missing, .unmet, .payment: nil
        }
    }

    private func isOpen(_ side: Int) -> Bool { openedRow(side).map { activity[$0] > 0 } ?? false }

    /// What is asked for, which rounding may have missed; room never is.
    private func isAskedFor(_ row: Int) -> Bool {
        switch instance.table.rows[row].kind {
        case .rule, .term, .pin, .demand: true
        default: false
        }
    }

    /// Changes the plan, unless whole numbers tell that it does not fit, misses more of what is asked for, or gains nothing: others may have
    /// taken the room, or mended what it would, since it was found. Returns what is gained.
    mutating func take(_ change: Change, of columns: [Column], from old: [Int], _ relaxation: Relaxation) -> Double? {
        let saved = activity
        var gain = 0.0
        for side in change.sides where isOpen(side) {
            add(side, -1)
            gain -= self.gain(ofOpening: side)
        }
        var touched: Set<Int> = []
        for (index, column) in columns.enumerated() where old[index] != change.counts[index] {
            add(column, change.counts[index] - old[index])
            gain += column.gain(objective) * Double(change.counts[index] - old[index])
            for entry in column.entries + instance.termEntries(of: column) { touched.insert(entry.row) }
        }
        for side in change.sides where isOpen(side) {
            add(side, 1)
            gain += self.gain(ofOpening: side)
            for (row, _) in costs(side) { touched.insert(row) }
        }
        func missedMore(_ row: Int) -> Double {
            guard isAskedFor(row) else { return 0 }
            return missed(activity[row], row, relaxation.rows[row]) - missed(saved[row], row, relaxation.rows[row])
        }
        for row in touched.sorted() { gain -= fines[row] * missedMore(row) }
        if gain > 1e-9, touched.allSatisfy({ fits($0) && missedMore($0) < 1e-6 }) { return gain }
        activity = saved
        return nil
    }

    private func fits(_ row: Int) -> Bool {
        let (kind, used) = (instance.table.rows[row].kind, activity[row])
        switch kind {
        case .people(let owner): return used <= instance.classes[owner].count
        case .places(let group):
            let least = instance.groups[group].needsOpening ? instance.groups[group].request.minPlaces : 0
            return used <= instance.groups[group].places && (used == 0 || used >= least)
        case .seats(let session):
            let course = instance.scenario.sessions[session]
            return used <= course.seats && (used == 0 || used >= course.minSeats)
        case .applications, .quota, .spending: return Double(used) <= instance.table.rows[row].upper
        default: return true
        }
    }
}
