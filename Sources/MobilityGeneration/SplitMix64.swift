import MobilityModel

/// Draws of whole numbers.
extension SplitMix64 {
    /// A stream of its own for each `stream`, so that one table can grow without another table's draws moving.
    public init(seed: UInt64, stream: UInt64) {
        var first = SplitMix64(seed: seed)
        var second = SplitMix64(seed: stream &+ 0x6A09_E667_F3BC_C909)
        self.init(seed: first.next() ^ second.next())
    }

    /// A number of `0..<bound`, every one as likely as the others (Lemire's method with rejection); 0 where `bound` is below 2.
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let threshold = (0 &- width) % width
            while product.low < threshold { product = next().multipliedFullWidth(by: width) }
        }
        return Int(product.high)
    }

    /// A number of `range`.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `part` of `whole` draws on average.
    public mutating func chance(_ part: Int, in whole: Int) -> Bool { below(whole) < part }

    /// One of `items`, which must not be empty.
    public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    /// An index of `weights`, with a probability proportional to its weight (none below 0); 0 where all are 0.
    public mutating func index(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return 0
    }
}
