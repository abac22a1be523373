import MobilityModel

extension Skill {
    /// Whether whoever holds `self` holds `wanted`: the same certificate, or the language at its level or above.
    func covers(_ wanted: Skill) -> Bool {
        switch (self, wanted) {
        case (.certificate(let mine), .certificate(let other)): mine == other
        case (.language(let mine), .language(let other)): mine.language == other.language && mine.level >= other.level
        default: false
        }
    }
}

extension Candidate {
    /// Whether the row itself lists the skill, valid on `day`.
    func lists(_ skill: Skill, on day: Day) -> Bool {
        switch skill {
        case .certificate(let name):
            certificates.contains { held in held.name == name && held.expiry.map { $0 >= day } ?? true }
        case .language:
            languages.contains { Skill.language($0).covers(skill) }
        }
    }
}

extension Request {
    /// Certificates, then languages.
    var requirements: [Skill] { certificates.map(Skill.certificate) + languages.map(Skill.language) }
}

/// The skills that a person holds at a cycle: of the row, of sessions in earlier cycles, of sessions in this one.
struct HeldSkills {
    let candidate: Candidate
    /// Earliest day on which a session of an earlier cycle that granted the skill ended.
    private var earlier: [Skill: Day] = [:]

    init(candidate: Candidate) { self.candidate = candidate }

    /// Moves on to the next cycle.
    mutating func complete(_ sessions: [CourseSession]) {
        for session in sessions {
            for skill in session.grants { earlier[skill] = min(earlier[skill] ?? session.end, session.end) }
        }
    }

    /// Whether `skill` is listed in the row and valid on `day`, or granted by a session of an earlier cycle, or by one of
    /// `sessions`, that ended before `deadline`.
    func holds(_ skill: Skill, validOn day: Day, endedBefore deadline: Day, sessions: some Sequence<CourseSession>) -> Bool {
        if candidate.lists(skill, on: day) { return true }
        if isGrantedEarlier(skill, before: deadline) { return true }
        return sessions.contains { $0.end < deadline && $0.grants.contains { $0.covers(skill) } }
    }

    private func isGrantedEarlier(_ skill: Skill, before deadline: Day) -> Bool {
        if earlier.isEmpty { return false }
        switch skill {
        case .certificate:
            return earlier[skill].map { $0 < deadline } ?? false
        case .language(let wanted):
            return LanguageLevel.allCases.contains { level in
                level >= wanted.level
                    && earlier[.language(LanguageSkill(language: wanted.language, level: level))].map { $0 < deadline } ?? false
            }
        }
    }
}
