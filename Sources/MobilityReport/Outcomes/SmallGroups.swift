import MobilityModel

/// Keeps figures of a handful of people out of what is published.
///
/// The figures of everybody less those of the groups shown are those of the groups left out, taken together, and so are those of
/// an origin less those of its areas shown. Where what is left that way is one group alone, or may be fewer than `least`
/// people, the next smallest group is left out as well. Other kinds of groups are not held against one another.
enum SmallGroups {
    /// Fewer people than this are not shown.
    static let least = 5

    /// The projection without its small groups.
    ///
    /// - Parameter scenario: what it is of; it tells which areas an origin has.
    static func leftOut(of projection: Projection, of scenario: Scenario) -> Projection {
        var shown = projection
        guard let all = projection.all, all.people >= least else {
            // Where everybody is too few, so is every part.
            shown.groups = []
            return shown
        }
        var wholes = Dictionary(grouping: projection.groups, by: \.dimension).values
            .map { Whole(groups: $0, people: all.people) }
        wholes += areasByOrigin(projection, scenario)
        var hidden = Set(projection.groups.filter { $0.people < least }.map(\.name))
        var before = -1
        // What one whole leaves out, another may give away.
        while hidden.count > before {
            before = hidden.count
            for whole in wholes { whole.hide(&hidden) }
        }
        shown.groups.removeAll { hidden.contains($0.name) }
        return shown
    }

    /// Groups that make up a whole whose figures are known.
    private struct Whole {
        /// The smallest first.
        let groups: [GroupOutcome]
        /// Whether somebody may be in several.
        let overlaps: Bool

        init(groups: [GroupOutcome], people: Int) {
            self.groups = groups.sorted { ($0.people, $0.name) < ($1.people, $1.name) }
            overlaps = groups.reduce(0) { $0 + $1.people } > people
        }

        func hide(_ hidden: inout Set<String>) {
            while true {
                let out = groups.filter { hidden.contains($0.name) }
                guard !out.isEmpty, out.count == 1 || leastPeople(out) < least else { return }
                guard let next = groups.first(where: { !hidden.contains($0.name) }) else { return }
                hidden.insert(next.name)
            }
        }

        /// At least so many people are in one of the groups.
        private func leastPeople(_ groups: [GroupOutcome]) -> Int {
            overlaps ? groups.map(\.people).max() ?? 0 : groups.reduce(0) { $0 + $1.people }
        }
    }

    /// The areas of each origin, of areas that lie in one origin alone.
    private static func areasByOrigin(_ projection: Projection, _ scenario: Scenario) -> [Whole] {
        let origins = Dictionary(scenario.candidates.map { ($0.area, [$0.origin]) }) { $0.contains($1[0]) ? $0 : $0 + $1 }
        let areas = projection.groups.filter { $0.dimension == "area" && origins[$0.value]?.count == 1 }
        return Dictionary(grouping: areas) { origins[$0.value]?.first }.values
            .map { groups in Whole(groups: groups, people: groups.reduce(0) { $0 + $1.people }) }
    }
}
