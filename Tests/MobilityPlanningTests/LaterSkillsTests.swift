import MobilityChecking
import MobilityModel
import Testing

@testable import MobilityPlanning

/// Training of a first cycle that only pays off in the second.
@Suite struct LaterSkillsTests {
    /// One picker, a spring stay that asks for A and an autumn stay that asks for B; before spring a cheap session gives A and a
    /// dearer one A and B, and after that there is none.
    private func seasons(_ objective: [ObjectiveTerm]) -> Scenario {
        func request(_ id: Request.ID, _ start: String, _ end: String, _ certificate: String) -> Request {
            Request(
                id: id, employer: "e", country: "ML", channel: "c", sector: "s", occupation: "picker", start: day(start),
                end: day(end), places: 1, certificates: [certificate])
        }
        func session(_ id: CourseSession.ID, _ grants: [Skill], _ euro: Int64) -> CourseSession {
            CourseSession(id: id, grants: grants, start: day("2027-01-05"), end: day("2027-01-20"), seats: 5, seatCost: Cents(euro * 100))
        }
        return Scenario(
            name: "seasons", horizon: day("2027-01-01")...day("2027-12-31"),
            candidates: [Candidate(id: "a", origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["picker"], from: day("2027-01-01"))],
            requests: [request("spring", "2027-03-01", "2027-04-30", "A"), request("autumn", "2027-09-01", "2027-10-30", "B")],
            sessions: [
                session("cheap", [.certificate("A")], 10), session("dear", [.certificate("A"), .certificate("B")], 20),
            ],
            channels: ["c": Channel(name: "c")], match: MatchWeights(occupation: 5), objective: objective)
    }

    @Test(arguments: [[.placements, .cost], [.match, .placements, .cost], [.stayDays, .cost]] as [[ObjectiveTerm]])
    func learnsForTheSecondStayBeforeTheFirst(objective: [ObjectiveTerm]) throws {
        let scenario = seasons(objective)
        let result = Planner(scenario: scenario).plan()
        #expect(result.status == .optimal, "\(result.message)")
        #expect(result.plan.itineraries.map { $0.cycles.map(\.request) } == [["spring", "autumn"]])
        #expect(result.terms.last?.value == 2000)
        #expect(result.terms.allSatisfy { $0.value == $0.bound }, "\(result.terms)")
        #expect(PlanChecker(scenario: scenario).check(result.plan).violations.isEmpty)
    }
}
