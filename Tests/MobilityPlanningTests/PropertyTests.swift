import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// What holds of every scenario, whatever its best plan is.
@Suite struct PropertyTests {
    /// Seeds of every theme of the family.
    static let seeds = Array(stride(from: 1_000, to: 1_064, by: 3))

    private func plan(_ scenario: Scenario, gap: Double = 0) -> PlanResult {
        Planner(scenario: scenario, options: PlanOptions(gap: gap)).plan()
    }

    private func values(_ result: PlanResult) -> [Int64] { result.terms.map(\.value) }

    @Test(arguments: seeds) func runsAreRepeatable(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let (first, second) = (plan(scenario), plan(scenario))
        #expect(first.plan == second.plan)
        #expect(first.terms == second.terms)
        #expect(first.unplaced == second.unplaced)
        #expect(first.unfilled == second.unfilled)
        #expect(first.marginalValues == second.marginalValues)
        #expect(first.conflict == second.conflict)
        #expect(first.status == second.status)
    }

    @Test(arguments: seeds) func orderOfRowsChangesNoTerm(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        var turned = scenario
        turned.candidates.reverse()
        turned.requests.reverse()
        turned.quotas.reverse()
        turned.sessions.reverse()
        turned.consulates.reverse()
        turned.funds.reverse()
        turned.rules.reverse()
        turned.priorities.reverse()
        let (first, second) = (plan(scenario), plan(turned))
        #expect(first.status == second.status)
        #expect(values(first) == values(second))
    }

    @Test(arguments: seeds) func splittingPoolsChangesNoTerm(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        var pooled = scenario
        var split = scenario
        split.candidates = []
        // Named people must be named with both rows.
        for index in pooled.candidates.indices {
            pooled.candidates[index].count += 1
            var rest = pooled.candidates[index]
            rest.count -= 1
            split.candidates.append(rest)
            rest.id = Candidate.ID("\(rest.id)-twin")
            rest.count = 1
            split.candidates.append(rest)
        }
        for index in split.requests.indices {
            split.requests[index].named += split.requests[index].named.map { Candidate.ID("\($0)-twin") }
        }
        let (whole, parts) = (plan(pooled), plan(split))
        #expect(whole.status == parts.status)
        #expect(values(whole) == values(parts))
        #expect(PlanChecker(scenario: split).check(parts.plan).isValid || parts.status == .infeasible)
    }

    @Test(arguments: seeds) func moreOfAnythingNeverHurts(seed: Int) throws {
        let scenario = OracleFamily.scenario(seed: seed)
        let before = plan(scenario)
        guard before.status == .optimal, let least = before.terms.first else { return }
        let changes: [(String, (inout Scenario) -> Void)] = [
            ("places", { scenario in for index in scenario.requests.indices { scenario.requests[index].places += 1 } }),
            ("seats", { scenario in for index in scenario.sessions.indices { scenario.sessions[index].seats += 1 } }),
            ("applications", { scenario in for index in scenario.consulates.indices { scenario.consulates[index].monthlyCapacity += 1 } }),
            ("quota", { scenario in for index in scenario.quotas.indices { scenario.quotas[index].places += 1 } }),
            ("funds", { scenario in for index in scenario.funds.indices { scenario.funds[index].amount = Cents(scenario.funds[index].amount.amount * 2) } }),
        ]
        for (name, change) in changes {
            var richer = scenario
            change(&richer)
            let after = try #require(plan(richer).terms.first)
            #expect(scenario.terms[0].isMaximised ? after.value >= least.value : after.value <= least.value, "\(name)")
        }
    }

    @Test(arguments: seeds) func aGapKeepsPlansValidAndBoundsTrue(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        guard let best = plan(scenario).terms.first?.value else { return }
        let result = plan(scenario, gap: 0.3)
        #expect(result.status == .optimal)
        #expect(PlanChecker(scenario: scenario).check(result.plan).isValid)
        #expect(result.terms.allSatisfy { $0.gap <= 0.3 })
        if let first = result.terms.first { #expect(first.term.isMaximised ? first.bound >= best : first.bound <= best) }
    }

    @Test(arguments: seeds) func interruptedRunsKeepWhatIsProven(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        guard let best = plan(scenario).terms.first?.value else { return }
        for calls in 0..<20 {
            var asked = 0
            let result = Planner(scenario: scenario).plan(shouldStop: { asked += 1; return asked > calls })
            #expect(result.status == .interrupted || result.status == .optimal, "after \(calls): \(result.status) \(result.message)")
            guard let first = result.terms.first else { continue }
            let report = PlanChecker(scenario: scenario).check(result.plan)
            #expect(report.isValid, "after \(calls): \(report.violations)")
            #expect(report.terms.map(\.value) == values(result), "after \(calls)")
            #expect(first.term.isMaximised ? first.bound >= best : first.bound <= best, "after \(calls): bound \(first.bound), best \(best)")
            #expect(first.term.isMaximised ? first.value <= best : first.value >= best, "after \(calls)")
        }
    }

    @Test(arguments: seeds) func pinsAreKeptAndMarked(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let before = plan(scenario)
        guard before.status == .optimal, !before.plan.itineraries.isEmpty else { return }
        var pins = before.plan
        for index in pins.itineraries.indices where index % 2 == 0 { pins.itineraries[index].cycles[0].pinned = true }
        let after = Planner(scenario: scenario, options: PlanOptions(pins: pins)).plan()
        #expect(after.status == .optimal)
        #expect(values(after) == values(before))
        let report = PlanChecker(scenario: scenario).check(after.plan, pins: pins)
        #expect(report.isValid, "\(report.violations)")
        func marked(_ plan: Plan) -> Int { plan.itineraries.reduce(0) { $0 + $1.count * $1.cycles.filter(\.pinned).count } }
        #expect(marked(after.plan) >= marked(pins))
    }

    @Test(arguments: Array(stride(from: 0, to: 200, by: 20))) func reasonsAreTrue(block: Int) {
        for seed in block..<(block + 20) {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = plan(scenario)
            guard result.status == .optimal else { continue }
            let claims = ReasonAuditor(scenario: scenario, result: result).falseClaims()
            #expect(claims.isEmpty, "seed \(seed): \(claims)")
        }
    }
}
