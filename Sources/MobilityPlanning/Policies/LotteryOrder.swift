import MobilityModel

/// People in the order of a draw, one cycle for everybody before anybody's second; each goes to the best fit that is left,
/// of equal ones to the earliest, then by id.
///
/// The draw is keyed by seed, candidate and number within the pool: the same people draw the same lot in every variant of a
/// scenario, whatever the order of rows.
struct LotteryOrder: OfferOrder {
    private struct Lot {
        var row: Int
        var people: Int
    }

    /// More lots than this are drawn by several people of a pool together.
    static let mostLots = 200_000

    private let lots: [Lot]
    /// By class: postings, the best fit first.
    private let wishes: [[Int]]
    private let rounds: Int

    init(_ book: PlacementBook, seed: UInt64) {
        let instance = book.instance
        let candidates = instance.scenario.candidates
        let people = book.owners.indices.reduce(0) { $0 + (book.owners[$1] < 0 ? 0 : candidates[$1].count) }
        let size = max(1, (people + Self.mostLots - 1) / Self.mostLots)
        var drawn: [(key: UInt64, lot: Lot)] = []
        for row in candidates.indices.sorted(by: { candidates[$0].id < candidates[$1].id }) where book.owners[row] >= 0 {
            let stem = Self.hash(candidates[row].id.text, seed: seed)
            for (number, first) in stride(from: 0, to: candidates[row].count, by: size).enumerated() {
                drawn.append((Self.mix(stem &+ UInt64(number)), Lot(row: row, people: min(size, candidates[row].count - first))))
            }
        }
        // Stable: a tie of two keys falls to the id.
        lots = drawn.sorted { $0.key < $1.key }.map(\.lot)
        wishes = instance.postings.map { postings in
            postings.indices.sorted { (postings[$1].match, postings[$0].group) < (postings[$0].match, postings[$1].group) }
        }
        rounds = max(1, min(instance.scenario.cycle.maxCycles ?? .max, instance.postings.map(\.count).max() ?? 1))
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
                    while gone[owner] < wishes[owner].count, book.isHopeless(owner: owner, posting: wishes[owner][gone[owner]]) { gone[owner] += 1 }
                }
                guard book.hasPeople(row: lot.row, cycles: round) else { continue }
                var left = lot.people
                for posting in wishes[owner].dropFirst(gone[owner]) where left > 0 {
                    let count = try book.place(row: lot.row, posting: posting, cycles: round, limit: left)
                    left -= count
                    here += count
                }
            }
            placed += here
            if here == 0, round > 0 { break }
        }
        return placed
    }

    private static func hash(_ text: String, seed: UInt64) -> UInt64 { mix(FNV1a.hash(text, from: mix(FNV1a.basis ^ seed))) }

    private static func mix(_ value: UInt64) -> UInt64 {
        var generator = SplitMix64(seed: value)
        return generator.next()
    }
}
