import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

/// The oracle is worth something only while its scenarios have something to decide.
@Test func theFamilyOfTinyScenariosIsWorthAsking() {
    var solved = 0
    var infeasible = 0
    var placements = 0
    var roundTrips = 0
    var trained = 0
    for seed in 0..<60 {
        let scenario = OracleFamily.scenario(seed: seed)
        switch BruteForce(scenario).solve(workLimit: 30_000) {
        case nil: break
        case .infeasible?: infeasible += 1
        case .optimal(_, let plan)?:
            solved += 1
            #expect(PlanChecker(scenario: scenario).check(plan).isValid)
            placements += plan.itineraries.reduce(0) { $0 + $1.cycles.count }
            roundTrips += plan.itineraries.filter { $0.cycles.count > 1 }.count
            trained += plan.itineraries.filter { $0.cycles.contains { !$0.sessions.isEmpty } }.count
        }
    }
    #expect(solved > 40)
    #expect(infeasible > 0)
    #expect(placements > 60)
    #expect(roundTrips > 5)
    #expect(trained > 5)
}

/// Pins take away freedom: an optimum that keeps them is never better, and it keeps them.
@Test func pinsAreKeptByTheOracle() {
    var kept = 0
    for seed in 0..<40 {
        let scenario = OracleFamily.scenario(seed: seed)
        guard let pins = OracleFamily.pins(for: scenario, seed: seed),
            case .optimal(let free, _)? = BruteForce(scenario).solve(workLimit: 20_000),
            case .optimal(let pinned, let plan)? = BruteForce(scenario, pins: pins).solve(workLimit: 20_000)
        else { continue }
        kept += 1
        #expect(PlanChecker(scenario: scenario).check(plan, pins: pins).isValid)
        if let (a, b) = zip(free, pinned).first(where: { $0.value != $1.value }) {
            #expect(a.term.isMaximised ? a.value > b.value : a.value < b.value)
        }
    }
    #expect(kept > 5)
}
