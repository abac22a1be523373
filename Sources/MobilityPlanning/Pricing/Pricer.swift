import MobilityModel

/// Finds the most profitable itineraries of a class by dynamic programming over its postings in order of time.
///
/// A label is a way to have spent the time up to the end of a stay: its profit, the skills acquired, the cycles done and the
/// stays that limits still look at. A label is dropped where another, at the same stay with the same skills, has no less
/// profit and can do all that it can, and where even the most that can follow does not make it worth anything. Only labels
/// on the frontier are followed by further cycles: no other ends as early, with as much profit, and can do all that they
/// can. Time makes every path elementary: no stay can be repeated.
final class Pricer {
    /// Plain numbers, so that thousands of labels cost no counting of references.
    struct Label {
        var profit: Double
        var posting: Int32
        /// Position among the labels; -1 for a first cycle.
        var previous: Int32
        /// Position among the ways of `Ways`.
        var way: Int32
        var cycles: Int32
        var acquired: Int
    }

    let instance: Instance
    let preparations: Preparations
    /// Possible cycles of a class of which all are looked at at once.
    static let few = 24
    private let windows: StayWindows
    private let restDays: Int
    private let maxCycles: Int
    private let interruption: Interruption?
    private let shortlist: Shortlist?
    private let few: Int
    private let isExact: Bool
    /// Of the class that is looked at.
    private var postings: [Posting] = []
    /// Stays of the two labels that are compared, kept to be filled again.
    private var (mine, theirs): ([StayWindows.Stay], [StayWindows.Stay]) = ([], [])
    /// Labels looked at, for asking now and then whether to stop.
    private var work = 0

    /// - Parameter shortens: whether to leave out, in `best`, what cannot be part of a best itinerary at these prices: the best is found all
    ///   the same, but others of those returned may be lesser ones.
    /// - Parameter few: so many of the most promising possible cycles of a class are looked at before the others.
    /// - Parameter isExact: whether the others are looked at too; if not, what `best` tells is no less than the best profit.
    init(
        _ instance: Instance, prices: Prices, interruption: Interruption? = nil, shortens: Bool? = nil, sample: Shortlist.Sample? = nil,
        few: Int = Pricer.few, isExact: Bool = true
    ) {
        self.interruption = interruption
        (self.few, self.isExact) = (few, isExact)
        self.instance = instance
        preparations = Preparations(instance, prices: prices)
        shortlist = shortens ?? (instance.isGreat || sample != nil) ? Shortlist(preparations, sample: sample) : nil
        windows = StayWindows(instance.scenario, rest: instance.scenario.cycle.restDays)
        restDays = instance.scenario.cycle.restDays
        maxCycles = instance.scenario.cycle.maxCycles ?? Int(Int32.max)
    }

    /// What each class can gain at most, and itineraries worth more than its floor: what `best` finds, class after class.
    /// - Parameters:
    ///   - included: the classes that are looked at; others gain 0.
    ///   - floor: by class.
    func bestOfAll(
        limit: Int, among included: (Int) -> Bool = { _ in true }, above floor: (Int) -> Double = { _ in 0 }
    ) throws -> (profits: [Double], columns: [Column]) {
        var profits = [Double](repeating: 0, count: instance.classes.count)
        var columns: [Column] = []
        for owner in instance.classes.indices where included(owner) {
            let (profit, itineraries) = try best(owner, above: floor(owner), limit: limit)
            profits[owner] = profit
            for cycles in itineraries { columns.append(instance.column(owner: owner, cycles: cycles)) }
        }
        return (profits, columns)
    }

