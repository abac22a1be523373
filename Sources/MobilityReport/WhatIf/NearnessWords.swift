import MobilityModel

/// How near two plans are, as planners read it.
extension Nearness {
    /// `closest, proven: 2 people moved, 5 of the others do something else`.
    public var words: String {
        guard moved > 0 || changed > 0 else { return "closest, proven: everybody does what they did" }
        let people = moved == 0 ? "nobody moved" : "\(Figures.counted(moved, "person", "people")) moved"
        let others = changed == 0 ? "" : ", \(Figures.grouped(changed)) \(changed == 1 ? "other does" : "others do") something else"
        let proven = !isClosest || changed <= fewestChanged ? ""
            : fewestChanged == 0 ? " (perhaps fewer)" : " (at least \(Figures.grouped(fewestChanged)))"
        return "\(label): \(people)\(others)\(proven)"
    }

    var json: JSONValue {
        .object([
            ("moved", .integer(moved)), ("fewest_moved", .integer(fewestMoved)), ("changed", .integer(changed)),
            ("fewest_changed", .integer(fewestChanged)),
        ])
    }
}
