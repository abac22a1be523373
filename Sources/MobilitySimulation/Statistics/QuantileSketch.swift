/// Quantiles of a stream in bounded memory: exact up to `exactLimit` values, then a deterministic variant of the sketch of
/// Karnin, Lang and Liberty (2016).
///
/// Level h holds values that stand for 2^h each. A level that is full is sorted and every second value moves up, first the
/// odd ones, next time the even ones, so that nothing is left to chance. Capacities shrink by 2/3 a level from the top
/// down, at least 8: the whole holds about 3 x 1,024 values however long the stream, and ranks are off by some thousandths.
struct QuantileSketch {
    static let exactLimit = 2048
    private static let topCapacity = 1024
    private var levels: [[Double]] = [[]]
    private var takesOdd = [false]
    private(set) var count = 0
    private var held = 0

    mutating func add(_ value: Double) {
        levels[0].append(value)
        count += 1
        held += 1
        guard count > Self.exactLimit else { return }
        while held > capacity { compact() }
    }

    private var capacity: Int { levels.indices.reduce(0) { $0 + capacity(of: $1) } }

    private func capacity(of level: Int) -> Int {
        var capacity = Double(Self.topCapacity)
        for _ in level..<(levels.count - 1) { capacity *= 2.0 / 3 }
        return max(8, Int(capacity))
    }

    private mutating func compact() {
        let level = levels.indices.first { levels[$0].count >= capacity(of: $0) } ?? 0
        if level + 1 == levels.count {
            levels.append([])
            takesOdd.append(false)
        }
        var full = levels[level]
        full.sort()
        // Of an odd number the largest stays, so that the weights add up.
        let rest = full.count % 2 == 1 ? [full.removeLast()] : []
        let first = takesOdd[level] ? 1 : 0
        takesOdd[level].toggle()
        for position in stride(from: first, to: full.count, by: 2) { levels[level + 1].append(full[position]) }
        levels[level] = rest
        held -= full.count / 2
    }

    /// Values held at the moment.
    var size: Int { held }

    /// The quantile at `p`, 0...1, with linear interpolation between neighbours (type 7 of Hyndman and Fan); `nil` of nothing.
    func quantile(_ p: Double) -> Double? {
        quantiles([p])?.first
    }

    /// Several quantiles at once, for ascending `shares`.
    func quantiles(_ shares: [Double]) -> [Double]? {
        guard count > 0 else { return nil }
        var weighted: [(value: Double, weight: Int)] = []
        weighted.reserveCapacity(held)
        for (level, values) in levels.enumerated() { weighted += values.map { ($0, 1 << level) } }
        weighted.sort { $0.value < $1.value }
        let total = weighted.reduce(0) { $0 + $1.weight }
        func value(at rank: Int) -> Double {
            var seen = 0
            for entry in weighted {
                seen += entry.weight
                if rank < seen { return entry.value }
            }
            return weighted[weighted.count - 1].value
        }
        return shares.map { share in
            let position = Double(total - 1) * min(1, max(0, share))
            let rank = Int(position)
            let lower = value(at: rank)
            let part = position - Double(rank)
            return part == 0 ? lower : lower + (value(at: min(rank + 1, total - 1)) - lower) * part
        }
    }
}
