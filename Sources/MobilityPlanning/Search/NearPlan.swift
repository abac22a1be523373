import MobilityModel

/// A plan that another is to be near to, in the terms of an instance.
///
/// Who of people alike goes is dealt out afterwards, and whoever was placed is dealt to first (``Deal``): so of a class it only counts how
/// many are placed, and how many follow each pattern.
struct NearPlan {
    /// By index into `scenario.candidates`: people of the row who are placed in it, at most as many as the row has here.
    let placed: [Int]
    /// By class.
    let placedOfClass: [Int]
    /// What of it can be followed here.
    let parts: [StartingPlan.Part]
    /// People of `parts` by what they do.
    let followers: [Pattern.Key: Int]
    /// People placed there whom the rows here do not have.
    let missing: Int

    init(_ instance: Instance, plan: Plan) throws {
        let scenario = instance.scenario
        let people = plan.itineraries.reduce(into: [Candidate.ID: Int]()) { $0[$1.candidate, default: 0] += $1.count }
        let before = scenario.candidates.map { people[$0.id] ?? 0 }
        let placed = zip(before, scenario.candidates).map { min($0, $1.count) }
        self.placed = placed
        missing = zip(before, placed).reduce(0) { $0 + $1.0 - $1.1 }
        placedOfClass = instance.classes.map { $0.members.reduce(0) { $0 + placed[$1] } }
        // A row that has become smaller may have more parts than people.
        var left = placed
        parts = try StartingPlan(instance).parts(of: plan).compactMap { part in
            var part = part
            part.count = min(part.count, left[part.row])
            left[part.row] -= part.count
            return part.count > 0 ? part : nil
        }
        followers = parts.reduce(into: [:]) { $0[instance.pattern(of: $1.column).key, default: 0] += $1.count }
    }

    /// How near a plan is; what is proven of that is left at what no search is needed for.
    func nearness(of assignment: Assignment, _ instance: Instance) -> Nearness {
        var now = [Int](repeating: 0, count: placedOfClass.count)
        var patterns: [Pattern.Key: Int] = [:]
        for use in assignment.uses {
            now[use.column.owner] += use.count
            patterns[instance.pattern(of: use.column).key, default: 0] += use.count
        }
        let moved = zip(now, placedOfClass).reduce(0) { $0 + abs($1.0 - $1.1) }
        let both = zip(now, placedOfClass).reduce(0) { $0 + min($1.0, $1.1) }
        let kept = patterns.reduce(0) { $0 + min($1.value, followers[$1.key] ?? 0) }
        return Nearness(moved: moved + missing, fewestMoved: missing, changed: both - kept, fewestChanged: 0)
    }
}
