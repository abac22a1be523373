import MobilityModel

/// What has been given away of everything scarce, in whole numbers: whether one more fits is never a matter of rounding.
///
/// Minimums of sessions and requests are not looked at while people are added, since the first to come would never reach
/// them; `shortOfMinimum` tells which are missed.
struct Ledger {
    enum Answer: Equatable {
        case fits(Int)
        /// Something that is used up stays so.
        case full
        /// A hard rule has no room for it now, and may have later.
        case rule
    }

    let instance: Instance
    /// By row.
    private(set) var used: [Int64]
    private var payments: Payments
    private var rows: ScarceRows
    /// Requests that do not reach their minimum and so do not take place.
    private(set) var closedGroups: Set<Int> = []
    /// By rule: its row, where it is hard.
    private let hardRules: [(row: Int, rule: Rule)]
    private let isHard: Set<Int>

    init(_ instance: Instance) {
        self.instance = instance
        used = [Int64](repeating: 0, count: instance.table.rows.count)
        payments = Self.payments(instance)
        rows = ScarceRows(instance)
        hardRules = instance.scenario.rules.enumerated().compactMap { index, rule in
            rule.penalty == nil ? instance.table[.rule(index)].map { ($0, rule) } : nil
        }
        isHard = Set(hardRules.map(\.row))
    }

    private static func payments(_ instance: Instance) -> Payments {
        Payments(members: instance.fundGroups.members, amounts: instance.fundGroups.funds.map(\.amount.amount))
    }

    /// How often a change fits, at most `limit` times.
    ///
    /// - Parameter mending: whether it must bring a hard rule nearer each time.
    /// - Complexity: O(changes + log limit x what paying takes).
    func most(_ growth: Growth, limit: Int, mending: Bool) -> Answer {
        var most = Int64(limit)
        for change in growth.changes where change.amount > 0 {
            let capacity = rows.capacity[change.row]
            guard capacity < .max else { continue }
            most = min(most, (capacity - used[change.row]) / change.amount)
            if most <= 0 { return .full }
        }
        if mending { most = min(most, shortfall) }
        func obeys(_ times: Int64) -> Bool {
            var mends = false
            for change in growth.changes where isHard.contains(change.row) {
                let (before, after) = (short(change.row, by: 0), short(change.row, by: change.amount * times))
                if after > before { return false }
                if before - after >= times { mends = true }
            }
            return mends || !mending
        }
        guard most > 0, obeys(1) else { return .rule }
        if !obeys(most) { most = Self.greatest(below: most, obeys) }
        func pays(_ times: Int64) -> Bool {
            var trial = payments
            return Self.pay(growth, times: times, for: self, &trial)
        }
        if !pays(most) {
            guard pays(1) else { return .full }
            most = Self.greatest(below: most, pays)
        }
        return .fits(Int(most))
    }

