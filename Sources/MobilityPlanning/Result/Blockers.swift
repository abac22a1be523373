import MobilityModel

/// What leaves no room for one more placement: full things, hard rules, funds.
struct Blockers {
    let instance: Instance
    let saturation: Saturation

    struct Blocker {
        var kind: RowKind
        var code: String
        var detail: String
        /// As of obstacles: the larger, the nearer to a placement.
        var stage = 80
    }

    /// All that leaves no room for one more with a preparation, in the order in which a planner meets it.
    func all(_ posting: Posting, _ way: Preparation, _ column: Column) -> [Blocker] {
        sessions(posting, way) + consulate(way) + quotaLines(way) + places(posting) + rules(column) + funds(way, column)
    }

    private func sessions(_ posting: Posting, _ way: Preparation) -> [Blocker] {
        way.sessions.filter { saturation.isFull(.seats($0)) }.map { session in
            let course = instance.scenario.sessions[session]
            let skills = course.grants.map(\.description).joined(separator: ReasonSeparator.comma.rawValue)
            guard saturation.used(.seats(session)) == 0, course.seats > 0 else {
                let last = deadline(of: course, in: way, for: posting)
                return Blocker(kind: .seats(session), code: "session_full", detail: ReasonTemplate.sessionFull.english(skills, last))
            }
            return Blocker(
                kind: .seats(session), code: "session_minimum",
                detail: ReasonTemplate.sessionMinimum.english(skills, course.id, course.minSeats))
        }
    }

    /// The day before which a session of a preparation must end: where another one builds on it, that one's first; else the last day for
    /// what comes after training.
    private func deadline(of course: CourseSession, in way: Preparation, for posting: Posting) -> Day {
        let next = way.sessions.map { instance.scenario.sessions[$0] }.filter { later in
            later.start > course.end && later.requires.contains { wanted in course.grants.contains { $0.meets(wanted) } }
        }
        return next.map(\.start).min() ?? instance.latestPreparation(posting)
    }

    private func consulate(_ way: Preparation) -> [Blocker] {
        guard let index = way.calendar else { return [] }
        let month = instance.calendars[index].stretches[way.stretch].month
        let applications = RowKind.applications(calendar: index, month: month)
        guard saturation.isFull(applications) else { return [] }
        let consulate = instance.calendars[index].consulate
        let detail = consulate.monthlyCapacity == 0
            ? ReasonTemplate.consulateWithoutCapacity.english(consulate.id) : ReasonTemplate.consulateFull.english(consulate.id, month)
        return [Blocker(kind: applications, code: "consulate_full", detail: detail)]
    }

    private func quotaLines(_ way: Preparation) -> [Blocker] {
        let lines = way.leaf.map { leaf in instance.quotas.paths[leaf].filter { saturation.isFull(.quota($0)) } } ?? []
        guard let line = lines.first else { return [] }
        let names = lines.map { instance.quotas.lines[$0].id.text }.joined(separator: ReasonSeparator.and.rawValue)
        let template = lines.count == 1 ? ReasonTemplate.lineFull : .linesFull
        return [Blocker(kind: .quota(line), code: "quota_full", detail: template.english(names))]
    }

    private func places(_ posting: Posting) -> [Blocker] {
        let places = RowKind.places(posting.group)
        guard saturation.isFull(places) else { return [] }
        let request = instance.groups[posting.group].request
        return [
            saturation.used(places) == 0
                ? Blocker(
                    kind: places, code: "request_minimum",
                    detail: ReasonTemplate.requestMinimum.english(request.id, request.minPlaces))
                : Blocker(kind: places, code: "places_taken", detail: ReasonTemplate.placesTaken.english(request.id))
        ]
    }

    private func rules(_ column: Column) -> [Blocker] {
        saturation.brokenRules(by: column.entries).map { rule in
            let id = instance.scenario.rules[rule].id
            return Blocker(kind: .rule(rule), code: "rule", detail: ReasonTemplate.rule.english(id), stage: 85)
        }
    }

    private func funds(_ way: Preparation, _ column: Column) -> [Blocker] {
        guard let funds = saturation.exhaustedFunds(by: column.entries, sessions: way.sessions) else { return [] }
        guard let fund = funds.first else {
            let sessions = way.sessions.map { instance.scenario.sessions[$0].id.text }.joined(separator: ReasonSeparator.comma.rawValue)
            return [Blocker(kind: .fund(0), code: "no_fund", detail: ReasonTemplate.noRunFund.english(sessions), stage: 84)]
        }
        let names = funds.map { instance.fundGroups.funds[$0].id.text }.sorted().joined(separator: ReasonSeparator.comma.rawValue)
        return [Blocker(kind: .fund(fund), code: "fund_exhausted", detail: ReasonTemplate.fundsExhausted.english(names), stage: 84)]
    }
}
