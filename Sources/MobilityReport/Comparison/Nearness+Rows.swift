import MobilityModel

/// How near a variant's plan is to the base's, as figures of their comparison.
extension Nearness {
    private static let kind = "nearness"
    private static let movedFigure = "people_moved", changedFigure = "itineraries_changed"

    var rows: [ComparisonRow] {
        [row(Self.movedFigure, moved, least: fewestMoved), row(Self.changedFigure, changed, least: fewestChanged)]
    }

    private func row(_ figure: String, _ value: Int, least: Int) -> ComparisonRow {
        ComparisonRow(
            kind: Self.kind, group: "all", figure: figure, variant: Double(value), solver: Double(min(least, value))...Double(value))
    }

    /// - Returns: `nil` where the rows have nothing of it.
    init?(_ rows: [ComparisonRow]) {
        func find(_ figure: String) -> (value: Int, least: Int)? {
            guard let row = rows.first(where: { $0.kind == Self.kind && $0.figure == figure }), let ends = row.solver else { return nil }
            return (Int(ends.upperBound), Int(ends.lowerBound))
        }
        guard let moved = find(Self.movedFigure), let changed = find(Self.changedFigure) else { return nil }
        self.init(moved: moved.value, fewestMoved: moved.least, changed: changed.value, fewestChanged: changed.least)
    }
}
