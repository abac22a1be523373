import MobilityModel

/// A plan made by taking what gains most at some prices as long as there is room, people of a class at a time.
///
/// What is full gets a price that nobody pays, and the rest is priced again; what does not reach its minimum is closed in the end,
/// and its people are placed anew. All room is counted in whole numbers. The plan proves nothing, but it takes only some
/// pricings, and with prices near the best ones it is near the best plan.
struct Filling {
    let instance: Instance
    let interruption: Interruption
    /// Soft rules may fall short by so much, by rule; `nil` where shortfalls do not matter.
    let allowance: [Int64]?
    /// Whether what has a minimum, or costs something to run, may take place.
    let opens: Bool

    private let threads: Int
    private var ignoresRules = false
    private var hasIgnoredRules = false
    /// By row, exact.
    private(set) var activity: [Int64]
    /// By class: people who are not placed.
    private(set) var left: [Int]
    private var closed: Set<Int> = []
    private var uses: [(column: Column, count: Int)] = []
    private var positions: [Column.Key: Int] = [:]

    /// - Parameter best: a plan whose soft rules must not fall shorter.
    init(_ instance: Instance, interruption: Interruption, keeping best: Assignment? = nil, opens: Bool = true, threads: Int = 1) {
        self.instance = instance
        self.threads = threads
        self.opens = opens
        self.interruption = interruption
        activity = Array(repeating: 0, count: instance.table.rows.count)
        left = instance.classes.map(\.count)
        allowance = best.map { instance.ruleShortfalls(of: $0) }
    }

    var hasBegun: Bool { !uses.isEmpty }

    /// What is taken so far, checked in full.
    var assignment: Assignment { instance.assignment(uses.map(\.column), counts: uses.map(\.count)) }

    /// Takes what a plan has.
    mutating func take(_ plan: Assignment) {
        for use in plan.uses { take(use.column, use.count) }
    }

    /// Takes as much of a column as there is room for; returns how much.
    @discardableResult mutating func take(_ column: Column, upTo most: Int) -> Int {
        let opening = openingCosts(column)
        var room = Int64(min(most, left[column.owner]))
        for entry in column.entries {
            guard room > 0 else { return 0 }
            room = min(room, self.room(entry, reserved: opening[entry.row] ?? 0))
        }
        // What opens with the first person must be paid even where they do not pay into that row themselves.
        for (row, cents) in opening where instance.table.rows[row].upper - Double(activity[row]) < Double(cents) { room = 0 }
        guard room > 0 else { return 0 }
        for (row, cents) in opening { activity[row] += cents }
        take(column, Int(room))
        return Int(room)
    }

    /// Takes as much as there is room for but for shares that rules ask for: what is taken together may meet those that no part of it does.
    @discardableResult mutating func takeAnyhow(_ column: Column, upTo most: Int) -> Int {
        (ignoresRules, hasIgnoredRules) = (true, true)
        defer { ignoresRules = false }
        return take(column, upTo: most)
    }

    /// Fills at prices that fade out: first as they are, so that scarce things go where they gain most, in the end at none.
    mutating func fill(duals: [Double], objective: [Double]) {
        for share in [1, 0.6, 0.3, 0.0] {
            for _ in 0..<8 {
                guard !interruption.hasCome, pass(duals: duals.map { $0 * share }, objective: objective) > 0 else { break }
            }
        }
        closeAllShort()
        for _ in 0..<4 { guard !interruption.hasCome, pass(duals: duals.map { $0 * 0 }, objective: objective) > 0 else { break } }
        closeAllShort()
    }

    /// Whom a request sends home may leave a session short, and the other way round: goes on until nothing is.
    private mutating func closeAllShort() { while closeShort() {} }

    // MARK: Passes

    private mutating func pass(duals: [Double], objective: [Double]) -> Int {
        let prices = Prices(instance, duals: withFullRows(duals, objective), objective: objective)
        let found = try? Pricer.bestOfAll(
            instance, prices: prices, limit: 3, among: { left[$0] > 0 }, isExact: !instance.isOfPersons, interruption: interruption, threads: threads)
        guard let (profits, columns) = found else { return 0 }
        var taken = 0
        for column in columns.sorted(by: { (profits[$1.owner], $0.owner) < (profits[$0.owner], $1.owner) }) {
            taken += take(column, upTo: .max)
        }
        return taken
    }

    /// Prices at which nothing full is worth anything.
    private func withFullRows(_ duals: [Double], _ objective: [Double]) -> [Double] {
        var result = duals
        for (index, row) in instance.table.rows.enumerated() {
            let unit = Entry(row: index, value: 1 / row.scale)
            switch row.kind {
            case .places, .seats, .applications, .quota, .demand:
                if room(unit) <= 0 { result[index] += 1e9 }
            case .spending:
                if activity[index] >= Int64(row.upper) { result[index] += 1e3 }
            case .minPlaces, .minSeats: result[index] = 0
            default: break
            }
        }
        return result
    }

