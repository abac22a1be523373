import MobilityModel

/// People who are planned anew together while all others keep their itineraries.
///
/// Large neighbourhood search (Shaw 1998): around a few requests, everybody who holds, or could take, a place on them, up to a
/// number of itineraries that an integer problem solves quickly. The sequence of neighbourhoods is drawn from a fixed seed, so
/// the outcome does not depend on anything but the scenario.
struct Neighbourhoods {
    private let groupCount: Int
    private var random = SplitMix64(seed: 0x9E37_79B9_7F4A_7C15)

    init(groups: Int) { groupCount = groups }

    /// The classes of the next neighbourhood.
    /// - Parameters:
    ///   - columns: itineraries that a better plan can hold.
    ///   - touching: by group, the indices of `columns` that enter it.
    ///   - budget: itineraries in it.
    mutating func next(_ columns: [Column], touching: [[Int]], budget: Int) -> Set<Int> {
        var sizes: [Int: Int] = [:]
        for column in columns { sizes[column.owner, default: 0] += 1 }
        var chosen: Set<Int> = []
        var total = 0
        for _ in 0..<(4 * groupCount) where total < budget {
            let group = Int(random.next() % UInt64(max(1, groupCount)))
            let owners = touching[group]
            guard !owners.isEmpty else { continue }
            let offset = Int(random.next() % UInt64(owners.count))
            for step in owners.indices {
                let owner = columns[owners[(offset + step) % owners.count]].owner
                guard !chosen.contains(owner) else { continue }
                chosen.insert(owner)
                total += sizes[owner] ?? 0
                if total >= budget { break }
            }
        }
        return chosen
    }
}
