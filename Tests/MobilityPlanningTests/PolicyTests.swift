import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// What holds of every policy, whatever the scenario: valid, reproducible, no better than the best, never better than its bound.
@Suite struct PolicyTests {
    static let seeds = Array(1_000..<1_064)
    static let policies: [PlanPolicy] = [.firstCome, .lottery, .greedy]

    private func plan(_ scenario: Scenario, _ policy: PlanPolicy, pins: Plan? = nil, seed: UInt64? = nil) -> PlanResult {
        Planner(scenario: scenario, options: PlanOptions(pins: pins, policy: policy, lotterySeed: seed)).plan()
    }

    @Test(arguments: seeds) func everyPolicyIsValidAndNoBetterThanTheBest(seed: Int) throws {
        let scenario = OracleFamily.scenario(seed: seed)
        let best = plan(scenario, .optimal)
        for policy in Self.policies {
            let result = plan(scenario, policy)
            #expect((result.status == .infeasible) == (best.status == .infeasible), "\(policy): \(result.status) \(result.message)")
            guard result.status != .infeasible else { continue }
            #expect(result.status == .feasible || result.status == .optimal, "\(policy): \(result.message)")
            let report = PlanChecker(scenario: scenario).check(result.plan)
            #expect(report.isValid, "\(policy): \(report.violations)")
            #expect(report.terms.map(\.value) == result.terms.map(\.value), "\(policy)")
            for term in result.terms {
                #expect(term.term.isMaximised ? term.bound >= term.value : term.bound <= term.value, "\(policy) \(term)")
            }
            // A search that gave up its last proof may be beaten, and says so.
            guard best.status == .optimal else { continue }
            guard let mine = result.terms.first, let theirs = best.terms.first else { continue }
            #expect(mine.term.isMaximised ? mine.value <= theirs.value : mine.value >= theirs.value, "\(policy)")
            #expect(mine.term.isMaximised ? mine.bound >= theirs.value : mine.bound <= theirs.value, "\(policy)")
        }
    }

    @Test(arguments: seeds.prefix(40)) func policiesAreRepeatableAndKeepPins(seed: Int) throws {
        let scenario = OracleFamily.scenario(seed: seed)
        for policy in Self.policies {
            let first = plan(scenario, policy)
            #expect(first.plan == plan(scenario, policy).plan)
            guard first.status != .infeasible, var pins = Optional(first.plan), !pins.itineraries.isEmpty else { continue }
            for index in pins.itineraries[0].cycles.indices { pins.itineraries[0].cycles[index].pinned = true }
            for other in Self.policies {
                let pinned = plan(scenario, other, pins: pins)
                let report = PlanChecker(scenario: scenario).check(pinned.plan, pins: pins)
                #expect(report.isValid, "\(policy) then \(other): \(pinned.status) \(pinned.message) \(report.violations)")
            }
        }
    }

    @Test(arguments: seeds.prefix(40)) func theOrderOfRowsMattersToTheClickDayOnly(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        var turned = scenario
        turned.candidates.reverse()
        turned.requests.reverse()
        for policy in [PlanPolicy.lottery, .greedy] {
            #expect(plan(scenario, policy).terms.map(\.value) == plan(turned, policy).terms.map(\.value), "\(policy)")
        }
    }

    /// The first month with room and the first line with a place, however many are full before.
    @Test(arguments: [PlanPolicy.firstCome, .lottery, .greedy]) func fullMonthsAndLinesAreNotTheEnd(policy: PlanPolicy) {
        var scenario = Scenario.queue(capacity: 1)
        scenario.channels["c"] = Channel(name: "c", quota: true)
        scenario.quotas = ["q1", "q2"].map { QuotaLine(id: .init($0), from: day("2027-01-01"), until: day("2027-12-31"), places: 2) }
        let result = Planner(scenario: scenario, options: PlanOptions(policy: policy)).plan()
        #expect(result.plan.itineraries.reduce(0) { $0 + $1.count } == 4, "\(result.unplaced)")
    }
}
