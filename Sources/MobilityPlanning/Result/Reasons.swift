import MobilityModel

/// Why people stay at home and places stay empty: for each, the obstacle on the way to the placement that came nearest.
///
/// Conditions are tried in the order in which a planner meets them: eligible, rested, trained in time, visa in time, quota line
/// that matches; then what is full; then rules and funds; then other people who were preferred.
struct Reasons {
    private let instance: Instance
    private let saturation: Saturation
    private let preparations: Preparations
    private let uses: [(column: Column, count: Int)]
    /// By class: people without an itinerary.
    private let idle: [Int]
    /// By group: people without an itinerary who are eligible.
    private let idleWithin: [Int]
    /// By candidate row, people without an itinerary.
    private let idleRows: [Candidate.ID: Int]
    private let filled: [Request.ID: Int]
    /// Terms that rank people for a place, as each brings its own points to them; in the order of the objective.
    private let ranked: [ObjectiveTerm]
    /// By group: what the lowest-ranking of its people brings to the ranked terms.
    private let leastWorth: [Int: [Int64]]
    /// Whether no plan is better.
    private let isProven: Bool
    /// By what people were preferred to one another.
    private let policy: PlanPolicy
    private let diagnosis: Diagnosis
    private let blockers: Blockers
    /// Where possible cycles are too many to look at each.
    private let vast: VastReasons?

    /// - Parameter isVast: whether to look at some of the possible cycles only; as their number asks for where not given.
    init(
        _ instance: Instance, assignment: Assignment, plan: Plan, isProven: Bool, policy: PlanPolicy = .optimal, isVast: Bool? = nil
    ) throws {
        self.instance = instance
        self.policy = policy
        self.isProven = isProven
        ranked = instance.terms.filter { $0 == .placements || $0 == .match }
        saturation = Saturation(instance, assignment)
        let free = [Double](repeating: 0, count: instance.terms.count)
        preparations = Preparations(instance, prices: Prices(instance, duals: saturation.countingDuals, objective: free))
        uses = assignment.uses
        var idle = instance.classes.map(\.count)
        var least: [Int: [Int64]] = [:]
        for use in assignment.uses {
            idle[use.column.owner] -= use.count
            for cycle in use.column.cycles {
                let posting = instance.posting(use.column.owner, cycle.group)
                let brought = ranked.map { $0 == .match ? posting.match : posting.variant(isFirst: cycle.isFirst)?.placements ?? 0 }
                if least[posting.group].map({ brought.lexicographicallyPrecedes($0) }) ?? true { least[posting.group] = brought }
            }
        }
        self.idle = idle
        var idleWithin = [Int](repeating: 0, count: instance.groups.count)
        // Only what a better plan would do asks for it.
        if policy == .optimal {
            for owner in instance.classes.indices where idle[owner] > 0 {
                for posting in instance.postings(of: owner) { idleWithin[posting.group] += idle[owner] }
            }
        }
        self.idleWithin = idleWithin
        leastWorth = least
        var rows: [Candidate.ID: Int] = [:]
        var filled: [Request.ID: Int] = [:]
        for itinerary in plan.itineraries {
            rows[itinerary.candidate, default: 0] += itinerary.count
            for cycle in itinerary.cycles { filled[cycle.request, default: 0] += itinerary.count }
        }
        idleRows = rows
        self.filled = filled
        diagnosis = Diagnosis(instance)
        blockers = Blockers(instance: instance, saturation: saturation)
        vast = isVast ?? instance.isVast && policy != .optimal ? VastReasons(instance, saturation) : nil
    }

    /// What may differ between people who are alike to the model and is quoted in reasons.
    private struct Papers: Hashable {
        var occupations: [String]
        var until: Day?
        var passportUntil: Day?

        init(_ candidate: Candidate) {
            occupations = candidate.occupations
            until = candidate.until
            passportUntil = candidate.passportUntil
        }
    }

