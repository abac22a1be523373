import MobilityModel

/// Finds the first structural condition that fails, whatever the plan: what no change of other people's placements can mend.
struct Diagnosis {
    private let instance: Instance
    private let eligibility: Eligibility
    private let windows: StayWindows

    init(_ instance: Instance) {
        self.instance = instance
        eligibility = Eligibility(instance.scenario)
        windows = StayWindows(instance.scenario)
    }

    /// Why a person has no posting at all: what fails on the request for which they come furthest, and of equal ones on that
    /// with the fewest conditions that fail.
    func noPosting(for candidate: Candidate) -> Obstacle {
        var best: (failures: [Ineligibility], group: Int)?
        var eligible: Obstacle?
        for index in groupsToFail(candidate) {
            let group = instance.groups[index]
            if let known = best, let first = eligibility.failure(candidate, group), first < known.failures[0] { continue }
            let failures = eligibility.failures(candidate, group)
            if failures.isEmpty {
                let found = afterEligibility(candidate, group)
                if eligible.map({ found.stage > $0.stage }) ?? true { eligible = found }
                continue
            }
            if let known = best {
                let (a, b) = (failures[0], known.failures[0])
                guard a > b || (a == b && failures.count < known.failures.count) else { continue }
            }
            best = (failures, index)
        }
        if let eligible { return eligible }
        guard let (failures, index) = best else { return Obstacle(0, "no_eligible_request", "there is no request with places") }
        let request = instance.groups[index].request
        let found = failures.map { Obstacle.ineligible($0, candidate: candidate, request: request, cycle: instance.scenario.cycle) }
        return Obstacle(found[0].stage, found[0].reason.code, found.map(\.reason.detail).joined(separator: "; and "))
    }

    /// The groups on which somebody comes furthest: those of their occupations, where there are any, since occupation comes first.
    private func groupsToFail(_ candidate: Candidate) -> [Int] {
        let requests = instance.book.requests
        let own = Set(candidate.occupations.compactMap { requests.occupations.known($0) }).flatMap { requests.byOccupation[$0].map(Int.init) }
        return own.isEmpty ? Array(instance.groups.indices) : own.sorted()
    }

    /// Why nobody is eligible for a group: the failure of the person who comes furthest.
    func nobodyEligible(for index: Int) -> Obstacle {
        let group = instance.groups[index]
        var best: Obstacle?
        for owner in instance.classes {
            let found: Obstacle
            if let failure = eligibility.failure(owner.candidate, group) {
                found = Obstacle(failure.rawValue, "no_eligible_candidate", "nobody is eligible: nearest fails on \(failure.words)")
            } else {
                found = afterEligibility(owner.candidate, group)
            }
            if best.map({ found.stage > $0.stage }) ?? true { best = found }
        }
        return best ?? Obstacle(0, "no_eligible_candidate", "there are no candidates")
    }

    /// What an eligible person without a posting fails on.
    private func afterEligibility(_ candidate: Candidate, _ group: RequestGroup) -> Obstacle {
        let request = group.request
        let atoms = instance.training.atoms
        let owned = atoms.owned(by: candidate)
        for atom in atoms.atoms(of: request) where owned[atom] < request.start && atoms.granting[atom].isEmpty {
            return Obstacle(20, "skill_missing", "\(atoms.skills[atom]) is required and no session grants it")
        }
        let pair = "\(candidate.origin) to \(request.country)"
        let isVisaFree = candidate.origin == request.country
            || instance.scenario.visaFree.contains { $0.origin == candidate.origin && $0.countries.contains(request.country) }
        if !isVisaFree, !instance.scenario.consulates.contains(where: { $0.origin == candidate.origin && $0.country == request.country }) {
            return Obstacle(21, "no_consulate", "no consulate takes applications from \(pair)")
        }
        if group.channel.quota, instance.quotas.leaves(for: request, origin: candidate.origin, returning: true).isEmpty {
            return Obstacle(22, "no_quota_line", notYetOpen(request, origin: candidate.origin, returning: candidate.cycles > 0)
                ?? notYetOpen(request, origin: candidate.origin, returning: true)
                ?? "no quota line counts people from \(candidate.origin) in \(request.channel), \(request.sector), on \(request.start)")
        }
        let fare = instance.scenario.costs.travel.first { $0.origin == candidate.origin && $0.country == request.country }?.price ?? .zero
        let item = instance.fundGroups.group(for: .travel, origin: candidate.origin, on: request.start, cost: fare) == nil
            ? "travel from \(candidate.origin) to \(request.country) on \(request.start)"
            : "reintegration of people from \(candidate.origin) on \(request.end)"
        return Obstacle(23, "no_fund", "no fund can pay the \(item)")
    }

