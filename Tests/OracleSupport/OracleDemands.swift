import MobilityModel

extension OracleFamily {
    /// One or two demands on rows and requests of a scenario, some of which nothing can meet.
    public static func demands(for scenario: Scenario, seed: Int) -> [Demand] {
        var random = SeededRandom(seed: UInt64(seed) &+ 2_000_003)
        return (0..<random.int(1...2)).compactMap { _ in
            let kind: Rule.Kind = random.chance(60) ? .atLeast : .atMost
            let count = kind == .atLeast ? random.int(1...2) : random.int(0...1)
            if random.chance(50), !scenario.requests.isEmpty { return Demand(.request(random.pick(scenario.requests).id), kind, count) }
            return scenario.candidates.isEmpty ? nil : Demand(.candidate(random.pick(scenario.candidates).id), kind, count)
        }
    }
}
