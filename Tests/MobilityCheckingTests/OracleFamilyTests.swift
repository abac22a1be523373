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
