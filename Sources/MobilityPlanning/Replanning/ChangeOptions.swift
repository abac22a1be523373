import MobilityModel

/// Changes of a row that could open anything to its people, smallest first.
struct ChangeOptions {
    let scenario: Scenario
    let candidate: Candidate

    /// Sets of changes: single ones, then what a request asks for all at once; by number, then by size.
    var sets: [[CandidateChange]] {
        var sets = Set((chosen + days).map { [$0] })
        for request in scenario.requests where isOpen(request) {
            let papers = papers(for: request)
            for set in [papers, papers + skills(for: request)] where set.count > 1 { sets.insert(set) }
        }
        return sets.sorted { a, b in
            a.count != b.count ? a.count < b.count : key(a).lexicographicallyPrecedes(key(b))
        }
    }

    private func key(_ set: [CandidateChange]) -> [String] {
        set.map { change in
            let (kind, amount) = change.size(for: candidate)
            let digits = String(max(0, amount))
            return "\(kind) \(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits) \(change)"
        }
    }

    /// Whether a request asks for nothing that nobody can change about themselves.
    private func isOpen(_ request: Request) -> Bool {
        let cycle = scenario.cycle
        return (request.origins.isEmpty || request.origins.contains(candidate.origin))
            && (request.named.isEmpty || request.named.contains(candidate.id))
            && candidate.born.completing(years: cycle.minAge) <= request.start
            && cycle.maxAge.map { candidate.born.completing(years: $0 + 1) > request.start } ?? true
            && scenario.horizon.contains(request.start) && request.places > 0
            && (request.filed != nil || !cycle.requireFiled)
    }

    // MARK: What can be added

    private var chosen: [CandidateChange] {
        let requests = scenario.requests.filter(isOpen)
        var all: Set<CandidateChange> = []
        for request in requests {
            all.formUnion(papers(for: request).filter { if case .occupation = $0 { true } else if case .country = $0 { true } else { false } })
            all.formUnion(skills(for: request))
        }
        for session in scenario.sessions {
            for skill in session.requires { if let change = learned(skill) { all.insert(change) } }
        }
        let filters = scenario.rules.flatMap { [$0.who, $0.of] } + scenario.priorities.map(\.who)
        for guarantor in Set(filters.flatMap(\.guarantor)) where guarantor != .none && guarantor != candidate.guarantor {
            all.insert(.guarantor(guarantor))
        }
        return Array(all)
    }

    /// What a request asks for but skills.
    private func papers(for request: Request) -> [CandidateChange] {
        var changes: [CandidateChange] = []
        if !candidate.countries.isEmpty, !candidate.countries.contains(request.country) { changes.append(.country(request.country)) }
        let first = latestPreparation(request)
        if candidate.from > first { changes.append(.from(first)) }
        if let until = candidate.until, until < request.end { changes.append(.until(request.end)) }
        if let passport = candidate.passportUntil, passport < request.end { changes.append(.passport(request.end)) }
        if !candidate.occupations.contains(request.occupation) { changes.append(.occupation(request.occupation)) }
        return changes
    }

    private func skills(for request: Request) -> [CandidateChange] {
        let certificates = request.certificates.filter { name in
            !candidate.certificates.contains { $0.name == name && ($0.expiry.map { $0 >= request.start } ?? true) }
        }
        return Set(certificates).sorted().map(CandidateChange.certificate)
            + request.languages.sorted { $0.description < $1.description }.compactMap { learned(.language($0)) }
    }

    private func learned(_ skill: Skill) -> CandidateChange? {
        switch skill {
        case .certificate(let name):
            candidate.certificates.contains { $0.name == name && $0.expiry == nil } ? nil : .certificate(name)
        case .language(let wanted):
            candidate.languages.contains { $0.language == wanted.language && $0.level >= wanted.level } ? nil : .language(wanted)
        }
    }

    // MARK: Days

    /// Earlier first days on which something begins to be possible, and later last ones.
    private var days: [CandidateChange] {
        let requests = scenario.requests.filter(isOpen)
        let firsts = Set(requests.map { latestPreparation($0) } + scenario.sessions.map(\.start)).filter { $0 < candidate.from }
        let ends = Set(requests.map(\.end))
        return firsts.map(CandidateChange.from)
            + (candidate.until.map { until in ends.filter { $0 > until }.map(CandidateChange.until) } ?? [])
            + (candidate.passportUntil.map { last in ends.filter { $0 > last }.map(CandidateChange.passport) } ?? [])
    }

    /// The last day on which to be there for a request: that of the visa application, or the start.
    private func latestPreparation(_ request: Request) -> Day {
        let isFree = candidate.origin == request.country
            || scenario.visaFree.contains { $0.origin == candidate.origin && $0.countries.contains(request.country) }
        guard !isFree else { return request.start }
        let days = scenario.consulates.filter { $0.origin == candidate.origin && $0.country == request.country }.map {
            request.start - ($0.processingDays + scenario.cycle.visaMarginDays)
        }
        return days.max() ?? request.start
    }
}
