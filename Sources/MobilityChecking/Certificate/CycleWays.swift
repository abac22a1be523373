import MobilityModel

/// The ways in which people of a group can take up one request after what they have learnt: with which sessions, and what that gains.
struct CycleWays {
    /// A set of sessions with the best application after it.
    struct Trained {
        /// The stay before ends earlier than this day.
        let gate: Day
        let gain: Int64
    }

    /// Whether nothing need be learnt; the application is looked for when the stay before is known.
    var takesNone = false
    /// Without sessions, before the application.
    var untrained: Int64 = 0
    /// By skills afterwards: sets by their gates, the latest first, each with the gain of the best up to it.
    var trained: [(skills: UInt64, sets: [Trained])] = []

    /// The best gain of sets with these gates, `nil` where none begins late enough.
    static func best(_ sets: [Trained], after end: Day?) -> Int64? {
        guard let end else { return sets.last?.gain }
        let open = sets.partitioningCount { $0.gate > end }
        return open > 0 ? sets[open - 1].gain : nil
    }
}

/// Puts the ways of a group together.
struct WayMaker {
    let cycles: PricedCycles
    let group: Int
    /// Skills that matter to some request of the group.
    let relevant: UInt64
    let pins: [StagePrices.PinPrice]

    private var catalogue: CycleCatalogue { cycles.catalogue }

    /// - Returns: the ways, and whether they are all counted as free since there are too many sets of sessions to list.
    func ways(_ option: CycleOption, _ variant: PricedCycles.Variant, skills: UInt64) -> (ways: CycleWays, isLoose: Bool) {
        var ways = CycleWays()
        var isLoose = false
        let base = variant.gain.plus(variant.line)
        ways.untrained = base.plus(variant.returns[0])
        let candidate = catalogue.groups[group].candidate
        let missing = option.missing & ~skills
        var lists: [UInt64: [CycleWays.Trained]] = [:]
        if missing == 0 {
            ways.takesNone = true
        } else if let sets = catalogue.training.sets(
            profile: catalogue.profiles[group], missing: missing, acquired: skills, before: option.deadline)
        {
            for set in sets where set.firstStart >= candidate.from {
                guard let application = cycles.application(option, from: set.lastEnd.later(by: 1)) else { continue }
                let gain = base.plus(variant.returns[min(set.sessions.count, variant.returns.count - 1)])
                    .plus(cycles.sessions(set.sessions, origin: candidate.origin)).plus(application)
                lists[(skills | set.granted) & relevant, default: []].append(.init(gate: set.firstStart, gain: gain))
            }
        } else {
            isLoose = true
            if let application = cycles.application(option, from: candidate.from) {
                let gain = ways.untrained.plus(cycles.bestSessions(origin: candidate.origin)).plus(application)
                lists[relevant, default: []].append(.init(gate: option.start, gain: gain))
            }
        }
        for pin in pins where pin.cycle.request == catalogue.scenario.requests[option.request].id {
            if let way = way(pin, option, variant) { lists[(skills | way.skills) & relevant, default: []].append(way.trained) }
        }
        ways.trained = lists.sorted { $0.key < $1.key }.map { ($0.key, Self.ranked($0.value)) }
        return (ways, isLoose)
    }

    private static func ranked(_ sets: [CycleWays.Trained]) -> [CycleWays.Trained] {
        var best = Int64.min
        return sets.sorted { ($0.gate, $0.gain) > ($1.gate, $1.gain) }.map { set in
            best = max(best, set.gain)
            return CycleWays.Trained(gate: set.gate, gain: best)
        }
    }

    /// The pinned cycle itself, with its price; whether what it asks for is held is not looked at.
    private func way(_ pin: StagePrices.PinPrice, _ option: CycleOption, _ variant: PricedCycles.Variant) -> (skills: UInt64, trained: CycleWays.Trained)? {
        let index = catalogue.checker.index
        let sessions = pin.cycle.sessions.compactMap { index.sessions[$0] }
        guard sessions.count == pin.cycle.sessions.count else { return nil }
        var gain = variant.gain.plus(pin.price).plus(variant.returns[min(sessions.count, variant.returns.count - 1)])
            .plus(cycles.sessions(sessions, origin: catalogue.groups[group].candidate.origin))
        if let line = pin.cycle.quota.flatMap({ index.quotas[$0] }) { gain = gain.minus(cycles.prices.paths[line]) }
        var gate = sessions.map { catalogue.scenario.sessions[$0].start }.min() ?? option.start
        if let consulate = pin.cycle.consulate.flatMap({ index.consulates[$0] }), let date = pin.cycle.visaDate {
            guard let application = cycles.application(at: consulate, on: date) else { return nil }
            gain = gain.plus(application)
            gate = min(gate, date)
        }
        return (sessions.reduce(0) { $0 | catalogue.training.skills.granted[$1] }, .init(gate: gate, gain: gain))
    }
}
