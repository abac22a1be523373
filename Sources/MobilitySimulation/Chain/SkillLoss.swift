import MobilityModel

/// Which later cycles of an itinerary cannot be without one session of an earlier cycle.
///
/// A cycle needs what its request asks for on the start, and what its sessions require when they start. It needs the
/// session if one of these is met with it and not without it, all other sessions of the itinerary being attended.
struct SkillLoss {
    let candidate: Candidate
    let cycles: [PlannedCycle]

    /// - Complexity: linear in the requirements of the later cycles times the sessions of the itinerary.
    func cycles(needing session: CourseSession.ID, of cycle: Int) -> [Int] {
        guard cycle + 1 < cycles.count else { return [] }
        return (cycle + 1..<cycles.count).filter { later in
            let attended = cycles[...later].flatMap(\.sessions)
            let others = attended.filter { $0.id != session }
            let plan = cycles[later]
            return needs(plan.request.needs, on: plan.request.start, before: plan.deadline, attended, others)
                || plan.sessions.contains { needs($0.requires, on: $0.start, before: $0.start, attended, others) }
        }
    }

    private func needs(
        _ skills: [Skill], on day: Day, before deadline: Day, _ attended: [CourseSession], _ others: [CourseSession]
    ) -> Bool {
        skills.contains { skill in
            !lists(skill, on: day) && gives(attended, skill, before: deadline) && !gives(others, skill, before: deadline)
        }
    }

    private func lists(_ skill: Skill, on day: Day) -> Bool {
        switch skill {
        case .certificate(let name): candidate.certificates.contains { $0.name == name && $0.expiry.map { $0 >= day } ?? true }
        case .language(let wanted): candidate.languages.contains { $0.language == wanted.language && $0.level >= wanted.level }
        }
    }

    private func gives(_ sessions: [CourseSession], _ skill: Skill, before deadline: Day) -> Bool {
        sessions.contains { session in session.end < deadline && session.grants.contains { $0.stands(for: skill) } }
    }
}

extension Skill {
    fileprivate func stands(for wanted: Skill) -> Bool {
        switch (self, wanted) {
        case (.certificate(let mine), .certificate(let other)): mine == other
        case (.language(let mine), .language(let other)): mine.language == other.language && mine.level >= other.level
        default: false
        }
    }
}

extension Request {
    fileprivate var needs: [Skill] { certificates.map(Skill.certificate) + languages.map(Skill.language) }
}
