import MobilityModel

/// A way to prepare a cycle: training, visa application, quota line, and what it gains.
struct Preparation {
    var profit: Double
    var sessions: [Int] = []
    var acquired: Int
    var calendar: Int?
    var stretch = 0
    var visaDate: Day?
    var leaf: Int?
    var pin: Int?
    /// The way stays as good, and possible, as long as the previous stay ends by this day; where that is after `visaDate`, the
    /// application follows it.
    var latestPrevious = Day(number: .min / 2)
}

/// Finds the best, or all, preparations of a cycle at one set of prices.
final class Preparations {
    /// A training set with its price.
    private struct PricedSet {
        var set: TrainingSet
        var profit: Double
    }

    let instance: Instance
    let prices: Prices
    private let returnsWorth: Double
    private let visaMarginDays: Int
    /// By training list: its sets worth looking at, best first; made when first asked for.
    private var priced: [[PricedSet]?] = []
    /// By need: what the best training set gains; not a number where not yet asked for.
    private var mostTrainings: [Double] = []
    /// By need, then skills acquired: the id of the list of training sets; -1 where not yet asked for.
    private var lists: [[Int32]] = []
    /// By origin: the most that sessions can gain, all together.
    private let bestLessons: [Country: Double]
    /// By variant: what its own rows gain, and its most profitable leaf line; no line where none is needed.
    private let own: [(entries: Double, leaf: Int?, leafProfit: Double)]
    /// The terms that are worth something and do not depend on how a cycle is prepared.
    private let worths: [(term: ObjectiveTerm, worth: Double)]

    init(_ instance: Instance, prices: Prices) {
        self.instance = instance
        self.prices = prices
        visaMarginDays = instance.scenario.cycle.visaMarginDays
        returnsWorth = instance.terms.firstIndex(of: .returns).map { prices.worth[$0] } ?? 0
        bestLessons = prices.seat.mapValues { $0.reduce(0.0) { $0 + max(0, $1) } }
        own = instance.book.offers.flatMap { [$0.first, $0.later] }.map { variant in
            guard let variant else { return (0, nil, 0) }
            var best: (leaf: Int?, profit: Double) = (nil, 0)
            for leaf in variant.leaves where best.leaf == nil || prices.quota[leaf] > best.profit { best = (leaf, prices.quota[leaf]) }
            return (prices.profit(of: variant.entries), best.leaf, best.profit)
        }
        worths = zip(instance.terms, prices.worth).filter { $0.1 != 0 && $0.0 != .penalty && $0.0 != .returns }
    }

    /// What the cycle gains however it is prepared.
    func base(_ posting: Posting, _ variant: Posting.Variant) -> Double {
        var profit = prices.place[posting.group] + own[variant.number].entries
        for (term, worth) in worths {
            switch term {
            case .penalty, .returns: break
            case .placements: profit += worth * Double(variant.placements)
            case .stayDays: profit += worth * Double(posting.stayDays)
            case .match: profit += worth * Double(posting.match)
            case .cost: profit += worth * Double(posting.cost)
            }
        }
        return profit
    }

    /// The most that sessions can gain, all together.
    func mostLessons(_ owner: Int) -> Double { bestLessons[instance.classes[owner].candidate.origin] ?? 0 }

