import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// Threads change the time a plan takes and nothing else.
@Suite struct ThreadTests {
    /// Two hundred people who differ in their first days, and fifty places in ten months that they learn Italian for at two courses.
    private static func crowd() -> Scenario {
        Scenario(
            name: "crowd", horizon: day("2027-01-01")...day("2028-12-31"),
            candidates: (0..<200).map { index in
                Candidate(
                    id: Candidate.ID("p\(index)"), origin: "ML", sex: index % 3 == 0 ? .female : .male, born: day("1990-01-01"),
                    occupations: index % 2 == 0 ? ["picker"] : ["packer", "picker"], languages: index % 5 == 0 ? [LanguageSkill(language: "it", level: .a2)] : [],
                    from: day("2027-01-01") + index)
            },
            requests: (0..<10).map { index in
                Request(
                    id: Request.ID("r\(index)"), employer: "e", country: "IT", channel: "c", sector: "s",
                    occupation: index % 3 == 0 ? "packer" : "picker", start: day("2027-06-01") + 40 * index, end: day("2027-08-31") + 40 * index, places: 5,
                    languages: index % 2 == 0 ? [LanguageSkill(language: "it", level: .a1)] : [], priority: 1 + index % 2)
            },
            sessions: [
                CourseSession(id: "s1", grants: [.language(LanguageSkill(language: "it", level: .a1))], start: day("2027-02-01"), end: day("2027-03-01"), seats: 9),
                CourseSession(id: "s2", grants: [.language(LanguageSkill(language: "it", level: .a1))], start: day("2027-09-01"), end: day("2027-10-01"), seats: 9),
            ],
            consulates: [Consulate(id: "k", origin: "ML", country: "IT", monthlyCapacity: 7, processingDays: 20)],
            channels: ["c": Channel(name: "c")], match: MatchWeights(occupation: 40, language: 20), objective: [.placements, .match])
    }

    @Test func theSamePlanWithAnyNumberOfThreads() throws {
        let plans = [1, 2, 5].map { threads in
            var options = PlanOptions(findsReasons: false)
            options.usesPricesAlone = true
            options.threads = threads
            return Planner(scenario: Self.crowd(), options: options).plan()
        }
        #expect(try Instance(Self.crowd()).classes.count > 128)
        #expect(plans[0].terms[0].value > 20)
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
