extension Effect {
    /// What keeps an effect from concerning anybody, whatever is planned.
    public enum Missing: Sendable, Hashable {
        case people, requests

        /// A stable word for machines.
        public var code: String {
            switch self {
            case .people: "effect_without_people"
            case .requests: "effect_without_requests"
            }
        }

        public var words: String {
            switch self {
            case .people: "no candidate matches its `who`"
            case .requests: "no request matches its `where`"
            }
        }
    }

    /// Of a scenario with candidates and requests; age and `returning`, which are judged at a cycle, are not looked at.
    ///
    /// - Complexity: linear in candidates and requests where nobody matches.
    public func missing(in scenario: Scenario) -> Missing? {
        let (people, requests) = (scenario.candidates, scenario.requests)
        if !people.isEmpty, !people.contains(where: { who.holds(sex: $0.sex, origin: $0.origin, area: $0.area, guarantor: $0.guarantor) }) {
            return .people
        }
        return requests.isEmpty || requests.contains { place.holds(for: $0) } ? nil : .requests
    }
}
