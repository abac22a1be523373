import MobilityModel

/// The ways to prepare the cycles of one class that were found so far, so that each is looked for once.
///
/// The later the previous stay ends, the fewer ways there are: what is best after one end stays best after every later one
/// that leaves it possible.
struct Ways {
    private struct Found {
        var acquired: Int
        var bySkills: Bool
        /// Ends of the previous stay for which these are the best.
        var ends: ClosedRange<Day>
        var ways: Range<Int>
    }

    private var ways: [Preparation] = []
    /// By posting.
    private var found: [[Found]]
    /// Pinned ways are as they are whatever comes before them: nothing is said of other ends.
    private let hasPins: Bool

    init(count: Int, hasPins: Bool) {
        found = Array(repeating: [], count: count)
        self.hasPins = hasPins
    }

    subscript(index: Int) -> Preparation { ways[index] }

    /// The position of a further way.
    mutating func add(_ way: Preparation) -> Int32 {
        ways.append(way)
        return Int32(ways.count - 1)
    }

    /// The ways into a posting after a stay that ended on `end` with the skills `acquired`.
    mutating func range(
        _ posting: Int, after end: Day, acquired: Int, bySkills: Bool, find: () throws -> [Preparation]
    ) rethrows -> Range<Int> {
        for known in found[posting] where known.acquired == acquired && known.bySkills == bySkills && known.ends.contains(end) {
            return known.ways
        }
        let start = ways.count
        ways += try find()
        let never = Day(number: .max / 2)
        let latest = hasPins ? end : ways[start...].map(\.latestPrevious).min() ?? never
        found[posting].append(Found(
            acquired: acquired, bySkills: bySkills, ends: end...max(end, latest), ways: start..<ways.count))
        return start..<ways.count
    }
}
