extension Effect {
    /// What keeps an effect from concerning anybody, whatever is planned.
    public enum Missing: Sendable, Hashable {
        case people, requests
        /// People of that age, or new or returning, when a stay begins.
        case peopleAtStart

        /// A stable word for machines.
        public var code: String {
            switch self {
            case .people, .peopleAtStart: "effect_without_people"
            case .requests: "effect_without_requests"
            }
        }

        public var words: String {
            switch self {
            case .people: "no candidate matches its `who`"
            case .requests: "no request matches its `where`"
            case .peopleAtStart: "no candidate matches its `who` at the start of any stay that it speaks of (age and `returning` are judged then)"
            }
        }
    }

    /// Of a scenario with candidates and requests.
    ///
    /// - Complexity: linear in candidates and requests where nobody matches; with ages, n log n.
    public func missing(in scenario: Scenario) -> Missing? {
        let (people, requests) = (scenario.candidates, scenario.requests)
        func matches(_ person: Candidate) -> Bool {
            who.holds(sex: person.sex, origin: person.origin, area: person.area, guarantor: person.guarantor)
        }
        if !people.isEmpty, !people.contains(where: matches) { return .people }
        let concerned = requests.filter { place.holds(for: $0) }
        if concerned.isEmpty { return requests.isEmpty ? nil : .requests }
        guard who.ageMin != nil || who.ageMax != nil || who.returning != nil, !people.isEmpty else { return nil }
        let starts = Set(concerned.map(\.start)).sorted()
        // A later cycle comes after some other has ended.
        let firstEnd = requests.map(\.end).min()
        let later = starts.filter { start in firstEnd.map { $0 < start } ?? false }
        return people.contains { person in
            guard matches(person), who.returning != false || person.cycles == 0 else { return false }
            return isOfAge(person, onOneOf: who.returning == true && person.cycles == 0 ? later : starts)
        } ? nil : .peopleAtStart
    }

    /// - Parameter days: in ascending order.
    private func isOfAge(_ person: Candidate, onOneOf days: [Day]) -> Bool {
        var low = 0
        if let least = who.ageMin {
            let birthday = person.born.completing(years: least)
            var high = days.count
            while low < high {
                let middle = (low + high) / 2
                if days[middle] < birthday { low = middle + 1 } else { high = middle }
            }
        }
        guard low < days.count else { return false }
        return who.ageMax.map { days[low] < person.born.completing(years: $0 + 1) } ?? true
    }
}
