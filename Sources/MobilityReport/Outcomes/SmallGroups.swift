import MobilityModel

/// Keeps figures of a handful of people out of what is published.
enum SmallGroups {
    /// Fewer people than this are not shown.
    static let least = 5

    /// The projection without its small groups.
    ///
    /// The figures of everybody less those of the groups shown are those of the groups left out, taken together: where that
    /// is one group alone, or fewer than `least` people, the next smallest is left out as well.
    static func leftOut(of projection: Projection) -> Projection {
        var shown = projection
        guard let all = projection.all, all.people >= least else {
            // Where everybody is too few, so is every part.
            shown.groups = []
            return shown
        }
        var hidden: Set<String> = []
        for groups in Dictionary(grouping: projection.groups, by: \.dimension).values {
            let bySize = groups.sorted { ($0.people, $0.name) < ($1.people, $1.name) }
            var count = bySize.prefix { $0.people < least }.count
            guard count > 0 else { continue }
            while count < bySize.count, count == 1 || bySize.prefix(count).reduce(0, { $0 + $1.people }) < least { count += 1 }
            hidden.formUnion(bySize.prefix(count).map(\.name))
        }
        shown.groups.removeAll { hidden.contains($0.name) }
        return shown
    }
}
