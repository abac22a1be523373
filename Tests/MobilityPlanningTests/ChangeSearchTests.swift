import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// What people could change themselves, against trying everything.
@Suite struct ChangeSearchTests {
    @Test(arguments: 0..<3) func theChangeFoundPlacesAndNoSmallerOneDoes(block: Int) throws {
        var (found, none) = (0, 0)
        for seed in (block * 24)..<((block + 1) * 24) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let before = BruteForce(scenario).solve(workLimit: 10_000)?.values, let (result, replanner) = ReplannerTests.base(scenario)
            else { continue }
            guard let unplaced = result.unplaced.first(where: { row in scenario.candidates.contains { $0.id == row.candidate && $0.count == 1 } }),
                let row = scenario.candidates.firstIndex(where: { $0.id == unplaced.candidate }),
                let change = try ChangeSearch(replanner, scenario: scenario).search(unplaced.candidate, limit: 60)
            else { continue }
            /// Whether a best plan has the person in it; `nil` where that takes too long to try.
            func places(_ changes: [CandidateChange]) -> Bool? {
                var altered = scenario
                altered.candidates[row] = changes.reduce(altered.candidates[row]) { $1.applied(to: $0) }
                let demand = Demand(.candidate(unplaced.candidate), .atLeast, 1)
                guard let answer = BruteForce(altered, demands: [demand]).solve(workLimit: 10_000) else { return nil }
                guard let values = answer.values else { return false }
                for (index, term) in scenario.terms.enumerated() where values[index] != before[index] {
                    return term.isMaximised ? values[index] > before[index] : values[index] < before[index]
                }
                return true
            }
            let sets = ChangeOptions(scenario: scenario, candidate: scenario.candidates[row]).sets
            if let placing = change.placing {
                found += 1
                #expect(places(placing.changes) != false, "seed \(seed), \(placing.changes)")
                for smaller in sets.prefix(while: { $0 != placing.changes }) {
                    #expect(places(smaller) != true, "seed \(seed), \(smaller) does as well as \(placing.changes)")
                }
            } else if change.untried == 0 {
                none += 1
                for set in sets { #expect(places(set) != true, "seed \(seed), \(set) was missed") }
            }
        }
        #expect(found >= 2 && none >= 2, "\(found), \(none)")
    }
}
