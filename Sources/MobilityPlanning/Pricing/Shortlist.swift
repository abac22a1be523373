import MobilityModel

/// The postings of a class that can be part of a best itinerary at some prices, found without describing the others.
///
/// What a cycle can gain at most is, but for points of match and a person's dates, the same for all people of a kind on a group: a table.
/// *What gains nothing can be left out:* take it out of an itinerary, and what else is in it still holds; the sessions of the cycle that a later
/// one builds on move to that one. What is lost is at most what sessions gain and, where it was the first cycle, what the
/// next gains as a later one more than as a first.
final class Shortlist {
    private let instance: Instance
    private let preparations: Preparations
    /// By offer: the most that a cycle gains, but for its place, stay, match and application.
    private let ceilings: [Double]
    /// By offer: what a later cycle gains more than a first; infinite where it cannot be a first.
    private let advantage: [Double]
    /// By kind: by group, the most that a cycle gains but for its match; made when first asked for.
    private var tables: [[Double]]
    private let matchWorth: Double
    /// The most that match can gain.
    private let mostMatch: Double
    /// By group, what a cycle there gains whoever it is.
    private let places: [Double]
    private let readsReturns: Bool
    private let sample: Sample?

    /// A few postings of each class instead of all.
    struct Sample {
        var size: Int
        var draw: UInt64
    }

    /// - Parameter sample: where given, so many postings of a class are looked at, about, drawn anew for every class.
    init(_ preparations: Preparations, sample: Sample? = nil) {
        self.sample = sample
        let (instance, prices) = (preparations.instance, preparations.prices)
        self.instance = instance
        self.preparations = preparations
        func worth(_ term: ObjectiveTerm) -> Double { instance.terms.firstIndex(of: term).map { prices.worth[$0] } ?? 0 }
        let (placementWorth, stayWorth, costWorth, returnsWorth) = (worth(.placements), worth(.stayDays), worth(.cost), worth(.returns))
        matchWorth = worth(.match)
        readsReturns = returnsWorth != 0
        let match = instance.scenario.match
        let weights = [match.occupation, match.language, match.employer, match.destination]
        mostMatch = max(matchWorth * Double(weights.reduce(0) { $0 + max(0, $1) }), matchWorth * Double(weights.reduce(0) { $0 + min(0, $1) }))
        func gain(_ variant: Posting.Variant?) -> Double {
            guard let variant else { return -.infinity }
            let returns = returnsWorth == 0 ? 0 : variant.returns.map { returnsWorth * Double($0) }.max() ?? 0
            return prices.profit(of: variant.entries) + preparations.bestLeaf(variant).profit + placementWorth * Double(variant.placements) + returns
        }
        var (ceilings, advantage): ([Double], [Double]) = ([], [])
        for offer in instance.book.offers {
            let (first, later) = (gain(offer.first), gain(offer.later))
            ceilings.append(max(first, later) + costWorth * Double(offer.cost))
            advantage.append(offer.later == nil ? -.infinity : offer.first == nil ? .infinity : later - first)
        }
        (self.ceilings, self.advantage) = (ceilings, advantage)
        places = instance.groups.enumerated().map { prices.place[$0.offset] + stayWorth * Double($0.element.request.stayDays) }
        tables = Array(repeating: [], count: instance.book.people.kinds.values.count)
    }

    /// In the order of their groups, each with the first that can follow it.
    ///
    /// - Parameter floor: itineraries worth no more than this may be left out with what only they are made of; at least 0.
    func postings(_ owner: Int, above floor: Double = 0) -> [Posting] {
        guard instance.classes[owner].pins.isEmpty else { return instance.postings(of: owner) }
        let book = instance.book
        let traits = book.people.traits[owner]
        let lessons = preparations.mostLessons(owner)
        let table = table(Int(traits.kind))
        let slack = 1e-9
        var gaining: [(group: Int, ceiling: Double)] = []
        let least = readsReturns ? -Double.infinity : -lessons
        let isDrawn = draw(owner)
        book.forEachGroup(owner) { group in
            let most = table[group] + lessons
            guard isDrawn(group), most + mostMatch > least - slack, most > -.infinity else { return }
            let ceiling = most + matchWorth * Double(book.match(owner, group))
            if ceiling > least - slack, book.isEligible(owner, group) { gaining.append((group, ceiling)) }
        }
        guard !gaining.isEmpty else { return [] }
        let lost = mostLost(owner, gaining)
        if lost > 0, !readsReturns, sample == nil, let last = gaining.map(\.group).max() {
            let start = book.requests.traits[last].start
            book.forEachGroup(owner) { group in
                let most = table[group] + lessons
                guard most + mostMatch > least - lost - slack, most > -.infinity, book.requests.traits[group].end < start else { return }
                let ceiling = most + matchWorth * Double(book.match(owner, group))
                if ceiling <= least - slack, ceiling > least - lost - slack, book.isEligible(owner, group) { gaining.append((group, ceiling)) }
            }
        }
        gaining.sort { $0.group < $1.group }
        if floor > 0 { keepParts(of: &gaining, worthMoreThan: floor) }
        var found: [Posting] = []
        found.reserveCapacity(gaining.count)
        for (group, _) in gaining {
            if let offer = book.offer(owner, group) { found.append(book.posting(owner, group, offer: offer)) }
        }
        book.link(&found)
        return found
    }

