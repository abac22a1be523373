import MobilityModel

/// Who has been placed so far, person by person, with everything that is left.
///
/// Confined to the thread that plans.
final class PlacementBook {
    private struct Attempt: Hashable {
        var owner: Int
        var group: Int
        var column: Int
    }

    let instance: Instance
    private(set) var ledger: Ledger
    private let insertion: CycleInsertion
    /// By candidate row: its class, -1 for a row of nobody.
    let owners: [Int]
    /// By candidate row.
    private(set) var strands: [[Strand]]
    /// By group, then member: places not taken.
    private var left: [[Int]]
    /// All columns met; the first is nobody's.
    private var columns: [Column]
    private var numbers: [Column.Key: Int] = [:]
    /// What cannot be done any more, whatever else happens, as long as nobody is taken away.
    private var hopeless: Set<Attempt> = []
    /// What was done last, as the next of a pool mostly do the same.
    private var last: [Attempt: Growth] = [:]
    private var serial = 0
    /// Whether only those are placed who bring a hard rule nearer.
    var isMending = false

    init(_ instance: Instance) {
        self.instance = instance
        ledger = Ledger(instance)
        insertion = CycleInsertion(instance)
        let candidates = instance.scenario.candidates
        var owners = [Int](repeating: -1, count: candidates.count)
        for (index, owner) in instance.classes.enumerated() { for row in owner.members { owners[row] = index } }
        self.owners = owners
        strands = candidates.map { [Strand(count: $0.count)] }
        left = instance.groups.map { group in group.members.map { instance.scenario.requests[$0].places } }
        columns = [Column(owner: -1, cycles: [], entries: [], terms: [])]
    }

    /// Places people of a row on one request each, with whatever training, application and quota line has room.
    ///
    /// - Parameters:
    ///   - member: the member of the request group; the first with places left where not given.
    ///   - cycles: only people who have so many cycles; any where not given, those with fewest first.
    /// - Returns: how many were placed, at most `limit`.
    func place(row: Int, group: Int, member: Int? = nil, cycles: Int? = nil, limit: Int = .max) throws -> Int {
        let owner = owners[row]
        guard owner >= 0 else { return 0 }
        var placed = 0
        let order = strands[row].indices.filter { cycles == nil || strands[row][$0].cycles.count == cycles }
            .sorted { (strands[row][$0].cycles.count, $0) < (strands[row][$1].cycles.count, $1) }
        for index in order {
            while placed < limit, strands[row][index].count > 0 {
                guard let chosen = member ?? left[group].firstIndex(where: { $0 > 0 }), left[group][chosen] > 0 else { return placed }
                let most = min(limit - placed, strands[row][index].count, left[group][chosen])
                guard let (growth, count) = try growth(of: strands[row][index], owner: owner, group: group, limit: most) else { break }
                take(growth, count: count, from: index, row: row, group: group, member: chosen)
                placed += count
            }
        }
        return placed
    }

    /// Whether it is known that nobody of a class who is still at home can be placed there.
    func isHopeless(owner: Int, group: Int) -> Bool { hopeless.contains(Attempt(owner: owner, group: group, column: 0)) }

    /// Whether a request, or any of its group, has places left.
    func hasPlaces(group: Int, member: Int? = nil) -> Bool {
        member.map { left[group][$0] > 0 } ?? left[group].contains { $0 > 0 }
    }

    /// Whether anybody of a row has so many cycles.
    func hasPeople(row: Int, cycles: Int) -> Bool { strands[row].contains { $0.count > 0 && $0.cycles.count == cycles } }

    private func growth(of strand: Strand, owner: Int, group: Int, limit: Int) throws -> (Growth, Int)? {
        let attempt = Attempt(owner: owner, group: group, column: strand.column)
        if hopeless.contains(attempt) { return nil }
        if let again = last[attempt], case .fits(let count) = ledger.most(again, limit: limit, mending: isMending) { return (again, count) }
        guard !strand.cycles.contains(where: { $0.group == group }),
            let position = insertion.position(of: group, in: strand.cycles, owner: owner)
        else {
            hopeless.insert(attempt)
            return nil
        }
        var mayCome = false
        for way in try ranked(insertion.ways(group, at: position, in: strand.cycles, owner: owner).filter(ledger.hasRoom)) {
            guard let cycles = try insertion.itinerary(strand.cycles, with: way, group: group, at: position, owner: owner) else { continue }
            let number = number(owner: owner, cycles: cycles)
            let growth = Growth(
                cycles: cycles, position: position, column: number, changes: changes(from: strand.column, to: number), sessions: way.sessions)
            switch ledger.most(growth, limit: limit, mending: isMending) {
            case .fits(let count):
                last[attempt] = growth
                return (growth, count)
            case .rule:
                // Rules read who goes where, not how they prepare.
                mayCome = true
            case .full: continue
            }
            if mayCome { break }
        }
        if !mayCome { hopeless.insert(attempt) }
        return nil
    }

    /// What opens the fewest sessions first, then what needs the fewest, the cheapest, the earliest application; then by line.
    private func ranked(_ ways: [Preparation]) -> [Preparation] {
        func opened(_ way: Preparation) -> Int {
            way.sessions.count { instance.needsOpening(instance.scenario.sessions[$0]) && ledger.attendance($0) == 0 }
        }
        func cost(_ way: Preparation) -> Int64 { way.sessions.reduce(0) { $0 + instance.scenario.sessions[$1].seatCost.amount } }
        let keyed = ways.enumerated().map { ($0.offset, opened($0.element), cost($0.element), $0.element) }
        return keyed.sorted { a, b in
            if a.1 != b.1 { return a.1 < b.1 }
            if a.3.sessions.count != b.3.sessions.count { return a.3.sessions.count < b.3.sessions.count }
            if a.2 != b.2 { return a.2 < b.2 }
            let (mine, theirs) = (a.3.visaDate?.number ?? .min, b.3.visaDate?.number ?? .min)
            return (mine, a.3.leaf ?? -1, a.0) < (theirs, b.3.leaf ?? -1, b.0)
        }.map(\.3)
    }

