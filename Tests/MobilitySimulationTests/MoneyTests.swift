import MobilityModel
import Testing

@testable import MobilitySimulation

/// Costs by hand: seat EUR 150, run EUR 400 a session, visa EUR 80, travel EUR 565, reintegration EUR 915.
@Suite struct MoneyTests {
    private func cost(_ chances: [BehaviourStep: Double], people: Int = 3) throws -> Double? {
        try Season(people: people, chances: chances).means()[.cost]
    }

    @Test func everyStepPaysForItself() throws {
        #expect(try cost([:]) == 3 * (150 + 80 + 565 + 915) + 400)
        // The seat is paid whether the authorisation comes or not; nothing else is.
        #expect(try cost([.authorised: 0]) == 3 * 150 + 400)
        #expect(try cost([.trained: 0]) == 3 * 150 + 400)
        #expect(try cost([.notWithdrawn: 0]) == 3 * 150 + 400)
        #expect(try cost([.visaGranted: 0]) == 3 * (150 + 80) + 400)
        #expect(try cost([.arrivedInTime: 0]) == 3 * (150 + 80) + 400)
        #expect(try cost([.earlyReturn: 1]) == 3 * (150 + 80 + 565 + 915) + 400)
        for end in [BehaviourStep.extended, .lawfulExit, .overstayed] {
            #expect(try cost([end: 1]) == 3 * (150 + 80 + 565) + 400)
        }
    }

    @Test func aCycleThatIsNotTakenUpCostsItsRunAlone() throws {
        let season = Season(people: 2, cycles: 2, sessions: [["safety"], ["first-aid"]], chances: [.overstayed: 1])
        #expect(try season.means()[.cost] == 2 * (150 + 80 + 565) + 2 * 400)
        #expect(try season.means()[.seatsWasted] == 2)
    }

    @Test func theCostOfAnOnTimeReturnIsTheWholeCostOverThem() throws {
        let projection = try Season(people: 3).project()
        #expect(projection.all?[.costPerOnTimeReturn]?.mean == (3 * 1710 + 400) / 3.0)
        // Shares of the run cost go to the groups of those who attend.
        var season = Season(people: 3)
        season.scenario.candidates.append(season.scenario.candidates[0])
        season.scenario.candidates[1].id = "bakary"
        season.scenario.candidates[1].sex = .male
        season.plan.itineraries.append(Itinerary(candidate: "bakary", count: 1, cycles: season.plan.itineraries[0].cycles))
        let both = try season.project()
        #expect(both.group("sex=M")?[.cost]?.mean == 1810.0)
        #expect(both.group("sex=F")?[.cost]?.mean == 5430.0)
        #expect(both.all?[.cost]?.mean == 7240.0)
    }

    @Test func jobsAreProjectsTimesJobs() throws {
        var season = Season(people: 4, chances: [.projectStarted: 1, .projectAlive12m: 0])
        season.scenario.behaviour.jobsPerProject = SourcedNumber(value: 2.5)
        let means = try season.means()
        #expect(means[.projectsStarted] == 4 && means[.projectsAlive12m] == 0 && means[.jobsCreated] == 10)
    }

    /// What the scenario says nothing of is not projected: neither as every returner's nor as nobody's.
    @Test func projectsAreLeftOutWhereNothingIsSaidOfThem() throws {
        func told(_ chances: [BehaviourStep: Double], jobs: Double? = nil) throws -> [OutcomeFigure] {
            var season = Season(people: 4, chances: chances)
            season.scenario.behaviour.jobsPerProject = jobs.map { SourcedNumber(value: $0) }
            let all = try season.project(3).all
            return [.projectsStarted, .projectsAlive12m, .jobsCreated].filter { all?[$0] != nil }
        }
        #expect(try told([:]) == [])
        #expect(try told([.projectAlive12m: 0.5], jobs: 2) == [])
        #expect(try told([.projectStarted: 0.5]) == [.projectsStarted])
        #expect(try told([.projectStarted: 0.5, .projectAlive12m: 0.5]) == [.projectsStarted, .projectsAlive12m])
        #expect(try told([.projectStarted: 0.5], jobs: 2) == [.projectsStarted, .jobsCreated])
    }
}
