import MobilityModel

/// Lots that people draw, keyed by seed, candidate id and number within the pool: the same people draw the same lot in every
/// variant of a scenario, whatever the order of rows.
enum Lots {
    struct Lot: Equatable {
        /// Index into the candidates.
        var row: Int
        var people: Int
    }

    /// Where more people than this draw, several of a pool draw together.
    static let most = 200_000

    /// People who share a lot where so many draw.
    static func size(for people: Int) -> Int { max(1, (people + most - 1) / most) }

    /// One lot for each person of the rows, or for each `size` of them, in the order of the draw; a tie of two keys falls to the id.
    ///
    /// - Complexity: O(lots x log lots).
    static func drawn(by rows: some Sequence<Int>, of candidates: [Candidate], seed: UInt64, size: Int) -> [Lot] {
        let rows = rows.sorted { candidates[$0].id < candidates[$1].id }
        var drawn: [(key: UInt64, lot: Lot)] = []
        for row in rows {
            let stem = hash(candidates[row].id.text, seed: seed)
            for (number, first) in stride(from: 0, to: candidates[row].count, by: size).enumerated() {
                drawn.append((mix(stem &+ UInt64(number)), Lot(row: row, people: min(size, candidates[row].count - first))))
            }
        }
        return drawn.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.lot)
    }

    private static func hash(_ text: String, seed: UInt64) -> UInt64 { mix(FNV1a.hash(text, from: mix(FNV1a.basis ^ seed))) }

    private static func mix(_ value: UInt64) -> UInt64 {
        var generator = SplitMix64(seed: value)
        return generator.next()
    }
}
