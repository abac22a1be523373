import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// A search that begins with a plan: it keeps what is equally good, ends as well as any, and takes over nothing that is not possible.
@Suite struct StartingPlanTests {
    @Test(arguments: 1_000..<1_048) func aPlanOfItsOwnIsKept(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let cold = Planner(scenario: scenario).plan()
        guard cold.status == .optimal else { return }
        let warm = Planner(scenario: scenario, options: PlanOptions(start: cold.plan)).plan()
        #expect(warm.status == .optimal && warm.terms == cold.terms)
        #expect(warm.plan == cold.plan)
    }

    @Test(arguments: 1_000..<1_048) func aVariantIsAsGoodFromThereAsFromNothing(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let start = Planner(scenario: scenario).plan().plan
        var less = scenario, more = scenario
        for index in more.requests.indices { more.requests[index].places += 1 }
        for index in less.consulates.indices { less.consulates[index].monthlyCapacity /= 2 }
        less.sessions = Array(less.sessions.dropFirst())
        less.candidates = Array(less.candidates.dropLast())
        less.cycle.restDays += 30
        for variant in [less, more] {
            let cold = Planner(scenario: variant).plan()
            let warm = Planner(scenario: variant, options: PlanOptions(start: start)).plan()
            #expect((warm.status == .infeasible) == (cold.status == .infeasible))
            guard cold.status == .optimal, warm.status == .optimal else { continue }
            #expect(PlanChecker(scenario: variant).check(warm.plan).isValid)
            #expect(warm.terms.map(\.value) == cold.terms.map(\.value))
        }
    }
}