    func unplaced() throws -> [Unplaced] {
        var result: [Unplaced] = []
        for (owner, people) in idle.enumerated() where people > 0 {
            let shared = try nearest(owner)?.reason
            let isStructural = shared == nil
            // People who can go nowhere are alike whatever the papers that keep them from it; each reads of their own.
            var own: [Papers: Reason] = [:]
            for member in instance.classes[owner].members {
                let row = instance.scenario.candidates[member]
                let left = row.count - (idleRows[row.id] ?? 0)
                let papers = Papers(row)
                let reason = shared ?? own[papers] ?? diagnosis.noPosting(for: row).reason
                if isStructural { own[papers] = reason }
                if left > 0 { result.append(Unplaced(candidate: row.id, count: left, reason: reason)) }
            }
        }
        return result.sorted { $0.candidate < $1.candidate }
    }

    func unfilled() throws -> [Unfilled] {
        if let vast { return try unfilled(vast) }
        // By group: people without a placement by the obstacle between them and it.
        var obstacles: [[Reason: Int]] = Array(repeating: [:], count: instance.groups.count)
        var elsewhere = [Int](repeating: 0, count: instance.groups.count)
        for owner in instance.classes.indices {
            for posting in instance.postings(of: owner) {
                if idle[owner] > 0 { obstacles[posting.group][try obstacle(owner, posting).reason, default: 0] += idle[owner] }
                elsewhere[posting.group] += instance.classes[owner].count - idle[owner]
            }
        }
        var result: [Unfilled] = []
        for (index, group) in instance.groups.enumerated() {
            let people = obstacles[index].values.reduce(0, +) + elsewhere[index]
            if obstacles[index].isEmpty, hasRoom(group) { obstacles[index] = try obstaclesOfThePlaced(to: index) }
            let reason = reason(obstacles[index], of: .all(people), elsewhere: elsewhere[index], group: index)
            add(reason, group, to: &result)
        }
        return result.sorted { $0.request < $1.request }
    }

    /// The same for groups that have room, of people evenly spread over those who are eligible.
    private func unfilled(_ vast: VastReasons) throws -> [Unfilled] {
        var result: [Unfilled] = []
        for (index, group) in instance.groups.enumerated() where hasRoom(group) {
            let eligible = vast.eligible(for: index, idle: idle)
            let looked = VastReasons.sample(eligible.idle)
            var obstacles: [Reason: Int] = [:]
            for owner in looked { obstacles[try obstacle(owner, instance.posting(owner, index)).reason, default: 0] += idle[owner] }
            let (people, atHome) = (looked.reduce(0) { $0 + idle[$1] }, eligible.idle.reduce(0) { $0 + idle[$1] })
            let all = eligible.all.reduce(0) { $0 + instance.classes[$1].count }
            if looked.isEmpty { obstacles = try obstaclesOfThePlaced(to: index, among: Set(VastReasons.sample(eligible.all))) }
            let among = looked.count < eligible.idle.count ? People.sample(people, among: atHome) : .all(all)
            add(reason(obstacles, of: among, elsewhere: all - atHome, group: index), group, to: &result)
        }
        return result.sorted { $0.request < $1.request }
    }

    private func hasRoom(_ group: RequestGroup) -> Bool {
        group.members.contains { (filled[instance.scenario.requests[$0].id] ?? 0) < instance.scenario.requests[$0].places }
    }

    /// Whose obstacles are counted for a request.
    private enum People {
        case all(Int)
        /// So many looked at, among more.
        case sample(Int, among: Int)

        /// The sentence that so many of them meet an obstacle.
        func detail(_ count: Int, _ obstacle: String) -> String {
            switch self {
            case .all(let people): ReasonTemplate.counted.english(count, people, obstacle)
            case .sample(let people, let all): ReasonTemplate.lookedAt.english(count, people, all, obstacle)
            }
        }
    }

    /// The most frequent obstacle; where there is none, that those who are eligible are placed, or that nobody is.
    private func reason(_ obstacles: [Reason: Int], of people: People, elsewhere: Int, group: Int) -> Reason {
        let ranked = obstacles.sorted { ($1.value, $0.key.code, $0.key.detail) < ($0.value, $1.key.code, $1.key.detail) }
        if let (reason, count) = ranked.first { return Reason(code: reason.code, detail: people.detail(count, reason.detail)) }
        guard elsewhere > 0 else { return diagnosis.nobodyEligible(for: group).reason }
        return Reason(
            code: "candidates_elsewhere", detail: elsewhere == 1 ? ReasonTemplate.onePlaced.english() : ReasonTemplate.allPlaced.english(elsewhere))
    }

