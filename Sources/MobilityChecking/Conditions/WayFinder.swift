import MobilityModel

/// The ways in which a person could go to a request: sessions, consulate and visa date, quota line. Each is meant to break as few
/// rules as it can; where nothing keeps all of them, what is left broken is what stands in the way.
struct WayFinder {
    let checker: PlanChecker
    let usage: Usage

    private var scenario: Scenario { checker.scenario }
    /// Steps of the search for sessions, which come in chains.
    private static let steps = 2_000
    private static let ways = 48

    func ways(_ candidate: Candidate, to request: Request) -> [Cycle] {
        var ways: [Cycle] = []
        let lines = quotaLines(candidate, request)
        for sessions in sessionSets(candidate, request) {
            for visa in visas(candidate, request, after: sessions) {
                for line in lines {
                    ways.append(Cycle(
                        request: request.id, quota: line,
                        sessions: sessions.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map(\.id),
                        consulate: visa?.consulate, visaDate: visa?.date))
                    if ways.count == Self.ways { return ways }
                }
            }
        }
        return ways
    }

    // MARK: Sessions

    /// None; the best set with a seat for one more everywhere; the best set whether there is a seat or not.
    private func sessionSets(_ candidate: Candidate, _ request: Request) -> [[CourseSession]] {
        let missing = request.requirements.filter { !candidate.lists($0, on: request.start) }
        guard !missing.isEmpty else { return [[]] }
        let deadline = latestPreparation(candidate, request)
        let free = Set(zip(scenario.sessions, usage.sessions).filter { session, use in
            use.used < session.seats && (use.used > 0 || session.minSeats <= 1)
        }.map(\.0.id))
        var sets: [[CourseSession]] = []
        for onlyFree in [true, false] {
            var search = SessionSearch(
                candidate: candidate, steps: Self.steps,
                sessions: scenario.sessions.filter { !onlyFree || free.contains($0.id) }.sorted { ($0.end, $0.id) < ($1.end, $1.id) })
            if let found = search.set(giving: missing, before: deadline, validOn: request.start), !sets.contains(found) { sets.append(found) }
        }
        return sets.isEmpty ? [[]] : sets
    }

    /// The last day on which a visa can be applied for; the start where none is needed.
    func latestPreparation(_ candidate: Candidate, _ request: Request) -> Day {
        guard checker.index.needsVisa(origin: candidate.origin, country: request.country) else { return request.start }
        return consulates(candidate, request).map { latest($0, request) }.max() ?? request.start
    }

    private func latest(_ consulate: Consulate, _ request: Request) -> Day {
        let latest = request.start - (consulate.processingDays + scenario.cycle.visaMarginDays)
        return min(latest, consulate.until ?? latest)
    }

    // MARK: Visa

    private struct Visa {
        var consulate: Consulate.ID
        var date: Day
    }

    private func consulates(_ candidate: Candidate, _ request: Request) -> [Consulate] {
        scenario.consulates.filter { $0.origin == candidate.origin && $0.country == request.country }.sorted { $0.id < $1.id }
    }

    /// A day in every month that will do, those with room first; where no day will do, the last possible one.
    private func visas(_ candidate: Candidate, _ request: Request, after sessions: [CourseSession]) -> [Visa?] {
        guard checker.index.needsVisa(origin: candidate.origin, country: request.country) else { return [nil] }
        let channel = scenario.channels[request.channel]
        var earliest = candidate.from
        if let filed = request.filed {
            earliest = max(earliest, filed.later(by: channel?.labourMarketTestDays ?? 0, channel?.authorisationDays ?? 0))
        }
        if let end = candidate.lastStayUntil { earliest = max(earliest, end.later(by: 1)) }
        if let end = sessions.map(\.end).max() { earliest = max(earliest, end.later(by: 1)) }
        // Whoever lacks a skill that no sessions give in time is told of the last day that would have done.
        let lacksSkills = sessions.isEmpty && request.requirements.contains { !candidate.lists($0, on: request.start) }
        var free: [Visa] = []
        var full: [Visa] = []
        var late: [Visa] = []
        for consulate in consulates(candidate, request) {
            let last = latest(consulate, request)
            var day = max(earliest, consulate.from ?? earliest)
            if day > last { late.append(Visa(consulate: consulate.id, date: last)) } else if lacksSkills { day = last }
            while day <= last {
                let month = day.month
                let used = usage.consulateMonths.first { $0.consulate == consulate.id && $0.month == month }?.used ?? 0
                if used < consulate.monthlyCapacity { free.append(Visa(consulate: consulate.id, date: day)) } else {
                    full.append(Visa(consulate: consulate.id, date: day))
                }
                guard let next = Day(year: month.next.year, month: month.next.month, day: 1) else { break }
                day = next
            }
        }
        let all = free.prefix(12) + full.prefix(free.isEmpty ? 4 : 0) + (free.isEmpty && full.isEmpty ? late : [])
        return all.isEmpty ? [nil] : Array(all)
    }

    // MARK: Quota lines

    /// The leaves that match best, those with room all the way up first; none where no place is taken.
    private func quotaLines(_ candidate: Candidate, _ request: Request) -> [QuotaLine.ID?] {
        guard scenario.channels[request.channel]?.quota == true else { return [nil] }
        let ranked = scenario.quotas.indices.filter { checker.index.isLeaf[$0] }.map { line in
            (mismatches: mismatches(scenario.quotas[line], candidate, request),
             full: checker.index.chain(of: line).filter { usage.quotas[$0].used >= scenario.quotas[$0].places }.count,
             id: scenario.quotas[line].id)
        }.sorted { ($0.mismatches, $0.full, $0.id) < ($1.mismatches, $1.full, $1.id) }
        return ranked.isEmpty ? [nil] : ranked.prefix(3).map(\.id)
    }

    private func mismatches(_ line: QuotaLine, _ candidate: Candidate, _ request: Request) -> Int {
        let fails: [Bool] = [
            !line.channels.isEmpty && !line.channels.contains(request.channel),
            !line.sectors.isEmpty && !line.sectors.contains(request.sector),
            !line.origins.isEmpty && !line.origins.contains(candidate.origin),
            !line.countries.isEmpty && !line.countries.contains(request.country),
            line.audience == .returning && candidate.cycles == 0,
            request.start < line.from || request.start > line.until,
            line.opens.flatMap { opens in request.filed.map { $0 < opens } } ?? false,
        ]
        return fails.filter { $0 }.count
    }
}
