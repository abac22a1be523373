import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

/// Placements beside what a lottery would give, from result to summary.
@Suite struct FairnessFiguresTests {
    private static func report(chances: Bool = true) -> PlanReport {
        let day = SampleReport.day
        func row(_ id: Candidate.ID, _ count: Int, _ sex: Sex) -> Candidate {
            Candidate(id: id, count: count, origin: "ML", sex: sex, born: day("1990-01-01"), occupations: ["w"], from: day("2026-01-01"))
        }
        let scenario = Scenario(
            name: "s", horizon: day("2026-01-01")...day("2026-12-31"), candidates: [row("m", 10, .male), row("f", 30, .female)],
            requests: [
                Request(
                    id: "r", employer: "e", country: "ML", channel: "c", sector: "s", occupation: "w", start: day("2026-07-01"),
                    end: day("2026-12-31"), places: 8)
            ], seed: 5)
        let result = PlanResult(
            status: .optimal, plan: Plan(itineraries: [Itinerary(candidate: "m", count: 8, cycles: [Cycle(request: "r")])]),
            terms: [TermResult(term: .placements, value: 8, bound: 8)],
            lotteries: [PoolLottery(rows: [.init(candidate: "f", people: 30, placed: 0), .init(candidate: "m", people: 10, placed: 8)])],
            chances: chances
                ? [PlacementChance(candidate: "f", isInReach: true, expected: 0.2), PlacementChance(candidate: "m", isInReach: true, expected: 0.2)] : [],
            rulePrices: [RulePrice(rule: "women", term: .placements, value: 8, bound: 8, valueWithout: 9, boundWithout: 10)])
        return PlanReport(scenario: scenario, scenarioPath: "s", result: result, version: "1")
    }

    @Test func groupsStandBesideTheLottery() throws {
        let figures = try #require(Self.report().fairness)
        let sexes = figures.groups.filter { $0.attribute == "sex" }
        #expect(sexes.map(\.group) == ["F", "M"] && sexes.map(\.placements) == [0, 8] && sexes.map(\.inReach) == [30, 10])
        #expect(abs(sexes[0].expected - 6) < 1e-9 && abs(sexes[1].expected - 2) < 1e-9)
        // A lone group says nothing; of the others the farthest come first.
        #expect(figures.farthest.map(\.group) == ["F", "M"])
        #expect(Self.report(chances: false).fairness == nil)
    }

    @Test func theSummariesSayWhatItIs() throws {
        let report = Self.report()
        func joined(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
        let text = joined(TextSummary(report).text(directory: "p"))
        #expect(text.contains("by lottery sex F 30 30 0 6 sex M 10 10 8 2"), "\(text)")
        #expect(text.contains("women 8 9 1 (not proven)"))
        #expect(text.contains("Lots: 1 draw among 40 people alike"))
        #expect(text.contains("lottery.csv (2)"))
        let json = joined(SummaryJSON(report).document.text)
        #expect(json.contains("\"reference\": \"a lottery for every filled place among all who can reach it\""))
        #expect(json.contains("\"expected_placements\": 6, \"ratio\": 0"))
        let files = Dictionary(uniqueKeysWithValues: report.files { _, _ in CycleFigures(match: 0, cost: .zero) }.map { ($0.name, $0.bytes) })
        #expect(files["lottery.csv"].map { String(decoding: $0, as: UTF8.self) } == "lottery,candidate,count,placed\n1,f,30,0\n1,m,10,8\n")
    }

    @Test func thePageTellsItAndThePublicOneHidesTheFew() {
        let html = PlanPage(Self.report()).document.html
        #expect(html.contains("id=\"fairness\""))
        #expect(html.contains("<tr><th scope=\"row\">sex: women</th><td class=\"n\">30</td><td class=\"n\">30</td><td class=\"n\">0</td><td class=\"n\">6</td></tr>"))
        var few = Self.report()
        few.fairness?.groups[0].inReach = 2
        let hidden = PlanPage(few, isPublic: true).document.html
        #expect(!hidden.contains("<td class=\"n\">30</td><td class=\"n\">2</td>"))
    }
}