    /// The most that an application at one of some consulates gains that is made from a day on for a stay that starts on `start`; nothing
    /// where none is needed.
    func bestApplication(at calendars: [Int]?, from earliest: Day, for start: Day) -> Double {
        guard let calendars else { return 0 }
        var most = -Double.infinity
        for index in calendars {
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: earliest, for: start, margin: visaMarginDays) else { continue }
            most = max(most, prices.application[index][prices.application[index].position(in: calendar.stretches(holding: days))])
        }
        return most
    }

    /// The most that training for a need gains that begins with nothing acquired; minus infinity where there is none.
    func mostTraining(_ need: Int, owner: Int) throws(TrainingCatalogue.Overflow) -> Double {
        while mostTrainings.count <= need { mostTrainings.append(.nan) }
        if mostTrainings[need].isNaN { mostTrainings[need] = try pricedSets(need: need, acquired: 0, origin: owner).first?.profit ?? -.infinity }
        return mostTrainings[need]
    }

    /// The most profitable leaf line; `nil` where none is needed.
    func bestLeaf(_ variant: Posting.Variant) -> (leaf: Int?, profit: Double) {
        (own[variant.number].leaf, own[variant.number].leafProfit)
    }

    /// The best preparation after a stay that ended on `previousEnd` with the skills `acquired`; `nil` where there is none.
    func best(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int
    ) throws(TrainingCatalogue.Overflow) -> Preparation? {
        try best(posting, variant, owner: owner, after: previousEnd, acquired: acquired, bySkills: false).first
    }

    /// The best preparations after a stay that ended on `previousEnd` with the skills `acquired`.
    ///
    /// - Parameter bySkills: whether to find the best for each set of skills that training leaves the person with, because a
    ///   later cycle may need what the best for this cycle alone does not teach; otherwise there is at most one.
    func best(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int, bySkills: Bool
    ) throws(TrainingCatalogue.Overflow) -> [Preparation] {
        let leaf = bestLeaf(variant)
        let fixed = base(posting, variant) + leaf.profit
        // Asked for only where there is a second way to compare with the first.
        lazy var ceiling = bestApplication(at: posting.calendars, from: posting.earliest, for: posting.start)
        var found: [Preparation] = []
        func rival(_ skills: Int) -> Int? { bySkills ? found.firstIndex { $0.acquired == skills } : found.indices.first }
        func take(_ preparation: Preparation) {
            guard preparation.profit > -.infinity else { return }
            guard let index = rival(preparation.acquired) else { return found.append(preparation) }
            if preparation.profit > found[index].profit { found[index] = preparation }
        }
        for priced in try pricedSets(need: posting.need, acquired: acquired, origin: owner) {
            let worth = fixed + priced.profit + returns(variant, priced.set)
            if returnsWorth == 0, let index = rival(priced.set.acquired), worth + ceiling <= found[index].profit {
                if bySkills { continue } else { break }
            }
            guard let earliest = self.earliest(posting, priced.set, owner: owner, after: previousEnd) else { continue }
            let trained = Preparation(
                profit: worth, sessions: priced.set.sessions, acquired: priced.set.acquired, leaf: leaf.leaf,
                latestPrevious: priced.set.sessions.isEmpty ? posting.start - 1 : priced.set.start - 1)
            forEachApplication(trained, posting, from: earliest) { take($0) }
        }
        for pinned in try pinnedPreparations(posting, variant, owner: owner, after: previousEnd, acquired: acquired) { take(pinned) }
        return found
    }

    /// The preparation with the best application at each consulate; as it is where no visa is needed and the stay can start.
    @inline(__always) private func forEachApplication(
        _ trained: Preparation, _ posting: Posting, from earliest: Day, _ body: (Preparation) -> Void
    ) {
        guard let calendars = posting.calendars else {
            if earliest <= posting.start { body(trained) }
            return
        }
        for index in calendars {
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: earliest, for: posting.start, margin: visaMarginDays) else { continue }
            let stretch = prices.application[index].position(in: calendar.stretches(holding: days))
            var applied = trained
            applied.profit += prices.application[index][stretch]
            (applied.calendar, applied.stretch) = (index, stretch)
            applied.visaDate = max(days.lowerBound, calendar.stretches[stretch].first)
            if trained.sessions.isEmpty { applied.latestPrevious = min(days.upperBound, calendar.stretches[stretch].last) - 1 }
            body(applied)
        }
    }

    /// The best preparation for each training set, and every pinned one, of those that gain at least `least`: one of each pattern.
    func bestOfEachTraining(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int, least: Double
    ) throws(TrainingCatalogue.Overflow) -> [Preparation] {
        let leaf = bestLeaf(variant)
        var found: [Preparation] = []
        for (trained, earliest) in try trained(posting, variant, owner: owner, after: previousEnd, acquired: acquired) {
            var chosen = trained
            chosen.profit += leaf.profit
            chosen.leaf = leaf.leaf
            var best: Preparation?
            forEachApplication(chosen, posting, from: earliest) { applied in
                if applied.profit > best?.profit ?? -.infinity { best = applied }
            }
            if let best, best.profit >= least { found.append(best) }
        }
        for pinned in try pinnedPreparations(posting, variant, owner: owner, after: previousEnd, acquired: acquired)
        where pinned.profit >= least { found.append(pinned) }
        return found
    }

    /// Every preparation that is not pinned, whatever it gains: each training set with each quota line and each stretch of each
    /// consulate.
    func all(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int
    ) throws(TrainingCatalogue.Overflow) -> [Preparation] {
        var found: [Preparation] = []
        let leaves: [Int?] = variant.leaves.isEmpty ? [nil] : variant.leaves.map { $0 }
        for (trained, earliest) in try trained(posting, variant, owner: owner, after: previousEnd, acquired: acquired) {
            for leaf in leaves {
                var way = trained
                way.leaf = leaf
                way.profit += leaf.map { prices.quota[$0] } ?? 0
                guard let calendars = posting.calendars else {
                    if earliest <= posting.start { found.append(way) }
                    continue
                }
                for application in instance.applications(posting, calendars, from: earliest) {
                    let stretch = instance.calendars[application.calendar].stretches[application.stretch]
                    var applied = way
                    applied.profit += prices.application[application.calendar][application.stretch]
                    (applied.calendar, applied.stretch) = (application.calendar, application.stretch)
                    applied.visaDate = max(earliest, stretch.first)
                    found.append(applied)
                }
            }
        }
        return found
    }

    /// Each training set with what the cycle gains but for its quota line and visa, and the first day on which that can be applied for.
    private func trained(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int
    ) throws(TrainingCatalogue.Overflow) -> [(way: Preparation, earliest: Day)] {
        let fixed = base(posting, variant)
        let origin = instance.classes[owner].candidate.origin
        let list = try instance.list(need: posting.need, acquired: acquired)
        return instance.trainingSets(list).compactMap { set in
            let worth = fixed + sessionsProfit(set, origin: origin) + returns(variant, set)
            guard worth > -.infinity, let earliest = earliest(posting, set, owner: owner, after: previousEnd) else { return nil }
            return (Preparation(profit: worth, sessions: set.sessions, acquired: set.acquired), earliest)
        }
    }

    /// The most that any preparation of this cycle can gain, whatever came before it.
    func ceiling(_ posting: Posting, owner: Int) -> Double {
        let lessons = mostLessons(owner)
        let visa = bestApplication(at: posting.calendars, from: posting.earliest, for: posting.start)
        let pin = instance.classes[owner].pins.reduce(0.0) { $0 + max(0, prices.pin[$1]) }
        func most(_ variant: Posting.Variant?) -> Double {
            guard let variant else { return -.infinity }
            return base(posting, variant) + bestLeaf(variant).profit
                + (returnsWorth == 0 ? 0 : variant.returns.map { returnsWorth * Double($0) }.max() ?? 0)
        }
        return max(most(posting.first), most(posting.later)) + lessons + visa + pin
    }

    private func returns(_ variant: Posting.Variant, _ set: TrainingSet) -> Double {
        guard returnsWorth != 0 else { return 0 }
        return returnsWorth * Double(variant.returns[min(set.sessions.count, variant.returns.count - 1)])
    }

    /// The first day on which the visa can be applied for (or, where none is needed, the stay can start) after this training.
    private func earliest(_ posting: Posting, _ set: TrainingSet, owner: Int, after previousEnd: Day) -> Day? {
        instance.firstApplicationDay(posting, span: set.sessions.isEmpty ? nil : set.start...set.end, owner: owner, after: previousEnd)
    }

    private func sessionsProfit(_ set: TrainingSet, origin: Country) -> Double {
        guard let seat = prices.seat[origin] else { return 0 }
        return set.sessions.reduce(0.0) { $0 + seat[$1] }
    }

    private func pricedSets(need: Int, acquired: Int, origin owner: Int) throws(TrainingCatalogue.Overflow) -> [PricedSet] {
        let list = try list(need: need, acquired: acquired)
        if list < priced.count, let known = priced[list] { return known }
        let origin = instance.classes[owner].candidate.origin
        var sets = instance.trainingSets(list).map { PricedSet(set: $0, profit: sessionsProfit($0, origin: origin)) }
        sets = sets.filter { $0.profit > -.infinity }
        sets.sort { $0.profit > $1.profit }
        var kept: [PricedSet] = []
        for candidate in sets {
            let beaten = kept.contains { other in
                other.set.start >= candidate.set.start && other.set.end <= candidate.set.end
                    && other.set.acquired == candidate.set.acquired
                    && (returnsWorth == 0 || other.set.sessions.count == candidate.set.sessions.count)
            }
            if !beaten { kept.append(candidate) }
        }
        while priced.count <= list { priced.append(nil) }
        priced[list] = kept
        return kept
    }

    private func list(need: Int, acquired: Int) throws(TrainingCatalogue.Overflow) -> Int {
        while lists.count <= need { lists.append([]) }
        while lists[need].count <= acquired { lists[need].append(-1) }
        if lists[need][acquired] < 0 { lists[need][acquired] = Int32(try instance.list(need: need, acquired: acquired)) }
        return Int(lists[need][acquired])
    }

    private func pinnedPreparations(
        _ posting: Posting, _ variant: Posting.Variant, owner: Int, after previousEnd: Day, acquired: Int
    ) throws(TrainingCatalogue.Overflow) -> [Preparation] {
        let pins = instance.classes[owner].pins
        guard !pins.isEmpty else { return [] }
        let scenario = instance.scenario
        let origin = instance.classes[owner].candidate.origin
        var found: [Preparation] = []
        for pin in pins {
            let cycle = instance.pins[pin].cycle
            guard instance.groups[posting.group].request.id == cycle.request else { continue }
            guard cycle.quota == nil ? variant.leaves.isEmpty : true else { continue }
            let leaf = cycle.quota.flatMap { id in variant.leaves.first { instance.quotas.lines[$0].id == id } }
            guard (cycle.quota == nil) == (leaf == nil) else { continue }
            let list = try instance.list(need: posting.need, acquired: acquired)
            guard let set = instance.trainingSets(list).first(where: { $0.sessions.map { scenario.sessions[$0].id }.sorted() == cycle.sessions }),
                let earliest = earliest(posting, set, owner: owner, after: previousEnd)
            else { continue }
            var preparation = Preparation(
                profit: base(posting, variant) + (leaf.map { prices.quota[$0] } ?? 0) + sessionsProfit(set, origin: origin)
                    + returns(variant, set) + prices.pin[pin],
                sessions: set.sessions, acquired: set.acquired, leaf: leaf, pin: pin)
            if let calendars = posting.calendars {
                guard let date = cycle.visaDate,
                    let index = calendars.first(where: { instance.calendars[$0].consulate.id == cycle.consulate }),
                    let days = instance.calendars[index].days(
                        from: earliest, for: posting.start, margin: scenario.cycle.visaMarginDays),
                    days.contains(date)
                else { continue }
                preparation.calendar = index
                preparation.stretch = instance.calendars[index].stretch(holding: date)
                preparation.visaDate = date
                preparation.profit += prices.application[index][preparation.stretch]
            } else {
                guard cycle.consulate == nil, cycle.visaDate == nil, earliest <= posting.start else { continue }
            }
            if preparation.profit > -.infinity { found.append(preparation) }
        }
        return found
    }
}
