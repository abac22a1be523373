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
        guard let (failures, index) = best else { return Obstacle(0, "no_eligible_request", .nothingAsked) }
        let request = instance.groups[index].request
        let found = failures.map { Obstacle.ineligible($0, candidate: candidate, request: request, cycle: instance.scenario.cycle) }
        return Obstacle(found[0].stage, found[0].reason.code, found.map(\.reason.detail).joined(separator: ReasonSeparator.semicolon.rawValue))
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
                found = Obstacle(failure.rawValue, "no_eligible_candidate", failure.ofNobody)
            } else {
                found = afterEligibility(owner.candidate, group)
            }
            if best.map({ found.stage > $0.stage }) ?? true { best = found }
        }
        return best ?? Obstacle(0, "no_eligible_candidate", .nobodyExists)
    }

    /// What an eligible person without a posting fails on.
    private func afterEligibility(_ candidate: Candidate, _ group: RequestGroup) -> Obstacle {
        let request = group.request
        let atoms = instance.training.atoms
        let owned = atoms.owned(by: candidate)
        for atom in atoms.atoms(of: request) where owned[atom] < request.start && atoms.granting[atom].isEmpty {
            return Obstacle(20, "skill_missing", .skillMissing, atoms.skills[atom])
        }
        let isVisaFree = candidate.origin == request.country
            || instance.scenario.visaFree.contains { $0.origin == candidate.origin && $0.countries.contains(request.country) }
        if !isVisaFree, !instance.scenario.consulates.contains(where: { $0.origin == candidate.origin && $0.country == request.country }) {
            return Obstacle(21, "no_consulate", .noConsulate, candidate.origin, request.country)
        }
        if group.channel.quota, instance.quotas.leaves(for: request, origin: candidate.origin, returning: true).isEmpty {
            return Obstacle(22, "no_quota_line", notYetOpen(request, origin: candidate.origin, returning: candidate.cycles > 0)
                ?? notYetOpen(request, origin: candidate.origin, returning: true)
                ?? ReasonTemplate.noLineCounts.english(candidate.origin, request.channel, request.sector, request.start))
        }
        let fare = instance.scenario.costs.travel.first { $0.origin == candidate.origin && $0.country == request.country }?.price ?? .zero
        return instance.fundGroups.group(for: .travel, origin: candidate.origin, on: request.start, cost: fare) == nil
            ? Obstacle(23, "no_fund", .noTravelFund, candidate.origin, request.country, request.start)
            : Obstacle(23, "no_fund", .noReintegrationFund, candidate.origin, request.end)
    }

    /// The line that would count a cycle had its request been filed once the line is open; `nil` where there is none.
    func notYetOpen(_ request: Request, origin: Country, returning: Bool) -> String? {
        let closed = instance.quotas.notYetOpen(for: request, origin: origin, returning: returning)
        guard let line = closed.first.map({ instance.quotas.lines[$0] }), let opens = line.opens, let filed = request.filed else { return nil }
        return ReasonTemplate.lineNotOpen.english(line.id, opens, filed)
    }

    /// Rest and stay limits, before any preparation.
    /// - Parameter earlier: stays planned before it, with rest after them.
    func beforePreparation(_ posting: Posting, candidate: Candidate, earlier: [Posting] = []) throws -> Obstacle? {
        if let last = candidate.lastStayUntil {
            let rested = last + (instance.scenario.cycle.restDays + 1)
            if posting.start < rested { return Obstacle(30, "resting", .resting, rested - 1) }
        }
        let channel = instance.groups[posting.group].request.channel
        let stay = StayWindows.Stay(start: posting.start, end: posting.end, channel: windows.index(of: channel))
        let stays = StayWindows.history(of: candidate)
            + earlier.map { StayWindows.Stay(start: $0.start, end: $0.end, channel: $0.limitedChannel) }
        if !windows.allows(stay, after: stays) {
            let limit = instance.groups[posting.group].channel.stay ?? StayLimit(days: 0, window: 0)
            return Obstacle(31, "stay_limit", .stayLimit, channel, limit.days, limit.window)
        }
        return nil
    }

    /// Why an eligible, rested person cannot be ready in time: training, authorisation or visa.
    func noPreparation(_ posting: Posting, owner: Int, after previousEnd: Day) throws -> Obstacle {
        let candidate = instance.classes[owner].candidate
        let list = try instance.list(need: posting.need, acquired: 0)
        let sets = instance.trainingSets(list)
        let atoms = instance.training.atoms
        let missing = instance.needs[posting.need].missing.elements.map { atoms.skills[$0].description }
            .joined(separator: ReasonSeparator.comma.rawValue)
        if sets.isEmpty { return Obstacle(50, "no_session", .noSession, missing) }
        let timely = sets.filter { $0.sessions.isEmpty || ($0.start > previousEnd && $0.start >= candidate.from) }
        let last = instance.latestPreparation(posting)
        if !timely.contains(where: { $0.end < last }) {
            let first = max(previousEnd + 1, candidate.from)
            return first < last
                ? Obstacle(51, "no_session_in_time", .noSessionInTime, missing, first, last - 1)
                : Obstacle(51, "no_session_in_time", .noTimeToTrain, missing, first, last)
        }
        let ready = instance.groups[posting.group].ready
        if ready > last { return tooLateAuthorised(posting, candidate, ready: ready, last: last) }
        return NoApplication(instance: instance, posting: posting, candidate: candidate, previousEnd: previousEnd)
            .obstacle(training: timely.filter { $0.end < last })
    }

    private func tooLateAuthorised(_ posting: Posting, _ candidate: Candidate, ready: Day, last: Day) -> Obstacle {
        let request = instance.groups[posting.group].request
        let isVisaFree = posting.calendars == nil
        var parts = [
            request.filed.map {
                let template = isVisaFree ? ReasonTemplate.filedAuthorisationAtStart : .filedAuthorisation
                return template.english($0, request.id, ready, last)
            } ?? (isVisaFree ? ReasonTemplate.authorisationAtStart : .authorisation).english(request.id, ready, last)
        ]
        if candidate.from > last { parts.append(ReasonTemplate.personAvailable.english(candidate.from)) }
        return Obstacle(52, "authorisation_too_late", parts.joined(separator: ReasonSeparator.semicolon.rawValue))
    }
}

extension Ineligibility {
    /// The sentence where nobody is eligible and this is what fails for the nearest.
    var ofNobody: ReasonTemplate {
        switch self {
        case .occupation: .nobodyByOccupation
        case .sector: .nobodyBySector
        case .country: .nobodyByCountry
        case .origin: .nobodyByOrigin
        case .named: .nobodyByName
        case .age: .nobodyByAge
        case .horizon: .nobodyByHorizon
        case .notFiled: .nobodyByFiling
        case .notYetAvailable: .nobodyByStart
        case .availability: .nobodyByEnd
        case .passport: .nobodyByPassport
        }
    }
}
