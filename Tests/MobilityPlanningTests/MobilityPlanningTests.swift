import MobilityChecking
import MobilityModel
import Testing

@testable import MobilityPlanning

func day(_ text: String) -> Day { Day(text)! }

/// Three people, two seasons, three quota places: best is one who learns early and goes twice, and one who learns late.
func twoSeasons() -> Scenario {
    Scenario(
        name: "two-seasons", horizon: day("2026-01-01")...day("2027-12-31"),
        candidates: [
            Candidate(id: "awa", origin: "ML", sex: .female, born: day("1990-05-01"), occupations: ["picker"], from: day("2026-01-01")),
            Candidate(id: "bou", count: 2, origin: "ML", sex: .male, born: day("1985-05-01"), occupations: ["picker"], from: day("2026-01-01")),
        ],
        requests: [
            Request(id: "r1", employer: "e", country: "IT", channel: "seasonal", sector: "agriculture", occupation: "picker", start: day("2026-05-01"), end: day("2026-09-30"), places: 2, languages: [LanguageSkill(language: "it", level: .a1)]),
            Request(id: "r2", employer: "e", country: "IT", channel: "seasonal", sector: "agriculture", occupation: "picker", start: day("2027-05-01"), end: day("2027-09-30"), places: 2, languages: [LanguageSkill(language: "it", level: .a1)]),
        ],
        quotas: [QuotaLine(id: "q", from: day("2026-01-01"), until: day("2027-12-31"), channels: ["seasonal"], places: 3)],
        sessions: [
            CourseSession(id: "s1", grants: [.language(LanguageSkill(language: "it", level: .a2))], start: day("2026-01-10"), end: day("2026-02-10"), seats: 2, seatCost: Cents(10000)),
            CourseSession(id: "s2", grants: [.language(LanguageSkill(language: "it", level: .a1))], start: day("2026-10-10"), end: day("2026-11-10"), seats: 1, seatCost: Cents(5000)),
        ],
        consulates: [Consulate(id: "c", origin: "ML", country: "IT", monthlyCapacity: 1, processingDays: 30, fee: Cents(11600))],
        channels: ["seasonal": Channel(name: "seasonal", quota: true, stay: StayLimit(days: 270, window: 365))],
        objective: [.placements, .cost])
}

@Suite struct PlannerTests {
    @Test func plansTwoSeasonsTogether() throws {
        let scenario = twoSeasons()
        let result = Planner(scenario: scenario).plan()
        #expect(result.status == .optimal, "\(result.message)")
        let report = PlanChecker(scenario: scenario).check(result.plan)
        #expect(report.violations.isEmpty, "\(report.violations)")
        #expect(result.terms.map(\.value) == [Int64(3), 49_800])
        #expect(report.terms.map(\.value) == result.terms.map(\.value))
    }
}
