import MobilityModel

/// A plan of another scenario as the first plan of a search: what of it is possible here, everything counted anew.
struct StartingPlan {
    private let instance: Instance
    private let preparations: Preparations
    /// By row: its class, and its index into `scenario.candidates`.
    private let owners: [Candidate.ID: (owner: Int, row: Int)]
    /// By request: its group, and its position among the group's members.
    private let groups: [Request.ID: (group: Int, member: Int)]
    private let windows: StayWindows

    /// People of a row who can do here what they do there.
    struct Part {
        /// Index into `scenario.candidates`.
        var row: Int
        var column: Column
        /// By cycle: the position of the request among its group's members.
        var members: [Int]
        var count: Int
        /// Whether quota lines and visas are those of the plan, too.
        var isAsPlanned: Bool
    }

    init(_ instance: Instance) {
        self.instance = instance
        let scenario = instance.scenario
        let duals = [Double](repeating: 0, count: instance.table.rows.count)
        let objective = [Double](repeating: 0, count: instance.terms.count)
        preparations = Preparations(instance, prices: Prices(instance, duals: duals, objective: objective))
        var owners: [Candidate.ID: (owner: Int, row: Int)] = [:], groups: [Request.ID: (group: Int, member: Int)] = [:]
        for (index, owner) in instance.classes.enumerated() { for row in owner.members { owners[scenario.candidates[row].id] = (index, row) } }
        for (index, group) in instance.groups.enumerated() {
            for (member, row) in group.members.enumerated() { groups[scenario.requests[row].id] = (index, member) }
        }
        self.owners = owners
        self.groups = groups
        windows = StayWindows(scenario)
    }

    /// Whoever cannot follow their itinerary here stays at home.
    ///
    /// - Returns: `nil` where the rest breaks a limit, a hard rule or a pin.
    func assignment(of plan: Plan) throws -> Assignment? {
        // Rows alike here may share a column: each stands once.
        var merged: [Column.Key: Int] = [:]
        var kept: [(column: Column, count: Int)] = []
        for part in try parts(of: plan) where part.isAsPlanned {
            if let known = merged[part.column.key] {
                kept[known].count += part.count
            } else {
                merged[part.column.key] = kept.count
                kept.append((part.column, part.count))
            }
        }
        let assignment = instance.assignment(kept.map(\.column), counts: kept.map(\.count))
        return assignment.isWithinLimits && assignment.shortfall == 0 ? assignment : nil
    }

    /// Itineraries that can be followed here, by themselves: whoever cannot follow theirs is left out.
    func parts(of plan: Plan) throws -> [Part] {
        try plan.itineraries.compactMap { itinerary in
            guard let (owner, row) = owners[itinerary.candidate], let (cycles, isAsPlanned) = try cycles(itinerary, owner: owner)
            else { return nil }
            return Part(
                row: row, column: instance.column(owner: owner, cycles: cycles),
                members: itinerary.cycles.map { groups[$0.request]?.member ?? 0 }, count: itinerary.count, isAsPlanned: isAsPlanned)
        }
    }

    /// On the quota lines and with the visas of the plan where that is possible, otherwise on others; `nil` where a cycle cannot be
    /// prepared here with the training that it has there.
    private func cycles(_ itinerary: Itinerary, owner: Int) throws -> (cycles: [PlannedCycle], isAsPlanned: Bool)? {
        let (scenario, candidate) = (instance.scenario, instance.classes[owner].candidate)
        guard itinerary.cycles.count <= scenario.cycle.maxCycles ?? .max else { return nil }
        var end = candidate.lastStayUntil ?? Day(number: .min / 2)
        var rested = candidate.lastStayUntil.map { $0 + scenario.cycle.restDays } ?? Day(number: .min / 2)
        var stays = StayWindows.history(of: candidate)
        var acquired = 0
        var planned: [PlannedCycle] = []
        var isAsPlanned = true
        for cycle in itinerary.cycles {
            let isFirst = planned.isEmpty
            guard let group = groups[cycle.request]?.group, instance.isPossible(owner, group) else { return nil }
            let posting = instance.posting(owner, group)
            guard posting.start > rested, let variant = posting.variant(isFirst: isFirst) else { return nil }
            let stay = StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel)
            guard windows.allows(stay, after: stays) else { return nil }
            stays.append(stay)
            let sessions = Set(cycle.sessions)
            let ways = try preparations.all(posting, variant, owner: owner, after: end, acquired: acquired).filter { way in
                Set(way.sessions.map { scenario.sessions[$0].id }) == sessions
            }
            let same = ways.first { $0.leaf.map { instance.quotas.lines[$0].id } == cycle.quota && isSameVisa($0, cycle) }
            guard let way = same ?? ways.first else { return nil }
            isAsPlanned = isAsPlanned && same != nil
            planned.append(PlannedCycle(
                group: group, isFirst: isFirst, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
                visaDate: way.visaDate, leaf: way.leaf, pin: nil))
            (end, acquired) = (posting.end, way.acquired)
            rested = end + scenario.cycle.restDays
        }
        return (planned, isAsPlanned)
    }

    private func isSameVisa(_ way: Preparation, _ cycle: Cycle) -> Bool {
        guard let index = way.calendar else { return cycle.consulate == nil }
        guard instance.calendars[index].consulate.id == cycle.consulate, let date = cycle.visaDate else { return false }
        let stretches = instance.calendars[index].stretches
        return stretches.indices.contains(way.stretch) && (stretches[way.stretch].first...stretches[way.stretch].last).contains(date)
    }
}
