/// Pairs of a first and a second number, of which only those matter that no other beats: does any pair have its first
/// number at most `x` and its second at least `y`?
///
/// Pairs that another one beats are dropped as they come in batches, so that a million of them take the room of the few
/// that count. O(log n) amortised per pair and per question.
struct Staircase {
    private var pairs: [(first: Int32, second: Int32)] = []
    private var settled = 0

    mutating func add(_ first: Int32, _ second: Int32) {
        pairs.append((first, second))
        if pairs.count > 2 * settled + 256 { settle() }
    }

    /// Sorts by the first number and keeps the pairs whose second number is above all those before.
    mutating func settle() {
        pairs.sort { ($0.first, -Int($0.second)) < ($1.first, -Int($1.second)) }
        var kept = 0
        for pair in pairs where kept == 0 || pair.second > pairs[kept - 1].second {
            pairs[kept] = pair
            kept += 1
        }
        pairs.removeLast(pairs.count - kept)
        settled = kept
    }

    /// Only after `settle`.
    func holds(atMost first: Int32, atLeast second: Int32) -> Bool {
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].first <= first { low = middle + 1 } else { high = middle }
        }
        return low > 0 && pairs[low - 1].second >= second
    }
}