    /// Leaves those that can be part of an itinerary worth more than `floor`: of which the most before them, they themselves and the most
    /// after them come to more.
    ///
    /// - Parameter list: by group, and so by start.
    /// - Complexity: O(n log n).
    private func keepParts(of list: inout [(group: Int, ceiling: Double)], worthMoreThan floor: Double) {
        let traits = instance.book.requests.traits
        let restDays = instance.scenario.cycle.restDays
        let goesAgain = (instance.scenario.cycle.maxCycles ?? 2) > 1
        let starts = list.map { traits[$0.group].start }, ends = list.map { traits[$0.group].end + restDays }
        // By position: the most that a chain of cycles from there on comes to, and one that has ended before it.
        var onwards = [Double](repeating: 0, count: list.count + 1)
        var after = [Double](repeating: 0, count: list.count)
        for index in list.indices.reversed() {
            if goesAgain { after[index] = onwards[starts.partitioningIndex { $0 > ends[index] }] }
            onwards[index] = max(onwards[index + 1], list[index].ceiling + after[index])
        }
        var before = [Double](repeating: 0, count: list.count)
        if goesAgain {
            let byEnd = list.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
            var (next, most) = (0, 0.0)
            for index in list.indices {
                while next < byEnd.count, ends[byEnd[next]] < starts[index] {
                    most = max(most, before[byEnd[next]] + list[byEnd[next]].ceiling)
                    next += 1
                }
                before[index] = most
            }
        }
        var kept = 0
        for index in list.indices where before[index] + list[index].ceiling + after[index] > floor {
            list[kept] = list[index]
            kept += 1
        }
        list.removeSubrange(kept...)
    }

    /// The most that is lost by leaving out a first cycle: the next becomes the first, or cannot be in the itinerary at all.
    private func mostLost(_ owner: Int, _ gaining: [(group: Int, ceiling: Double)]) -> Double {
        let book = instance.book
        if book.people.kinds.values[Int(book.people.traits[owner].kind)].hasCycles { return 0 }
        var lost = 0.0
        for (group, _) in gaining {
            guard let offer = book.offer(owner, group) else { continue }
            guard advantage[offer] == .infinity else {
                lost = max(lost, advantage[offer])
                continue
            }
            // All that follows is lost with it: at most the best cycle as often as one person may have one.
            let cycles = instance.scenario.cycle.maxCycles ?? gaining.count
            return Double(cycles) * (gaining.map(\.ceiling).max() ?? 0)
        }
        return lost
    }

    /// Which groups are in the sample of a class.
    private func draw(_ owner: Int) -> (Int) -> Bool {
        guard let sample else { return { _ in true } }
        let count = instance.book.groupCount(owner)
        guard count > sample.size else { return { _ in true } }
        let limit = UInt64.max / UInt64(count) * UInt64(sample.size)
        let salt = UInt64(owner) << 32 ^ sample.draw << 56
        return { group in
            var lots = SplitMix64(seed: salt ^ UInt64(group))
            return lots.next() < limit
        }
    }

    private func table(_ kind: Int) -> [Double] {
        if tables[kind].isEmpty {
            let book = instance.book
            let calendars = book.calendars(kind: kind)
            tables[kind] = book.most(of: ceilings, kind: kind).enumerated().map { group, most in
                guard most > -.infinity else { return most }
                let request = book.requests.traits[group]
                return places[group] + most + preparations.bestApplication(
                    at: calendars[request.signature], from: request.ready, for: request.start)
            }
        }
        return tables[kind]
    }
}
