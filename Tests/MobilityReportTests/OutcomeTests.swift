import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

@Suite struct OutcomeTests {
    private func group(_ dimension: String, _ value: String, people: Int) -> GroupOutcome {
        let estimate = FigureEstimate(
            mean: Double(people), low: 1, high: 2.5, parameterShare: 0.25, standardError: 0.1234567, defined: 90)
        var figures = [FigureEstimate?](repeating: estimate, count: OutcomeFigure.allCases.count)
        figures[OutcomeFigure.strictRate.position] = nil
        return GroupOutcome(dimension: dimension, value: value, people: people, figures: figures)
    }

    private func report(_ groups: [GroupOutcome], isPublic: Bool) throws -> OutcomeReport {
        let day = try #require(Day("2026-01-01"))
        return OutcomeReport(
            scenario: Scenario(name: "s", title: "Title", horizon: day...day), scenarioPath: "s", planPath: "plans/s",
            projection: Projection(seed: .max, requested: 100, replicates: 100, groups: groups), isPublic: isPublic,
            version: "1")
    }

    private func shown(_ groups: [GroupOutcome]) throws -> [String] {
        try report(groups, isPublic: true).projection.groups.map(\.name)
    }

    @Test func smallGroupsAreLeftOutAndWhatWouldGiveThemAway() throws {
        let all = group("all", "", people: 50)
        // Two small ones protect each other.
        #expect(try shown([all, group("area", "a", people: 4), group("area", "b", people: 3), group("area", "c", people: 43)]) == ["all", "area=c"])
        // One alone takes the next smallest with it.
        #expect(try shown([all, group("area", "a", people: 4), group("area", "b", people: 16), group("area", "c", people: 30)]) == ["all", "area=c"])
        // Two people in two groups are still two people.
        #expect(try shown([all, group("area", "a", people: 1), group("area", "b", people: 1), group("area", "c", people: 9), group("area", "d", people: 39)])
            == ["all", "area=d"])
        #expect(try shown([all, group("sex", "F", people: 5), group("sex", "M", people: 45)]) == ["all", "sex=F", "sex=M"])
        #expect(try shown([all, group("sex", "F", people: 4), group("sex", "M", people: 46)]) == ["all"])
        #expect(try shown([group("all", "", people: 4), group("sex", "F", people: 4)]) == [])
        #expect(try report([group("all", "", people: 4)], isPublic: false).projection.groups.count == 1)
    }

    /// Of a count with a known chance, n = se^2 replicates / (p (1 - p)): what would tell n is not in public files.
    @Test func whatWouldTellTheCountsIsLeftOut() throws {
        let groups = [group("all", "", people: 50), group("sex", "F", people: 23)]
        func text(_ report: OutcomeReport, _ file: OutcomeFile) throws -> String {
            String(decoding: try #require(report.files.first { $0.name == file.rawValue }).bytes, as: UTF8.self)
        }
        let hidden = try report(groups, isPublic: true), open = try report(groups, isPublic: false)
        #expect(try text(open, .table).contains("all,departed,50,1,2.5,0.25,0.123457\n"))
        let rows = try text(hidden, .table).split(separator: "\n").dropFirst()
        #expect(rows.count == 46 && rows.allSatisfy { $0.hasSuffix(",,") }, "\(rows)")
        #expect(try text(open, .document).contains("\"defined\": 90") && text(open, .document).contains("0.123457"))
        let document = try text(hidden, .document)
        #expect(!document.contains("defined") && !document.contains("0.123457") && !document.contains("0.25"))
        let summary = OutcomeSummary(hidden).text(directory: "d")
        #expect(!summary.contains("25 %") && !summary.contains("0.12") && !summary.contains("90 replicates"), "\(summary)")
    }

    /// Three people went in 2026 and four in 2027, but they may be four in all.
    @Test func whoIsInSeveralGroupsIsCountedOnce() throws {
        let years = [("2026", 3), ("2027", 4), ("2028", 20), ("2029", 45)].map { group("year", $0.0, people: $0.1) }
        #expect(try shown([group("all", "", people: 50)] + years) == ["all", "year=2029"])
    }

    /// An origin less its areas shown would be the small one, though two small ones are left out in all.
    @Test func areasAreHeldAgainstTheirOrigin() throws {
        let day = try #require(Day("2026-01-01"))
        var scenario = Scenario(name: "s", horizon: day...day)
        let areas: [(String, Country, Int)] = [("Kayes", "ML", 40), ("Segou", "ML", 3), ("Mopti", "ML", 20), ("Dakar", "SN", 30), ("Thies", "SN", 4)]
        scenario.candidates = areas.map {
            Candidate(id: .init($0.0), count: $0.2, origin: $0.1, area: $0.0, sex: .female, born: day, occupations: [], from: day)
        }
        let origins = [group("origin", "ML", people: 63), group("origin", "SN", people: 34)]
        let groups = [group("all", "", people: 97)] + origins + areas.map { group("area", $0.0, people: $0.2) }
        let projection = Projection(seed: 1, requested: 1, replicates: 1, groups: groups)
        #expect(SmallGroups.leftOut(of: projection, of: scenario).groups.map(\.name) == ["all", "origin=ML", "origin=SN", "area=Kayes"])
    }

    @Test func numbersHaveSixDecimalsAndNoExponent() {
        #expect([0.1234567, -2.5, 27115, 1e-9, 0, 123456789.25, 1e15].map(\.sixDecimals)
            == ["0.123457", "-2.5", "27115", "0", "0", "123456789.25", "1000000000000000"])
    }

    @Test func filesHoldEveryFigureOfEveryGroup() throws {
        let report = try report([group("all", "", people: 50), group("area", "Ségou, \"nord\"", people: 50)], isPublic: false)
        let files = report.files
        #expect(files.map(\.name) == ["outcomes.csv", "outcomes.json"])
        let rows = String(decoding: files[0].bytes, as: UTF8.self).split(separator: "\n")
        #expect(rows.count == 1 + 2 * 23)
        #expect(rows[1] == "all,planned,50,1,2.5,0.25,0.123457")
        #expect(rows[23] == "all,strict_rate,,,,,")
        #expect(rows[24].hasPrefix("\"area=Ségou, \"\"nord\"\"\",planned,"))
        let json = try #require(JSONSerialization.jsonObject(with: Data(files[1].bytes)) as? [String: Any])
        let groups = try #require(json["groups"] as? [[String: Any]])
        let figures = try #require(groups[0]["figures"] as? [String: Any])
        #expect(figures["strict_rate"] is NSNull)
        #expect((figures["planned"] as? [String: Any])?["defined"] as? Int == 90)
        #expect(json["seed"] as? UInt64 == .max)
    }

    @Test func theSummaryFitsAHundredColumnsAndSaysWhatMattersFirst() throws {
        let areas = (1...12).map { group("area", "a very long name of an area, number \($0), in the north", people: 1_000_000 + $0) }
        let report = try report([group("all", "", people: 12_000_000)] + areas, isPublic: false)
        let lines = OutcomeSummary(report).text(directory: "out").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { String($0).columns <= 100 })
        #expect(lines[0].hasPrefix("Return rate ") && lines[1].hasPrefix("Cost per on-time return  EUR "))
        #expect(lines.contains("4 more groups by area are in outcomes.csv"))
        #expect(lines.contains { $0.hasPrefix("return rate is of the 90 replicates") })
    }
}
