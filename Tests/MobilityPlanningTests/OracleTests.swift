import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Plans of tiny scenarios that use everything, against trying everything.
@Suite struct OracleTests {
    @Test(arguments: 0..<12) func agreesWithBruteForce(block: Int) {
        var judged = 0
        for seed in (block * 25)..<((block + 1) * 25) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let answer = BruteForce(scenario).solve() else { continue }
            judged += 1
            let result = Planner(scenario: scenario).plan()
            guard let values = answer.values else {
                #expect(result.status == .infeasible, "seed \(seed): no valid plan exists, status \(result.status) \(result.message)")
                continue
            }
            #expect(result.status == .optimal, "seed \(seed): \(result.status) \(result.message)")
            #expect(result.terms.map(\.value) == values, "seed \(seed), terms \(scenario.terms)")
            #expect(result.terms.allSatisfy { $0.gap == 0 }, "seed \(seed)")
            let report = PlanChecker(scenario: scenario).check(result.plan)
            #expect(report.violations.isEmpty, "seed \(seed): \(report.violations)")
            #expect(report.terms.map(\.value) == result.terms.map(\.value), "seed \(seed)")
        }
        #expect(judged >= 15)
    }

    /// Few people with many alike itineraries, and funds whose fees are no whole multiples of one another: once open after a minute.
    @Test(arguments: [2_029, 2_056, 2_763, 3_163, 5_672]) func provesWhatHasManyAlikeItineraries(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let result = Planner(scenario: scenario).plan()
        #expect(result.status == .optimal, "\(result.terms)")
        #expect(PlanChecker(scenario: scenario).check(result.plan).terms.map(\.value) == result.terms.map(\.value))
        if let values = BruteForce(scenario).solve()?.values { #expect(result.terms.map(\.value) == values) }
    }
}
