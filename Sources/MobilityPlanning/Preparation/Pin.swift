import MobilityModel

/// A cycle that must be in the plan, and the people who must follow it.
struct Pin {
    var candidate: Candidate.ID
    var cycle: Cycle
    var count: Int

    private struct Key: Hashable {
        var candidate: Candidate.ID
        var cycle: Cycle
    }

    static func all(in plan: Plan?) -> [Pin] {
        guard let plan else { return [] }
        var counts: [Key: Int] = [:]
        var order: [Key] = []
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles where cycle.pinned {
                var cycle = cycle
                cycle.sessions.sort()
                let key = Key(candidate: itinerary.candidate, cycle: cycle)
                if counts[key] == nil { order.append(key) }
                counts[key, default: 0] += itinerary.count
            }
        }
        return order.map { Pin(candidate: $0.candidate, cycle: $0.cycle, count: counts[$0] ?? 0) }
    }
}