    /// What the class can gain at most, not less than `floor`, and up to `limit` itineraries worth more than `floor` by some
    /// rounding, best first, no two of them ending in the same stay.
    ///
    /// - Parameter floor: 0 or more. What is worth no more than this is not looked for: staying at home is worth 0, and what the class
    ///   earns in a master is what its best itineraries there are worth.
    /// - Complexity: O(postings) where prices leave nothing to gain, O(postings²) labels at worst.
    func best(_ owner: Int, above floor: Double, limit: Int) throws -> (profit: Double, columns: [[PlannedCycle]]) {
        guard let shortlist, let prospects = try shortlist.prospects(owner, above: floor) else {
            return try best(owner, among: instance.postings(of: owner), above: floor, limit: limit)
        }
        guard prospects.count > few else {
            return try best(owner, among: shortlist.postings(owner, of: prospects), above: floor, limit: limit)
        }
        // The most promising show how much there is to gain; then hardly anything else can gain more.
        let least = prospects.map(\.most).sorted(by: >)[few - 1]
        let first = try best(owner, among: shortlist.postings(owner, of: prospects.filter { $0.most >= least }), above: floor, limit: limit)
        let others = prospects.filter { $0.most > first.profit }
        guard others.contains(where: { $0.most < least }) else { return first }
        guard isExact else { return (others.lazy.filter { $0.most < least }.reduce(first.profit) { max($0, $1.most) }, first.columns) }
        let second = try best(owner, among: shortlist.postings(owner, of: others), above: first.profit, limit: limit)
        return (second.profit, Array((second.columns + first.columns).prefix(limit)))
    }

    private func best(_ owner: Int, among list: [Posting], above floor: Double, limit: Int) throws -> (profit: Double, columns: [[PlannedCycle]]) {
        postings = list
        guard !postings.isEmpty, maxCycles > 0 else { return (floor, []) }
        let (ceilings, completion) = mostAfter(owner)
        var ways = Ways(count: postings.count, hasPins: !instance.classes[owner].pins.isEmpty)
        var labels: [Label] = []
        var at: [[Int32]] = Array(repeating: [], count: postings.count)
        var frontier = Frontier()
        for (index, posting) in postings.enumerated() {
            if index & 63 == 0, interruption?.hasCome == true { throw StageFailure.interrupted }
            let least = floor - completion[index]
            if ceilings[index] > least { try takeFirst(owner, index, above: least, &ways, &labels, &at) }
            if maxCycles > 1, posting.later != nil, frontier.most + ceilings[index] > least {
                try takeLater(owner, index, after: frontier, above: least, ceiling: ceilings[index], &ways, &labels, &at)
            }
            if maxCycles > 1, posting.successor < postings.count {
                for label in at[index] { extend(&frontier, with: label, owner, labels) }
            }
        }
        var ends = at.compactMap { list in list.max { labels[Int($0)].profit < labels[Int($1)].profit } }
        ends.sort { labels[Int($0)].profit > labels[Int($1)].profit }
        let profit = max(floor, ends.first.map { labels[Int($0)].profit } ?? 0)
        let chosen = ends.prefix(limit).filter { labels[Int($0)].profit > floor + 1e-7 }
        return (profit, chosen.map { cycles(endingWith: Int($0), labels, ways, owner) })
    }

