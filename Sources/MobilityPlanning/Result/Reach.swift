import MobilityModel

/// Who could take which places, and what each would get of the places that the plan fills were they drawn by lot among all who
/// can reach them.
///
/// A class reaches a request group where its people are eligible and rested, a quota line and a fund may serve them, and a
/// training and a visa date exist that are in time, whatever is full: in a first cycle, or in one that follows a first cycle.
struct Reach {
    let instance: Instance

    /// By candidate, in the order of ids.
    ///
    /// - Complexity: O(postings).
    func chances(_ assignment: Assignment) throws -> [PlacementChance] {
        var filled = [Int](repeating: 0, count: instance.groups.count)
        for use in assignment.uses {
            for cycle in use.column.cycles { filled[cycle.group] += use.count }
        }
        if instance.isVast { return try VastReach(instance).chances(filled: filled) }
        let reached = try reachedGroups()
        var people = [Int](repeating: 0, count: instance.groups.count)
        for (owner, groups) in reached.enumerated() {
            for group in groups { people[group] += instance.classes[owner].count }
        }
        var chances: [PlacementChance] = []
        for (owner, groups) in reached.enumerated() {
            let expected = groups.reduce(0.0) { $0 + (people[$1] > 0 ? Double(filled[$1]) / Double(people[$1]) : 0) }
            chances += instance.classes[owner].members.map {
                PlacementChance(candidate: instance.scenario.candidates[$0].id, isInReach: !groups.isEmpty, expected: expected)
            }
        }
        return chances.sorted { $0.candidate < $1.candidate }
    }

    /// By class: the groups that its people reach, each once.
    private func reachedGroups() throws -> [[Int]] {
        let free = [Double](repeating: 0, count: instance.terms.count)
        let duals = [Double](repeating: 0, count: instance.table.rows.count)
        let preparations = Preparations(instance, prices: Prices(instance, duals: duals, objective: free))
        let windows = StayWindows(instance.scenario)
        return try instance.classes.indices.map { owner in
            let postings = instance.postings(of: owner)
            let candidate = instance.classes[owner].candidate
            let lastEnd = candidate.lastStayUntil ?? Day(number: .min / 2)
            let history = StayWindows.history(of: candidate)
            func stay(_ posting: Posting) -> StayWindows.Stay {
                StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel)
            }
            // Rest and stay limits hold from the stays before the horizon on.
            let isFree = postings.map { posting in
                (candidate.lastStayUntil.map { posting.start > $0 + instance.scenario.cycle.restDays } ?? true)
                    && windows.allows(stay(posting), after: history)
            }
            var acquired: [Int?] = []
            for (index, posting) in postings.enumerated() {
                let way = try posting.first.flatMap { variant in
                    isFree[index] ? try preparations.best(posting, variant, owner: owner, after: lastEnd, acquired: 0) : nil
                }
                acquired.append(way?.acquired)
            }
            var groups: Set<Int> = []
            for (index, posting) in postings.enumerated() {
                var isReached = acquired[index] != nil
                if let variant = posting.later, isFree[index] {
                    for (before, skills) in acquired.enumerated() where !isReached {
                        guard let skills, postings[before].successor <= index,
                            windows.allows(stay(posting), after: history + [stay(postings[before])])
                        else { continue }
                        isReached = try preparations.best(
                            posting, variant, owner: owner, after: postings[before].end, acquired: skills) != nil
                    }
                }
                if isReached { groups.insert(posting.group) }
            }
            return groups.sorted()
        }
    }
}
