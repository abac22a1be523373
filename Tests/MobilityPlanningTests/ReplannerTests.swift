import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Re-optimised what-ifs of tiny scenarios, against trying everything.
@Suite struct ReplannerTests {
    static let judge: Replanner.Judge = { scenario, plan, demands in
        let check = PlanChecker(scenario: scenario).check(plan, demands: demands)
        return check.isValid ? check.terms.map(\.value) : nil
    }

    static func base(_ scenario: Scenario, gap: Double = 0) -> (PlanResult, Replanner)? {
        let options = PlanOptions(gap: gap)
        let result = Planner(scenario: scenario, options: options).plan()
        guard result.status == .optimal else { return nil }
        return (result, Replanner(plan: result.plan, terms: result.terms, options: options, judge: judge))
    }

    @Test(arguments: 0..<6) func demandsAgreeWithBruteForce(block: Int) throws {
        var (judged, impossible, binding) = (0, 0, 0)
        for seed in (block * 20)..<((block + 1) * 20) {
            let scenario = OracleFamily.scenario(seed: seed)
            let demands = OracleFamily.demands(for: scenario, seed: seed)
            guard let answer = BruteForce(scenario, demands: demands).solve(workLimit: 20_000) else { continue }
            guard let (result, replanner) = Self.base(scenario) else { continue }
            judged += 1
            let replan = try replanner.replan(scenario, demands: demands)
            guard let values = answer.values else {
                impossible += 1
                #expect(replan.outcome == .impossible(nil), "seed \(seed), \(demands): \(replan.outcome)")
                continue
            }
            #expect(replan.terms.map(\.value) == values, "seed \(seed), \(demands)")
            let differences = zip(values, result.terms).map { $0 - $1.value }
            #expect(replan.changes.map(\.difference) == differences, "seed \(seed)")
            #expect(replan.changes.allSatisfy { $0.isExact }, "seed \(seed)")
            #expect(PlanChecker(scenario: scenario).check(replan.plan, demands: demands).isValid)
            if differences.contains(where: { $0 != 0 }) {
                binding += 1
                #expect(replan.verdict == .worse, "seed \(seed)")
            }
        }
        #expect(judged >= 10 && impossible >= 1 && binding >= 1, "\(judged), \(impossible), \(binding)")
    }

    /// With a gap the difference is not known; what is claimed to be proven of it has to hold all the same.
    @Test func boundsHoldTheTrueDifference() throws {
        var open = 0
        for seed in [3, 8, 19, 20, 27, 35, 36, 42, 44, 55, 67, 68, 78, 83, 99] {
            let scenario = OracleFamily.scenario(seed: seed)
            let demand = try #require(OracleFamily.demands(for: scenario, seed: seed).first, "seed \(seed)")
            let before = try #require(BruteForce(scenario).solve(workLimit: 20_000)?.values, "seed \(seed)")
            let after = try #require(BruteForce(scenario, demands: [demand]).solve(workLimit: 20_000)?.values, "seed \(seed)")
            let (_, replanner) = try #require(Self.base(scenario, gap: 0.5), "seed \(seed)")
            let replan = try replanner.replan(scenario, demands: [demand])
            #expect(replan.changes.map(\.term) == scenario.terms && replan.changes.first?.proven != nil, "seed \(seed)")
            for (index, change) in replan.changes.enumerated() {
                guard let proven = change.proven else { continue }
                #expect(proven.contains(after[index] - before[index]), "seed \(seed), \(change.term)")
                if !change.isExact { open += 1 }
            }
        }
        #expect(open >= 4, "\(open)")
    }

    @Test func whatConflictsIsNamed() throws {
        var scenario = hamlet()
        scenario.rules = [Rule(id: "none", kind: .atMost, target: .count(0))]
        let (_, replanner) = try #require(Self.base(scenario))
        let demand = Demand(.candidate("a"), .atLeast, 1)
        guard case .impossible(let conflict?) = try replanner.replan(scenario, demands: [demand], findsConflict: true).outcome else {
            Issue.record("expected a conflict")
            return
        }
        #expect(conflict.members.map(\.kind) == ["rule", "demand"])
        scenario.rules = []
        #expect(try replanner.replan(scenario, demands: [demand]).outcome == .planned)
    }

    /// One woman, one place at home.
    private func hamlet() -> Scenario {
        Scenario(
            name: "hamlet", horizon: day("2027-01-01")...day("2029-12-31"),
            candidates: [Candidate(id: "a", origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["w"], from: day("2027-01-01"))],
            requests: [
                Request(
                    id: "r", employer: "e", country: "ML", channel: "c", sector: "s", occupation: "w", start: day("2027-06-01"),
                    end: day("2027-08-31"), places: 1)
            ], channels: ["c": Channel(name: "c")])
    }
}
