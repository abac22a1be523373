import MobilityModel

/// Classes dealt so that each comes up exactly as often as its weight says: apportioned, then shuffled.
enum Deck {
    /// Indices of `weights`, `count` in all, in random order. At most 256 weights.
    static func deal(_ count: Int, weights: [Int], _ random: inout SplitMix64) -> [UInt8] {
        deal(apportion(count, weights: weights), &random)
    }

    /// Every index of `counts` as often as it says, in random order. At most 256 counts.
    static func deal(_ counts: [Int], _ random: inout SplitMix64) -> [UInt8] {
        var cards: [UInt8] = []
        cards.reserveCapacity(counts.reduce(0, +))
        for (index, part) in counts.enumerated() {
            cards.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: index), count: part))
        }
        shuffle(&cards, &random)
        return cards
    }

    /// Every order is as likely (Fisher and Yates).
    static func shuffle<Item>(_ items: inout [Item], _ random: inout SplitMix64) {
        var last = items.count - 1
        while last > 0 {
            items.swapAt(last, random.below(last + 1))
            last -= 1
        }
    }
}