    private mutating func take(_ column: Column, _ count: Int) {
        left[column.owner] -= count
        for entry in column.entries { activity[entry.row] += instance.table.exact(entry) * Int64(count) }
        if let known = positions[column.key] {
            uses[known].count += count
        } else {
            positions[column.key] = uses.count
            uses.append((column, count))
        }
    }

    /// Closes what does not reach its minimum, and sends its people home; whether there was any.
    private mutating func closeShort() -> Bool {
        var short: Set<Int> = []
        for (index, row) in instance.table.rows.enumerated() where activity[index] > 0 {
            let minimum: Int = switch row.kind {
            case .places(let group): instance.groups[group].needsOpening ? instance.groups[group].request.minPlaces : 0
            case .seats(let session): instance.scenario.sessions[session].minSeats
            default: 0
            }
            if activity[index] < Int64(minimum) { short.insert(index) }
        }
        guard !short.isEmpty else { return false }
        closed.formUnion(short)
        let kept = uses.filter { use in !use.column.entries.contains { short.contains($0.row) } }
        (activity, left, uses, positions) = (Array(repeating: 0, count: activity.count), instance.classes.map(\.count), [], [:])
        for use in kept { _ = hasIgnoredRules ? takeAnyhow(use.column, upTo: use.count) : take(use.column, upTo: use.count) }
        return true
    }

    // MARK: Room

    /// How often one more entry fits its row.
    private func room(_ entry: Entry, reserved: Int64 = 0) -> Int64 {
        let row = instance.table.rows[entry.row]
        let (value, used) = (instance.table.exact(entry), activity[entry.row] + reserved)
        if closed.contains(entry.row) { return 0 }
        switch row.kind {
        case .people: return .max
        case .applications, .quota, .spending: return value > 0 ? (Int64(row.upper) - used) / value : .max
        case .places(let group):
            let group = instance.groups[group]
            return opens || !group.needsOpening ? Int64(group.places) - used : 0
        case .seats(let session):
            let course = instance.scenario.sessions[session]
            return opens || !instance.needsOpening(course) ? Int64(course.seats) - used : 0
        case .rule(let rule): return ignoresRules && !isCount(rule) ? .max : room(of: rule, value, used)
        case .demand(let demand):
            let demand = instance.demands[demand]
            return demand.kind == .atMost ? Int64(demand.count) - used : .max
        default: return .max
        }
    }

    private func isCount(_ rule: Int) -> Bool { if case .count = instance.scenario.rules[rule].target { true } else { false } }

    private func room(of index: Int, _ value: Int64, _ used: Int64) -> Int64 {
        let rule = instance.scenario.rules[index]
        guard let short = rule.penalty == nil ? 0 : allowance?[index] else { return .max }
        let unit: Int64 = if case .share(let share) = rule.target { share.denominator } else { 1 }
        let target: Int64 = if case .count(let count) = rule.target { Int64(count) } else { 0 }
        switch rule.kind {
        case .atMost: return value > 0 ? max(0, (target + short * unit - used) / value) : .max
        case .atLeast:
            // A count only grows; a share must not sink below what it may fall short.
            guard case .share = rule.target else { return .max }
            return value < 0 ? max(0, (used + short * unit) / -value) : .max
        }
    }

    /// By row, what the sessions of a column that nobody attends yet cost to run.
    private func openingCosts(_ column: Column) -> [Int: Int64] {
        var costs: [Int: Int64] = [:]
        for session in Set(column.cycles.flatMap(\.sessions)) {
            let course = instance.scenario.sessions[session]
            guard course.runCost > .zero, let seats = instance.table[.seats(session)], activity[seats] == 0,
                let group = instance.fundGroups.group(for: .training, origin: nil, on: course.start, cost: course.runCost)?.index
            else { continue }
            for row in instance.spendingRows[group] { costs[row, default: 0] += course.runCost.amount }
        }
        return costs
    }
}

extension Instance {
    /// By rule: placements short or over, as its penalty counts them.
    func ruleShortfalls(of assignment: Assignment) -> [Int64] {
        var measure = [Int64](repeating: 0, count: scenario.rules.count)
        for use in assignment.uses {
            for entry in use.column.entries {
                if case .rule(let rule) = table.rows[entry.row].kind { measure[rule] += table.exact(entry) * Int64(use.count) }
            }
        }
        return scenario.rules.indices.map { max(0, shortfall(of: $0, measure: measure[$0])) }
    }

    /// Placements that a rule is short or over, below 0 where it has some to spare; rounded up.
    func shortfall(of index: Int, measure: Int64) -> Int64 {
        let rule = scenario.rules[index]
        return switch (rule.target, rule.kind) {
        case (.count(let target), .atLeast): Int64(target) - measure
        case (.count(let target), .atMost): measure - Int64(target)
        case (.share(let share), .atLeast): (share.denominator - 1 - measure) / share.denominator
        case (.share(let share), .atMost): (measure + share.denominator - 1) / share.denominator
        }
    }
}
