import MobilityModel

/// The decree's origins with their part of a size's people; those without anybody are left out.
struct FamilyOrigins: Sendable {
    struct Part: Sendable {
        var origin: DecreeOrigin
        var people: Int
        var consulate: Consulate
    }

    let parts: [Part]

    /// Consulates are the decree's, with capacities in proportion and at least one file a month.
    init(seed: UInt64, size: FamilySize) {
        let people = apportion(size.people, weights: DecreeOrigin.all.map(\.weight))
        let whole = DecreeTraining.consulates(seed: seed)
        let capacities = apportion(
            size.scaled(whole.reduce(0) { $0 + $1.monthlyCapacity }), weights: whole.map(\.monthlyCapacity))
        parts = zip(zip(DecreeOrigin.all, people), zip(whole, capacities)).compactMap { pair, office in
            var consulate = office.0
            consulate.monthlyCapacity = max(1, office.1)
            return pair.1 > 0 ? Part(origin: pair.0, people: pair.1, consulate: consulate) : nil
        }
    }

    var consulates: [Consulate] { parts.map(\.consulate) }

    /// Of the quickest consulate.
    var leastProcessingDays: Int { parts.map(\.consulate.processingDays).min() ?? 0 }

    /// Two of the six most populous countries, of which one at least gives visas in `days`; none where there are not.
    func drawTwo(processedIn days: Int, _ random: inout SplitMix64) -> [Country] {
        let largest = parts.prefix(6)
        let first = random.below(largest.count)
        let second = largest.isEmpty ? 0 : (first + 1 + random.below(largest.count - 1)) % largest.count
        guard first != second, largest.indices.contains(first), largest.indices.contains(second) else { return [] }
        let pair = [largest[min(first, second)], largest[max(first, second)]]
        return pair.contains { $0.consulate.processingDays <= days } ? pair.map(\.origin.country) : []
    }
}
