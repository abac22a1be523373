import MobilityModel

/// Keeps figures of a handful of people out of what is published.
enum SmallGroups {
    /// Fewer people than this are not shown.
    static let least = 5

    /// The projection without its small groups.
    ///
    /// Where one group of a dimension alone is left out, its figures are those of everybody less those of the others: the
    /// next smallest is then left out as well.
    static func leftOut(of projection: Projection) -> Projection {
        var shown = projection
        var hidden: Set<String> = []
        for (dimension, groups) in Dictionary(grouping: projection.groups, by: \.dimension) {
            let bySize = groups.sorted { ($0.people, $0.name) < ($1.people, $1.name) }
            let small = bySize.filter { $0.people < least }
            hidden.formUnion(small.map(\.name))
            if small.count == 1, dimension != "all", bySize.count > 1 { hidden.insert(bySize[1].name) }
        }
        // Where everybody is too few, so is every part.
        if hidden.contains("all") { shown.groups = [] } else { shown.groups.removeAll { hidden.contains($0.name) } }
        return shown
    }
}
