import MobilityModel

/// What a plan leaves of everything scarce.
struct Saturation {
    let instance: Instance
    /// By row: what the plan uses.
    private let activity: [Double]
    /// Rows without room for one more, in order of the table.
    let full: Set<Int>
    /// How the plan is paid.
    private let payments: Payments

    init(_ instance: Instance, _ assignment: Assignment) {
        self.instance = instance
        var used = [Double](repeating: 0, count: instance.table.rows.count)
        for use in assignment.uses { for entry in use.column.entries { used[entry.row] += entry.value * Double(use.count) } }
        activity = used
        var full: Set<Int> = []
        for (index, row) in instance.table.rows.enumerated() {
            let capacity: Int? = switch row.kind {
            // What does not take place has no room: one person alone would not reach the minimum.
            case .places(let group):
                instance.groups[group].needsOpening && used[index] == 0 ? 0 : instance.groups[group].places
            case .seats(let session):
                instance.scenario.sessions[session].minSeats > 1 && used[index] == 0 ? 0 : instance.scenario.sessions[session].seats
            case .applications(let calendar, _): instance.calendars[calendar].consulate.monthlyCapacity
            case .quota(let line): instance.quotas.lines[line].places
            default: nil
            }
            if let capacity, used[index] >= Double(capacity) { full.insert(index) }
        }
        self.full = full
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
