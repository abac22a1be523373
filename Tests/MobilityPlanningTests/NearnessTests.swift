import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Of plans equally good, the nearest to another: against trying everything, and as people see it.
@Suite struct NearnessTests {
    @Test(arguments: 0..<4) func withDemandsItIsTheNearestThereIs(block: Int) throws {
        var (judged, moving, changing) = (0, 0, 0)
        for seed in (block * 15)..<((block + 1) * 15) {
            let scenario = OracleFamily.scenario(seed: seed)
            let demands = OracleFamily.demands(for: scenario, seed: seed)
            guard let (base, replanner) = ReplannerTests.base(scenario),
                let nearest = BruteForce(scenario, demands: demands, near: base.plan).solve(workLimit: 20_000),
                case .optimal(_, let plan) = nearest
            else { continue }
            judged += 1
            let replan = try replanner.replan(scenario, demands: demands, seeksNearest: true)
            let least = Distances(to: base.plan).between(plan)
            #expect(Distances(to: base.plan).between(replan.plan) == least, "seed \(seed), \(demands)")
            #expect(replan.nearness == Self.proven(least), "seed \(seed), \(demands)")
            if least.moved > 0 { moving += 1 }
            if least.changed > 0 { changing += 1 }
        }
        #expect(judged >= 3 && moving + changing >= 1, "\(judged), \(moving), \(changing)")
    }

    @Test(arguments: 0..<3) func ofAVariantItIsTheNearestThereIs(block: Int) throws {
        var (judged, moving) = (0, 0)
        for seed in (block * 15 + 200)..<((block + 1) * 15 + 200) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let (base, _) = ReplannerTests.base(scenario) else { continue }
            var variant = scenario
            for index in variant.requests.indices { variant.requests[index].places = max(1, variant.requests[index].places - 1 + 2 * (index % 2)) }
            for index in variant.consulates.indices { variant.consulates[index].monthlyCapacity /= 2 }
            guard let nearest = BruteForce(variant, near: base.plan).solve(workLimit: 20_000), case .optimal(_, let plan) = nearest else { continue }
            judged += 1
            let result = Planner(scenario: variant, options: PlanOptions(start: base.plan)).plan()
            let least = Distances(to: base.plan).between(plan)
            #expect(Distances(to: base.plan).between(result.plan).moved == least.moved, "seed \(seed)")
            #expect(result.nearness?.moved == least.moved && result.nearness?.isClosest == true, "seed \(seed)")
            if least.moved > 0 { moving += 1 }
        }
        #expect(judged >= 4 && moving >= 1, "\(judged), \(moving)")
    }

    private static func proven(_ least: (moved: Int, changed: Int)) -> Nearness {
        Nearness(moved: least.moved, fewestMoved: least.moved, changed: least.changed, fewestChanged: least.changed)
    }

    // MARK: People alike

    /// Four rows of people who are alike in everything, for some places.
    private func village(places: Int, seed: UInt64 = 0) -> Scenario {
        var scenario = Scenario.queue(capacity: 9)
        scenario.candidates = (0..<4).map { number in
            var person = scenario.candidates[0]
            (person.id, person.count) = (Candidate.ID("c\(number)"), 2)
            return person
        }
        scenario.requests[0].places = places
        scenario.seed = seed
        return scenario
    }

    private func people(_ plan: Plan) -> [Candidate.ID: Int] { plan.itineraries.reduce(into: [:]) { $0[$1.candidate, default: 0] += $1.count } }

    /// Lots of another seed would send others, for nothing.
    @Test func whoIsAlikeKeepsTheirPlace() throws {
        let base = Planner(scenario: village(places: 4)).plan().plan
        let seeds = (1...20).map { UInt64($0) }
        let colds = seeds.map { Planner(scenario: village(places: 4, seed: $0)).plan().plan }
        #expect(colds.contains { people($0) != people(base) })
        for seed in seeds {
            let warm = Planner(scenario: village(places: 4, seed: seed), options: PlanOptions(start: base)).plan()
            #expect(warm.plan == base)
            #expect(warm.nearness == Nearness(moved: 0, fewestMoved: 0, changed: 0, fewestChanged: 0))
        }
    }

    @Test(arguments: [1, 3, 5, 8]) func fewerOrMorePlacesMoveNobodyElse(places: Int) throws {
        let base = Planner(scenario: village(places: 4)).plan().plan
        let warm = Planner(scenario: village(places: places, seed: 7), options: PlanOptions(start: base)).plan()
        let (before, after) = (people(base), people(warm.plan))
        let differences = Set(before.keys).union(after.keys).map { (after[$0] ?? 0) - (before[$0] ?? 0) }
        #expect(differences.reduce(0, +) == places - 4)
        #expect(differences.reduce(0) { $0 + abs($1) } == abs(places - 4))
        #expect(warm.nearness?.moved == abs(places - 4) && warm.nearness?.isClosest == true)
    }

    /// A plan to begin with that misses what is asked for is near all the same.
    @Test func aPlanThatIsNoLongerValidIsStillTheOneToBeNear() throws {
        let scenario = village(places: 4)
        let base = Planner(scenario: scenario).plan().plan
        let home = try #require(scenario.candidates.first { people(base)[$0.id] ?? 0 < 2 })
        let wanted = (people(base)[home.id] ?? 0) + 1
        let demand = Demand(.candidate(home.id), .atLeast, wanted)
        let forced = Planner(scenario: scenario, options: PlanOptions(demands: [demand], start: base)).plan()
        #expect(people(forced.plan)[home.id] == wanted)
        #expect(forced.nearness == Nearness(moved: 2, fewestMoved: 2, changed: 0, fewestChanged: 0))
    }

    @Test func whatIsNotProvenIsSaid() {
        #expect(Nearness(moved: 5, fewestMoved: 5, changed: 3, fewestChanged: 0).label == "closest, proven")
        #expect(Nearness(moved: 5, fewestMoved: 2, changed: 0, fewestChanged: 0).label == "at most 3 closer")
    }
}