    /// The greatest number that holds, where 1 does and `limit` does not, and all below one that holds do.
    private static func greatest(below limit: Int64, _ holds: (Int64) -> Bool) -> Int64 {
        var (low, high) = (Int64(1), limit)
        while low + 1 < high {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }

    mutating func add(_ growth: Growth, times: Int) {
        var paid = payments
        _ = Self.pay(growth, times: Int64(times), for: self, &paid)
        payments = paid
        for change in growth.changes { used[change.row] += change.amount * Int64(times) }
    }

    /// Takes away what a column uses; payments are made anew by `settlePayments`.
    mutating func remove(_ column: Column, times: Int) {
        for entry in column.entries { used[entry.row] -= instance.table.exact(entry) * Int64(times) }
    }

    mutating func settlePayments() {
        payments = Self.payments(instance)
        for (row, amount) in used.enumerated() where amount > 0 {
            switch instance.table.rows[row].kind {
            case .paid(let group): _ = payments.pay(amount, for: group)
            case .seats(let session):
                if let payer = runCostGroup(session)?.index {
                    _ = payments.pay(instance.scenario.sessions[session].runCost.amount, for: payer)
                }
            default: break
            }
        }
    }

    private static func pay(_ growth: Growth, times: Int64, for ledger: Ledger, _ payments: inout Payments) -> Bool {
        guard !ledger.instance.fundGroups.funds.isEmpty else { return true }
        for session in growth.sessions where ledger.attendance(session) == 0 {
            guard let payer = ledger.runCostGroup(session) else { return false }
            let cost = ledger.instance.scenario.sessions[session].runCost.amount
            if let group = payer.index, payments.pay(cost, for: group) != nil { return false }
        }
        for change in growth.changes where change.amount > 0 {
            guard case .paid(let group) = ledger.instance.table.rows[change.row].kind else { continue }
            if payments.pay(change.amount * times, for: group) != nil { return false }
        }
        return true
    }

    /// `nil` where no fund can pay for the session to run.
    private func runCostGroup(_ session: Int) -> FundGroups.Group? {
        let course = instance.scenario.sessions[session]
        return instance.fundGroups.group(for: .training, origin: nil, on: course.start, cost: course.runCost)
    }

    func attendance(_ session: Int) -> Int64 { instance.table[.seats(session)].map { used[$0] } ?? 0 }

    // MARK: Room for one more

    @inline(__always) private func hasRoom(row: Int) -> Bool { row < 0 || used[row] < rows.capacity[row] }

    func hasRoom(session: Int) -> Bool { hasRoom(row: rows.seats[session]) }

    /// On a leaf line and all lines above it.
    func hasRoom(leaf: Int) -> Bool { rows.paths[leaf].allSatisfy { hasRoom(row: $0) } }

    /// In the month of a stretch.
    func hasRoom(calendar: Int, stretch: Int) -> Bool { hasRoom(row: rows.applications[calendar][stretch]) }

    /// Keeps a session or a request from taking place.
    mutating func close(_ kind: RowKind) {
        if let row = instance.table[kind] { rows.capacity[row] = 0 }
        if case .places(let group) = kind { closedGroups.insert(group) }
    }

    /// Whether hard rules let one more cycle with these coefficients in now; where they are mended, whether it brings one nearer.
    func obeys(_ entries: [Entry], mending: Bool) -> Bool {
        var mends = false
        for entry in entries where isHard.contains(entry.row) {
            let (before, after) = (short(entry.row, by: 0), short(entry.row, by: instance.table.exact(entry)))
            if after > before { return false }
            if after < before { mends = true }
        }
        return mends || !mending
    }

    /// What hard rules are missed by, in placements.
    var shortfall: Int64 { hardRules.reduce(0) { $0 + short($1.row, by: 0) } }

    private func short(_ row: Int, by change: Int64) -> Int64 {
        guard case .rule(let index) = instance.table.rows[row].kind else { return 0 }
        return instance.scenario.rules[index].shortfall(at: used[row] + change)
    }

    /// By how much hard rules would be missed less without `times` of a column.
    func mending(without column: Column, times: Int) -> Int64 {
        column.entries.reduce(0) { sum, entry in
            guard isHard.contains(entry.row) else { return sum }
            return sum + short(entry.row, by: 0) - short(entry.row, by: -instance.table.exact(entry) * Int64(times))
        }
    }

    /// Sessions and request groups that somebody attends, and fewer than their minimum; the emptiest first.
    var shortOfMinimum: [(kind: RowKind, share: Double)] {
        var found: [(kind: RowKind, share: Double)] = []
        func look(_ kind: RowKind, minimum: Int) {
            guard minimum > 1, let row = instance.table[kind], used[row] > 0, used[row] < Int64(minimum) else { return }
            found.append((kind, Double(used[row]) / Double(minimum)))
        }
        for (index, session) in instance.scenario.sessions.enumerated() { look(.seats(index), minimum: session.minSeats) }
        for (index, group) in instance.groups.enumerated() { look(.places(index), minimum: group.request.minPlaces) }
        // Swift's sort is stable: ties keep the order above.
        return found.sorted { $0.share < $1.share }
    }
}