    private func add(_ reason: Reason, _ group: RequestGroup, to result: inout [Unfilled]) {
        for request in group.members.map({ instance.scenario.requests[$0] }) {
            let taken = filled[request.id] ?? 0
            if taken < request.places {
                result.append(Unfilled(request: request.id, places: request.places, filled: taken, reason: reason))
            }
        }
    }

    /// What keeps people who are placed, and have no cycle at that time, from a further one on a group.
    /// - Parameter owners: the classes to look at; all where not given.
    private func obstaclesOfThePlaced(to group: Int, among owners: Set<Int>? = nil) throws -> [Reason: Int] {
        var found: [Reason: Int] = [:]
        for use in uses {
            let owner = use.column.owner
            guard owners?.contains(owner) ?? true, instance.isPossible(owner, group) else { continue }
            let posting = instance.posting(owner, group)
            let taken = use.column.cycles.map { instance.posting(owner, $0.group) }
            if taken.contains(where: { $0.start <= posting.end && $0.end >= posting.start }) { continue }
            let obstacle: Obstacle
            let rest = instance.scenario.cycle.restDays
            if taken.contains(where: { $0.start <= posting.end + rest && $0.end + rest >= posting.start }) {
                obstacle = Obstacle(30, "resting", .noRest, rest)
            } else if let most = instance.scenario.cycle.maxCycles, taken.count >= most {
                obstacle = most == 1 ? Obstacle(32, "max_cycles", .oneCycle) : Obstacle(32, "max_cycles", .cycles, most)
            } else {
                obstacle = try self.obstacle(owner, posting, after: taken.filter { $0.end < posting.start })
            }
            found[obstacle.reason, default: 0] += use.count
        }
        return found
    }

    /// The obstacle on the way to the placement that came nearest.
    /// - Returns: `nil` where no placement is possible whatever the plan.
    func nearest(_ owner: Int) throws -> Obstacle? {
        if let vast { return try vast.nearest(owner) { try obstacle(owner, $0) } }
        var best: Obstacle?
        for posting in instance.postings(of: owner) {
            let found = try obstacle(owner, posting)
            if best.map({ found.stage > $0.stage }) ?? true { best = found }
        }
        return best
    }

    /// What keeps one more person of a class from a request that they are eligible for.
    /// - Parameter earlier: the stays that they are placed in before it.
    private func obstacle(_ owner: Int, _ posting: Posting, after earlier: [Posting] = []) throws -> Obstacle {
        let request = instance.groups[posting.group].request
        let candidate = instance.classes[owner].candidate
        if let early = try diagnosis.beforePreparation(posting, candidate: candidate, earlier: earlier) { return early }
        let isFirst = earlier.isEmpty
        guard let variant = posting.variant(isFirst: isFirst) else {
            return Obstacle(40, "no_quota_line", diagnosis.notYetOpen(request, origin: candidate.origin, returning: !isFirst || candidate.cycles > 0)
                ?? (isFirst ? ReasonTemplate.noLineForFirst : .noLineForReturning).english(request.channel, request.sector))
        }
        let previousEnd = earlier.map(\.end).max() ?? candidate.lastStayUntil ?? Day(number: .min / 2)
        guard let way = try preparations.best(posting, variant, owner: owner, after: previousEnd, acquired: 0) else {
            return try diagnosis.noPreparation(posting, owner: owner, after: previousEnd)
        }
        let column = instance.column(owner: owner, cycles: [PlannedCycle(
            group: posting.group, isFirst: isFirst, sessions: way.sessions, calendar: way.calendar, stretch: way.stretch,
            visaDate: way.visaDate, leaf: way.leaf, pin: nil)])
        let blocked = blockers.all(posting, way, column)
        if blocked.count == 1, let only = blocked.first {
            if case .places = only.kind, saturation.used(only.kind) > 0 {
                let outcome = rival(posting, isFirst: isFirst)
                return Obstacle(90, outcome.code, outcome.detail)
            }
            return Obstacle(only.stage, only.code, minimumSpoilt(only, posting, column) ?? only.detail)
        }
        if let first = blocked.first {
            // The fewer things stand in the way, the nearer the placement.
            return Obstacle(79 - min(9, blocked.count), first.code, blocked.map(\.detail).joined(separator: ReasonSeparator.semicolon.rawValue))
        }
        if policy != .optimal {
            return Obstacle(95, "room_left", .roomInTheEnd, request.id)
        }
        if let detail = missedRules(by: column) {
            return Obstacle(95, "soft_rule", .softRules, request.id, detail)
        }
        return isProven
            ? Obstacle(95, "not_better", .notBetter, request.id)
            : Obstacle(95, "room_left", .roomLeft, request.id)
    }

