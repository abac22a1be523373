import MobilityModel

/// People of rows that no rule, request, filter or weight tells apart: at any prices their best itineraries are worth the same.
struct CandidateGroup {
    /// The first row, which stands for all.
    let candidate: Candidate
    var people: Int
}

/// Puts alike rows together, exactly: every condition on one person and every worth of a cycle is a function of the key.
struct CandidateGroups {
    private struct Key: Hashable {
        var origin: Country
        var occupations: [String]
        var countries: [Country]
        var certificates: [HeldCertificate]
        var languages: [LanguageSkill]
        var from: Day
        var lastStayFrom, lastStayUntil: Day?
        var isReturning: Bool
        var traits: [String]
        /// By age that something asks for: the first start on which it is reached.
        var ages: [Int]
        /// How many ends of requests the person is there for.
        var ends: Int
        /// Requests that name the row.
        var named: [Int]
        /// A row that a pin speaks of stays alone.
        var alone: Candidate.ID?
    }

    private let scenario: Scenario
    private let pinned: Set<Candidate.ID>
    private let wanted: Set<String>
    private let starts, ends: [Day]
    private let ages: [Int]
    private let readsArea, readsSex, readsGuarantor: Bool
    private let employers: Set<String>
    private var naming: [Candidate.ID: [Int]] = [:]

    init(_ scenario: Scenario, pinned: Set<Candidate.ID>) {
        self.scenario = scenario
        self.pinned = pinned
        wanted = Set(scenario.requests.map(\.occupation))
        starts = Set(scenario.requests.map(\.start)).sorted()
        ends = Set(scenario.requests.map(\.end)).sorted()
        let filters = scenario.rules.flatMap { [$0.who, $0.of] } + scenario.priorities.map(\.who) + scenario.behaviour.effects.map(\.who)
        let limits = [scenario.cycle.minAge, scenario.cycle.maxAge.map { $0.plus(1) }].compactMap { $0 }
        let asked = filters.flatMap { [$0.ageMin, $0.ageMax.map { $0.plus(1) }].compactMap { $0 } }
        ages = Set(limits + asked).sorted()
        readsArea = filters.contains { !$0.area.isEmpty }
        readsSex = filters.contains { !$0.sex.isEmpty }
        readsGuarantor = filters.contains { !$0.guarantor.isEmpty }
        employers = scenario.match.employer == 0 ? [] : Set(scenario.requests.map(\.employer))
        for (index, request) in scenario.requests.enumerated() {
            for id in request.named { naming[id, default: []].append(index) }
        }
    }

    /// In the order of their first rows.
    func groups() -> [CandidateGroup] {
        var positions: [Key: Int] = [:]
        var groups: [CandidateGroup] = []
        for candidate in scenario.candidates where candidate.count > 0 {
            let key = key(of: candidate)
            if let known = positions[key] {
                groups[known].people = groups[known].people.plus(candidate.count)
            } else {
                positions[key] = groups.count
                groups.append(CandidateGroup(candidate: candidate, people: candidate.count))
            }
        }
        return groups
    }

    private func key(of row: Candidate) -> Key {
        let last = [row.until, row.passportUntil].compactMap { $0 }.min()
        return Key(
            origin: row.origin, occupations: asked(row.occupations), countries: row.countries,
            certificates: row.certificates, languages: row.languages, from: row.from,
            lastStayFrom: row.lastStayFrom, lastStayUntil: row.lastStayUntil, isReturning: row.cycles > 0,
            traits: [
                readsArea ? row.area : "", readsSex ? row.sex.rawValue : "", readsGuarantor ? row.guarantor.rawValue : "",
                row.lastEmployer.map { employers.contains($0) ? $0 : "" } ?? "",
            ],
            ages: ages.map { age in starts.partitioningCount { row.born.completedYears(on: $0) < age } },
            ends: last.map { last in ends.partitioningCount { $0 <= last } } ?? ends.count,
            named: naming[row.id] ?? [], alone: pinned.contains(row.id) ? row.id : nil)
    }

    /// Occupations up to the last one that any request has: what stands behind it is never looked at.
    private func asked(_ occupations: [String]) -> [String] {
        var list = occupations
        while let last = list.last, !wanted.contains(last) { list.removeLast() }
        return list
    }
}
