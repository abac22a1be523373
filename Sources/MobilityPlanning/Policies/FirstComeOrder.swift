import MobilityModel

/// The click day: requests by the day on which they were filed, those without one last, ties in the order of their rows; for
/// each, people in the order in which the employer names them, or otherwise in the order of their rows.
///
/// The only place where the order of rows means something: it is the order of application. Nobody is listed for a request beforehand: those of its
/// occupation are gone through until it is full, past all whom the gate turns away.
struct FirstComeOrder: OfferOrder {
    private struct Demand {
        var group: Int
        var member: Int
        /// Candidate rows, in order; empty where the employer names nobody.
        var named: [Int32]
        /// How many placements there were when all had been tried in vain, none of them for a hard rule: who has not changed since
        /// cannot be placed here until somebody is taken back.
        var triedUntil: Int?
    }

    private var demands: [Demand]
    /// By occupation of requests: the candidate rows that list it, in order.
    private let applicants: [[Int32]]
    private var gate: Gate
    private var resets = 0

    init(_ book: PlacementBook) {
        let instance = book.instance
        let requests = instance.scenario.requests
        let named = Set(requests.flatMap(\.named))
        let rows = Dictionary(
            instance.scenario.candidates.enumerated().filter { named.contains($1.id) }.map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let pairs = instance.groups.enumerated().flatMap { group, value in value.members.indices.map { (group, $0) } }
        func index(_ pair: (Int, Int)) -> Int { instance.groups[pair.0].members[pair.1] }
        func filed(_ pair: (Int, Int)) -> Day { requests[index(pair)].filed ?? Day(number: .max) }
        demands = pairs.sorted { (filed($0), index($0)) < (filed($1), index($1)) }.map { group, member in
            var seen: Set<Int32> = []
            let named = requests[instance.groups[group].members[member]].named.compactMap { rows[$0] }.filter { seen.insert($0).inserted }
            return Demand(group: group, member: member, named: named)
        }
        var applicants = [[Int32]](repeating: [], count: instance.book.requests.byOccupation.count)
        for (row, owner) in book.owners.enumerated() where owner >= 0 {
            for occupation in instance.book.occupationsOf[Int(instance.book.people.traits[owner].occupations)] { applicants[occupation].append(Int32(row)) }
        }
        self.applicants = applicants
        gate = Gate(instance, owners: book.owners)
    }

    mutating func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
        if resets != book.resets {
            for index in demands.indices { demands[index].triedUntil = nil }
            resets = book.resets
        }
        gate.begin()
        var placed = 0
        for index in demands.indices {
            if interruption.hasCome { break }
            placed += try serve(index, book)
        }
        return placed
    }

    private mutating func serve(_ index: Int, _ book: PlacementBook) throws -> Int {
        let demand = demands[index]
        guard book.hasPlaces(group: demand.group, member: demand.member), !book.ledger.closedGroups.contains(demand.group) else { return 0 }
        let occupation = book.instance.book.requests.traits[demand.group].occupation
        gate.open(demand.group)
        book.hasMetRule = false
        var placed = 0
        for row in (demand.named.isEmpty ? applicants[occupation] : demand.named).lazy.map(Int.init)
        where demand.triedUntil.map({ book.changed[row] > $0 }) ?? true {
            guard try gate.mayEnter(row, book) else { continue }
            let count = try book.place(row: row, group: demand.group, member: demand.member)
            if count == 0 { gate.refused(row) }
            placed += count
            if !book.hasPlaces(group: demand.group, member: demand.member) { return placed }
        }
        if !book.hasMetRule { demands[index].triedUntil = book.serial }
        return placed
    }
}
