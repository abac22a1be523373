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
    let insertion: CycleInsertion
    let ways: OpenWays
    /// By candidate row: its class, -1 for a row of nobody.
    let owners: [Int]
    /// By candidate row.
    private(set) var strands: [[Strand]]
    /// By group, then member: places not taken.
    private var left: [[Int]]
    /// All columns met; the first is nobody's.
    private var columns: [Column]
    private var numbers: [Column.Key: Int] = [:]
    /// By candidate row: its strands by number of cycles; empty where there is but one.
    private var orders: [[Int]]
    /// What there are ways for, and none that goes with what they do later, as long as nobody is taken away.
    private var hopeless: Set<Attempt> = []
    /// What was done last, as the next of a pool mostly do the same.
    private var last: [Attempt: Growth] = [:]
    /// Placements so far, and by candidate row how many there were when it last had one.
    private(set) var serial = 0
    private(set) var changed: [Int]
    /// By candidate row: the only stay of the only person, as day numbers; no days where there are others.
    private var onlyStays: [(first: Int32, last: Int32)]
    /// How often people have been taken back.
    private(set) var resets = 0
    /// Whether only those are placed who bring a hard rule nearer.
    var isMending = false
    /// Whether a hard rule has kept anybody out, who may come in later; to be set back by who asks.
    var hasMetRule = false

    init(_ instance: Instance) {
        self.instance = instance
        ledger = Ledger(instance)
        insertion = CycleInsertion(instance)
        ways = OpenWays(instance)
        let candidates = instance.scenario.candidates
        var owners = [Int](repeating: -1, count: candidates.count)
        for (index, owner) in instance.classes.enumerated() { for row in owner.members { owners[row] = index } }
        self.owners = owners
        strands = candidates.map { [Strand(count: $0.count)] }
        orders = Array(repeating: [], count: candidates.count)
        changed = Array(repeating: 0, count: candidates.count)
        onlyStays = Array(repeating: Self.noStay, count: candidates.count)
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
        let stay = instance.book.requests.traits[group]
        for index in orders[row].isEmpty ? [0] : orders[row] where cycles == nil || strands[row][index].cycles.count == cycles {
            while placed < limit, strands[row][index].count > 0 {
                if strands[row][index].isAway(stay.start, stay.end, rest: insertion.restDays) { break }
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
    func isHopeless(owner: Int, group: Int) throws -> Bool {
        if ledger.closedGroups.contains(group) { return true }
        guard let position = insertion.position(of: group, in: [], owner: owner),
            let cycle = try insertion.wanted(group, at: position, in: [], owner: owner)
        else { return true }
        return ways.isSpent(cycle)
    }

    /// Whether a request, or any of its group, has places left.
    func hasPlaces(group: Int, member: Int? = nil) -> Bool {
        member.map { left[group][$0] > 0 } ?? left[group].contains { $0 > 0 }
    }

    /// Whether anybody of a row has so many cycles.
    func hasPeople(row: Int, cycles: Int) -> Bool { strands[row].contains { $0.count > 0 && $0.cycles.count == cycles } }

    private static let noStay: (first: Int32, last: Int32) = (.max, .min)

    /// Whether a row is one person whose only stay keeps them from another one, with the rest between the two; days as numbers.
    @inline(__always) func isAlone(row: Int, awayFrom start: Int32, to end: Int32) -> Bool {
        let (stay, rest) = (onlyStays[row], insertion.restDays)
        return stay.first <= stay.last && Int(start) <= Int(stay.last) + rest && Int(stay.first) <= Int(end) + rest
    }

    private func noteStay(of strand: Strand, row: Int) {
        guard instance.scenario.candidates[row].count == 1 else { return }
        let only = strand.stays.count == 1 ? strand.stays[0] : nil
        onlyStays[row] = only.map { (Int32(clamping: $0.lowerBound.number), Int32(clamping: $0.upperBound.number)) } ?? Self.noStay
    }

    /// Whether stays and rest may leave room for a group to anybody of a row who has a cycle already.
    func mayFollow(row: Int, group: Int) -> Bool {
        guard strands[row].count > 1 else { return false }
        let stay = instance.book.requests.traits[group]
        return strands[row].contains { strand in
            strand.count > 0 && strand.column > 0 && strand.cycles.count < insertion.maxCycles
                && !strand.isAway(stay.start, stay.end, rest: insertion.restDays)
        }
    }

    private func growth(of strand: Strand, owner: Int, group: Int, limit: Int) throws -> (Growth, Int)? {
        let attempt = Attempt(owner: owner, group: group, column: strand.column)
        if hopeless.contains(attempt) { return nil }
        if let again = last[attempt], case .fits(let count) = ledger.most(again, limit: limit, mending: isMending) { return (again, count) }
        guard !ledger.closedGroups.contains(group), obeysRules(strand, owner: owner, group: group),
            !strand.cycles.contains(where: { $0.group == group }), let position = insertion.position(of: group, in: strand.cycles, owner: owner),
            let cycle = try insertion.wanted(group, at: position, in: strand.cycles, owner: owner)
        else { return nil }
        let isLast = position == strand.cycles.count
        if ways.isSpent(cycle) || (isLast && ways.isUnpaid(cycle)) { return nil }
        var found: (growth: Growth, count: Int)?
        var mayCome = false
        let hadRoom = try ways.search(cycle, ledger) { way in
            guard let cycles = try insertion.itinerary(strand.cycles, with: way, group: group, at: position, owner: owner) else { return false }
            let number = number(owner: owner, cycles: cycles)
            let growth = Growth(
                cycles: cycles, position: position, column: number, changes: changes(from: strand.column, to: number), sessions: way.sessions)
            switch ledger.most(growth, limit: limit, mending: isMending) {
            case .fits(let count): found = (growth, count)
            // Rules read who goes where, not how they prepare.
            case .rule: mayCome = true
            case .full: return false
            }
            return true
        }
        if let found {
            if instance.classes[owner].count > 1 { last[attempt] = found.growth }
            return found
        }
        if mayCome {
            hasMetRule = true
        } else if !hadRoom {
            ways.noteSpent(cycle)
        } else if isLast {
            ways.noteUnpaid(cycle)
        } else {
            hopeless.insert(attempt)
        }
        return nil
    }

    /// Whether hard rules have room now for a cycle after all others, which adds to them just what it counts for itself.
    private func obeysRules(_ strand: Strand, owner: Int, group: Int) -> Bool {
        let start = instance.book.requests.traits[group].start
        guard strand.stays.last.map({ $0.lowerBound <= start }) ?? true, let number = instance.book.offer(owner, group) else { return true }
        let offer = instance.book.offers[number]
        guard let variant = strand.cycles.isEmpty ? offer.first : offer.later, !ledger.obeys(variant.entries, mending: isMending) else { return true }
        hasMetRule = true
        return false
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
        if growth.sessions.contains(where: { instance.scenario.sessions[$0].runCost > .zero && ledger.attendance($0) == 0 }) { ways.forgetUnpaid() }
        ledger.add(growth, times: count)
        left[group][member] -= count
        strands[row][index].count -= count
        serial += 1
        changed[row] = serial
        var strand = strands[row][index]
        strand.cycles = growth.cycles
        strand.requests.insert(instance.groups[group].members[member], at: growth.position)
        strand.count = count
        strand.column = growth.column
        strand.serial = serial
        strand.base = strand.isKept ? index : strand.base
        strand.isKept = false
        strand.note(instance.groups)
        noteStay(of: strand, row: row)
        let alike = strands[row].lastIndex {
            $0.column == strand.column && !$0.isKept && $0.base == strand.base && $0.requests == strand.requests
        }
        if let alike {
            strands[row][alike].count += count
            strands[row][alike].serial = serial
        } else {
            append(strand, row: row)
        }
    }

    private func append(_ strand: Strand, row: Int) {
        if orders[row].isEmpty { orders[row] = [0] }
        let place = orders[row].firstIndex { strands[row][$0].cycles.count > strand.cycles.count } ?? orders[row].count
        orders[row].insert(strands[row].count, at: place)
        strands[row].append(strand)
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
        noteStay(of: base, row: row)
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
        ways.reset()
        hopeless = []
        last = [:]
        resets += 1
    }

    /// Keeps a session or a request from taking place.
    func close(_ kind: RowKind) { ledger.close(kind) }

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
                var strand = Strand(
                    cycles: column.cycles, requests: zip(groups, members).map { instance.groups[$0].members[$1] }, count: part,
                    column: number, serial: 0, isKept: true)
                strand.note(instance.groups)
                append(strand, row: row)
                noteStay(of: strand, row: row)
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
