import MobilityChecking
import MobilityModel

extension OracleFamily {
    /// One or two pinned cycles, each possible for one person alone. Together with one another and with the hard rules they
    /// may be impossible, and mostly they stand in the way of the optimum.
    ///
    /// - Returns: `nil` where nobody can go anywhere, or where looking for it takes too long.
    public static func pins(for scenario: Scenario, seed: Int) -> Plan? {
        var random = SeededRandom(seed: UInt64(seed) &+ 1_000_003)
        var work = 20_000
        let lister = PersonItineraries(scenario, pins: nil)
        var possible: [Itinerary] = []
        for candidate in scenario.candidates {
            guard let itineraries = lister.list(for: candidate, work: &work) else { return nil }
            possible += itineraries.map { Itinerary(candidate: candidate.id, cycles: $0) }
        }
        guard !possible.isEmpty else { return nil }
        return Plan(
            itineraries: (0..<random.int(1...2)).map { _ in
                var itinerary = random.pick(possible)
                itinerary.cycles[random.int(0...itinerary.cycles.count - 1)].pinned = true
                return itinerary
            })
    }
}
