import MobilityModel

/// The possible cycles of a class that can be part of a best itinerary at some prices, found without describing the others.
///
/// What a cycle can gain at most is, but for points of match, training and a person's dates, the same for all people of a kind and band of
/// ages on a group: a table. With the most that a chain of cycles before it and after it comes to, that is the most that any itinerary with
/// the cycle gains; where that is no more than what is known to be gained, the cycle can be left out.
final class Shortlist {
    private let instance: Instance
    private let preparations: Preparations
    /// By offer: the most that a cycle gains, but for its place, stay, match, training and application.
    private let ceilings: [Cycle]
    /// By kind and band of ages: by group, the most that a cycle gains but for its match and training; made when first asked for.
    private var tables: [Table]
    private let matchWorth: Double
    /// The most that match can gain.
    private let mostMatch: Double
    /// By group, what a cycle there gains whoever it is.
    private let places: [Double]
    private let restDays: Int
    private let readsReturns: Bool
    /// How many cycles can follow another.
    private let mostAfter: Double
    private let sample: Sample?
    /// Of the class that is looked at, kept to be filled again.
    private var prospects: [Prospect] = []
    private var successors: [Int32] = []
    private var chains: [Chain] = []

    /// What a cycle gains as the first of an itinerary and as a later one.
    private struct Cycle {
        var first = -Double.infinity
        var later = -Double.infinity
    }

    private struct Table {
        var cycles: [Cycle] = []
        /// Of all later cycles at these ages.
        var mostLater = -Double.infinity
    }

    /// The most that cycles before a position come to, what they are trained for counted with the first, or not at all; and from it on.
    private struct Chain {
        var trained = -Double.infinity
        var untrained = -Double.infinity
        var onwards = 0.0
    }

    /// A few postings of each class instead of all.
    struct Sample {
        var size: Int
        var draw: UInt64
    }

    /// A possible cycle that can be part of a best itinerary.
    struct Prospect {
        var group: Int32
        /// The most that it gains as a first and as a later cycle, but for what training costs; what sessions gain of themselves is in each.
        fileprivate var first: Double
        fileprivate var later: Double
        /// The most that an itinerary with it gains.
        var most = 0.0
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
        restDays = instance.scenario.cycle.restDays
        let horizon = instance.scenario.horizon
        mostAfter = Double((instance.scenario.cycle.maxCycles ?? horizon.upperBound - horizon.lowerBound + 1) - 1)
        let match = instance.scenario.match
        let weights = [match.occupation, match.language, match.employer, match.destination]
        mostMatch = max(matchWorth * Double(weights.reduce(0) { $0 + max(0, $1) }), matchWorth * Double(weights.reduce(0) { $0 + min(0, $1) }))
        func gain(_ variant: Posting.Variant?, _ cost: Int64) -> Double {
            guard let variant else { return -.infinity }
            let returns = returnsWorth == 0 ? 0 : variant.returns.map { returnsWorth * Double($0) }.max() ?? 0
            return prices.profit(of: variant.entries) + preparations.bestLeaf(variant).profit + placementWorth * Double(variant.placements)
                + costWorth * Double(cost) + returns
        }
        ceilings = instance.book.offers.map { Cycle(first: gain($0.first, $0.cost), later: gain($0.later, $0.cost)) }
        places = instance.groups.enumerated().map { prices.place[$0.offset] + stayWorth * Double($0.element.request.stayDays) }
        tables = Array(repeating: Table(), count: instance.book.people.kinds.values.count * instance.book.people.bands)
    }

    /// In the order of their groups; `nil` for people of whom everything must be looked at.
    ///
    /// - Parameter floor: itineraries worth no more than this may be left out with what only they are made of; at least 0.
    /// - Complexity: O(n log n) in the groups of the class's occupations.
    func prospects(_ owner: Int, above floor: Double) throws(TrainingCatalogue.Overflow) -> [Prospect]? {
        guard instance.classes[owner].pins.isEmpty else { return nil }
        gather(owner)
        guard !prospects.isEmpty else { return [] }
        prospects.sort { $0.group < $1.group }
        try weigh(owner)
        return prospects.filter { $0.most > floor }
    }

