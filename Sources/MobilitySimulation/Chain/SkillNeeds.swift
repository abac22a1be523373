import MobilityModel

/// What the cycles of an itinerary owe to sessions of earlier cycles.
///
/// A cycle needs what its request asks for on the start, and what its sessions require when they start. What neither the
/// candidate's row nor a session of the cycle itself gives must come from a session of an earlier cycle.
struct SkillNeeds {
    let candidate: Candidate
    let cycles: [PlannedCycle]

    /// For every need of a cycle that only earlier cycles meet, the sessions that do: one of them is enough.
    ///
    /// - Returns: sessions by their number in the itinerary, from 0.
    /// - Complexity: linear in the requirements of the cycle times the sessions up to it.
    func providers(for cycle: Int) -> [[Int]] {
        let plan = cycles[cycle]
        let earlier = cycles[..<cycle].flatMap(\.sessions)
        guard !earlier.isEmpty else { return [] }
        var result: [[Int]] = []
        func collect(_ skills: [Skill], on day: Day, before deadline: Day) {
            for skill in skills where !lists(skill, on: day) && !plan.sessions.contains(where: { gives($0, skill, deadline) }) {
                let providers = earlier.indices.filter { gives(earlier[$0], skill, deadline) }
                if !providers.isEmpty, !result.contains(providers) { result.append(providers) }
            }
        }
        collect(plan.request.needs, on: plan.request.start, before: plan.deadline)
        for session in plan.sessions { collect(session.requires, on: session.start, before: session.start) }
        return result
    }

    private func lists(_ skill: Skill, on day: Day) -> Bool {
        switch skill {
        case .certificate(let name): candidate.certificates.contains { $0.name == name && $0.expiry.map { $0 >= day } ?? true }
        case .language(let wanted): candidate.languages.contains { $0.language == wanted.language && $0.level >= wanted.level }
        }
    }

    private func gives(_ session: CourseSession, _ skill: Skill, _ deadline: Day) -> Bool {
        session.end < deadline && session.grants.contains { $0.stands(for: skill) }
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
