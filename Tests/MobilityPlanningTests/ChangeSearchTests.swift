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
                let change = try ChangeSearch(replanner, scenario: scenario).search(unplaced.candidate, limit: 400)
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
        #expect(found >= 2 && none >= 1, "\(found), \(none)")
    }

    /// Two places and one application a month: who is there in the month before goes too, alone or with what a course would have given.
    @Test func anEarlierMonthOfTheConsulateIsAChange() throws {
        func day(_ month: Int, _ day: Int) throws -> Day { try #require(Day(year: 2027, month: month, day: day)) }
        var scenario = Scenario(name: "months", horizon: try day(1, 1)...day(12, 31))
        scenario.objective = [.placements, .match]
        scenario.match = MatchWeights(employer: 20)
        scenario.channels = ["seasonal": Channel(name: "seasonal", quota: false, authorisationDays: 60, labourMarketTestDays: 0)]
        scenario.consulates = [Consulate(id: "bko", origin: "ML", country: "IT", monthlyCapacity: 1, processingDays: 30, fee: .zero)]
        let italian = LanguageSkill(language: "it", level: .a1)
        scenario.requests = [
            Request(
                id: "r", employer: "e", country: "IT", channel: "seasonal", sector: "agriculture", occupation: "picker",
                start: try day(6, 25), end: try day(10, 31), places: 2, languages: [italian], filed: try day(1, 12))
        ]
        func person(_ id: Candidate.ID, speaks: Bool) throws -> Candidate {
            Candidate(
                id: id, origin: "ML", sex: .female, born: try #require(Day(year: 1990, month: 1, day: 1)), occupations: ["picker"],
                languages: speaks ? [italian] : [], from: try day(5, 10), lastEmployer: id == "anna" ? "e" : nil)
        }
        for speaks in [true, false] {
            scenario.candidates = [try person("anna", speaks: true), try person("ben", speaks: speaks)]
            let (result, replanner) = try #require(ReplannerTests.base(scenario))
            let out = try #require(result.unplaced.first?.candidate)
            let found = try #require(try ChangeSearch(replanner, scenario: scenario).search(out, limit: 150)?.placing)
            #expect(Set(found.changes) == Set((speaks ? [] : [.language(italian)]) + [.from(try day(4, 30))]))
        }
    }
}
