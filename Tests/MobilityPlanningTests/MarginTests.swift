import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// What more of something brings, against trying everything.
@Suite struct MarginTests {
    @Test(arguments: 0..<4) func oneMoreAgreesWithBruteForce(block: Int) throws {
        var (gains, exact, proven) = (0, 0, 0)
        for seed in (block * 10)..<((block + 1) * 10) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let before = BruteForce(scenario).solve(workLimit: 20_000)?.values,
                let (result, replanner) = ReplannerTests.base(scenario)
            else { continue }
            let search = MarginSearch(replanner, scenario: scenario, base: result, people: [1, 2], cents: [5_000, 50_000])
            for resource in search.resources.prefix(10) {
                for step in try search.margin(of: resource).steps {
                    guard let after = BruteForce(scenario.with(step.more, more: resource)).solve(workLimit: 20_000)?.values else { continue }
                    let true_ = zip(after, before).map { $0 - $1 }
                    #expect(step.changes.map(\.difference) == true_, "seed \(seed), \(resource), \(step.more) more, \(step.method)")
                    #expect(step.verdict == (true_.allSatisfy { $0 == 0 } ? .same : .better), "seed \(seed), \(resource)")
                    if step.method == .exact { exact += 1 } else { proven += 1 }
                    if true_.contains(where: { $0 != 0 }) { gains += 1 }
                }
            }
        }
        #expect(gains >= 1 && exact >= 1 && proven >= 1, "\(gains) gains, \(exact) planned, \(proven) proven")
    }

    /// A limit that the plan leaves room in has no price, whatever the relaxation uses; by the checker's own count.
    @Test(arguments: 0..<2) func onlyWhatThePlanUsesUpHasAPrice(block: Int) throws {
        var priced = 0
        for seed in (block * 60)..<((block + 1) * 60) {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = Planner(scenario: scenario).plan()
            guard !result.terms.isEmpty else { continue }
            let usage = PlanChecker(scenario: scenario).check(result.plan).usage
            for value in result.marginalValues where !["rule", "fund"].contains(value.kind) {
                priced += 1
                let room: Int? = switch value.kind {
                case "quota": usage.quotas.first { $0.id.text == value.id }.map { $0.limit - $0.used }
                case "session": usage.sessions.first { $0.id.text == value.id }.map { $0.limit - $0.used }
                case "consulate": usage.consulateMonths.first { "\($0.consulate) \($0.month)" == value.id }.map { $0.limit - $0.used } ?? 0
                default: usage.requests.first { $0.id.text == value.id }.map { $0.limit - $0.used }
                }
                #expect(room == 0, "seed \(seed), \(value.kind) \(value.id), price \(value.value)")
            }
            let points = result.terms.first { $0.term == .penalty }?.value
            #expect(points != 0 || result.marginalValues.allSatisfy { $0.term != .penalty }, "seed \(seed)")
        }
        #expect(priced > 0)
    }

    /// Of the money for one person 4 euro are left, too little for one more, though it is the place that counts.
    @Test func aFundThatIsUsedUpIsToldOfEvenWithoutAPrice() throws {
        func funds(_ scenario: Scenario) -> [MarginalValue] {
            Planner(scenario: scenario).plan().marginalValues.filter { $0.kind == "fund" }
        }
        var scenario = Scenario.queue(capacity: 9)
        scenario.costs.reintegration = Cents(1_000)
        scenario.requests[0].places = 1
        scenario.funds = [Fund(id: "travel-only", amount: Cents(500), kinds: [.travel]), Fund(id: "little", amount: Cents(1_400))]
        #expect(funds(scenario).map(\.id) == ["little"])
        scenario.funds[1].amount = Cents(2_000)
        #expect(funds(scenario).isEmpty)
        // With a place for everybody money is what counts: ten euro pay one more.
        scenario.requests[0].places = 4
        scenario.funds[1].amount = Cents(2_600)
        #expect(funds(scenario).map(\.id) == ["little"])
        #expect(abs((funds(scenario).first?.value ?? 0) - 0.1) < 1e-6)
    }

    @Test func howFarAGainHolds() {
        func step(_ more: Int64, _ gain: Int64) -> MarginStep {
            let before = TermResult(term: .placements, value: 10, bound: 10)
            let after = TermResult(term: .placements, value: 10 + gain, bound: 10 + gain)
            return MarginStep(more: more, method: .exact, changes: TermChange.between([before], [after]))
        }
        func margin(_ steps: [MarginStep]) -> Margin { Margin(resource: .quota("q"), capacity: 5, steps: steps, price: nil) }
        let holding = margin([step(1, 2), step(2, 4), step(5, 9), step(100, 9)]).holds
        #expect(holding?.from == 1 && holding?.to == 2 && holding?.breaksAt == 5)
        let late = margin([step(1, 0), step(2, 3), step(100, 3)]).holds
        #expect(late?.from == 2 && late?.to == 2 && late?.breaksAt == 100)
        #expect(margin([step(100, 0)]).holds == nil)
    }
}
