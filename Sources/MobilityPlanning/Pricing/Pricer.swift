import MobilityModel

/// Finds the most profitable itineraries of a class by dynamic programming over its postings in order of time.
///
/// A label is a way to have spent the time up to the end of a stay: its profit, the skills acquired, the cycles done and the
/// stays that limits still look at. A label is dropped where another, at the same stay with the same skills, has no less
/// profit and can do all that it can. Time makes every path elementary: no stay can be repeated.
final class Pricer {
    struct Label {
        var posting: Int
        var previous: Int
        var profit: Double
        var cycles: Int
        var preparation: Preparation
    }

    let instance: Instance
    let preparations: Preparations
    private let windows: StayWindows
    private let restDays: Int
    private let maxCycles: Int

    private let interruption: Interruption?

    init(_ instance: Instance, prices: Prices, interruption: Interruption? = nil) {
        self.interruption = interruption
        self.instance = instance
        preparations = Preparations(instance, prices: prices)
        windows = StayWindows(instance.scenario)
        restDays = instance.scenario.cycle.restDays
        maxCycles = instance.scenario.cycle.maxCycles ?? .max
    }

    /// The best profit of the class, 0 where staying at home is best, and up to `limit` itineraries worth more than `threshold`,
    /// best first, no two of them ending in the same stay.
    func best(_ owner: Int, above threshold: Double, limit: Int) throws -> (profit: Double, columns: [[PlannedCycle]]) {
        let postings = instance.postings[owner]
        guard !postings.isEmpty, maxCycles > 0 else { return (0, []) }
        var labels: [Label] = []
        var at: [[Int]] = Array(repeating: [], count: postings.count)
        for (index, posting) in postings.enumerated() {
            if interruption?.hasCome == true { throw StageFailure.interrupted }
            for label in try first(owner, index) { insert(label, owner, &labels, &at) }
            guard maxCycles > 1, let later = posting.later else { continue }
            for before in 0..<index where postings[before].end + restDays < posting.start {
                for previous in at[before] {
                    let label = labels[previous]
                    guard label.cycles < maxCycles, allows(index, owner, after: previous, labels) else { continue }
                    let ways = try preparations.best(
                        posting, later, owner: owner, after: postings[before].end, acquired: label.preparation.acquired,
                        bySkills: label.cycles + 1 < maxCycles && hasSuccessor(owner, index))
                    for way in ways {
                        let next = Label(
                            posting: index, previous: previous, profit: label.profit + way.profit, cycles: label.cycles + 1,
                            preparation: way)
                        insert(next, owner, &labels, &at)
                    }
                }
            }
        }
        var ends = at.compactMap { list in list.max { labels[$0].profit < labels[$1].profit } }
        ends.sort { labels[$0].profit > labels[$1].profit }
        let profit = max(0, ends.first.map { labels[$0].profit } ?? 0)
        let chosen = ends.prefix(limit).filter { labels[$0].profit > threshold }
        return (profit, chosen.map { cycles(endingWith: $0, labels) })
    }

    /// All itineraries of the class worth at least `least`, or `nil` where they, or the labels on the way, exceed `limit`.
    func all(_ owner: Int, least: Double, limit: Int) throws -> [[PlannedCycle]]? {
        let postings = instance.postings[owner]
        guard !postings.isEmpty, maxCycles > 0 else { return [] }
        let ceilings = postings.map { preparations.ceiling($0, owner: owner) }
        var completion = [Double](repeating: 0, count: postings.count)
        for index in postings.indices.reversed() {
            for later in (index + 1)..<max(index + 1, postings.count) where postings[later].start > postings[index].end + restDays {
                completion[index] = max(completion[index], ceilings[later] + completion[later])
            }
        }
        var labels: [Label] = []
        var found: [[PlannedCycle]] = []
        // Each label is extended once, when it is taken up; labels are made in order of depth.
        for (index, posting) in postings.enumerated() {
            guard let variant = posting.first, let start = firstPreviousEnd(owner, posting) else { continue }
            guard ceilings[index] + completion[index] >= least, allowsFirst(index, owner) else { continue }
            for preparation in try preparations.all(
                posting, variant, owner: owner, after: start, acquired: 0, least: least - completion[index]) {
                labels.append(Label(posting: index, previous: -1, profit: preparation.profit, cycles: 1, preparation: preparation))
            }
            if labels.count > limit { return nil }
        }
        var next = 0
        while next < labels.count {
            if interruption?.hasCome == true { throw StageFailure.interrupted }
            let label = labels[next]
            if label.profit >= least { found.append(cycles(endingWith: next, labels)) }
            if label.cycles < maxCycles {
                let end = postings[label.posting].end
                for later in (label.posting + 1)..<max(label.posting + 1, postings.count) where postings[later].start > end + restDays {
                    guard let variant = postings[later].later,
                        label.profit + ceilings[later] + completion[later] >= least, allows(later, owner, after: next, labels)
                    else { continue }
                    for preparation in try preparations.all(
                        postings[later], variant, owner: owner, after: end, acquired: label.preparation.acquired,
                        least: least - completion[later] - label.profit) {
                        labels.append(Label(
                            posting: later, previous: next, profit: label.profit + preparation.profit,
                            cycles: label.cycles + 1, preparation: preparation))
                    }
                }
            }
            next += 1
            if labels.count > limit { return nil }
        }
        return found
    }

