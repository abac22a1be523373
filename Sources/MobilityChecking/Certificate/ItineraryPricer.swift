import MobilityModel

/// How much work is put into one group, and one question after sets of sessions, before less is looked at. It bounds work and not time.
struct ProofEffort {
    /// At one stay.
    var labels = 100
    /// Of labels extended.
    var steps = 200_000
    /// Of labels extended for all groups of a term.
    var allSteps = 2_000_000_000
    /// Of sessions tried.
    var sessions = 50_000
}

/// The best itinerary of a group at the prices of one term: labels from stay to stay, in the order of the starts.
///
/// A label is dropped where another at the same stay has learnt the same, gains no less, has no more cycles where these are limited, and
/// has no stays that a limit could still count and this one has not. Where labels become too many, first the limits look at two stays
/// that follow each other alone, then stays may overlap: either leaves more itineraries, so that a bound only grows.
struct ItineraryPricer {
    /// How exactly a group was priced.
    enum Precision: Int, Comparable {
        case exact, training, limits, overlaps
        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// A stay on the way, for the limits that look back.
    private final class Trail {
        let stay: Int
        let before: Trail?
        init(stay: Int, before: Trail?) { self.stay = stay; self.before = before }
    }

    private struct Label {
        var gain: Int64
        var cycles: Int
        var skills: UInt64
        var trail: Trail?
    }

    private struct WayKey: Hashable {
        let option: Int
        let skills: UInt64
        let isFirst: Bool
    }

    /// Steps of a run that no limit makes look back, for each that one does.
    private static let plainSteps = 100

    private let cycles: PricedCycles
    private let options: [CycleOption]
    private let candidate: Candidate
    private let maker: WayMaker
    private let effort: ProofEffort
    private var steps = 0
    private let restDays: Int
    private let maxCycles: Int?
    /// Days that the longest limit looks back; 0 where none does.
    private let window: Int
    private var ways: [WayKey: CycleWays] = [:]
    private var isLoose = false

    init(_ cycles: PricedCycles, group: Int) {
        let catalogue = cycles.catalogue
        self.cycles = cycles
        effort = catalogue.effort
        options = catalogue.options[group]
        candidate = catalogue.groups[group].candidate
        restDays = catalogue.scenario.cycle.restDays
        maxCycles = catalogue.scenario.cycle.maxCycles
        window = options.compactMap { $0.limit?.window }.max() ?? 0
        let id = candidate.id
        maker = WayMaker(
            cycles: cycles, group: group,
            relevant: catalogue.training.closure(profile: catalogue.profiles[group], of: options.reduce(0) { $0 | $1.missing }),
            pins: cycles.prices.pins.filter { $0.candidate == id })
    }

    /// At least the gain of the best itinerary, and of staying at home.
    /// - Parameter left: the steps that may still be taken for this group and those after it.
    mutating func best(steps left: inout Int) throws(PriceOverflow) -> (gain: Int64, precision: Precision) {
        if options.isEmpty { return (0, .exact) }
        var priced: [PricedCycles.Option] = []
        for option in options { priced.append(try cycles.option(option)) }
        if longestChain >= PricedCycles.mostCycles { throw PriceOverflow() }
        if let gain = run(priced, looksBack: window > 0, &left) { return (gain, isLoose ? .training : .exact) }
        if window > 0, let gain = run(priced, looksBack: false, &left) { return (gain, .limits) }
        return (sumOfAll(priced), .overlaps)
    }

    /// The most stays that do not overlap.
    private var longestChain: Int {
        var (count, end): (Int, Day?) = (0, nil)
        for option in options.sorted(by: { $0.end < $1.end }) where end.map({ option.start > $0.later(by: restDays) }) ?? true {
            (count, end) = (count + 1, option.end)
        }
        return min(count, maxCycles ?? count)
    }

    // MARK: Labels

    /// `nil` where labels become too many.
    private mutating func run(_ priced: [PricedCycles.Option], looksBack: Bool, _ left: inout Int) -> Int64? {
        var labels: [[Label]] = []
        var best: Int64 = 0
        let most = min(left, looksBack ? effort.steps : effort.steps * Self.plainSteps)
        steps = most
        defer { left -= most - max(0, steps) }
        labels.reserveCapacity(options.count)
        for (position, option) in options.enumerated() {
            var list: [Label] = []
            if let variant = priced[position].first, maxCycles.map({ $0 >= 1 }) ?? true, keepsLimit(position, after: nil, trail: nil) {
                let start = Label(gain: 0, cycles: 0, skills: 0, trail: nil)
                extend(start, to: position, variant, after: candidate.lastStayUntil, isFirst: true, looksBack, &list)
            }
            if let variant = priced[position].later {
                for before in 0..<position where steps >= 0 && options[before].end.later(by: restDays) < option.start {
                    let isAllowed = looksBack || keepsLimit(position, after: before, trail: nil)
                    for label in labels[before] where isAllowed && maxCycles.map({ label.cycles < $0 }) ?? true {
                        if looksBack, !keepsLimit(position, after: before, trail: label.trail) { continue }
                        extend(label, to: position, variant, after: options[before].end, isFirst: false, looksBack, &list)
                    }
                }
            }
            if list.count > effort.labels || steps < 0 { return nil }
            for label in list { best = max(best, label.gain) }
            labels.append(list)
        }
        return best
    }