    /// The soft rules that more placements like a column's would miss by more, in words; `nil` where these cost no more points.
    private func missedRules(by column: Column, times: Int = 1) -> String? {
        let missed = saturation.missedRules(by: column.entries, times: Int64(times))
        guard !missed.isEmpty else { return nil }
        return missed.map { index, placements in
            let rule = instance.scenario.rules[index]
            let points = placements * Int64(rule.penalty ?? 0)
            return points == 1
                ? (rule.kind == .atLeast ? ReasonTemplate.shortForOnePoint : .overForOnePoint).english(rule.id, placements)
                : (rule.kind == .atLeast ? ReasonTemplate.short : .over).english(rule.id, placements, points)
        }.joined(separator: ReasonSeparator.and.rawValue)
    }

    /// A minimum that is not reached, with what it would cost in soft rules were it reached by people like a column's, where so many
    /// are at home; `nil` where nothing, or the obstacle is no minimum.
    private func minimumSpoilt(_ blocker: Blockers.Blocker, _ posting: Posting, _ column: Column) -> String? {
        guard policy == .optimal, saturation.used(blocker.kind) == 0 else { return nil }
        let minimum: Int
        switch blocker.kind {
        case .places: minimum = instance.groups[posting.group].request.minPlaces
        case .seats(let session): minimum = instance.scenario.sessions[session].minSeats
        default: return nil
        }
        guard idleWithin[posting.group] >= minimum, let detail = missedRules(by: column, times: minimum) else { return nil }
        return ReasonTemplate.minimumMisses.english(blocker.detail, minimum, detail)
    }

    /// Why those who hold the places of a group were preferred, as far as what people bring to the objective tells.
    private func rival(_ posting: Posting, isFirst: Bool) -> Reason {
        let request = instance.groups[posting.group].request.id
        if let served = policy.served { return Reason(code: "places_taken", detail: served.english(request)) }
        let least = leastWorth[posting.group] ?? []
        for ((term, held), own) in zip(zip(ranked, least), worth(posting, isFirst: isFirst)) where held != own {
            guard held > own else {
                return Reason(code: "places_taken", detail: ReasonTemplate.takenAndNoBetter.english(request))
            }
            let (points, isPriority) = (held - own, term == .placements)
            let detail = points == 1
                ? (isPriority ? ReasonTemplate.outbidByPriorityPoint : .outbidByMatchPoint).english(request)
                : (isPriority ? ReasonTemplate.outbidByPriority : .outbidByMatch).english(points, request)
            return Reason(code: "outbid", detail: detail)
        }
        return Reason(code: "places_taken", detail: ReasonTemplate.takenByEquals.english(request))
    }

    /// What a person brings to the ranked terms.
    private func worth(_ posting: Posting, isFirst: Bool) -> [Int64] {
        ranked.map { $0 == .match ? posting.match : posting.variant(isFirst: isFirst)?.placements ?? 0 }
    }
}

extension PlanPolicy {
    /// That others went, whom a policy prefers; `nil` for the one that weighs the whole plan.
    fileprivate var served: ReasonTemplate? {
        switch self {
        case .firstCome: .servedFirst
        case .lottery: .servedByLot
        case .greedy: .servedByFit
        case .optimal: nil
        }
    }
}
