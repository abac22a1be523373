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
            for cycle in use.column.cycles { filled[instance.postings[use.column.owner][cycle.posting].group] += use.count }
        }
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
        return try instance.postings.enumerated().map { owner, postings in
            let rested = instance.classes[owner].candidate.lastStayUntil ?? Day(number: .min / 2)
            func isOpen(_ posting: Posting, _ variant: Posting.Variant?, after end: Day) throws -> Bool {
                guard let variant else { return false }
                return try preparations.best(posting, variant, owner: owner, after: end, acquired: 0) != nil
            }
            let first = try postings.map { try isOpen($0, $0.first, after: rested) }
            var groups: Set<Int> = []
            for (index, posting) in postings.enumerated() {
                var isReached = first[index]
                if !isReached, posting.later != nil {
                    let before = postings.indices.filter { first[$0] && postings[$0].successor <= index }.map { postings[$0].end }.min()
                    isReached = try before.map { try isOpen(posting, posting.later, after: $0) } ?? false
                }
                if isReached { groups.insert(posting.group) }
            }
            return groups.sorted()
        }
    }
}