    /// The best itinerary of every pattern of the class worth at least `least`, or `nil` where they, or the labels on the way, exceed `limit`.
    func all(_ owner: Int, least: Double, limit: Int) throws -> [[PlannedCycle]]? {
        postings = instance.postings(of: owner)
        guard !postings.isEmpty, maxCycles > 0 else { return [] }
        let (ceilings, completion) = mostAfter(owner)
        var ways = Ways(count: 0, hasPins: true)
        var labels: [Label] = []
        var found: [[PlannedCycle]] = []
        func take(_ preparations: [Preparation], _ index: Int, after previous: Int) {
            let before = previous < 0 ? nil : labels[previous]
            for way in preparations {
                labels.append(Label(
                    profit: (before?.profit ?? 0) + way.profit, posting: Int32(index), previous: Int32(previous),
                    way: ways.add(way), cycles: (before?.cycles ?? 0) + 1, acquired: way.acquired))
            }
        }
        // Each label is extended once, when it is taken up; labels are made in order of depth.
        for (index, posting) in postings.enumerated() {
            guard let variant = posting.first, let start = firstPreviousEnd(owner, posting) else { continue }
            guard ceilings[index] + completion[index] >= least, allows(index, owner, after: -1, labels) else { continue }
            take(
                try preparations.bestOfEachTraining(posting, variant, owner: owner, after: start, acquired: 0, least: least - completion[index]),
                index, after: -1)
            if labels.count > limit { return nil }
        }
        var next = 0
        while next < labels.count {
            if interruption?.hasCome == true { throw StageFailure.interrupted }
            let label = labels[next]
            if label.profit >= least { found.append(cycles(endingWith: next, labels, ways, owner)) }
            let from = postings[Int(label.posting)]
            if label.cycles < maxCycles, from.successor < postings.count {
                for later in from.successor..<postings.count {
                    guard let variant = postings[later].later,
                        label.profit + ceilings[later] + completion[later] >= least, allows(later, owner, after: next, labels)
                    else { continue }
                    let preparations = try preparations.bestOfEachTraining(
                        postings[later], variant, owner: owner, after: from.end, acquired: label.acquired,
                        least: least - completion[later] - label.profit)
                    take(preparations, later, after: next)
                }
            }
            next += 1
            if labels.count > limit { return nil }
        }
        return found
    }

    // MARK: Labels

    /// By posting: the most that a cycle there can gain, and the most that can follow it.
    ///
    /// Complexity: O(postings).
    private func mostAfter(_ owner: Int) -> (ceilings: [Double], completion: [Double]) {
        let ceilings = postings.map { preparations.ceiling($0, owner: owner) }
        var completion = [Double](repeating: 0, count: postings.count)
        // The most from a position on.
        var onwards = [Double](repeating: 0, count: postings.count + 1)
        for index in postings.indices.reversed() {
            if maxCycles > 1 { completion[index] = onwards[postings[index].successor] }
            onwards[index] = max(onwards[index + 1], ceilings[index] + completion[index])
        }
        return (ceilings, completion)
    }

    private func takeFirst(
        _ owner: Int, _ index: Int, above least: Double, _ ways: inout Ways, _ labels: inout [Label], _ at: inout [[Int32]]
    ) throws {
        let posting = postings[index]
        guard let variant = posting.first, let start = firstPreviousEnd(owner, posting), allows(index, owner, after: -1, labels)
        else { return }
        let bySkills = maxCycles > 1 && posting.successor < postings.count
        for way in try preparations.best(posting, variant, owner: owner, after: start, acquired: 0, bySkills: bySkills)
        where way.profit > least {
            let label = Label(
                profit: way.profit, posting: Int32(index), previous: -1, way: ways.add(way), cycles: 1, acquired: way.acquired)
            insert(label, owner, &labels, &at)
        }
    }

    private func takeLater(
        _ owner: Int, _ index: Int, after frontier: Frontier, above least: Double, ceiling: Double,
        _ ways: inout Ways, _ labels: inout [Label], _ at: inout [[Int32]]
    ) throws {
        let posting = postings[index]
        guard let variant = posting.later else { return }
        let goesOn = posting.successor < postings.count
        for point in frontier.points where point.successor <= index && point.profit + ceiling > least {
            let label = labels[Int(point.label)]
            work &+= 1
            if work & 255 == 0, interruption?.hasCome == true { throw StageFailure.interrupted }
            guard label.cycles < maxCycles, allows(index, owner, after: Int(point.label), labels) else { continue }
            let end = postings[Int(label.posting)].end
            let bySkills = Int(label.cycles) + 1 < maxCycles && goesOn
            let range = try ways.range(index, after: end, acquired: label.acquired, bySkills: bySkills) {
                try preparations.best(posting, variant, owner: owner, after: end, acquired: label.acquired, bySkills: bySkills)
            }
            for way in range where label.profit + ways[way].profit > least {
                let next = Label(
                    profit: label.profit + ways[way].profit, posting: Int32(index), previous: point.label, way: Int32(way),
                    cycles: label.cycles + 1, acquired: ways[way].acquired)
                insert(next, owner, &labels, &at)
            }
        }
    }

