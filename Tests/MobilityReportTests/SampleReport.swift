import MobilityModel

@testable import MobilityReport

/// A small run written out by hand: two people rows, two requests, one training session, a refused candidate.
enum SampleReport {
    static func day(_ text: String) -> Day { Day(text)! }

    static let scenario = Scenario(
        name: "sample", title: "Sample pilot", horizon: day("2026-01-01")...day("2027-12-31"),
        candidates: [
            Candidate(
                id: "awa", count: 3, origin: "ML", area: "Kayes", sex: .female, born: day("2000-02-29"),
                occupations: ["picker"], from: day("2026-01-01"), cycles: 1, guarantor: .community),
            Candidate(
                id: "bakary", origin: "SN", area: "Thies, \"north\"", sex: .male, born: day("1980-06-01"),
                occupations: ["carer"], from: day("2026-01-01")),
        ],
        requests: [
            Request(
                id: "farm", employer: "E", country: "ES", channel: "seasonal", sector: "agriculture",
                occupation: "picker", start: day("2026-07-01"), end: day("2026-12-31"), places: 2),
            Request(
                id: "home", employer: "F", country: "IT", channel: "domestic", sector: "care", occupation: "carer",
                start: day("2027-03-01"), end: day("2027-09-30"), places: 4),
        ],
        quotas: [
            QuotaLine(id: "q", from: day("2026-01-01"), until: day("2026-12-31"), places: 2),
            QuotaLine(id: "unused", from: day("2026-01-01"), until: day("2026-12-31"), places: 9),
        ],
        rules: [Rule(id: "women", kind: .atLeast, target: .share(Fraction(3, over: 10)), who: Who(sex: [.female]))],
        objective: [.placements, .cost], seed: 7, digest: "d1")

    static let plan = Plan(itineraries: [
        Itinerary(
            candidate: "bakary",
            cycles: [Cycle(request: "home", sessions: ["it-a1", "it-a2"])]),
        Itinerary(
            candidate: "awa", count: 2,
            cycles: [
                Cycle(request: "farm", quota: "q", consulate: "bamako", visaDate: day("2026-05-02"), pinned: true)
            ]),
    ])

    static let result = PlanResult(
        status: .optimal, plan: plan,
        terms: [
            TermResult(term: .placements, value: 3, bound: 3), TermResult(term: .cost, value: 123_456, bound: 123_456),
        ],
        unplaced: [
            Unplaced(candidate: "awa", count: 1, reason: Reason(code: "quota_full", detail: "quota line q is full (2 of 2)"))
        ],
        unfilled: [
            Unfilled(
                request: "home", places: 4, filled: 1,
                reason: Reason(code: "no_eligible_person", detail: "nobody, \"carer\" or not, is left"))
        ],
        marginalValues: [MarginalValue(term: .placements, kind: "quota", id: "q", value: 1)],
        phases: [PlanPhase(name: "pricing", seconds: 0.25)])

    static let usage = PlanUsage(
        quotas: [CapacityUse(id: "q", used: 2, capacity: 2), CapacityUse(id: "unused", used: 0, capacity: 9)],
        sessions: [CapacityUse(id: "it-a1", used: 1, capacity: 12), CapacityUse(id: "it-a2", used: 1, capacity: 8)],
        consulates: [ConsulateUse(id: "bamako", month: Month(year: 2026, month: 5), used: 2, capacity: 210)],
        funds: [FundUse(id: "eu", used: Cents(123_456), amount: Cents(500_000))],
        rules: [RuleUse(id: "women", matched: 2, total: 3, missed: 0)])

    static let report = PlanReport(
        scenario: scenario, scenarioPath: "scenarios/sample", result: result, usage: usage, version: "1.2.3")

    static func figures(_ cycle: Cycle, _ candidate: Candidate.ID) -> CycleFigures {
        CycleFigures(match: cycle.request == "farm" ? 40 : 15, cost: Cents(cycle.request == "farm" ? 56_550 : 100))
    }
}
