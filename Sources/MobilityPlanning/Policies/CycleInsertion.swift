import MobilityModel

/// Puts one more cycle into an itinerary: before, between or after those there are, which stay as they are.
struct CycleInsertion {
    let instance: Instance
    private let windows: StayWindows
    private let preparations: Preparations
    private let restDays: Int
    private let maxCycles: Int

    init(_ instance: Instance) {
        self.instance = instance
        windows = StayWindows(instance.scenario)
        let nothing = [Double](repeating: 0, count: instance.table.rows.count)
        let free = [Double](repeating: 0, count: instance.terms.count)
        preparations = Preparations(instance, prices: Prices(instance, duals: nothing, objective: free))
        restDays = instance.scenario.cycle.restDays
        maxCycles = instance.scenario.cycle.maxCycles ?? .max
    }

    /// Where a stay fits between the others of an itinerary, rest and stay limits kept; `nil` where it does not.
    ///
    /// Complexity: O(cycles cubed), with few cycles a person.
    func position(of posting: Int, in cycles: [PlannedCycle], owner: Int) -> Int? {
        let postings = instance.postings[owner]
        let next = postings[posting]
        guard cycles.count < maxCycles else { return nil }
        let position = cycles.firstIndex { postings[$0.posting].start > next.start } ?? cycles.count
        let candidate = instance.classes[owner].candidate
        let before = position > 0 ? postings[cycles[position - 1].posting].end : candidate.lastStayUntil
        if let before, next.start <= before + restDays { return nil }
        if position < cycles.count, postings[cycles[position].posting].start <= next.end + restDays { return nil }
        var order = cycles.map(\.posting)
        order.insert(posting, at: position)
        var stays = StayWindows.history(of: candidate)
        for (index, stay) in order.enumerated() {
            let this = StayWindows.Stay(start: postings[stay].start, end: postings[stay].end, channel: postings[stay].limitedChannel)
            if index >= position, !windows.allows(this, after: stays) { return nil }
            stays.append(this)
        }
        return position
    }

    /// Every way to prepare a cycle at a position of an itinerary, whatever room there is.
    func ways(_ posting: Int, at position: Int, in cycles: [PlannedCycle], owner: Int) throws -> [Preparation] {
        let target = instance.postings[owner][posting]
        guard let variant = target.variant(isFirst: position == 0) else { return [] }
        guard let acquired = try acquired(cycles.prefix(position), owner: owner) else { return [] }
        return try preparations.all(
            target, variant, owner: owner, after: end(before: position, in: cycles, owner: owner), acquired: acquired)
    }

    /// The itinerary with the cycle, where the later cycles still hold; otherwise `nil`.
    ///
    /// A session of a later cycle may have become needless, and its application or training may come before the new return.
    func itinerary(_ cycles: [PlannedCycle], with way: Preparation, posting: Int, at position: Int, owner: Int) throws -> [PlannedCycle]? {
        var result = cycles
        result.insert(
            PlannedCycle(
                posting: posting, isFirst: position == 0, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
                visaDate: way.visaDate, leaf: way.leaf, pin: nil), at: position)
        guard position < cycles.count else { return result }
        let postings = instance.postings[owner]
        for index in (position + 1)..<result.count {
            result[index].isFirst = false
            let cycle = result[index]
            guard let variant = postings[cycle.posting].later, cycle.leaf.map(variant.leaves.contains) ?? variant.leaves.isEmpty
            else { return nil }
            let previousEnd = postings[result[index - 1].posting].end
            guard cycle.visaDate.map({ $0 > previousEnd }) ?? true,
                cycle.sessions.allSatisfy({ instance.scenario.sessions[$0].start > previousEnd })
            else { return nil }
        }
        return try acquired(result[...], owner: owner) == nil ? nil : result
    }

    /// The end of the stay before a position; the distant past where there is none.
    private func end(before position: Int, in cycles: [PlannedCycle], owner: Int) -> Day {
        if position > 0 { return instance.postings[owner][cycles[position - 1].posting].end }
        return instance.classes[owner].candidate.lastStayUntil ?? Day(number: .min / 2)
    }

    /// What these cycles teach, an id in the training catalogue; `nil` where one of them trains too little or for nothing.
    private func acquired(_ cycles: ArraySlice<PlannedCycle>, owner: Int) throws -> Int? {
        var acquired = 0
        for cycle in cycles {
            let list = try instance.list(need: instance.postings[owner][cycle.posting].need, acquired: acquired)
            guard let set = instance.training.lists[list].first(where: { $0.sessions == cycle.sessions }) else { return nil }
            acquired = set.acquired
        }
        return acquired
    }
}
