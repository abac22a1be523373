import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// What is said where no plan exists: that the members cannot hold together, can without any one, and the figures.
@Suite struct ConflictTests {
    /// Four women who have never been away and two men who have, six places, one quota line.
    private func village() -> Scenario {
        Scenario(
            name: "village", horizon: day("2026-01-01")...day("2026-12-31"),
            candidates: [
                Candidate(id: "women", count: 4, origin: "ML", sex: .female, born: day("1990-05-01"), occupations: ["picker"], from: day("2026-01-01")),
                Candidate(id: "men", count: 2, origin: "ML", sex: .male, born: day("1985-05-01"), occupations: ["picker"], from: day("2026-01-01"), cycles: 1),
            ],
            requests: [
                Request(id: "r", employer: "e", country: "IT", channel: "seasonal", sector: "agriculture", occupation: "picker", start: day("2026-05-01"), end: day("2026-09-30"), places: 6)
            ],
            quotas: [QuotaLine(id: "q", from: day("2026-01-01"), until: day("2026-12-31"), places: 3)],
            consulates: [Consulate(id: "c", origin: "ML", country: "IT", monthlyCapacity: 10, processingDays: 30)],
            channels: ["seasonal": Channel(name: "seasonal", quota: true)])
    }

    private func rule(_ id: Rule.ID, _ target: Rule.Target, _ who: Who = Who()) -> Rule {
        Rule(id: id, kind: .atLeast, target: target, who: who, of: Who(), place: Where(), penalty: nil)
    }

    private func conflict(_ scenario: Scenario, pins: Plan? = nil) throws -> Conflict {
        let result = Planner(scenario: scenario, options: PlanOptions(pins: pins)).plan()
        #expect(result.status == .infeasible)
        return try #require(result.conflict)
    }

    @Test func aCountBeyondTheQuotaIsNamedWithWhatCanBeReached() throws {
        var scenario = village()
        scenario.rules = [rule("some", .count(1)), rule("five", .count(5))]
        #expect(try conflict(scenario).members == [
            Conflict.Member(kind: "rule", id: "five", detail: "asks for at least 5 placements; at most 3 can be reached")
        ])
    }

    @Test func twoSharesThatFightAreNamedWithAThirdThatWantsAnybody() throws {
        var scenario = village()
        scenario.rules = [
            rule("women", .share(Fraction(6, over: 10)), Who(sex: [.female])),
            rule("returners", .share(Fraction(6, over: 10)), Who(returning: true)),
            rule("somebody", .count(1)),
        ]
        let members = try conflict(scenario).members
        #expect(members.map(\.id) == ["women", "returners", "somebody"])
        #expect(members.last?.detail == "asks for at least 1 placement; with the others here, at most 0 can be reached")
        #expect(members.first?.detail == "asks for at least 60% of placements; with the others here, a plan is at least 1 placement short")
        for left in scenario.rules.indices {
            var fewer = scenario
            fewer.rules.remove(at: left)
            #expect(Planner(scenario: fewer).plan().status == .optimal)
        }
    }

    @Test func aPinAgainstAnEmptyQuotaStandsAlone() throws {
        var scenario = village()
        var pins = Planner(scenario: scenario).plan().plan
        for index in pins.itineraries.indices { pins.itineraries[index].cycles[0].pinned = true }
        let first = try #require(pins.itineraries.first)
        pins.itineraries = [first]
        scenario.quotas[0].places = 0
        let people = first.count == 1 ? "1 person is" : "\(first.count) people are"
        let cycle = first.cycles[0]
        let way = try "quota line \(#require(cycle.quota)); consulate \(#require(cycle.consulate)); visa date \(#require(cycle.visaDate))"
        let found = try conflict(scenario, pins: pins)
        #expect(found.isIrreducible)
        #expect(found.members == [
            Conflict.Member(
                kind: "pin", id: "\(first.candidate) on r",
                detail: "\(people) pinned to this cycle (\(way)); 0 can follow it")
        ])
    }

    /// Tiny scenarios that brute force finds infeasible.
    private func infeasible(_ seeds: Range<Int>) -> [Scenario] {
        seeds.map { OracleFamily.scenario(seed: $0) }.filter { scenario in
            if case .infeasible? = BruteForce(scenario).solve(workLimit: 20_000) { true } else { false }
        }
    }

    @Test func conflictsAreIrreducible() throws {
        let scenarios = infeasible(0..<150)
        #expect(scenarios.count >= 4)
        for scenario in scenarios {
            let members = try conflict(scenario).members.map(\.id)
            #expect(!members.isEmpty, "\(scenario.name)")
            func isFeasible(with kept: [String]) -> Bool? {
                var reduced = scenario
                reduced.rules = scenario.rules.filter { $0.penalty != nil || kept.contains($0.id.text) }
                return BruteForce(reduced).solve().map { $0.values != nil }
            }
            #expect(isFeasible(with: members) != true, "\(scenario.name)")
            for member in members {
                #expect(isFeasible(with: members.filter { $0 != member }) != false, "\(scenario.name) without \(member)")
            }
        }
    }

    /// A soft rule for the same count, before everything else, tells how much of it can be reached.
    @Test func figuresOfCountsAreTheOptimum() throws {
        var judged = 0
        for scenario in infeasible(0..<150) {
            let members = try conflict(scenario).members
            for member in members where member.kind == "rule" {
                let index = try #require(scenario.rules.firstIndex { $0.id.text == member.id })
                guard case .count(let count) = scenario.rules[index].target, scenario.rules[index].kind == .atLeast else { continue }
                var softened = scenario
                softened.rules = scenario.rules.filter { rule in members.contains { $0.id == rule.id.text } }
                for other in softened.rules.indices where softened.rules[other].id.text == member.id { softened.rules[other].penalty = 1 }
                guard let short = BruteForce(softened).solve()?.values?.first else { continue }
                judged += 1
                #expect(member.detail.hasSuffix("at most \(count - Int(short)) can be reached"), "\(member.detail), short \(short)")
            }
        }
        #expect(judged >= 2)
    }
}
