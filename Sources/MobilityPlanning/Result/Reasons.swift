import MobilityModel

/// Why people stay at home and places stay empty: for each, the obstacle on the way to the placement that came nearest.
///
/// Conditions are tried in the order in which a planner meets them: eligible, rested, trained in time, visa in time, quota line
/// that matches; then what is full; then rules and funds; then other people who were preferred.
struct Reasons {
    private let instance: Instance
    private let saturation: Saturation
    private let preparations: Preparations
    /// By class: people without an itinerary.
    private let idle: [Int]
    /// By candidate row, people without an itinerary.
    private let idleRows: [Candidate.ID: Int]
    private let filled: [Request.ID: Int]
    /// By group: the least match points among its people.
    private let leastMatch: [Int: Int64]
    private let diagnosis: Diagnosis

    init(_ instance: Instance, assignment: Assignment, plan: Plan) throws {
        self.instance = instance
        saturation = Saturation(instance, assignment)
        let free = [Double](repeating: 0, count: instance.terms.count)
        preparations = Preparations(instance, prices: Prices(instance, duals: saturation.countingDuals, objective: free))
        var idle = instance.classes.map(\.count)
        var least: [Int: Int64] = [:]
        for use in assignment.uses {
            idle[use.column.owner] -= use.count
            for cycle in use.column.cycles {
                let posting = instance.postings[use.column.owner][cycle.posting]
                least[posting.group] = min(least[posting.group] ?? posting.match, posting.match)
            }
        }
        self.idle = idle
        leastMatch = least
        var rows: [Candidate.ID: Int] = [:]
        var filled: [Request.ID: Int] = [:]
        for itinerary in plan.itineraries {
            rows[itinerary.candidate, default: 0] += itinerary.count
            for cycle in itinerary.cycles { filled[cycle.request, default: 0] += itinerary.count }
        }
        idleRows = rows
        self.filled = filled
        diagnosis = Diagnosis(instance)
    }

    func unplaced() throws -> [Unplaced] {
        var result: [Unplaced] = []
        for (owner, people) in idle.enumerated() where people > 0 {
            let reason = try nearest(owner).reason
            for member in instance.classes[owner].members {
                let row = instance.scenario.candidates[member]
                let left = row.count - (idleRows[row.id] ?? 0)
                if left > 0 { result.append(Unplaced(candidate: row.id, count: left, reason: reason)) }
            }
        }
        return result.sorted { $0.candidate < $1.candidate }
    }

    func unfilled() throws -> [Unfilled] {
        // By group: people without a placement by the obstacle between them and it.
        var obstacles: [[Reason: Int]] = Array(repeating: [:], count: instance.groups.count)
        var elsewhere = [Int](repeating: 0, count: instance.groups.count)
        for (owner, postings) in instance.postings.enumerated() {
            for (index, posting) in postings.enumerated() {
                if idle[owner] > 0 {
                    obstacles[posting.group][try obstacle(owner, index).reason, default: 0] += idle[owner]
                } else {
                    elsewhere[posting.group] += instance.classes[owner].count
                }
            }
        }
        var result: [Unfilled] = []
        for (index, group) in instance.groups.enumerated() {
            let reason: Reason
            let ranked = obstacles[index].sorted { ($1.value, $0.key.code, $0.key.detail) < ($0.value, $1.key.code, $1.key.detail) }
            let people = ranked.reduce(0) { $0 + $1.value } + elsewhere[index]
            if let first = ranked.first {
                reason = Reason(code: first.key.code, detail: "\(first.value) of \(people): \(first.key.detail)")
            } else if elsewhere[index] > 0 {
                reason = Reason(code: "candidates_elsewhere", detail: "all \(elsewhere[index]) people who are eligible are placed, here or elsewhere")
            } else {
                reason = diagnosis.nobodyEligible(for: index).reason
            }
            for member in group.members {
                let request = instance.scenario.requests[member]
                let taken = filled[request.id] ?? 0
                if taken < request.places {
                    result.append(Unfilled(request: request.id, places: request.places, filled: taken, reason: reason))
                }
            }
        }
        return result.sorted { $0.request < $1.request }
    }

    /// The obstacle on the way to the placement that came nearest.
    private func nearest(_ owner: Int) throws -> Obstacle {
        var best: Obstacle?
        for index in instance.postings[owner].indices {
            let found = try obstacle(owner, index)
            if best.map({ found.stage > $0.stage }) ?? true { best = found }
        }
        return best ?? diagnosis.noPosting(for: instance.classes[owner].candidate)
    }

