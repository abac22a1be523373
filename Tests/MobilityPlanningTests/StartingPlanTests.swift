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

    /// A term that the plan to begin with leaves open is searched no further than there, and what is proven of it stays true.
    @Test func whatWasLeftOpenMayStayOpen() {
        var left = 0
        for seed in 1_000..<1_048 {
            let scenario = OracleFamily.scenario(seed: seed)
            let cold = Planner(scenario: scenario).plan()
            guard cold.status == .optimal, let best = cold.terms.first else { continue }
            let gaps = Dictionary(uniqueKeysWithValues: cold.terms.map { ($0.term, 0.5) })
            let open = Planner(scenario: scenario, options: PlanOptions(start: Plan(), startGaps: gaps)).plan()
            #expect(open.terms.allSatisfy { $0.gap <= 0.5 }, "seed \(seed)")
            guard let first = open.terms.first else { continue }
            let ends = first.term.isMaximised ? [first.value, best.value, first.bound] : [first.bound, best.value, first.value]
            #expect(ends == ends.sorted(), "seed \(seed): \(ends)")
            // Of a term that nothing is said of, nothing is left.
            let none = Planner(scenario: scenario, options: PlanOptions(start: Plan(), startGaps: [.returns: 0.5])).plan()
            #expect(none.terms.first?.value == best.value, "seed \(seed)")
            guard open.status == .feasible else { continue }
            left += 1
            #expect(open.message.contains("as well as in the plan that it began with"), "seed \(seed)")
        }
        #expect(left > 0)
    }
}
