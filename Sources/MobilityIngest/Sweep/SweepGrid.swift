import MobilityModel

/// A grid of changes over a base scenario: every combination of one value from each axis is a point.
public struct SweepGrid: Sendable {
    public struct Axis: Sendable {
        public var name: String
        /// What each value is called in names and tables.
        public var labels: [String]
        /// By value: what it changes, as keys of `scenario.yaml`.
        var changes: [YAMLNode]
        /// Where each value stands in the grid's file.
        public var lines: [Int]
    }
    /// A point of the grid: by axis, which value.
    public typealias Point = [Int]

    /// The directory of the base, seen from the working directory.
    public var base: String
    public var axes: [Axis]

    /// Points that a grid may have.
    public static let most = 10_000

    /// The last axis turns fastest.
    public var points: [Point] {
        axes.reduce([[]]) { points, axis in points.flatMap { point in axis.labels.indices.map { point + [$0] } } }
    }

    public func labels(of point: Point) -> [String] { zip(axes, point).map { $0.labels[$1] } }

    /// The `scenario.yaml` of a point: what its values change, over the base.
    ///
    /// - Parameters:
    ///   - point: `nil` for an axis that keeps the base's value.
    ///   - base: the path of the base as the scenario is to name it.
    public func yaml(_ point: [Int?], extends base: String) -> String {
        var root = YAMLNode(place: Place(file: "", line: 1), content: .mapping([]))
        for (axis, value) in zip(axes, point) { if let value { root = root.merged(with: axis.changes[value]) } }
        let lines = ["extends: \(YAMLString.quoted(base))"] + YAMLText.lines(root, indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }
}