    private func number(owner: Int, cycles: [PlannedCycle]) -> Int {
        let key = Column.Key(owner: owner, cycles: cycles)
        if let known = numbers[key] { return known }
        numbers[key] = columns.count
        columns.append(instance.column(owner: owner, cycles: cycles))
        return columns.count - 1
    }

    private func changes(from old: Int, to new: Int) -> [(row: Int, amount: Int64)] {
        var sums: [Int: Int64] = [:]
        for entry in columns[new].entries { sums[entry.row, default: 0] += instance.table.exact(entry) }
        for entry in columns[old].entries { sums[entry.row, default: 0] -= instance.table.exact(entry) }
        return sums.filter { $0.value != 0 }.map { ($0.key, $0.value) }.sorted { $0.row < $1.row }
    }

    private func take(_ growth: Growth, count: Int, from index: Int, row: Int, group: Int, member: Int) {
        ledger.add(growth, times: count)
        left[group][member] -= count
        strands[row][index].count -= count
        serial += 1
        var strand = strands[row][index]
        strand.cycles = growth.cycles
        strand.requests.insert(instance.groups[group].members[member], at: growth.position)
        strand.count = count
        strand.column = growth.column
        strand.serial = serial
        strand.base = strand.isKept ? index : strand.base
        strand.isKept = false
        let alike = strands[row].lastIndex {
            $0.column == strand.column && !$0.isKept && $0.base == strand.base && $0.requests == strand.requests
        }
        if let alike {
            strands[row][alike].count += count
            strands[row][alike].serial = serial
        } else {
            strands[row].append(strand)
        }
    }

    // MARK: Taking away

    /// Everybody who has been placed, the last first.
    var placed: [(row: Int, index: Int)] {
        strands.indices.flatMap { row in
            strands[row].indices.filter { strands[row][$0].count > 0 && strands[row][$0].column > 0 }.map { (row, $0) }
        }.sorted { strands[$0.row][$0.index].serial > strands[$1.row][$1.index].serial }
    }

    func column(of strand: Strand) -> Column { columns[strand.column] }

    /// Takes away what people were given, down to what is kept; `settle` makes the payments anew afterwards.
    func takeBack(row: Int, index: Int) {
        let (strand, base) = (strands[row][index], strands[row][strands[row][index].base])
        ledger.remove(columns[strand.column], times: strand.count)
        ledger.remove(columns[base.column], times: -strand.count)
        release(strand, row: row, places: strand.count)
        release(base, row: row, places: -strand.count)
        strands[row][index].count = 0
        strands[row][strand.base].count += strand.count
    }

    private func release(_ strand: Strand, row: Int, places: Int) {
        for (cycle, request) in zip(strand.cycles, strand.requests) {
            let group = cycle.group
            if let member = instance.groups[group].members.firstIndex(of: request) { left[group][member] += places }
        }
    }

    /// To be called once people have been taken back.
    func settle() {
        ledger.settlePayments()
        hopeless = []
        last = [:]
    }

    /// Keeps a session or a request from taking place.
    func close(_ kind: RowKind) {
        switch kind {
        case .seats(let session): ledger.closedSessions.insert(session)
        case .places(let group): ledger.closedGroups.insert(group)
        default: break
        }
    }

    /// Puts an itinerary in that is never taken away again; its room is there.
    func keep(_ column: Column, count: Int) {
        var due = count
        for row in instance.classes[column.owner].members where due > 0 {
            while due > 0, strands[row][0].count > 0 {
                let groups = column.cycles.map(\.group)
                let members = groups.map { group in left[group].firstIndex { $0 > 0 } ?? 0 }
                let room = zip(groups, members).map { left[$0][$1] }.min() ?? due
                let part = max(1, min(due, strands[row][0].count, room))
                let number = number(owner: column.owner, cycles: column.cycles)
                ledger.add(
                    Growth(
                        cycles: column.cycles, position: 0, column: number, changes: changes(from: 0, to: number),
                        sessions: column.cycles.flatMap(\.sessions)), times: part)
                for (group, member) in zip(groups, members) { left[group][member] -= part }
                strands[row][0].count -= part
                strands[row].append(Strand(
                    cycles: column.cycles, requests: zip(groups, members).map { instance.groups[$0].members[$1] }, count: part,
                    column: number, serial: 0, isKept: true))
                due -= part
            }
        }
    }

    // MARK: Result

    /// All itineraries and how many people follow each.
    var assignment: Assignment {
        var counts = [Int](repeating: 0, count: columns.count)
        for strand in strands.joined() where strand.column > 0 { counts[strand.column] += strand.count }
        return instance.assignment(Array(columns.dropFirst()), counts: Array(counts.dropFirst()))
    }

    var plan: Plan {
        let dealt = strands.enumerated().flatMap { row, list in
            list.filter { $0.column > 0 && $0.count > 0 }.map {
                Dealing.Dealt(column: columns[$0.column], row: row, requests: $0.requests, count: $0.count)
            }
        }
        return Dealing(instance: instance).plan(dealt)
    }
}
