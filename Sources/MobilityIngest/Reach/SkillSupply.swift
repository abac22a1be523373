import MobilityModel

/// Which skills sessions can give, and which somebody must bring.
struct SkillSupply {
    /// First end of a session that grants it.
    private var certificates: [String: Day] = [:]
    private var languages: [LanguageSkill: Day] = [:]

    init(_ scenario: Scenario) {
        for session in scenario.sessions where session.seats > 0 && session.seats >= session.minSeats {
            for skill in session.grants {
                switch skill {
                case .certificate(let name): certificates[name] = min(certificates[name] ?? session.end, session.end)
                case .language(let skill):
                    for level in LanguageLevel.allCases where level <= skill.level {
                        let lower = LanguageSkill(language: skill.language, level: level)
                        languages[lower] = min(languages[lower] ?? session.end, session.end)
                    }
                }
            }
        }
    }

    /// The skills of a request that no session grants before its start.
    func mustBeHeld(_ request: Request) -> [Skill] {
        var result: [Skill] = []
        for name in request.certificates where (certificates[name] ?? request.start) >= request.start {
            result.append(.certificate(name))
        }
        for skill in request.languages where (languages[skill] ?? request.start) >= request.start {
            result.append(.language(skill))
        }
        return result
    }

    /// Whether a candidate row lists the skill; expiry is not looked at.
    static func lists(_ candidate: Candidate, _ skill: Skill) -> Bool {
        switch skill {
        case .certificate(let name): candidate.certificates.contains { $0.name == name }
        case .language(let wanted):
            candidate.languages.contains { $0.language == wanted.language && $0.level >= wanted.level }
        }
    }
}
