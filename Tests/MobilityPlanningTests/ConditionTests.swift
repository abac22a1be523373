import MobilityChecking
import MobilityModel
import Testing

@testable import MobilityPlanning
@testable import OracleSupport

/// Conditions that are said to be met or missed: each is flipped, and the plan changes with it.
@Suite struct ConditionTests {
    /// A woman in Mali, a harvest in Italy, and everything that she needs to get there.
    private func orchard() -> Scenario {
        var scenario = Scenario(
            name: "orchard", horizon: day("2027-01-01")...day("2027-12-31"),
            candidates: [Candidate(id: "awa", origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["picker"], from: day("2027-01-01"))],
            requests: [
                Request(
                    id: "harvest", employer: "e", country: "IT", channel: "seasonal", sector: "farm", occupation: "picker",
                    start: day("2027-08-01"), end: day("2027-10-31"), places: 1, certificates: ["safety"])
            ], channels: ["seasonal": Channel(name: "seasonal", quota: true, authorisationDays: 30, stay: StayLimit(days: 100, window: 365))])
        scenario.sessions = [
            CourseSession(
                id: "course", grants: [.certificate("safety")], start: day("2027-03-01"), end: day("2027-03-31"), seats: 1, seatCost: Cents(100))
        ]
        scenario.consulates = [Consulate(id: "bamako", origin: "ML", country: "IT", monthlyCapacity: 1, processingDays: 30)]
        scenario.quotas = [QuotaLine(id: "line", from: day("2027-01-01"), until: day("2027-12-31"), places: 1)]
        scenario.funds = [Fund(id: "fund", amount: Cents(100))]
        scenario.rules = [Rule(id: "women", kind: .atMost, target: .count(1), who: Who(sex: [.female]))]
        return scenario
    }

    private typealias Flip = (rule: String, change: @Sendable (inout Scenario) -> Void)

    private static let flips: [Flip] = [
        ("V1", { $0.candidates[0].occupations = ["cook"] }), ("V1", { $0.candidates[0].born = day("2010-01-01") }),
        ("V1", { $0.candidates[0].passportUntil = day("2027-10-30") }), ("V1", { $0.candidates[0].countries = ["ES"] }),
        ("V2", { $0.sessions[0].origins = ["SN"] }), ("V2", { $0.sessions[0].end = day("2027-07-02") }),
        ("V3", { $0.sessions[0].seats = 0 }), ("V3", { $0.sessions[0].minSeats = 2 }),
        ("V2", { $0.consulates[0].processingDays = 124 }), ("V4", { $0.requests[0].filed = day("2027-06-03") }), ("V4", { $0.consulates[0].monthlyCapacity = 0 }),
        ("V4", { $0.consulates = [] }), ("V5", { $0.requests[0].minPlaces = 2 }),
        ("V6", { $0.candidates[0].lastStayUntil = day("2026-12-31"); $0.cycle.restDays = 213 }),
        ("V7", { $0.candidates[0].lastStayFrom = day("2026-12-01"); $0.candidates[0].lastStayUntil = day("2026-12-31") }),
        ("V8", { $0.quotas[0].places = 0 }), ("V8", { $0.quotas[0].audience = .returning }),
        ("V9", { $0.rules[0].target = .count(0) }), ("V10", { $0.funds[0].amount = Cents(99) }),
    ]

    @Test func theNamedConditionIsTheOneThatKeepsThePersonOut() throws {
        #expect(Planner(scenario: orchard()).plan().unplaced.isEmpty)
        let whole = PlanChecker(scenario: orchard())
        #expect(whole.nearestRequests(of: "awa", in: Plan(), most: 1).first?.missed == [])
        for (index, flip) in Self.flips.enumerated() {
            var scenario = orchard()
            flip.change(&scenario)
            let plan = Planner(scenario: scenario).plan()
            #expect(plan.unplaced.count == 1, "flip \(index)")
            let trail = try #require(PlanChecker(scenario: scenario).nearestRequests(of: "awa", in: plan.plan, most: 1).first)
            #expect(Set(trail.missed.map(\.rule)) == [flip.rule], "flip \(index): \(trail.missed)")
            let order = trail.conditions.map { Int($0.rule.dropFirst()) ?? 0 }
            #expect(order == order.sorted(), "flip \(index)")
        }
    }

    /// A placed person is told what else they could do: of a full row one person is taken out first.
    @Test func thePlacedMeetEveryConditionOfTheirOwnRequest() {
        let scenario = orchard()
        let plan = Planner(scenario: scenario).plan().plan
        #expect(PlanChecker(scenario: scenario).nearestRequests(of: "awa", in: plan, most: 1).first?.missed == [])
    }

    /// Where every placement counts, nobody stays at home beside a request of which they meet every condition.
    @Test(arguments: 0..<4) func nobodyAtHomeMeetsEveryCondition(block: Int) {
        var people = 0
        for seed in (block * 40)..<((block + 1) * 40) {
            var scenario = OracleFamily.scenario(seed: seed)
            scenario.objective = [.placements]
            scenario.priorities = []
            scenario.rules.removeAll { $0.penalty != nil }
            let result = Planner(scenario: scenario).plan()
            guard result.status == .optimal else { continue }
            let checker = PlanChecker(scenario: scenario)
            for unplaced in result.unplaced {
                people += 1
                let trail = checker.nearestRequests(of: unplaced.candidate, in: result.plan, most: 1).first
                #expect(trail?.missed.isEmpty != true, "seed \(seed), \(unplaced.candidate)")
            }
        }
        #expect(people >= 20)
    }

    /// Whoever could go alone to a request in an empty plan meets every condition there.
    @Test(arguments: 0..<4) func noWayIsOverlooked(block: Int) throws {
        var ways = 0
        for seed in (block * 30)..<((block + 1) * 30) {
            let scenario = OracleFamily.scenario(seed: seed)
            let checker = PlanChecker(scenario: scenario)
            let lister = PersonItineraries(scenario, pins: nil)
            var work = 20_000
            let usage = checker.check(Plan()).usage
            for candidate in scenario.candidates {
                for cycles in lister.list(for: candidate, work: &work) ?? [] where cycles.count == 1 {
                    let plan = Plan(itineraries: [Itinerary(candidate: candidate.id, cycles: cycles)])
                    guard checker.check(plan).isValid else { continue }
                    ways += 1
                    let trail = try #require(checker.conditions(of: candidate.id, on: cycles[0].request, beside: Plan(), usage: usage))
                    #expect(trail.missed.isEmpty, "seed \(seed), \(candidate.id) on \(cycles[0].request): \(trail.missed)")
                }
            }
        }
        #expect(ways >= 20)
    }
}