    /// Each with the first of them that can follow it.
    func postings(_ owner: Int, of prospects: some Sequence<Prospect>) -> [Posting] {
        let book = instance.book
        var found: [Posting] = []
        for prospect in prospects {
            let group = Int(prospect.group)
            if let offer = book.offer(owner, group) { found.append(book.posting(owner, group, offer: offer)) }
        }
        book.link(&found)
        return found
    }

    /// Notes the possible cycles that gain something, or after which a later one may.
    ///
    /// A later cycle that gains nothing can be taken out of any itinerary: the sessions of it that another builds on are attended for that
    /// one, and rest and limits are kept the more. Not so where chances of return go down with every session of a cycle.
    private func gather(_ owner: Int) {
        prospects.removeAll(keepingCapacity: true)
        let book = instance.book
        let kind = Int(book.people.traits[owner].kind) * book.people.bands
        let lessons = preparations.mostLessons(owner)
        let isDrawn = draw(owner)
        for band in 0..<book.people.bands { fill(kind + band) }
        // Those who go again are older by then.
        let mostLater = (0..<book.people.bands).reduce(-Double.infinity) { max($0, tables[kind + $1].mostLater) }
        let carried = mostAfter * max(0, mostLater + lessons + mostMatch)
        func look(_ group: Int, _ table: Table) {
            let cycle = table.cycles[group]
            let most = max(cycle.first + carried, cycle.later + (readsReturns ? carried : 0)) + lessons
            guard most + mostMatch > 0, isDrawn(group) else { return }
            let match = matchWorth * Double(book.match(owner, group))
            guard most + match > 0, book.isEligible(owner, group) else { return }
            prospects.append(Prospect(group: Int32(group), first: cycle.first + lessons + match, later: cycle.later + lessons + match))
        }
        book.forEachGroup(owner) { look($0, tables[kind + book.band(owner, $0)]) }
    }

    /// Tells each prospect what an itinerary with it gains at most: it, and the most before it and after it.
    ///
    /// Somebody attends at some time in the itinerary what any one of its cycles needs; so the training of one cycle, not that of several, may be
    /// counted besides what later cycles gain without any.
    private func weigh(_ owner: Int) throws(TrainingCatalogue.Overflow) {
        let traits = instance.book.requests.traits
        let count = prospects.count
        chains.removeAll(keepingCapacity: true)
        successors.removeAll(keepingCapacity: true)
        for _ in 0...count { chains.append(Chain()) }
        for _ in 0..<count { successors.append(Int32(count)) }
        if mostAfter > 0 {
            for index in prospects.indices.reversed() {
                let rested = traits[Int(prospects[index].group)].end + restDays
                let next = prospects[(index + 1)...].partitioningIndex { traits[Int($0.group)].start > rested }
                successors[index] = Int32(next)
                chains[index].onwards = max(chains[index + 1].onwards, prospects[index].later + chains[next].onwards)
            }
        }
        for index in 0..<count {
            if index > 0 {
                chains[index].trained = max(chains[index].trained, chains[index - 1].trained)
                chains[index].untrained = max(chains[index].untrained, chains[index - 1].untrained)
            }
            let (prospect, before, next) = (prospects[index], chains[index], Int(successors[index]))
            let training = try preparations.mostTraining(instance.book.need(owner, Int(prospect.group)), owner: owner)
            let first = prospect.first + training
            let later = prospect.later + min(before.trained, before.untrained + training)
            prospects[index].most = max(first, later) + chains[next].onwards
            chains[next].trained = max(chains[next].trained, first, prospect.later + before.trained)
            chains[next].untrained = max(chains[next].untrained, prospect.first, prospect.later + before.untrained)
        }
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

    private func fill(_ row: Int) {
        guard tables[row].cycles.isEmpty else { return }
        let book = instance.book
        var table = Table()
        table.cycles = book.requests.traits.enumerated().map { group, request in
            guard let number = book.offer(inRow: row, signature: request.signature) else { return Cycle() }
            let more = places[group] + preparations.bestApplication(at: book.offers[number].calendars, from: request.ready, for: request.start)
            let cycle = Cycle(first: ceilings[number].first + more, later: ceilings[number].later + more)
            table.mostLater = max(table.mostLater, cycle.later)
            return cycle
        }
        tables[row] = table
    }
}