    /// What keeps one more person of a class, who stays at home, from a request that they are eligible for.
    private func obstacle(_ owner: Int, _ index: Int) throws -> Obstacle {
        let posting = instance.postings[owner][index]
        let request = instance.groups[posting.group].request
        let candidate = instance.classes[owner].candidate
        if let early = try diagnosis.beforePreparation(posting, candidate: candidate) { return early }
        guard let variant = posting.first else {
            return Obstacle(40, "no_quota_line", "no quota line takes a first-time candidate in \(request.channel) for \(request.sector)")
        }
        let previousEnd = candidate.lastStayUntil ?? Day(number: .min / 2)
        guard let way = try preparations.best(posting, variant, owner: owner, after: previousEnd, acquired: 0) else {
            return try diagnosis.noPreparation(posting, owner: owner, after: previousEnd)
        }
        let blocked = blockers(posting, way)
        if blocked.count == 1, let only = blocked.first {
            if case .places = only.kind, saturation.used(only.kind) > 0 {
                let lead = (leastMatch[posting.group] ?? posting.match) - posting.match
                return Obstacle(
                    90, lead > 0 ? "outbid" : "places_taken",
                    lead > 0 ? "outbid by \(lead) \(lead == 1 ? "point" : "points"), the places of \(request.id) are taken"
                        : "the places of requests that fit are taken by people who rank no lower")
            }
            return Obstacle(80, only.code, only.detail)
        }
        if let first = blocked.first {
            return Obstacle(70, first.code, blocked.map(\.detail).joined(separator: "; and "))
        }
        let column = instance.column(owner: owner, cycles: [PlannedCycle(
            posting: index, isFirst: true, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
            visaDate: way.visaDate, leaf: way.leaf, pin: nil)])
        if let rule = saturation.brokenRule(by: column.entries) {
            return Obstacle(85, "rule", "rule \(instance.scenario.rules[rule].id) leaves no room for one more like this")
        }
        if let funds = saturation.exhaustedFunds(by: column.entries) {
            let names = funds.map { instance.fundGroups.funds[$0].id.text }.joined(separator: ", ")
            return Obstacle(84, "fund_exhausted", "nothing left to pay with in \(names)")
        }
        return Obstacle(95, "not_better", "one more placement on \(request.id) would not make the plan better in the order of its objective")
    }

    private struct Blocker {
        var kind: RowKind
        var code: String
        var detail: String
    }

    /// The full things that a preparation needs.
    private func blockers(_ posting: Posting, _ way: Preparation) -> [Blocker] {
        var found: [Blocker] = []
        let request = instance.groups[posting.group].request
        for session in way.sessions where saturation.isFull(.seats(session)) {
            let course = instance.scenario.sessions[session]
            let skills = course.grants.map(\.description).joined(separator: ", ")
            if saturation.used(.seats(session)) == 0, course.seats > 0 {
                found.append(Blocker(kind: .seats(session), code: "session_minimum", detail: "the session for \(skills) (\(course.id)) does not reach its minimum of \(course.minSeats)"))
            } else {
                found.append(Blocker(kind: .seats(session), code: "session_full", detail: "no seat in a session for \(skills) before \(latestPreparation(posting))"))
            }
        }
        if let index = way.calendar {
            let month = instance.calendars[index].stretches[way.stretch].month
            if saturation.isFull(.applications(calendar: index, month: month)) {
                found.append(Blocker(kind: .applications(calendar: index, month: month), code: "consulate_full", detail: "consulate \(instance.calendars[index].consulate.id) is full in \(month)"))
            }
        }
        if let leaf = way.leaf, let line = instance.quotas.paths[leaf].first(where: { saturation.isFull(.quota($0)) }) {
            found.append(Blocker(kind: .quota(line), code: "quota_full", detail: "quota line \(instance.quotas.lines[line].id) is full"))
        }
        let places = RowKind.places(posting.group)
        if saturation.isFull(places) {
            let isClosed = saturation.used(places) == 0
            found.append(Blocker(
                kind: places, code: isClosed ? "request_minimum" : "places_taken",
                detail: isClosed ? "request \(request.id) does not reach its minimum of \(request.minPlaces)" : "the places of \(request.id) are taken"))
        }
        return found
    }

    /// The day by which training must have ended for a stay.
    private func latestPreparation(_ posting: Posting) -> Day {
        guard let calendars = posting.calendars else { return posting.start }
        let margin = instance.scenario.cycle.visaMarginDays
        let days = calendars.map { posting.start - margin - instance.calendars[$0].consulate.processingDays }
        return days.max() ?? posting.start
    }
}
