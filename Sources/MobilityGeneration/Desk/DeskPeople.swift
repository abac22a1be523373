import MobilityModel

extension Desk {
    func candidates() -> [Candidate] {
        var random = SplitMix64(seed: seed, stream: 11)
        let byOrigin = apportion(people, weights: DeskVocabulary.origins.map(\.weight))
        var result: [Candidate] = []
        result.reserveCapacity(people)
        for (origin, count) in zip(DeskVocabulary.origins, byOrigin) {
            for number in 0..<count {
                result.append(person("\(origin.country)-\(number + 1)", of: origin.country, areas: origin.areas, &random))
            }
        }
        return result
    }

    private func person(_ id: String, of origin: Country, areas: [String], _ random: inout SplitMix64) -> Candidate {
        let weights = DeskVocabulary.jobs.map(\.weight)
        var occupations: [String] = []
        for _ in 0...random.below(3) {
            let occupation = DeskVocabulary.jobs[random.index(weights: weights)].occupation
            if !occupations.contains(occupation) { occupations.append(occupation) }
        }
        var person = Candidate(
            id: .init(id), origin: origin, area: random.pick(areas), sex: random.chance(2, in: 5) ? .female : .male,
            born: .on(2026 - random.number(in: 18...55), random.number(in: 1...12), random.number(in: 1...28)),
            occupations: occupations, from: firstDay - 60 + 30 * random.below(max(1, months / 2)))
        person.languages = [LanguageSkill(language: "fr", level: random.pick([.a1, .a2, .b1]))]
        if random.chance(1, in: 6) { person.languages.append(random.chance(1, in: 3) ? DeskVocabulary.it2 : DeskVocabulary.it1) }
        if random.chance(1, in: 8) { person.languages.append(DeskVocabulary.es1) }
        let certificates = DeskVocabulary.jobs.filter { occupations.contains($0.occupation) }.compactMap(\.certificate)
        for certificate in certificates where random.chance(1, in: 4) {
            let expiry = random.chance(1, in: 3) ? firstDay + random.number(in: 200...900) : nil
            person.certificates.append(HeldCertificate(name: certificate, expiry: expiry))
        }
        if random.chance(1, in: 10) { person.until = lastDay - random.number(in: 0...300) }
        if let until = person.until, until < person.from { person.until = nil }
        if random.chance(4, in: 5) { person.passportUntil = .on(random.number(in: 2027...2034), random.number(in: 1...12), random.number(in: 1...28)) }
        if random.chance(3, in: 20) {
            person.cycles = random.number(in: 1...3)
            person.lastStayFrom = firstDay - random.number(in: 200...300)
            person.lastStayUntil = firstDay - random.number(in: 10...120)
            person.lastEmployer = DeskVocabulary.employer(
                DeskVocabulary.destinations[random.below(3)].country, random.number(in: 1...DeskVocabulary.employersByCountry))
        }
        if random.chance(1, in: 2) {
            for _ in 0...random.below(3) {
                let country = DeskVocabulary.destinations[random.index(weights: DeskVocabulary.destinations.map(\.weight))].country
                if !person.countries.contains(country) { person.countries.append(country) }
            }
        }
        person.guarantor = random.pick([.none, .none, .none, .community, .deposit])
        return person
    }
}
