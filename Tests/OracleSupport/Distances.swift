import MobilityModel

/// How far plans are from one of them, counted row by row from the plans alone.
public struct Distances {
    private struct Fate: Hashable {
        var candidate: Candidate.ID
        var cycles: [[String]]

        init(_ itinerary: Itinerary) {
            candidate = itinerary.candidate
            cycles = itinerary.cycles.map { [$0.request.text] + $0.sessions.map(\.text).sorted() }
        }
    }

    private let fates: [Fate: Int]

    public init(to plan: Plan) { fates = Self.fates(of: plan) }

    private static func fates(of plan: Plan) -> [Fate: Int] {
        plan.itineraries.reduce(into: [:]) { $0[Fate($1), default: 0] += $1.count }
    }

    /// People placed in one of the two plans only, and those placed in both whose requests or sessions differ.
    public func between(_ plan: Plan) -> (moved: Int, changed: Int) {
        let others = Self.fates(of: plan)
        func people(_ fates: [Fate: Int]) -> [Candidate.ID: Int] { fates.reduce(into: [:]) { $0[$1.key.candidate, default: 0] += $1.value } }
        let (mine, theirs) = (people(fates), people(others))
        let rows = Set(mine.keys).union(theirs.keys)
        let moved = rows.reduce(0) { $0 + abs((mine[$1] ?? 0) - (theirs[$1] ?? 0)) }
        let both = rows.reduce(0) { $0 + min(mine[$1] ?? 0, theirs[$1] ?? 0) }
        return (moved, both - fates.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) })
    }

    /// What one person on an itinerary adds to what the distance is counted from, by name.
    func takes(_ itinerary: Itinerary) -> [String: Int32] {
        let fate = Fate(itinerary)
        var takes: [String: Int32] = ["row \(itinerary.candidate)": 1]
        if fates[fate] != nil { takes["fate \(itinerary.candidate) \(fate.cycles)"] = 1 }
        return takes
    }
}
