import MobilityModel

/// A plan of another scenario as the first plan of a search: what of it is possible here, everything counted anew.
struct StartingPlan {
    private let instance: Instance
    private let preparations: Preparations
    private let owners: [Candidate.ID: Int]
    private let groups: [Request.ID: Int]
    private let windows: StayWindows

    init(_ instance: Instance) {
        self.instance = instance
        let scenario = instance.scenario
        let duals = [Double](repeating: 0, count: instance.table.rows.count)
        let objective = [Double](repeating: 0, count: instance.terms.count)
        preparations = Preparations(instance, prices: Prices(instance, duals: duals, objective: objective))
        var owners: [Candidate.ID: Int] = [:], groups: [Request.ID: Int] = [:]
        for (index, owner) in instance.classes.enumerated() { for row in owner.members { owners[scenario.candidates[row].id] = index } }
        for (index, group) in instance.groups.enumerated() { for row in group.members { groups[scenario.requests[row].id] = index } }
        self.owners = owners
        self.groups = groups
        windows = StayWindows(scenario)
    }

    /// Whoever cannot follow their itinerary here stays at home.
    ///
    /// - Returns: `nil` where the rest breaks a limit, a hard rule or a pin.
    func assignment(of plan: Plan) throws -> Assignment? {
        var columns: [Column] = []
        var counts: [Int] = []
        for itinerary in plan.itineraries {
            guard let owner = owners[itinerary.candidate], let cycles = try cycles(itinerary, owner: owner) else { continue }
            columns.append(instance.column(owner: owner, cycles: cycles))
            counts.append(itinerary.count)
        }
        // Rows alike here may share a column: each stands once.
        var merged: [Column.Key: Int] = [:]
        var kept: [(column: Column, count: Int)] = []
        for (column, count) in zip(columns, counts) {
            if let known = merged[column.key] {
                kept[known].count += count
            } else {
                merged[column.key] = kept.count
                kept.append((column, count))
            }
        }
        let assignment = instance.assignment(kept.map(\.column), counts: kept.map(\.count))
        return assignment.isWithinLimits && assignment.shortfall == 0 ? assignment : nil
    }

    /// `nil` where a cycle cannot be prepared here as it is planned there.
    private func cycles(_ itinerary: Itinerary, owner: Int) throws -> [PlannedCycle]? {
        let (scenario, candidate) = (instance.scenario, instance.classes[owner].candidate)
        guard itinerary.cycles.count <= scenario.cycle.maxCycles ?? .max else { return nil }
        var end = candidate.lastStayUntil ?? Day(number: .min / 2)
        var rested = candidate.lastStayUntil.map { $0 + scenario.cycle.restDays } ?? Day(number: .min / 2)
        var stays = StayWindows.history(of: candidate)
        var acquired = 0
        var planned: [PlannedCycle] = []
        for cycle in itinerary.cycles {
            let isFirst = planned.isEmpty
            guard let group = groups[cycle.request], instance.isPossible(owner, group) else { return nil }
            let posting = instance.posting(owner, group)
            guard posting.start > rested, let variant = posting.variant(isFirst: isFirst) else { return nil }
            let stay = StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel)
            guard windows.allows(stay, after: stays) else { return nil }
            stays.append(stay)
            let sessions = Set(cycle.sessions)
            let ways = try preparations.all(posting, variant, owner: owner, after: end, acquired: acquired)
            guard let way = ways.first(where: { way in
                Set(way.sessions.map { scenario.sessions[$0].id }) == sessions
                    && way.leaf.map { instance.quotas.lines[$0].id } == cycle.quota && isSameVisa(way, cycle)
            }) else { return nil }
            planned.append(PlannedCycle(
                group: group, isFirst: isFirst, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
                visaDate: way.visaDate, leaf: way.leaf, pin: nil))
            (end, acquired) = (posting.end, way.acquired)
            rested = end + scenario.cycle.restDays
        }
        return planned
    }

    private func isSameVisa(_ way: Preparation, _ cycle: Cycle) -> Bool {
        guard let index = way.calendar else { return cycle.consulate == nil }
        guard instance.calendars[index].consulate.id == cycle.consulate, let date = cycle.visaDate else { return false }
        let stretches = instance.calendars[index].stretches
        return stretches.indices.contains(way.stretch) && (stretches[way.stretch].first...stretches[way.stretch].last).contains(date)
    }
}
