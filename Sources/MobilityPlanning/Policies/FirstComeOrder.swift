import MobilityModel

/// The click day: requests by the day on which they were filed, those without one last, ties in the order of their rows; for
/// each, people in the order in which the employer names them, or otherwise in the order of their rows.
///
/// The only place where the order of rows means something: it is the order of application.
struct FirstComeOrder: OfferOrder {
    private struct Demand {
        var group: Int
        var member: Int
        /// Candidate rows, in order.
        var rows: [Int]
    }

    private let demands: [Demand]

    init(_ book: PlacementBook) {
        let instance = book.instance
        let requests = instance.scenario.requests
        let rows = Dictionary(
            instance.scenario.candidates.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var eligible = [[Int]](repeating: [], count: instance.groups.count)
        for (row, owner) in book.owners.enumerated() where owner >= 0 {
            for posting in instance.postings(of: owner) { eligible[posting.group].append(row) }
        }
        let pairs = instance.groups.enumerated().flatMap { group, value in value.members.indices.map { (group, $0) } }
        func index(_ pair: (Int, Int)) -> Int { instance.groups[pair.0].members[pair.1] }
        func filed(_ pair: (Int, Int)) -> Day { requests[index(pair)].filed ?? Day(number: .max) }
        demands = pairs.sorted { (filed($0), index($0)) < (filed($1), index($1)) }.map { group, member in
            var seen: Set<Int> = []
            let named = requests[instance.groups[group].members[member]].named.compactMap { rows[$0] }.filter { seen.insert($0).inserted }
            return Demand(group: group, member: member, rows: named.isEmpty ? eligible[group] : named)
        }
    }

    func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
        var placed = 0
        for demand in demands {
            if interruption.hasCome { break }
            for row in demand.rows where book.owners[row] >= 0 {
                guard book.instance.isPossible(book.owners[row], demand.group) else { continue }
                guard book.hasPlaces(group: demand.group, member: demand.member) else { break }
                placed += try book.place(row: row, group: demand.group, member: demand.member)
            }
        }
        return placed
    }
}