    /// The line that would count a cycle had its request been filed once the line is open; `nil` where there is none.
    func notYetOpen(_ request: Request, origin: Country, returning: Bool) -> String? {
        let closed = instance.quotas.notYetOpen(for: request, origin: origin, returning: returning)
        guard let line = closed.first.map({ instance.quotas.lines[$0] }), let opens = line.opens, let filed = request.filed else { return nil }
        return "quota line \(line.id) opens on \(opens), the request is filed on \(filed): file on the opening day or after"
    }

    /// Rest and stay limits, before any preparation.
    /// - Parameter earlier: stays planned before it, with rest after them.
    func beforePreparation(_ posting: Posting, candidate: Candidate, earlier: [Posting] = []) throws -> Obstacle? {
        if let last = candidate.lastStayUntil {
            let rested = last + (instance.scenario.cycle.restDays + 1)
            if posting.start < rested { return Obstacle(30, "resting", "resting until \(rested - 1)") }
        }
        let channel = instance.groups[posting.group].request.channel
        let stay = StayWindows.Stay(start: posting.start, end: posting.end, channel: windows.index(of: channel))
        let stays = StayWindows.history(of: candidate)
            + earlier.map { StayWindows.Stay(start: $0.start, end: $0.end, channel: $0.limitedChannel) }
        if !windows.allows(stay, after: stays) {
            let limit = instance.groups[posting.group].channel.stay.map { "\($0.days) days in \($0.window)" } ?? ""
            return Obstacle(31, "stay_limit", "the stay would pass the limit of channel \(channel), \(limit)")
        }
        return nil
    }

    /// Why an eligible, rested person cannot be ready in time: training, authorisation or visa.
    func noPreparation(_ posting: Posting, owner: Int, after previousEnd: Day) throws -> Obstacle {
        let candidate = instance.classes[owner].candidate
        let list = try instance.list(need: posting.need, acquired: 0)
        let sets = instance.trainingSets(list)
        let atoms = instance.training.atoms
        let missing = instance.needs[posting.need].missing.elements.map { atoms.skills[$0].description }.joined(separator: ", ")
        if sets.isEmpty { return Obstacle(50, "no_session", "no session that they can attend gives \(missing)") }
        let timely = sets.filter { $0.sessions.isEmpty || ($0.start > previousEnd && $0.start >= candidate.from) }
        let last = instance.latestPreparation(posting)
        if !timely.contains(where: { $0.end < last }) {
            let first = max(previousEnd + 1, candidate.from)
            return Obstacle(
                51, "no_session_in_time",
                first < last ? "no session for \(missing) in time, between \(first) and \(last - 1)"
                    : "no time for training in \(missing): available from \(first), the visa must be asked for by \(last)")
        }
        let ready = instance.groups[posting.group].ready
        if ready > last { return tooLateAuthorised(posting, candidate, ready: ready, last: last) }
        return NoApplication(instance: instance, posting: posting, candidate: candidate, previousEnd: previousEnd)
            .obstacle(training: timely.filter { $0.end < last })
    }

    private func tooLateAuthorised(_ posting: Posting, _ candidate: Candidate, ready: Day, last: Day) -> Obstacle {
        let request = instance.groups[posting.group].request
        let filed = request.filed.map { "filed on \($0), " } ?? ""
        let until = posting.calendars == nil ? "the stay starts on \(last)" : "the visa must be asked for by \(last)"
        let own = candidate.from > last ? "; and the person is available from \(candidate.from)" : ""
        return Obstacle(52, "authorisation_too_late", "\(filed)the authorisation of \(request.id) is there by \(ready), \(until)\(own)")
    }
}

extension Ineligibility {
    /// What fails, in two or three words.
    var words: String {
        switch self {
        case .occupation: "occupation"
        case .sector: "the sector that the channel is open to"
        case .country: "choice of country"
        case .origin: "origin"
        case .named: "not being named"
        case .age: "age"
        case .horizon: "a start outside the horizon"
        case .notFiled: "the missing filing date"
        case .notYetAvailable: "availability on the start"
        case .availability: "availability to the end"
        case .passport: "a passport valid to the end"
        }
    }
}
