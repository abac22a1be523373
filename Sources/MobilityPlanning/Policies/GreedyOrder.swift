import MobilityModel

/// The best fit first: pairs of people and requests by points of `match`; of equal ones by what the placement is worth, then
/// the earlier start, then by ids.
struct GreedyOrder: OfferOrder {
    private let pairs: [(owner: Int, posting: Int)]

    init(_ book: PlacementBook) {
        let instance = book.instance
        var pairs: [(owner: Int, posting: Int)] = []
        for (owner, postings) in instance.postings.enumerated() { pairs += postings.indices.map { (owner, $0) } }
        // Classes are in order of their ids, postings in order of their start and id.
        pairs.sort { a, b in
            let (mine, theirs) = (instance.postings[a.owner][a.posting], instance.postings[b.owner][b.posting])
            if mine.match != theirs.match { return mine.match > theirs.match }
            let (worth, other) = (mine.worth, theirs.worth)
            if worth != other { return worth > other }
            return (mine.group, a.owner) < (theirs.group, b.owner)
        }
        self.pairs = pairs
    }

    func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
        var placed = 0
        for pair in pairs {
            if interruption.hasCome { break }
            let group = book.instance.postings[pair.owner][pair.posting].group
            for row in book.instance.classes[pair.owner].members {
                guard book.hasPlaces(group: group) else { break }
                placed += try book.place(row: row, posting: pair.posting)
            }
        }
        return placed
    }
}

extension Posting {
    /// Priority points of a placement, the first of a person where it may be one.
    var worth: Int64 { (first ?? later)?.placements ?? 0 }
}
