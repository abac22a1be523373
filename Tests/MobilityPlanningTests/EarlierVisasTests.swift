import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Applications go to the first days with room, since nothing else tells the months apart.
@Suite struct EarlierVisasTests {
    private func dates(_ scenario: Scenario, pins: Plan? = nil) -> [String: Int] {
        let result = Planner(scenario: scenario, options: PlanOptions(pins: pins)).plan()
        #expect(PlanChecker(scenario: scenario).check(result.plan).isValid)
        #expect(result.terms.first?.value == 4)
        return result.plan.itineraries.reduce(into: [:]) { $0["\($1.cycles[0].visaDate ?? day("1970-01-01"))", default: 0] += $1.count }
    }

    @Test func theFirstMonthsFillUp() {
        #expect(dates(.queue(capacity: 10)) == ["2027-01-10": 4])
        #expect(dates(.queue(capacity: 3)) == ["2027-01-10": 3, "2027-02-01": 1])
        #expect(dates(.queue(capacity: 1)) == ["2027-01-10": 1, "2027-02-01": 1, "2027-03-01": 1, "2027-04-01": 1])
    }

    @Test func pinnedApplicationsStay() {
        var cycle = Cycle(request: "r", quota: nil, sessions: [], consulate: "k", visaDate: day("2027-04-20"))
        cycle.pinned = true
        let pins = Plan(itineraries: [Itinerary(candidate: "pool", count: 2, cycles: [cycle])])
        #expect(dates(.queue(capacity: 10), pins: pins) == ["2027-04-20": 2, "2027-01-10": 2])
    }

    /// A later date that another fund pays is not the same plan.
    @Test func whoPaysStays() {
        var scenario = Scenario.queue(capacity: 10)
        scenario.consulates[0].fee = Cents(10_000)
        scenario.funds = [
            Fund(id: "spring", amount: Cents(20_000), from: day("2027-01-01"), until: day("2027-03-31")),
            Fund(id: "summer", amount: Cents(20_000), from: day("2027-04-01"), until: day("2027-12-31")),
        ]
        #expect(dates(scenario) == ["2027-01-10": 2, "2027-04-01": 2])
    }
}