    private mutating func extend(
        _ label: Label, to position: Int, _ variant: PricedCycles.Variant, after end: Day?, isFirst: Bool, _ looksBack: Bool,
        _ list: inout [Label]
    ) {
        steps -= 1
        guard list.count <= effort.labels, steps >= 0 else { return }
        let option = options[position]
        let trail = looksBack ? Trail(stay: position, before: label.trail) : nil
        let ways = ways(position, variant, skills: label.skills, isFirst: isFirst)
        func reach(_ gain: Int64, _ skills: UInt64) {
            take(Label(gain: label.gain.plus(gain), cycles: label.cycles + 1, skills: skills, trail: trail), at: option.end, &list)
        }
        if ways.takesNone, let application = cycles.application(option, from: end?.later(by: 1) ?? candidate.from) {
            reach(ways.untrained.plus(application), label.skills)
        }
        for (skills, sets) in ways.trained {
            if let gain = CycleWays.best(sets, after: end) { reach(gain, skills) }
        }
    }

    private mutating func ways(_ position: Int, _ variant: PricedCycles.Variant, skills: UInt64, isFirst: Bool) -> CycleWays {
        let key = WayKey(option: position, skills: skills, isFirst: isFirst)
        if let known = ways[key] { return known }
        let made = maker.ways(options[position], variant, skills: skills)
        if made.isLoose { isLoose = true }
        ways[key] = made.ways
        return made.ways
    }

    private func take(_ label: Label, at end: Day, _ list: inout [Label]) {
        func isNoBetter(_ a: Label, _ b: Label) -> Bool {
            a.skills == b.skills && a.gain <= b.gain && (maxCycles == nil || a.cycles >= b.cycles) && counts(b.trail, withIn: a.trail, at: end)
        }
        if list.contains(where: { isNoBetter(label, $0) }) { return }
        list.removeAll { isNoBetter($0, label) }
        list.append(label)
    }

    // MARK: Stay limits

    /// Whether every stay of a trail that a window after `end` can still count is in another as well.
    private func counts(_ trail: Trail?, withIn other: Trail?, at end: Day) -> Bool {
        if trail == nil { return true }
        let all = Set(recent(other, at: end))
        return recent(trail, at: end).allSatisfy(all.contains)
    }

    /// The stays before the last one that a window which reaches beyond `end` can hold.
    private func recent(_ trail: Trail?, at end: Day) -> [Int] {
        var list: [Int] = []
        var current = trail?.before
        while let stay = current, options[stay.stay].end.later(by: window) > end {
            list.append(stay.stay)
            current = stay.before
        }
        return list
    }

    /// **V7** for a stay after another and, where they are known, those before it.
    private func keepsLimit(_ position: Int, after before: Int?, trail: Trail?) -> Bool {
        let option = options[position]
        guard let limit = option.limit else { return true }
        var stays = before.map { [$0] } ?? []
        var current = trail?.before
        while let stay = current, options[stay.stay].end.later(by: limit.window) >= option.start {
            stays.append(stay.stay)
            current = stay.before
        }
        let planned = ([position] + stays).filter { options[$0].channel == option.channel }.map { Self.range(options[$0].start, options[$0].end) }
        var history: [DayRange] = []
        if let from = candidate.lastStayFrom, let until = candidate.lastStayUntil { history = [Self.range(from, until)] }
        if (planned + history).reduce(0, { $0.plus(max(0, $1.last - $1.first + 1)) }) <= limit.days { return true }
        return (cycles.catalogue.checker.fullestWindow(of: limit.window, planned: planned, history: history)?.days ?? 0) <= limit.days
    }

    private static func range(_ first: Day, _ last: Day) -> DayRange { DayRange(first: Int(first.number), last: Int(last.number)) }

    // MARK: Everything at once

    /// What all cycles that gain anything gain together.
    private func sumOfAll(_ priced: [PricedCycles.Option]) -> Int64 {
        let sessions = cycles.bestSessions(origin: candidate.origin)
        let pins = maker.pins.reduce(Int64(0)) { $0.plus($1.price) }
        return zip(options, priced).reduce(0) { sum, item in
            let variants = [item.1.first, item.1.later].compactMap { $0 }
            guard let gain = variants.map({ $0.gain.plus($0.line).plus($0.returns[0]) }).max(),
                let application = cycles.application(item.0, from: candidate.from)
            else { return sum }
            return sum.plus(max(0, gain.plus(application).plus(sessions).plus(pins)))
        }
    }
}
