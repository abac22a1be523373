import MobilityModel

/// The scenario's tables by id. Where an id stands twice, the first row counts.
struct ScenarioIndex: Sendable {
    let candidates: [Candidate.ID: Int]
    let requests: [Request.ID: Int]
    let sessions: [CourseSession.ID: Int]
    let consulates: [Consulate.ID: Int]
    let quotas: [QuotaLine.ID: Int]
    /// For each quota line, the one that it stands within.
    private let parents: [Int?]
    /// For each quota line, whether no other line names it in `within`.
    let isLeaf: [Bool]
    let visaFree: Set<CountryPair>
    /// The first entry of a pair counts.
    let travel: [CountryPair: Cents]

    init(_ scenario: Scenario) {
        func positions<Row, ID: Hashable>(_ rows: [Row], _ id: (Row) -> ID) -> [ID: Int] {
            var result: [ID: Int] = [:]
            result.reserveCapacity(rows.count)
            for (index, row) in rows.enumerated() where result[id(row)] == nil { result[id(row)] = index }
            return result
        }
        candidates = positions(scenario.candidates, \.id)
        requests = positions(scenario.requests, \.id)
        sessions = positions(scenario.sessions, \.id)
        consulates = positions(scenario.consulates, \.id)
        let quotas = positions(scenario.quotas, \.id)
        self.quotas = quotas
        parents = scenario.quotas.map { $0.within.flatMap { quotas[$0] } }
        let inner = Set(scenario.quotas.compactMap(\.within))
        isLeaf = scenario.quotas.map { !inner.contains($0.id) }
        var free: Set<CountryPair> = []
        for entry in scenario.visaFree {
            for country in entry.countries { free.insert(CountryPair(origin: entry.origin, country: country)) }
        }
        visaFree = free
        var prices: [CountryPair: Cents] = [:]
        for entry in scenario.costs.travel {
            let pair = CountryPair(origin: entry.origin, country: entry.country)
            if prices[pair] == nil { prices[pair] = entry.price }
        }
        travel = prices
    }

    func needsVisa(origin: Country, country: Country) -> Bool {
        origin != country && !visaFree.contains(CountryPair(origin: origin, country: country))
    }

    /// A quota line and every line above it, each once.
    ///
    /// Complexity: O(depth).
    func chain(of line: Int) -> [Int] {
        var chain = [line]
        while chain.count < parents.count, let parent = chain.last.flatMap({ parents[$0] }) { chain.append(parent) }
        return chain
    }
}

struct CountryPair: Hashable, Sendable {
    let origin: Country
    let country: Country
}
