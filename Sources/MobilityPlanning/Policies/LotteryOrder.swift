import MobilityModel

/// People in the order of a draw, one cycle for everybody before anybody's second; each goes to the best fit that is left,
/// of equal ones to the earliest, then by id.
struct LotteryOrder: OfferOrder {
    private let lots: [Lots.Lot]
    /// By class: groups, the best fit first.
    private let wishes: [[Int]]
    private let rounds: Int

    init(_ book: PlacementBook, seed: UInt64) {
        let instance = book.instance
        let candidates = instance.scenario.candidates
        let rows = book.owners.indices.filter { book.owners[$0] >= 0 }
        let size = Lots.size(for: rows.reduce(0) { $0 + candidates[$1].count })
        lots = Lots.drawn(by: rows, of: candidates, seed: seed, size: size)
        wishes = instance.classes.indices.map { owner in
            instance.postings(of: owner).sorted { ($1.match, $0.group) < ($0.match, $1.group) }.map(\.group)
        }
        rounds = max(1, min(instance.scenario.cycle.maxCycles ?? .max, wishes.map(\.count).max() ?? 1))
    }

    func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
        var placed = 0
        for round in 0..<rounds {
            var here = 0
            // By class: wishes at the front that nobody at home can have any more.
            var gone = [Int](repeating: 0, count: wishes.count)
            for lot in lots {
                if interruption.hasCome { return placed + here }
                let owner = book.owners[lot.row]
                if round == 0 {
                    while gone[owner] < wishes[owner].count, try book.isHopeless(owner: owner, group: wishes[owner][gone[owner]]) { gone[owner] += 1 }
                }
                guard book.hasPeople(row: lot.row, cycles: round) else { continue }
                var left = lot.people
                for group in wishes[owner].dropFirst(gone[owner]) where left > 0 {
                    let count = try book.place(row: lot.row, group: group, cycles: round, limit: left)
                    left -= count
                    here += count
                }
            }
            placed += here
            if here == 0, round > 0 { break }
        }
        return placed
    }
}