    /// The end of the stay before the horizon, where rest after it allows this start; the distant past where there is none.
    private func firstPreviousEnd(_ owner: Int, _ posting: Posting) -> Day? {
        guard let last = instance.classes[owner].candidate.lastStayUntil else { return Day(number: .min / 2) }
        return posting.start > last + restDays ? last : nil
    }

    /// Whether any stay can follow this one.
    private func hasSuccessor(_ owner: Int, _ index: Int) -> Bool {
        let postings = instance.postings[owner]
        return postings.last.map { $0.start > postings[index].end + restDays } ?? false
    }

    private func first(_ owner: Int, _ index: Int) throws -> [Label] {
        let posting = instance.postings[owner][index]
        guard let variant = posting.first, let start = firstPreviousEnd(owner, posting), allowsFirst(index, owner) else { return [] }
        let ways = try preparations.best(
            posting, variant, owner: owner, after: start, acquired: 0, bySkills: maxCycles > 1 && hasSuccessor(owner, index))
        return ways.map { Label(posting: index, previous: -1, profit: $0.profit, cycles: 1, preparation: $0) }
    }

    private func insert(_ label: Label, _ owner: Int, _ labels: inout [Label], _ at: inout [[Int]]) {
        let rivals = at[label.posting]
        let stays = windows.limits.isEmpty ? [] : stays(owner, endingWith: label.previous, labels)
        func dominates(_ a: Label, _ staysA: () -> [StayWindows.Stay], _ b: Label, _ staysB: () -> [StayWindows.Stay]) -> Bool {
            a.profit >= b.profit && a.preparation.acquired == b.preparation.acquired
                && (maxCycles == .max || a.cycles <= b.cycles)
                && (windows.limits.isEmpty || windows.dominates(staysA(), staysB()))
        }
        func rivalStays(_ rival: Int) -> [StayWindows.Stay] { self.stays(owner, endingWith: labels[rival].previous, labels) }
        if rivals.contains(where: { rival in dominates(labels[rival], { rivalStays(rival) }, label, { stays }) }) { return }
        at[label.posting].removeAll { rival in dominates(label, { stays }, labels[rival], { rivalStays(rival) }) }
        at[label.posting].append(labels.count)
        labels.append(label)
    }

    private func allowsFirst(_ posting: Int, _ owner: Int) -> Bool {
        windows.limits.isEmpty || windows.allows(stay(owner, posting), after: history(owner))
    }

    private func allows(_ posting: Int, _ owner: Int, after label: Int, _ labels: [Label]) -> Bool {
        windows.limits.isEmpty || windows.allows(stay(owner, posting), after: stays(owner, endingWith: label, labels))
    }

    private func stay(_ owner: Int, _ index: Int) -> StayWindows.Stay {
        let posting = instance.postings[owner][index]
        return StayWindows.Stay(start: posting.start, end: posting.end, channel: instance.groups[posting.group].request.channel)
    }

    private func history(_ owner: Int) -> [StayWindows.Stay] { StayWindows.history(of: instance.classes[owner].candidate) }

    private func stays(_ owner: Int, endingWith label: Int, _ labels: [Label]) -> [StayWindows.Stay] {
        var stays = history(owner)
        var current = label
        while current >= 0 {
            stays.append(stay(owner, labels[current].posting))
            current = labels[current].previous
        }
        return stays
    }

    private func cycles(endingWith label: Int, _ labels: [Label]) -> [PlannedCycle] {
        var cycles: [PlannedCycle] = []
        var current = label
        while current >= 0 {
            let step = labels[current]
            let way = step.preparation
            cycles.append(PlannedCycle(
                posting: step.posting, isFirst: step.previous < 0, sessions: way.sessions, calendar: way.calendar,
                stretch: way.stretch, visaDate: way.visaDate, leaf: way.leaf, pin: way.pin))
            current = step.previous
        }
        return cycles.reversed()
    }
}
