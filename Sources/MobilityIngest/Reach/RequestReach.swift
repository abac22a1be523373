import MobilityModel

/// Open requests that no candidate can reach, and pairs of countries that lack a consulate.
struct RequestReach {
    let scenario: Scenario
    let tables: ScenarioTables
    let open: [Int]
    let routes: VisaRoutes
    let supply: SkillSupply
    let leaves: QuotaLeaves
    let log: FindingLog

    private struct Seekers: Hashable {
        var origin: Country
        var occupation: String
        /// `nil` for those who go anywhere.
        var country: Country?
    }

    func run() {
        var free: [Seekers: Staircase] = [:]
        var origins: [String: Set<Country>] = [:]
        var held = Set<Skill>()
        collect(&free, &origins, &held)
        var unserved: [[Country]: (requests: Int, places: Int)] = [:]
        for index in open {
            let request = scenario.requests[index]
            guard let reason = reason(request, free, origins, held, &unserved) else { continue }
            log.warning(
                "unreachable_request", at: tables.requests.place(index),
                "nobody can fill request \(Excerpt.name(request.id.text)): \(reason)")
        }
        for (pair, count) in unserved.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            log.warning(
                "missing_consulate", at: tables.head(.consulates),
                "no consulate serves \(pair[0]) to \(pair[1]), which is not visa-free; people from \(pair[0]) cannot take \(count.requests == 1 ? "1 request" : "\(count.requests) requests") (\(count.places) places) there")
        }
    }

    private func collect(
        _ free: inout [Seekers: Staircase], _ origins: inout [String: Set<Country>], _ held: inout Set<Skill>
    ) {
        var seen = Set<[String]>()
        for candidate in scenario.candidates {
            let from = candidate.firstDayFree, until = candidate.lastDayFree
            for occupation in candidate.occupations {
                var seekers = Seekers(origin: candidate.origin, occupation: occupation, country: nil)
                if candidate.countries.isEmpty {
                    free[seekers, default: Staircase()].add(from.number, until.number)
                }
                for country in candidate.countries {
                    seekers.country = country
                    free[seekers, default: Staircase()].add(from.number, until.number)
                }
            }
            // Lists are shared between alike rows; each combination is looked at once.
            let skills = candidate.certificates.map(\.name) + candidate.languages.map(\.description)
            guard !skills.isEmpty, seen.insert(skills).inserted else { continue }
            for certificate in candidate.certificates { held.insert(.certificate(certificate.name)) }
            for skill in candidate.languages {
                for level in LanguageLevel.allCases where level <= skill.level {
                    held.insert(.language(LanguageSkill(language: skill.language, level: level)))
                }
            }
        }
        for seekers in free.keys {
            free[seekers]?.settle()
            origins[seekers.occupation, default: []].insert(seekers.origin)
        }
    }

    /// Why nobody can fill the request, or `nil`.
    private func reason(
        _ request: Request, _ free: [Seekers: Staircase], _ origins: [String: Set<Country>], _ held: Set<Skill>,
        _ unserved: inout [[Country]: (requests: Int, places: Int)]
    ) -> String? {
        guard let homes = origins[request.occupation] else {
            let near = NearestName.find(request.occupation, among: Array(origins.keys)).map { "; did you mean `\(Excerpt.plain($0))`?" }
            return "no candidate has the occupation \(Excerpt.quoted(request.occupation))\(near ?? "")"
        }
        if let skill = supply.mustBeHeld(request).first(where: { !held.contains($0) }) {
            return "no candidate holds \(Excerpt.name(skill.description)), and no session grants it before the start"
        }
        let lines = scenario.channels[request.channel]?.quota == true ? leaves.matching(request) : nil
        let admitted = homes.sorted().filter { origin in
            (request.origins.isEmpty || request.origins.contains(origin)) && (lines.map { leaves.admits(origin, $0) } ?? true)
        }
        guard !admitted.isEmpty else {
            return "no candidate with the occupation \(Excerpt.quoted(request.occupation)) comes from an origin that it and the quota lines admit"
        }
        var isServed = false
        var isInTime = false
        var isReached = false
        for origin in admitted {
            var seekers = Seekers(origin: origin, occupation: request.occupation, country: nil)
            switch routes.route(from: origin, to: request) {
            case .noConsulate:
                var wanted = seekers
                wanted.country = request.country
                guard free[seekers] != nil || free[wanted] != nil else { continue }
                let known = unserved[[origin, request.country]] ?? (0, 0)
                unserved[[origin, request.country]] = (known.requests + 1, known.places + request.places)
            case .tooLate: isServed = true
            case .open(let latest):
                isServed = true
                isInTime = true
                let anywhere = free[seekers]?.holds(atMost: latest.number, atLeast: request.end.number) ?? false
                seekers.country = request.country
                let there = free[seekers]?.holds(atMost: latest.number, atLeast: request.end.number) ?? false
                isReached = isReached || anywhere || there
            }
        }
        // Each pair of countries is reported once, not once for every request.
        if !isServed { return nil }
        if !isInTime { return "authorisation and visa take longer than the time from \(request.filed.map { "its filing on \($0)" } ?? "the opening of the consulate") to the start on \(request.start)" }
        if !isReached { return "no candidate with the occupation \(Excerpt.quoted(request.occupation)) is free from its last visa date to its end, with a valid passport, and wants to go to \(request.country)" }
        return nil
    }
}
