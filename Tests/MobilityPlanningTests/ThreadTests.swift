import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// Threads change the time a plan takes and nothing else.
@Suite struct ThreadTests {
    /// Some hundred people who differ in their first days, as many as several threads can share.
    private static func crowd() -> Scenario {
        var scenario = OracleFamily.scenario(seed: 3)
        let models = scenario.candidates
        scenario.candidates = (0..<200).map { index in
            var person = models[index % models.count]
            person.id = Candidate.ID("\(person.id)-\(index)")
            person.count = 1
            person.from = person.from + index % 90
            return person
        }
        scenario.requests = scenario.requests.map { request in
            var request = request
            request.places *= 10
            request.named = []
            return request
        }
        return scenario
    }

    @Test func theSamePlanWithAnyNumberOfThreads() throws {
        let plans = [1, 2, 5].map { threads in
            var options = PlanOptions(findsReasons: false)
            options.usesPricesAlone = true
            options.threads = threads
            return Planner(scenario: Self.crowd(), options: options).plan()
        }
        #expect(try Instance(Self.crowd()).classes.count > 128)
        #expect(!plans[0].plan.itineraries.isEmpty)
        for other in plans.dropFirst() {
            #expect(other.plan == plans[0].plan)
            #expect(other.terms.map(\.bound) == plans[0].terms.map(\.bound))
        }
    }

    @Test func theSamePricesWithAnyNumberOfThreads() throws {
        let instance = try Instance(Self.crowd())
        let interruption = Interruption(timeLimit: nil) { false }
        var master = try Master(instance)
        try master.maximise(term: 0)
        let relaxation = Relaxation(master, kept: [:], points: nil)
        let none = relaxation.admissible([Double](repeating: 0, count: instance.table.rows.count))
        let pricer = Pricer(instance, prices: Prices(instance, duals: none, objective: master.objective), interruption: interruption)
        let found = try pricer.bestOfAll(limit: 4).columns
        let columns = instance.classes.indices.map { owner in found.filter { $0.owner == owner } }
        let people = instance.classes.map { Double($0.count) }
        let descents = [1, 2, 3].map { threads in
            var problem = SmoothedProblem(relaxation, columns: columns, people: people, temperature: 0.1, threads: threads, partSize: 100)
            #expect(problem.partCount > 4)
            let found = problem.descend(from: none, steps: 60)
            return found.prices + problem.shares
        }
        #expect(descents[0].contains { $0 > 0 })
        #expect(descents[1] == descents[0] && descents[2] == descents[0])
    }
}
