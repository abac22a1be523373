import MobilityModel

/// Looks for sessions that one person could attend to acquire skills, sessions that other sessions require included.
struct SessionSearch {
    let candidate: Candidate
    /// Left of the search, in sessions tried.
    var steps: Int
    /// In the order in which they are tried.
    let sessions: [CourseSession]

    private struct Need {
        var skill: Skill
        var before: Day
        var validOn: Day
    }

    /// - Returns: `nil` where there are none, or the search has no steps left.
    mutating func set(giving skills: [Skill], before deadline: Day, validOn day: Day) -> [CourseSession]? {
        extend([], needs: skills.map { Need(skill: $0, before: deadline, validOn: day) })
    }

    private mutating func extend(_ chosen: [CourseSession], needs: [Need]) -> [CourseSession]? {
        guard let need = needs.first(where: { !isMet($0, chosen) }) else { return chosen }
        for session in sessions where session.grants.contains(where: { $0.covers(need.skill) }) {
            guard steps > 0 else { return nil }
            steps -= 1
            guard session.end < need.before, canAttend(session), !chosen.contains(where: { overlaps($0, session) }) else { continue }
            let more = session.requires.map { Need(skill: $0, before: session.start, validOn: session.start) }
            if let found = extend(chosen + [session], needs: needs + more) { return found }
        }
        return nil
    }

    private func isMet(_ need: Need, _ chosen: [CourseSession]) -> Bool {
        candidate.lists(need.skill, on: need.validOn)
            || chosen.contains { $0.end < need.before && $0.grants.contains { $0.covers(need.skill) } }
    }

    private func canAttend(_ session: CourseSession) -> Bool {
        session.start >= candidate.from && (session.origins.isEmpty || session.origins.contains(candidate.origin))
            && (candidate.lastStayUntil.map { session.start > $0 } ?? true)
    }

    private func overlaps(_ a: CourseSession, _ b: CourseSession) -> Bool { a.start <= b.end && b.start <= a.end }
}
