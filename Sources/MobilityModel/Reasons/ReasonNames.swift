/// The ids and names of a scenario that a reason may speak of, by the kind of thing.
public struct ReasonNames: Sendable {
    private let known: [ReasonSlot.Kind: Set<String>]

    public init(_ scenario: Scenario) {
        let skills = scenario.requests.flatMap(\.certificates)
            + scenario.sessions.flatMap { $0.grants + $0.requires }.map(\.description)
            + scenario.requests.flatMap { $0.languages.map(\.description) }
        known = [
            .request: Set(scenario.requests.map(\.id.text)),
            .session: Set(scenario.sessions.map(\.id.text)),
            .consulate: Set(scenario.consulates.map(\.id.text)),
            .line: Set(scenario.quotas.map(\.id.text)),
            .rule: Set(scenario.rules.map(\.id.text)),
            .funds: Set(scenario.funds.map(\.id.text)),
            .channel: Set(scenario.requests.map(\.channel)),
            .sector: Set(scenario.requests.map(\.sector)),
            .occupation: Set(scenario.requests.map(\.occupation)),
            .occupations: scenario.candidates.reduce(into: []) { $0.formUnion($1.occupations) },
            .skill: Set(skills),
        ]
    }

    func contains(_ name: String, _ kind: ReasonSlot.Kind) -> Bool {
        switch kind {
        case .country: Country(name) != nil
        case .sessions: contains(name, .session)
        case .lines: contains(name, .line)
        case .skills: contains(name, .skill)
        default: known[kind]?.contains(name) == true
        }
    }
}
