import MobilityModel

/// The best fit first: pairs of people and requests by points of `match`; of equal ones by what the placement is worth, then
/// the earlier start, then by ids.
struct GreedyOrder: OfferOrder {
    private struct Pair {
        var owner: Int
        var group: Int
        var match: Int64
        var worth: Int64
    }

    private let pairs: [Pair]

    init(_ book: PlacementBook) {
        let instance = book.instance
        var pairs: [Pair] = []
        for owner in instance.classes.indices {
            pairs += instance.postings(of: owner).map { Pair(owner: owner, group: $0.group, match: $0.match, worth: $0.worth) }
        }
        // Classes are in order of their ids, postings in order of their start and id.
        pairs.sort { a, b in
            if a.match != b.match { return a.match > b.match }
            if a.worth != b.worth { return a.worth > b.worth }
            return (a.group, a.owner) < (b.group, b.owner)
        }
        self.pairs = pairs
    }

    func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
        var placed = 0
        for pair in pairs {
            if interruption.hasCome { break }
            for row in book.instance.classes[pair.owner].members {
                guard book.hasPlaces(group: pair.group) else { break }
                placed += try book.place(row: row, group: pair.group)
            }
        }
        return placed
    }
}

extension Posting {
    /// Priority points of a placement, the first of a person where it may be one.
    var worth: Int64 { (first ?? later)?.placements ?? 0 }
}
