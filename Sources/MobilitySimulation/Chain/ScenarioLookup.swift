import MobilityModel

/// The tables of a scenario by id. Where an id stands twice, the first row counts. A class, since it is handed on for every cycle.
final class ScenarioLookup: Sendable {
    private struct Pair: Hashable {
        var origin: Country
        var country: Country
    }
    let scenario: Scenario
    private let candidates: [Candidate.ID: Int]
    private let requests: [Request.ID: Int]
    private let sessions: [CourseSession.ID: Int]
    private let consulates: [Consulate.ID: Int]
    private let audiences: [QuotaLine.ID: Audience]
    private let visaFree: Set<Pair>
    private let travel: [Pair: Cents]

    init(_ scenario: Scenario) {
        func positions<Row, ID: Hashable>(_ rows: [Row], _ id: (Row) -> ID) -> [ID: Int] {
            Dictionary(rows.indices.map { (id(rows[$0]), $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.scenario = scenario
        candidates = positions(scenario.candidates, \.id)
        requests = positions(scenario.requests, \.id)
        sessions = positions(scenario.sessions, \.id)
        consulates = positions(scenario.consulates, \.id)
        audiences = Dictionary(scenario.quotas.map { ($0.id, $0.audience) }, uniquingKeysWith: { first, _ in first })
        visaFree = Set(scenario.visaFree.flatMap { entry in entry.countries.map { Pair(origin: entry.origin, country: $0) } })
        travel = Dictionary(
            scenario.costs.travel.map { (Pair(origin: $0.origin, country: $0.country), $0.price) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The row of the candidates table.
    func row(of candidate: Candidate.ID) -> Int? { candidates[candidate] }
    func request(_ id: Request.ID) -> Request? { requests[id].map { scenario.requests[$0] } }
    func sessionRow(_ id: CourseSession.ID) -> Int? { sessions[id] }
    func consulate(_ id: Consulate.ID?) -> Consulate? { id.flatMap { consulates[$0] }.map { scenario.consulates[$0] } }
    func isForReturners(_ line: QuotaLine.ID?) -> Bool { line.flatMap { audiences[$0] } == .returning }
    func channel(of request: Request) -> Channel { scenario.channels[request.channel] ?? Channel(name: request.channel) }
    func needsVisa(_ origin: Country, _ country: Country) -> Bool {
        origin != country && !visaFree.contains(Pair(origin: origin, country: country))
    }
    func travel(_ origin: Country, _ country: Country) -> Cents { travel[Pair(origin: origin, country: country)] ?? .zero }
}
