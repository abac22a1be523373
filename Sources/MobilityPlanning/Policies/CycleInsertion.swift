import MobilityModel

/// Puts one more cycle into an itinerary: before, between or after those there are, which stay as they are.
struct CycleInsertion {
    let instance: Instance
    private let windows: StayWindows
    let restDays: Int
    let maxCycles: Int

    init(_ instance: Instance) {
        self.instance = instance
        windows = StayWindows(instance.scenario)
        restDays = instance.scenario.cycle.restDays
        maxCycles = instance.scenario.cycle.maxCycles ?? .max
    }

    /// Where a stay fits between the others of an itinerary, rest and stay limits kept; `nil` where it does not.
    ///
    /// Complexity: O(cycles cubed), with few cycles a person.
    func position(of group: Int, in cycles: [PlannedCycle], owner: Int) -> Int? {
        let next = instance.groups[group].request
        guard cycles.count < maxCycles else { return nil }
        let position = cycles.firstIndex { instance.groups[$0.group].request.start > next.start } ?? cycles.count
        let candidate = instance.classes[owner].candidate
        let before = position > 0 ? instance.groups[cycles[position - 1].group].request.end : candidate.lastStayUntil
        if let before, next.start <= before + restDays { return nil }
        if position < cycles.count, instance.groups[cycles[position].group].request.start <= next.end + restDays { return nil }
        var order = cycles.map(\.group)
        order.insert(group, at: position)
        var stays = StayWindows.history(of: candidate)
        for (index, stay) in order.enumerated() {
            let request = instance.book.requests.traits[stay]
            let this = StayWindows.Stay(start: request.start, end: request.end, channel: request.limitedChannel)
            if index >= position, !windows.allows(this, after: stays) { return nil }
            stays.append(this)
        }
        return position
    }

    /// A cycle at a position of an itinerary; `nil` where no quota line, or no fund, allows it there.
    func wanted(_ group: Int, at position: Int, in cycles: [PlannedCycle], owner: Int) throws -> WantedCycle? {
        let target = instance.posting(owner, group)
        guard let variant = target.variant(isFirst: position == 0), let acquired = try acquired(cycles.prefix(position), owner: owner)
        else { return nil }
        return WantedCycle(
            posting: target, variant: variant, list: try instance.list(need: target.need, acquired: acquired),
            origin: instance.classes[owner].candidate.origin,
            free: firstDayFree(at: position, in: cycles, owner: owner),
            ready: instance.book.requests.traits[group].ready)
    }

    /// The itinerary with the cycle, where the later cycles still hold; otherwise `nil`.
    ///
    /// A session of a later cycle may have become needless, and its application or training may come before the new return.
    func itinerary(_ cycles: [PlannedCycle], with way: Preparation, group: Int, at position: Int, owner: Int) throws -> [PlannedCycle]? {
        var result = cycles
        result.insert(
            PlannedCycle(
                group: group, isFirst: position == 0, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
                visaDate: way.visaDate, leaf: way.leaf, pin: nil), at: position)
        guard position < cycles.count else { return result }
        for index in (position + 1)..<result.count {
            result[index].isFirst = false
            let cycle = result[index]
            guard let variant = instance.posting(owner, cycle.group).later, cycle.leaf.map(variant.leaves.contains) ?? variant.leaves.isEmpty
            else { return nil }
            let previousEnd = instance.groups[result[index - 1].group].request.end
            guard cycle.visaDate.map({ $0 > previousEnd }) ?? true,
                cycle.sessions.allSatisfy({ instance.scenario.sessions[$0].start > previousEnd })
            else { return nil }
        }
        return try acquired(result[...], owner: owner) == nil ? nil : result
    }

    /// The first day on which somebody is available and home from the stay before a position.
    private func firstDayFree(at position: Int, in cycles: [PlannedCycle], owner: Int) -> Day {
        let first = instance.classes[owner].candidate.firstDayFree
        return position > 0 ? max(first, instance.groups[cycles[position - 1].group].request.end + 1) : first
    }

    /// What these cycles teach, an id in the training catalogue; `nil` where one of them trains too little or for nothing.
    private func acquired(_ cycles: ArraySlice<PlannedCycle>, owner: Int) throws -> Int? {
        var acquired = 0
        for cycle in cycles {
            let list = try instance.list(need: instance.posting(owner, cycle.group).need, acquired: acquired)
            guard let set = instance.trainingSets(list).first(where: { $0.sessions == cycle.sessions }) else { return nil }
            acquired = set.acquired
        }
        return acquired
    }
}
