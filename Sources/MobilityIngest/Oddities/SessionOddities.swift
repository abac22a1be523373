import MobilityModel

/// Sessions that help nobody.
struct SessionOddities {
    let scenario: Scenario
    let tables: ScenarioTables
    let log: FindingLog

    func run() {
        var certificates = Set<String>()
        /// The lowest level asked for.
        var languages: [String: LanguageLevel] = [:]
        func need(_ skill: Skill) {
            switch skill {
            case .certificate(let name): certificates.insert(name)
            case .language(let skill): languages[skill.language] = min(languages[skill.language] ?? .c2, skill.level)
            }
        }
        for request in scenario.requests {
            for name in request.certificates { need(.certificate(name)) }
            for language in request.languages { need(.language(language)) }
        }
        for session in scenario.sessions { session.requires.forEach(need) }
        let origins = Set(scenario.candidates.map(\.origin))

        for (index, session) in scenario.sessions.enumerated() {
            let place = tables.courses.place(index)
            let name = Excerpt.name(session.id.text)
            let isNeeded = session.grants.contains { skill in
                switch skill {
                case .certificate(let name): certificates.contains(name)
                case .language(let skill): languages[skill.language].map { $0 <= skill.level } ?? false
                }
            }
            if !isNeeded {
                let grants = Excerpt.names(session.grants.map(\.description))
                let near = session.grants.lazy.compactMap { NearestName.find($0.description, among: Array(certificates)) }.first
                log.warning(
                    "unused_session", at: place,
                    "session \(name) grants \(grants), which no request and no other session needs"
                        + (near.map { "; did you mean `\($0)`?" } ?? ""))
            }
            if session.minSeats > session.seats {
                log.warning(
                    "unused_session", at: place,
                    "session \(name) runs with at least \(session.minSeats) people and has \(session.seats) seats; it can never run")
            }
            if !session.origins.isEmpty, !scenario.candidates.isEmpty, session.origins.allSatisfy({ !origins.contains($0) }) {
                log.warning(
                    "unused_session", at: place,
                    "session \(name) is for people from \(Excerpt.names(session.origins.map(\.description))), and no candidate is")
            }
        }
        checkCertificateNames()
    }

    /// A language among certificates is never granted: sessions grant `it:A2` as a language.
    private func checkCertificateNames() {
        func check(_ names: [String], at place: Place) {
            for name in names where withBytes(of: name, Decode.readsLikeLanguage) {
                log.warning(
                    "language_as_certificate", at: place,
                    "`certificates`: \(Excerpt.quoted(name)) reads like a language, which belongs in `languages`")
            }
        }
        for (index, request) in scenario.requests.enumerated() { check(request.certificates, at: tables.requests.place(index)) }
        for (index, candidate) in scenario.candidates.enumerated() where !candidate.certificates.isEmpty {
            for certificate in candidate.certificates where certificate.name.utf8.count == 5 {
                check([certificate.name], at: tables.candidates.place(index))
            }
        }
    }
}