    /// Puts a label on the frontier unless one there ends no later and covers it.
    private func extend(_ frontier: inout Frontier, with label: Int32, _ owner: Int, _ labels: [Label]) {
        let own = labels[Int(label)]
        let posting = postings[Int(own.posting)]
        for point in frontier.points where point.profit >= own.profit {
            let other = labels[Int(point.label)]
            if postings[Int(other.posting)].end <= posting.end, covers(other, own, owner, labels, asStays: true) { return }
        }
        frontier.add(Frontier.Point(label: label, successor: posting.successor, profit: own.profit))
    }

    private func insert(_ label: Label, _ owner: Int, _ labels: inout [Label], _ at: inout [[Int32]]) {
        let index = Int(label.posting)
        for rival in at[index] where covers(labels[Int(rival)], label, owner, labels) { return }
        at[index].removeAll { covers(label, labels[Int($0)], owner, labels) }
        at[index].append(Int32(labels.count))
        labels.append(label)
    }

    /// Whether a label has no less profit than another and can do all that it can, but for the day on which it ends.
    /// - Parameter asStays: whether the stays that they end with differ and count.
    private func covers(_ a: Label, _ b: Label, _ owner: Int, _ labels: [Label], asStays: Bool = false) -> Bool {
        guard a.profit >= b.profit, a.acquired == b.acquired, maxCycles == Int(Int32.max) || a.cycles <= b.cycles else { return false }
        if windows.binding.isEmpty { return true }
        stays(owner, endingWith: Int(a.previous), labels, into: &mine)
        stays(owner, endingWith: Int(b.previous), labels, into: &theirs)
        if asStays {
            mine.append(stay(owner, Int(a.posting)))
            theirs.append(stay(owner, Int(b.posting)))
        }
        return windows.dominates(mine, theirs)
    }

    /// The end of the stay before the horizon, where rest after it allows this start; the distant past where there is none.
    private func firstPreviousEnd(_ owner: Int, _ posting: Posting) -> Day? {
        guard let last = instance.classes[owner].candidate.lastStayUntil else { return Day(number: .min / 2) }
        return posting.start > last + restDays ? last : nil
    }

    private func allows(_ index: Int, _ owner: Int, after label: Int, _ labels: [Label]) -> Bool {
        guard postings[index].limitedChannel >= 0 else { return true }
        stays(owner, endingWith: label, labels, into: &mine)
        return windows.allows(stay(owner, index), after: mine)
    }

    private func stay(_ owner: Int, _ index: Int) -> StayWindows.Stay {
        let posting = postings[index]
        return StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel)
    }

    private func stays(_ owner: Int, endingWith label: Int, _ labels: [Label], into stays: inout [StayWindows.Stay]) {
        stays.removeAll(keepingCapacity: true)
        let candidate = instance.classes[owner].candidate
        if let from = candidate.lastStayFrom, let until = candidate.lastStayUntil {
            stays.append(StayWindows.Stay(start: from, end: until, channel: nil))
        }
        var current = label
        while current >= 0 {
            stays.append(stay(owner, Int(labels[current].posting)))
            current = Int(labels[current].previous)
        }
    }

    private func cycles(endingWith label: Int, _ labels: [Label], _ ways: Ways, _ owner: Int) -> [PlannedCycle] {
        var cycles: [PlannedCycle] = []
        var current = label
        while current >= 0 {
            let step = labels[current]
            let way = ways[Int(step.way)]
            var visaDate = way.visaDate
            if let date = visaDate, step.previous >= 0 {
                let previousEnd = postings[Int(labels[Int(step.previous)].posting)].end
                visaDate = max(date, previousEnd + 1)
            }
            cycles.append(PlannedCycle(
                group: postings[Int(step.posting)].group, isFirst: step.previous < 0, sessions: way.sessions, calendar: way.calendar,
                stretch: way.stretch, visaDate: visaDate, leaf: way.leaf, pin: way.pin))
            current = Int(step.previous)
        }
        return cycles.reversed()
    }
}
