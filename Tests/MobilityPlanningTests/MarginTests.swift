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
