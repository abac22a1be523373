import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

@Suite struct SummaryTests {
    private func parsed(_ report: PlanReport) throws -> [String: Any] {
        let data = Data(SummaryJSON(report).document.text.utf8)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func jsonHoldsTheFigures() throws {
        let json = try parsed(SampleReport.report)
        #expect(json["status"] as? String == "optimal")
        #expect(json["digest"] as? String == "d1")
        #expect(json["seed"] as? Int == 7)
        #expect(json["placed"] as? Int == 3)
        #expect(json["people"] as? Int == 4)
        #expect(json["filled"] as? Int == 3)
        let terms = try #require(json["terms"] as? [[String: Any]])
        #expect(terms.map { $0["term"] as? String } == ["placements", "cost"])
        #expect(terms[1]["value"] as? Int == 123_456)
        let funds = try #require(json["funds"] as? [[String: Any]])
        #expect(funds[0]["used_eur"] as? Double == 1234.56)
        let consulates = try #require(json["consulates"] as? [[String: Any]])
        #expect(consulates[0]["month"] as? String == "2026-05")
    }

    @Test func groupsCountPeopleAndPlaces() throws {
        let groups = try #require(parsed(SampleReport.report)["groups"] as? [String: [[String: Any]]])
        func numbers(_ attribute: String, _ keys: [String]) -> [[String]] {
            (groups[attribute] ?? []).map { group in
                [group["group"] as? String ?? "?"] + keys.map { String(group[$0] as? Int ?? -1) }
            }
        }
        let people = ["people", "placed", "placements"]
        #expect(numbers("sex", people) == [["F", "3", "2", "2"], ["M", "1", "1", "1"]])
        // Born on 29 February 2000, 25 on the first day of the horizon; bakary turns 45 long before.
        #expect(numbers("age", people) == [["25-34", "3", "2", "2"], ["45-54", "1", "1", "1"]])
        #expect(numbers("experience", people) == [["first_time", "1", "1", "1"], ["returning", "3", "2", "2"]])
        #expect(numbers("guarantor", people) == [["community", "3", "2", "2"], ["none", "1", "1", "1"]])
        #expect(numbers("sector", ["places", "filled"]) == [["agriculture", "2", "2"], ["care", "4", "1"]])
        #expect(numbers("year", ["places", "filled"]) == [["2026", "2", "2"], ["2027", "4", "1"]])
    }

    @Test func laterCyclesOfAFirstTimerCountAsReturning() {
        var report = SampleReport.report
        report.result.plan.itineraries = [
            Itinerary(candidate: "bakary", cycles: [Cycle(request: "farm"), Cycle(request: "home")])
        ]
        let counts = GroupCounts(plan: report.result.plan, scenario: report.scenario)
        let experience = counts.people.first { $0.attribute == "experience" }?.groups
        #expect(experience?.map(\.placements) == [1, 1])
        #expect(experience?.map(\.placed) == [1, 0])
    }

    @Test func onlyThePhasesDifferBetweenRuns() {
        var other = SampleReport.report
        other.result.phases = [PlanPhase(name: "pricing", seconds: 99.5)]
        let lines = { (report: PlanReport) in SummaryJSON(report).document.text.split(separator: "\n").map(String.init) }
        let differing = zip(lines(SampleReport.report), lines(other)).filter { $0 != $1 }
        #expect(differing.count == 1)
        #expect(differing.first?.0.contains("\"pricing\"") == true)
    }

    @Test func infeasibleScenariosHaveASummaryOnly() throws {
        var report = SampleReport.report
        report.result = PlanResult(
            status: .infeasible,
            conflict: Conflict(members: [.init(kind: "rule", id: "women", detail: "asks for 30 %, at most 22 % can be reached")]))
        #expect(report.files(figures: SampleReport.figures).map(\.name) == ["summary.json"])
        let conflict = try #require(parsed(report)["conflict"] as? [[String: String]])
        #expect(conflict.first?["id"] == "women")
        let text = TextSummary(report).text(directory: "out")
        #expect(text.contains("INFEASIBLE"))
        #expect(text.contains("rule women: asks for 30 %, at most 22 % can be reached"))
    }

    @Test func textSaysWhatMatters() {
        let text = TextSummary(SampleReport.report).text(directory: "plans/sample")
        for part in [
            "Sample pilot (sample)", "OPTIMAL", "3 of 4 people placed in 3 placements", "3 of 6 places filled",
            "EUR 1,234.56", "1 of 4   25 %", "2 of 2  100 %", "bamako 2026-05", "at least 30 %", "2 of 3",
            "1 of 1  quota line q is full (2 of 2)", "3 of 3  nobody, \"carer\" or not, is left", "plan.csv (2 rows)",
        ] {
            #expect(text.contains(part), "\(part) is missing in:\n\(text)")
        }
    }

    @Test func textStaysWithinItsColumnsWhateverTheNames() {
        let long = String(repeating: "long-name-", count: 30)
        var scenario = SampleReport.scenario
        scenario.title = String(repeating: "title ", count: 40) + long
        scenario.requests = (0..<40).map { number in
            var request = SampleReport.scenario.requests[number % 2]
            request.id = Request.ID("\(number)")
            request.sector = "\(long)\(number)"
            request.start = SampleReport.day("20\(26 + number % 9)-01-01")
            request.places = 1_234_567
            return request
        }
        scenario.rules[0].id = Rule.ID(long)
        var report = PlanReport(
            scenario: scenario, scenarioPath: long, result: SampleReport.result, usage: SampleReport.usage, version: "1")
        report.usage.rules[0].id = Rule.ID(long)
        report.usage.quotas = (0..<20).map { CapacityUse(id: long + "\($0)", used: $0, capacity: 1_000_000) }
        report.usage.funds[0].id = "漢字\(long)\u{1B}[31m"
        report.result.unplaced = (0..<9).map {
            Unplaced(candidate: "awa", count: 1000 + $0, reason: Reason(code: "code_\($0)_\(long)", detail: long + " " + long))
        }
        report.result.conflict = nil
        report.result.marginalValues = [MarginalValue(term: .placements, kind: "quota", id: long, value: 0.123456789)]
        let lines = TextSummary(report).text(directory: long).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.columns <= TextSummary.width }, "\(lines.filter { $0.columns > TextSummary.width })")
        #expect(!lines.contains { $0.contains("\u{1B}") })
    }

    @Test func reasonsAreCountedByCodeThenBySentence() {
        let tally = ReasonTally([
            (Reason(code: "full", detail: "2 of 7: b"), 2), (Reason(code: "full", detail: "5 of 5: a"), 1),
            (Reason(code: "full", detail: "a"), 1),
            (Reason(code: "late", detail: "x"), 3), (Reason(code: "late", detail: "y"), 4), (Reason(code: "none", detail: ""), 0),
        ])
        #expect(tally.total == 11)
        #expect(tally.entries == [
            ReasonTally.Entry(code: "late", detail: "y", count: 7, sameDetail: 4),
            ReasonTally.Entry(code: "full", detail: "a", count: 4, sameDetail: 2),
        ])
        #expect(tally.sentences.map(\.detail) == ["y", "x", "a", "b"])
    }

    @Test func nobodyIsLeftOutInSilence() {
        var result = SampleReport.result
        result.unplaced = []
        result.unfilled = []
        let report = PlanReport(scenario: SampleReport.scenario, scenarioPath: "s", result: result, version: "1")
        #expect(report.result.unplaced.map(\.candidate) == ["awa"])
        #expect(report.result.unplaced.map(\.count) == [1])
        #expect(report.result.unfilled.map(\.request) == ["home"])
        #expect(report.result.unfilled.map(\.filled) == [1])
        #expect(TextSummary(report).text(directory: "d").contains("3 of 3  no reason was found"))
        #expect(SampleReport.report.result.unplaced == SampleReport.result.unplaced)
    }
}
