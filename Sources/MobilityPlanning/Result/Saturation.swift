import MobilityModel

/// What a plan leaves of everything scarce.
struct Saturation {
    let instance: Instance
    /// By row: what the plan uses.
    private let activity: [Double]
    /// Rows without room for one more, in order of the table.
    let full: Set<Int>
    /// Those of them that the plan uses to the last: what does not take place has no room and is not used up.
    private let usedUp: Set<Int>
    /// How the plan is paid.
    private let payments: Payments

    init(_ instance: Instance, _ assignment: Assignment) {
        self.instance = instance
        var used = [Double](repeating: 0, count: instance.table.rows.count)
        for use in assignment.uses { for entry in use.column.entries { used[entry.row] += entry.value * Double(use.count) } }
        activity = used
        var full: Set<Int> = [], usedUp: Set<Int> = []
        for (index, row) in instance.table.rows.enumerated() {
            // What does not take place has no room: one person alone would not reach the minimum.
            let (capacity, isClosed): (Int, Bool)
            switch row.kind {
            case .places(let group): (capacity, isClosed) = (instance.groups[group].places, instance.groups[group].needsOpening && used[index] == 0)
            case .seats(let session):
                let course = instance.scenario.sessions[session]
                (capacity, isClosed) = (course.seats, course.minSeats > 1 && used[index] == 0)
            case .applications(let calendar, _): (capacity, isClosed) = (instance.calendars[calendar].consulate.monthlyCapacity, false)
            case .quota(let line): (capacity, isClosed) = (instance.quotas.lines[line].places, false)
            default: continue
            }
            if used[index] >= Double(capacity) { usedUp.insert(index) }
            if isClosed || used[index] >= Double(capacity) { full.insert(index) }
        }
        (self.full, self.usedUp) = (full, usedUp)
        var payments = Payments(members: instance.fundGroups.members, amounts: instance.fundGroups.funds.map(\.amount.amount))
        for (index, row) in instance.table.rows.enumerated() where used[index] > 0 {
            switch row.kind {
            case .paid(let group): _ = payments.pay(Int64(used[index]), for: group)
            case .seats(let session):
                let cost = instance.scenario.sessions[session].runCost.amount
                if let group = Self.runCostGroup(session, instance)?.index { _ = payments.pay(cost, for: group) }
            default: break
            }
        }
        self.payments = payments
    }

    func used(_ kind: RowKind) -> Int { instance.table[kind].map { Int(activity[$0].rounded()) } ?? 0 }

    func isFull(_ kind: RowKind) -> Bool { instance.table[kind].map { full.contains($0) } ?? false }

    /// Whether the plan uses all that a row of places, seats or applications has.
    func isUsedUp(row: Int) -> Bool { usedUp.contains(row) }

    /// Whether a rule is missed, or would be with a placement more or fewer of those that it counts.
    func isTight(rule index: Int) -> Bool {
        guard let row = instance.table[.rule(index)] else { return false }
        let rule = instance.scenario.rules[index]
        let measure = Int64((activity[row] * instance.table.rows[row].scale).rounded())
        let steps: [Int64] = switch rule.target {
        case .count: [0, 1, -1]
        case .share(let share): [0, share.denominator - share.numerator, share.numerator - share.denominator, share.numerator, -share.numerator]
        }
        return steps.contains { rule.shortfall(at: measure + $0) > 0 }
    }

    /// Funds of which too little is left to pay for one more cycle, seat or visa that they may have to pay for.
    ///
    /// Complexity: O(postings), and as many payments as there are different bills.
    var usedUpFunds: Set<Int> {
        var bills: Set<[Int: Int64]> = []
        for posting in instance.classes.indices.lazy.flatMap(instance.postings) {
            for variant in [posting.first, posting.later].compactMap({ $0 }) {
                var bill: [Int: Int64] = [:]
                for entry in variant.entries {
                    if case .paid(let group) = instance.table.rows[entry.row].kind { bill[group, default: 0] += Int64(entry.value) }
                }
                bills.insert(bill)
            }
        }
        for (session, course) in instance.scenario.sessions.enumerated() {
            for payer in instance.seatGroups.values { if let group = payer[session]?.index { bills.insert([group: course.seatCost.amount]) } }
        }
        for calendar in instance.calendars {
            for stretch in calendar.stretches {
                if let group = stretch.fundGroup, group >= 0 { bills.insert([group: calendar.consulate.fee.amount]) }
            }
        }
        return bills.reduce(into: []) { $0.formUnion(unpaid($1)) }
    }

    /// The funds that fall short of a bill on top of the plan.
    private func unpaid(_ bill: [Int: Int64]) -> [Int] {
        var payments = payments
        for (group, cents) in bill.sorted(by: { $0.key < $1.key }) {
            if let funds = payments.pay(cents, for: group) { return funds }
        }
        return []
    }

    /// Duals at which a preparation costs one for every full thing it needs; of equal ones the cheapest is best.
    var countingDuals: [Double] {
        instance.table.rows.enumerated().map { index, row in
            if case .paid = row.kind { return 1e-12 }
            return full.contains(index) ? 1 : 0
        }
    }

    /// The hard rules that one more placement with these coefficients would break.
    func brokenRules(by entries: [Entry]) -> [Int] {
        entries.compactMap { entry in
            let row = instance.table.rows[entry.row]
            guard case .rule(let rule) = row.kind, instance.scenario.rules[rule].penalty == nil, entry.value != 0 else { return nil }
            let after = activity[entry.row] + entry.value
            return after > row.upper || after < row.lower ? rule : nil
        }
    }

    /// The soft rules that more placements with these coefficients would miss by more, and by how much, where all soft rules
    /// together would cost more points than they do now.
    func missedRules(by entries: [Entry], times: Int64 = 1) -> [(rule: Int, placements: Int64)] {
        var missed: [(rule: Int, placements: Int64)] = []
        var points: Int64 = 0
        for entry in entries {
            let row = instance.table.rows[entry.row]
            guard case .rule(let index) = row.kind, let penalty = instance.scenario.rules[index].penalty else { continue }
            let rule = instance.scenario.rules[index]
            let measure = Int64((activity[entry.row] * row.scale).rounded())
            let more = rule.shortfall(at: measure + instance.table.exact(entry) * times) - rule.shortfall(at: measure)
            points += more * Int64(penalty)
            if more > 0 { missed.append((index, more)) }
        }
        return points > 0 ? missed : []
    }

    /// Funds that cannot pay what these entries, and sessions that nobody attended before, cost on top of the plan; empty where
    /// no fund could ever pay, `nil` where all can be paid.
    func exhaustedFunds(by entries: [Entry], sessions: [Int]) -> [Int]? {
        guard !instance.fundGroups.funds.isEmpty else { return nil }
        var payments = payments
        for entry in entries {
            guard case .paid(let group) = instance.table.rows[entry.row].kind else { continue }
            if let funds = payments.pay(Int64(entry.value), for: group) { return funds }
        }
        for session in sessions where used(.seats(session)) == 0 {
            guard let payer = Self.runCostGroup(session, instance) else { return [] }
            guard let group = payer.index else { continue }
            if let funds = payments.pay(instance.scenario.sessions[session].runCost.amount, for: group) { return funds }
        }
        return nil
    }

    /// `nil` where no fund can pay for the session to run.
    private static func runCostGroup(_ session: Int, _ instance: Instance) -> FundGroups.Group? {
        let course = instance.scenario.sessions[session]
        return instance.fundGroups.group(for: .training, origin: nil, on: course.start, cost: course.runCost)
    }
}
