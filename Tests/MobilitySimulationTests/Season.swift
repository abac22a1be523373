import MobilityModel

@testable import MobilitySimulation

/// A small scenario and its plan, made for a test: `people` go picking in one season a year, July to December, with one
/// course and one visa each, all chances as given.
struct Season {
    var scenario: Scenario
    var plan: Plan

    /// - Parameters:
    ///   - cycles: seasons, from 2026.
    ///   - sessions: of each cycle: names of certificates that it grants; the request of the cycle asks for all of them.
    init(people: Int = 1, cycles: Int = 1, sessions: [[String]] = [["safety"]], chances: [BehaviourStep: Double] = [:]) {
        let years = (0..<cycles).map { 2026 + $0 }
        var scenario = Scenario(name: "season", horizon: Self.day(2026, 1, 1)...Self.day(2035, 12, 31), seed: 11)
        scenario.channels = ["seasonal": Channel(name: "seasonal", quota: false, authorisationDays: 20, labourMarketTestDays: 5)]
        scenario.candidates = [
            Candidate(
                id: "awa", count: people, origin: "ML", area: "Kayes", sex: .female, born: Self.day(1995, 3, 8),
                occupations: ["picker"], from: Self.day(2026, 1, 1))
        ]
        scenario.consulates = [
            Consulate(id: "bko", origin: "ML", country: "IT", monthlyCapacity: 1000, processingDays: 30, fee: Cents(8_000))
        ]
        scenario.costs = Costs(
            travel: [.init(origin: "ML", country: "IT", price: Cents(56_500))], reintegration: Cents(91_500))
        scenario.behaviour = Behaviour(chances: chances.merging([.authorised: 1]) { own, _ in own }.mapValues { Chance(rate: $0) })
        var planned: [Cycle] = []
        for (number, year) in years.enumerated() {
            let grants = number < sessions.count ? sessions[number] : []
            for (place, grant) in grants.enumerated() {
                scenario.sessions.append(
                    CourseSession(
                        id: .init("\(grant)-\(year)"), grants: [.certificate(grant)], start: Self.day(year, 1, 10 + 5 * place),
                        end: Self.day(year, 1, 12 + 5 * place), seats: 1000, seatCost: Cents(15_000), runCost: Cents(40_000)))
            }
            let needed = sessions.prefix(number + 1).flatMap { $0 }
            scenario.requests.append(
                Request(
                    id: .init("harvest-\(year)"), employer: "farm", country: "IT", channel: "seasonal", sector: "agriculture",
                    occupation: "picker", start: Self.day(year, 7, 1), end: Self.day(year, 12, 31), places: 1000,
                    certificates: Array(Set(needed)).sorted(), filed: Self.day(year, 2, 1)))
            planned.append(
                Cycle(
                    request: .init("harvest-\(year)"), sessions: grants.map { .init("\($0)-\(year)") }, consulate: "bko",
                    visaDate: Self.day(year, 4, 1)))
        }
        self.scenario = scenario
        plan = Plan(itineraries: [Itinerary(candidate: "awa", count: people, cycles: planned)])
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(number: 0) }

    func simulator(seed: UInt64? = nil) throws -> Simulator { try Simulator(scenario: scenario, plan: plan, seed: seed) }

    func project(_ replicates: Int = 1, threads: Int = 1, seed: UInt64? = nil) throws -> Projection {
        try simulator(seed: seed).run(.init(replicates: replicates, threads: threads))
    }

    /// Means of everybody by figure.
    func means(_ replicates: Int = 1) throws -> [OutcomeFigure: Double] {
        let all = try project(replicates).all
        return Dictionary(uniqueKeysWithValues: OutcomeFigure.allCases.map { ($0, all?[$0]?.mean ?? .nan) })
    }
}

extension Projection {
    func group(_ name: String) -> GroupOutcome? { groups.first { $0.name == name } }
}
