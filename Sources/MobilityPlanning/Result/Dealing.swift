import MobilityModel

/// Deals an assignment of classes to groups out to the rows of the files: people to itineraries, places to requests.
///
/// Requests are served in the order of their ids. People alike in all that the model reads draw lots for the itineraries of
/// their class, by the seed of the scenario; who draws last stays at home. Nothing depends on the order of the files.
struct Dealing {
    let instance: Instance
    /// By class: its people in the order of the draw; those of one row stand together where nobody else is alike.
    private let lots: [[Lots.Lot]]

    init(instance: Instance) {
        self.instance = instance
        let scenario = instance.scenario
        let size = Lots.size(for: instance.classes.reduce(0) { $0 + ($1.members.count > 1 ? $1.count : 0) })
        lots = instance.classes.map { owner in
            guard owner.members.count > 1 else {
                return owner.members.map { Lots.Lot(row: $0, people: scenario.candidates[$0].count) }
            }
            return Lots.drawn(by: owner.members, of: scenario.candidates, seed: scenario.seed, size: size)
        }
    }

    /// - Parameter near: a plan whose people keep what they did, as far as the assignment has it, and are dealt to before all others.
    func plan(_ assignment: Assignment, near: NearPlan? = nil) -> Plan {
        let uses = assignment.uses.filter { $0.count > 0 }.sorted { order($0.column, $1.column) }
        var deal = Deal(instance, uses: uses, lots: lots)
        if let near { deal.keep(near) }
        return plan(deal.finished())
    }

    private func itinerary(_ column: Column, row: Int, requests: [Int], count: Int) -> Itinerary {
        let scenario = instance.scenario
        let candidate = scenario.candidates[row].id
        let cycles = zip(column.cycles, requests).map { planned, request in
            let sessions = planned.sessions.map { scenario.sessions[$0] }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            return Cycle(
                request: scenario.requests[request].id, quota: planned.leaf.map { instance.quotas.lines[$0].id },
                sessions: sessions.map(\.id), consulate: planned.calendar.map { instance.calendars[$0].consulate.id },
                visaDate: planned.calendar == nil ? nil : planned.visaDate)
        }
        return Itinerary(candidate: candidate, count: count, cycles: cycles)
    }

    /// People of a row on requests of their own.
    struct Dealt {
        var column: Column
        /// Index into `scenario.candidates`.
        var row: Int
        /// By cycle: an index into `scenario.requests`.
        var requests: [Int]
        var count: Int
    }

    /// The plan of people who have been dealt out already.
    func plan(_ dealt: [Dealt]) -> Plan {
        Plan(itineraries: merged(marked(dealt.map { itinerary($0.column, row: $0.row, requests: $0.requests, count: $0.count) })))
    }

    /// Marks as many people on every pinned cycle as are pinned to it: who only happens to do the same stays free.
    private func marked(_ itineraries: [Itinerary]) -> [Itinerary] {
        guard !instance.pins.isEmpty else { return itineraries }
        let pins = Dictionary(grouping: instance.pins.indices) { instance.pins[$0].candidate }
        var due = instance.pins.map(\.count)
        var result: [Itinerary] = []
        for itinerary in itineraries {
            let pinned: [Int?] = itinerary.cycles.map { cycle in
                var key = cycle
                key.sessions.sort()
                key.pinned = true
                return pins[itinerary.candidate]?.first { instance.pins[$0].cycle == key }
            }
            var left = itinerary.count
            while left > 0 {
                let open = Set(pinned.compactMap { $0 }.filter { due[$0] > 0 })
                let count = open.reduce(left) { min($0, due[$1]) }
                var part = itinerary
                part.count = count
                for (index, pin) in pinned.enumerated() { part.cycles[index].pinned = pin.map(open.contains) ?? false }
                for pin in open { due[pin] -= count }
                left -= count
                result.append(part)
            }
        }
        return result
    }

    /// People of one row who do the same share an itinerary.
    private func merged(_ itineraries: [Itinerary]) -> [Itinerary] {
        struct Key: Hashable { var candidate: Candidate.ID; var cycles: [Cycle] }
        var counts: [Key: Int] = [:]
        var order: [Key] = []
        for itinerary in itineraries {
            let key = Key(candidate: itinerary.candidate, cycles: itinerary.cycles)
            if counts[key] == nil { order.append(key) }
            counts[key, default: 0] += itinerary.count
        }
        let all = order.map { Itinerary(candidate: $0.candidate, count: counts[$0] ?? 0, cycles: $0.cycles) }
        return all.sorted { a, b in
            a.candidate != b.candidate ? a.candidate < b.candidate : a.cycles.map(\.request).lexicographicallyPrecedes(b.cycles.map(\.request))
        }
    }

    private func order(_ a: Column, _ b: Column) -> Bool {
        guard a.owner == b.owner else { return a.owner < b.owner }
        func key(_ column: Column) -> [Int] {
            column.cycles.flatMap { cycle in
                [cycle.group, cycle.leaf ?? -1, cycle.calendar ?? -1, cycle.stretch, cycle.sessions.count] + cycle.sessions
            }
        }
        return key(a).lexicographicallyPrecedes(key(b))
    }
}
