import MobilityModel

/// Makes a plan of what people do at prices: round by round, some of them for good, and the rest shared out anew over what is left.
///
/// The shares meet every row on average, also where many are alike or torn between many itineraries. Whole parts are taken as
/// they are; of the rest of each class, itineraries are drawn in proportion to their shares (systematic sampling, so that no
/// itinerary gets one more or less than its due) and taken while there is room. What the draws miss, the next descent, with the room
/// that is left and the people who are left, puts right; each round leaves less to chance.
struct ShareRounding {
    private var search: PriceSearch
    private(set) var filling: Filling
    /// By round: the part of what is shared out that is drawn for good. People one by one leave more to chance than pools.
    private let parts: [Double]
    private static let partsOfPools = [0.4, 0.4, 0.5, 0.5, 0.6, 0.8, 1, 1]
    private static let partsOfPersons = [0.25, 0.25, 0.3, 0.3, 0.4, 0.4, 0.5, 0.6, 0.8, 1]

    init(_ search: PriceSearch, into filling: Filling) {
        self.search = search
        self.filling = filling
        // Where time runs out, a plan is worth more than a better one.
        let hasTime = !search.interruption.isHalfOver
        parts = search.whole.instance.isOfPersons && hasTime ? Self.partsOfPersons : Self.partsOfPools
    }

    mutating func run(interruption: Interruption) throws {
        takePinned()
        for (round, part) in parts.enumerated() {
            if round > 0 || filling.hasBegun {
                guard !interruption.hasCome else { break }
                try search.shareOut(after: filling)
            }
            if draw(part, round: round) == 0, part == 1 { break }
        }
    }

    /// Takes the people who must follow a pinned cycle before anybody takes their room: those of whom most have it so.
    private mutating func takePinned() {
        let instance = search.relaxation.instance
        for (owner, (columns, shares)) in zip(search.columns, search.shares).enumerated() {
            for pin in instance.classes[owner].pins {
                guard let row = instance.table[.pin(pin)] else { continue }
                let following = zip(columns, shares).filter { $0.0.cycles.contains { $0.pin == pin } }
                for (column, _) in following.sorted(by: { $0.1 > $1.1 }) {
                    let missing = instance.pins[pin].count - Int(filling.activity[row])
                    guard missing > 0 else { break }
                    filling.takeAnyhow(column, upTo: missing)
                }
            }
        }
    }

    /// Rows of what does not take place yet, and of which the shares make less than half: nobody begins it before more will come.
    private func unopened() -> Set<Int> {
        let instance = search.whole.instance
        guard instance.isOfPersons else { return [] }
        var rows: Set<Int> = []
        for (side, value) in zip(search.relaxation.sides, search.sides) where side.isOpening && value < 0.5 * side.most {
            for entry in side.entries where instance.table.rows[entry.row].kind.isOfPeople && filling.activity[entry.row] == 0 {
                rows.insert(entry.row)
            }
        }
        return rows
    }

    /// Takes whole parts, and draws `part` of the rest; returns how many people that placed.
    private mutating func draw(_ part: Double, round: Int) -> Int {
        var taken = 0
        var drawn: [(lot: UInt64, column: Column)] = []
        let unopened = unopened()
        for (owner, (list, shares)) in zip(search.columns, search.shares).enumerated() {
            var generator = SplitMix64(seed: UInt64(owner) << 8 | UInt64(round))
            var passed = Double(generator.next() >> 11) * 0x1p-53
            for (column, share) in zip(list, shares) where share > 1e-6 && !column.entries.contains(where: { unopened.contains($0.row) }) {
                let whole = Int(share + 1e-6)
                if whole > 0 { taken += filling.takeAnyhow(column, upTo: whole) }
                let next = passed + max(0, share - Double(whole)) * part
                if next >= 1 { drawn.append((generator.next(), column)) }
                passed = next >= 1 ? next - 1 : next
            }
        }
        for item in drawn.sorted(by: { ($0.lot, $0.column.owner) < ($1.lot, $1.column.owner) }) {
            taken += filling.takeAnyhow(item.column, upTo: 1)
        }
        return taken
    }
}
