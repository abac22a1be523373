import MobilityChecking
import MobilityModel

/// Every itinerary that is valid for one person of a row, as far as other people do not matter.
///
/// All sequences of requests, all sets of sessions, all consulates and leaf lines are tried. Of visa dates at a consulate
/// that differ in no month, no set of funds and no pin, the earliest valid one is kept, as no rule of a valid plan
/// tells them apart. What starts before the previous end, or trains after the start, is not tried.
struct PersonItineraries {
    let scenario: Scenario
    let pins: Plan?
    private let judge: PlanChecker
    private let leaves: [QuotaLine.ID]

    init(_ scenario: Scenario, pins: Plan?) {
        var free = scenario
        free.funds = []
        free.rules = []
        free.candidates = free.candidates.map { var row = $0; row.count = 1_000; return row }
        free.requests = free.requests.map { var row = $0; row.places = 1_000; row.minPlaces = 0; return row }
        free.sessions = free.sessions.map { var row = $0; row.seats = 1_000; row.minSeats = 0; return row }
        free.quotas = free.quotas.map { var row = $0; row.places = 1_000; return row }
        free.consulates = free.consulates.map { var row = $0; row.monthlyCapacity = 1_000; return row }
        self.scenario = scenario
        self.pins = pins
        judge = PlanChecker(scenario: free)
        let parents = Set(scenario.quotas.compactMap(\.within))
        leaves = scenario.quotas.map(\.id).filter { !parents.contains($0) }
    }

    /// - Returns: `nil` where `work` runs out.
    func list(for candidate: Candidate, work: inout Int) -> [[Cycle]]? {
        var result: [[Cycle]] = []
        var open: [[Cycle]] = [[]]
        while let begun = open.popLast() {
            for cycle in nextCycles(candidate, begun, &work) {
                result.append(begun + [cycle])
                open.append(begun + [cycle])
            }
            if work <= 0 { return nil }
        }
        return result
    }

    private func rules(_ candidate: Candidate, _ cycles: [Cycle], _ work: inout Int) -> Set<String> {
        work -= 1
        return Set(judge.check(Plan(itineraries: [Itinerary(candidate: candidate.id, cycles: cycles)])).violations.map(\.rule))
    }

    private func nextCycles(_ candidate: Candidate, _ begun: [Cycle], _ work: inout Int) -> [Cycle] {
        let end = begun.last.flatMap { last in scenario.requests.first { $0.id == last.request }?.end } ?? candidate.lastStayUntil
        var result: [Cycle] = []
        for request in scenario.requests where end.map({ request.start > $0 }) ?? true {
            if !rules(candidate, begun + [Cycle(request: request.id)], &work).isDisjoint(with: ["V1", "V6", "V7"]) { continue }
            let useful = scenario.sessions.filter { session in
                session.end < request.start && session.start >= candidate.from && (end.map { session.start > $0 } ?? true)
            }
            for sessions in subsets(useful.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map(\.id)) {
                let trained = Cycle(request: request.id, sessions: sessions)
                if !rules(candidate, begun + [trained], &work).isSubset(of: ["V4", "V8"]) { continue }
                for application in applications(candidate, begun, end, trained, request, &work) {
                    for quota in [nil] + leaves.map(Optional.some) where (quota != nil) == usesQuota(request) {
                        var cycle = application
                        cycle.quota = quota
                        if rules(candidate, begun + [cycle], &work).isEmpty { result.append(cycle) }
                    }
                }
            }
        }
        return result
    }

    private func usesQuota(_ request: Request) -> Bool { scenario.channels[request.channel]?.quota ?? false }

    /// The cycle with every way to get a visa, or without where that will do.
    private func applications(
        _ candidate: Candidate, _ begun: [Cycle], _ end: Day?, _ trained: Cycle, _ request: Request, _ work: inout Int
    ) -> [Cycle] {
        var result: [Cycle] = []
        if !rules(candidate, begun + [trained], &work).contains("V4") { result.append(trained) }
        for consulate in scenario.consulates where consulate.origin == candidate.origin && consulate.country == request.country {
            var kept: Set<String> = []
            // Leniently: the judge has the last word on the days at either end.
            let trainedOn = scenario.sessions.filter { trained.sessions.contains($0.id) }.map(\.end).max()
            let first = [candidate.from, end, trainedOn].compactMap { $0 }.max() ?? candidate.from
            for date in visaDates(at: consulate) where date >= first && date <= request.start - consulate.processingDays {
                var cycle = trained
                cycle.consulate = consulate.id
                cycle.visaDate = date
                if rules(candidate, begun + [cycle], &work).isDisjoint(with: ["V2", "V3", "V4"]), kept.insert(kind(date, at: consulate)).inserted {
                    result.append(cycle)
                }
            }
        }
        return result
    }

    /// Every day of the horizon and the half year before on which a visa date can first become valid: the first of a month,
    /// the first and the day after the last of a fund, the day after a session or a stay, the first days of candidates,
    /// authorisations and consulates, and pinned dates.
    func visaDates(at consulate: Consulate) -> [Day] {
        var days: Set<Day> = []
        var month = (scenario.horizon.lowerBound - 200).month
        while month <= scenario.horizon.upperBound.month {
            if let day = Day(year: month.year, month: month.month, day: 1) { days.insert(day) }
            month = month.next
        }
        for fund in scenario.funds {
            if let from = fund.from { days.insert(from) }
            if let until = fund.until { days.insert(until + 1) }
        }
        for session in scenario.sessions { days.insert(session.end + 1) }
        for request in scenario.requests {
            days.insert(request.end + 1)
            if let filed = request.filed, let channel = scenario.channels[request.channel] {
                days.insert(filed + channel.labourMarketTestDays + channel.authorisationDays)
            }
        }
        for candidate in scenario.candidates {
            days.insert(candidate.from)
            if let end = candidate.lastStayUntil { days.insert(end + 1) }
        }
        if let from = consulate.from { days.insert(from) }
        for itinerary in pins?.itineraries ?? [] {
            for cycle in itinerary.cycles where cycle.consulate == consulate.id { if let date = cycle.visaDate { days.insert(date) } }
        }
        return days.sorted()
    }

    /// What the rules see of a visa date: the month, unless the consulate can handle everybody in any month; the funds
    /// that can pay a fee; a pin.
    private func kind(_ date: Day, at consulate: Consulate) -> String {
        let applications = scenario.candidates.reduce(0) { $0 + $1.count } * scenario.requests.count
        let month = consulate.monthlyCapacity >= applications ? "" : date.month.description
        let paying = scenario.funds.filter { fund in
            consulate.fee != .zero && (fund.kinds.isEmpty || fund.kinds.contains(.visa))
                && (fund.origins.isEmpty || fund.origins.contains(consulate.origin))
                && (fund.from.map { $0 <= date } ?? true) && (fund.until.map { date <= $0 } ?? true)
        }
        let isPinned = pins?.itineraries.contains { $0.cycles.contains { $0.pinned && $0.visaDate == date } } ?? false
        return "\(month) \(paying.map(\.id)) \(isPinned ? date.description : "")"
    }

    private func subsets(_ sessions: [CourseSession.ID]) -> [[CourseSession.ID]] {
        sessions.reduce([[]]) { sets, session in sets + sets.map { $0 + [session] } }
    }
}
