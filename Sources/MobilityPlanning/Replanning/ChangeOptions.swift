import MobilityModel

/// Changes of a row that could open anything to its people, smallest first.
struct ChangeOptions {
    let scenario: Scenario
    let candidate: Candidate

    /// Sets of changes: single ones, then what a request asks for all at once, with those skills that no session gives, and with a first day
    /// that is early enough for a course or a month of the consulate; by number, then by size.
    var sets: [[CandidateChange]] {
        let firsts = firsts
        var sets = Set((chosen + days(from: firsts)).map { [$0] })
        // Many requests ask for the same: by what it is but the first day, the latest that is early enough for one of them.
        var latest: [[CandidateChange]: Day] = [:]
        for request in scenario.requests where isOpen(request) {
            let papers = papers(for: request), last = latestPreparation(request)
            for skills in parts(of: skills(for: request)) {
                let rest = papers + skills
                latest[rest] = max(latest[rest] ?? last, last)
                sets.insert(candidate.from <= last ? rest : rest + [.from(last)])
            }
        }
        for (rest, last) in latest where !rest.isEmpty {
            for first in firsts where first < last { sets.insert(rest + [.from(first)]) }
        }
        sets.remove([])
        return sets.map { (set: $0, key: key($0)) }.sorted { a, b in
            a.set.count != b.set.count ? a.set.count < b.set.count : a.key.lexicographicallyPrecedes(b.key)
        }.map(\.set)
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

    /// Every part of some skills where they are few: sessions may give the others.
    private func parts(of skills: [CandidateChange]) -> [[CandidateChange]] {
        guard skills.count <= 4 else { return [[], skills] }
        return skills.reduce([[]]) { parts, skill in parts + parts.map { $0 + [skill] } }
    }

    /// What a request asks for but skills and the first day.
    private func papers(for request: Request) -> [CandidateChange] {
        var changes: [CandidateChange] = []
        if !candidate.countries.isEmpty, !candidate.countries.contains(request.country) { changes.append(.country(request.country)) }
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
    private func days(from firsts: Set<Day>) -> [CandidateChange] {
        let requests = scenario.requests.filter(isOpen)
        let ends = Set(requests.map(\.end))
        return firsts.map(CandidateChange.from)
            + (candidate.until.map { until in ends.filter { $0 > until }.map(CandidateChange.until) } ?? [])
            + (candidate.passportUntil.map { last in ends.filter { $0 > last }.map(CandidateChange.passport) } ?? [])
    }

    /// Earlier first days on which something begins to be possible: the last days to apply for a request, in a month of a consulate or with the
    /// money of a fund, and the first of a session.
    private var firsts: Set<Day> {
        let requests = scenario.requests.filter(isOpen)
        var days = Set(requests.map { latestPreparation($0) } + scenario.sessions.map(\.start))
        let consulates = scenario.consulates.filter { consulate in
            consulate.origin == candidate.origin && requests.contains { $0.country == consulate.country }
        }
        days.formUnion(consulates.compactMap(\.until))
        if consulates.contains(where: { $0.fee > .zero }) { days.formUnion(scenario.funds.compactMap(\.until)) }
        if !consulates.isEmpty, candidate.from > scenario.horizon.lowerBound - Self.before {
            var month = (scenario.horizon.lowerBound - Self.before).month
            while let first = Day(year: month.year, month: month.month, day: 1), first <= candidate.from {
                days.insert(first - 1)
                month = month.next
            }
        }
        return days.filter { $0 < candidate.from }
    }

    /// Days before the horizon in which applications for its first stays are made.
    private static let before = 366

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
