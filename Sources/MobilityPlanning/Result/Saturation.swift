import MobilityModel

/// What a plan leaves of everything scarce.
struct Saturation {
    let instance: Instance
    /// By row: what the plan uses.
    private let activity: [Double]
    /// Rows without room for one more, in order of the table.
    let full: Set<Int>

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
    }

    func used(_ kind: RowKind) -> Int { instance.table[kind].map { Int(activity[$0].rounded()) } ?? 0 }

    func isFull(_ kind: RowKind) -> Bool { instance.table[kind].map { full.contains($0) } ?? false }

    /// Duals at which a preparation costs one for every full thing it needs.
    var countingDuals: [Double] {
        instance.table.rows.indices.map { full.contains($0) ? 1 : 0 }
    }

    /// A hard rule that one more placement with these coefficients would break.
    func brokenRule(by entries: [Entry]) -> Int? {
        for entry in entries {
            let row = instance.table.rows[entry.row]
            guard case .rule(let rule) = row.kind, instance.scenario.rules[rule].penalty == nil else { continue }
            let after = activity[entry.row] + entry.value
            if after > row.upper || after < row.lower, entry.value != 0 { return rule }
        }
        return nil
    }

    /// A group of funds that cannot pay what these entries cost on top of the plan.
    ///
    /// Groups that only these funds can pay leave them what they leave: a cost beyond that cannot be paid, whatever is moved.
    func exhaustedFunds(by entries: [Entry]) -> [Int]? {
        for entry in entries {
            guard case .paid(let group) = instance.table.rows[entry.row].kind else { continue }
            let members = Set(instance.fundGroups.members[group])
            let amount = members.reduce(0.0) { $0 + Double(instance.fundGroups.funds[$1].amount.amount) }
            var spent = 0.0
            for (other, funds) in instance.fundGroups.members.enumerated() where members.isSuperset(of: funds) {
                if let row = instance.table[.paid(other)] { spent += activity[row] }
            }
            if spent + entry.value > amount { return members.sorted() }
        }
        return nil
    }
}
