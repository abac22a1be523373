import MobilityModel
import Testing

@testable import MobilitySimulation

@Suite struct SharedNumbersTests {
    private var season: Season {
        var season = Season(people: 80, cycles: 2, chances: ClosedFormTests.chances)
        season.scenario.behaviour.chances[.visaGranted] = Chance(rate: 0.85, n: 60, spread: 0.02)
        return season
    }

    /// One row of 80 people as one itinerary, or split in two: the same people.
    @Test func peopleAreTheSameHoweverThePlanIsWritten() throws {
        var split = season
        split.plan.itineraries = [30, 50].map { Itinerary(candidate: "awa", count: $0, cycles: season.plan.itineraries[0].cycles) }
        #expect(try split.project(50) == season.project(50))
    }

    /// People of a pool who do different things: neither the order of the plan's rows, nor how they are dealt out, nor pins show.
    @Test func whoDoesWhatNumbersPeopleAndNotTheRowsOrder() throws {
        var written = season
        let cycles = season.plan.itineraries[0].cycles
        func rows(_ parts: [(Int, [Cycle])]) -> [Itinerary] { parts.map { Itinerary(candidate: "awa", count: $0.0, cycles: $0.1) } }
        written.plan.itineraries = rows([(50, Array(cycles.prefix(1))), (30, cycles)])
        let projection = try written.project(50)
        var other = written
        other.plan.itineraries.reverse()
        #expect(try other.project(50) == projection)
        other.plan.itineraries = rows([(10, cycles), (20, Array(cycles.prefix(1))), (20, cycles), (30, Array(cycles.prefix(1)))])
        #expect(try other.project(50) == projection)
        other.plan.itineraries[0].cycles[1].pinned = true
        #expect(try other.project(50) == projection)
        // The same people with other luck: it is the numbers that are the same, not only the sums.
        #expect(try written.project(50, seed: 12) != projection)
    }

    @Test func threadsAndOrderOfTheRowsDoNotShow() throws {
        var other = season
        other.scenario.candidates.append(other.scenario.candidates[0])
        other.scenario.candidates[1].id = "bakary"
        other.scenario.candidates[1].sex = .male
        other.plan.itineraries.append(Itinerary(candidate: "bakary", count: 5, cycles: other.plan.itineraries[0].cycles))
        let one = try other.project(200), two = try other.project(200, threads: 2)
        #expect(one == two)
        other.scenario.candidates.reverse()
        #expect(try other.project(200, threads: 3) == one)
        #expect(try other.project(200, seed: 12) != one)
    }

    /// A visa that comes a little more often: the paired difference scatters at least five times less than an unpaired one.
    @Test(arguments: [OutcomeFigure.departed, .returnedOnTime, .cost])
    func variantsShareTheirRandomNumbers(figure: OutcomeFigure) throws {
        var better = season
        better.scenario.behaviour.chances[.visaGranted]?.rate = 0.88
        func values(_ season: Season, _ seed: UInt64) throws -> [Double] {
            let replicator = Replicator(try season.simulator(seed: seed).model)
            return (0..<300).map { replicator.replicate($0).drawn[figure.position] }
        }
        func deviation(_ a: [Double], _ b: [Double]) -> Double {
            var moments = Moments()
            for (x, y) in zip(a, b) { moments.add(x - y) }
            return moments.variance.squareRoot()
        }
        let base = try values(season, 1)
        let paired = deviation(try values(better, 1), base), apart = deviation(try values(better, 2), base)
        #expect(apart >= 5 * paired, "\(figure): paired \(paired), apart \(apart)")
    }

    /// Ten more people of the pool: the first eighty have the same luck.
    @Test func morePeopleLeaveTheFirstAsTheyWere() throws {
        var more = season
        more.scenario.candidates[0].count = 90
        more.plan.itineraries[0].count = 90
        let model = try season.simulator().model, larger = try more.simulator().model
        #expect(Array(larger.keys.prefix(80)) == model.keys)
    }

    @Test func stoppingEarlyGivesTheReplicatesDone() throws {
        let projection = try season.simulator().run(.init(replicates: 100), shouldStop: { true })
        #expect(projection.replicates == 0 && projection.requested == 100 && projection.all?[.departed] == nil)
    }

    @Test func nothingToProjectIsAProblem() throws {
        #expect(throws: ProjectionProblem.emptyPlan) { try Simulator(scenario: season.scenario, plan: Plan()) }
        var silent = season.scenario
        silent.behaviour = Behaviour()
        #expect(throws: ProjectionProblem.noBehaviour) { try Simulator(scenario: silent, plan: season.plan) }
    }
}
