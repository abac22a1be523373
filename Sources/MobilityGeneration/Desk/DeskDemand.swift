import MobilityModel

extension Desk {
    /// Requests, some of which name a few of the candidates that have their occupation.
    func demand(naming candidates: [Candidate]) -> [Request] {
        var random = SplitMix64(seed: seed, stream: 12)
        let sizes = apportion(max(0, places - requests), weights: (0..<requests).map { _ in random.number(in: 1...9) }).map { $0 + 1 }
        return sizes.enumerated().map { number, size in request(number + 1, size, candidates, &random) }
    }

    private func request(_ number: Int, _ size: Int, _ candidates: [Candidate], _ random: inout SplitMix64) -> Request {
        let destination = DeskVocabulary.destinations[random.index(weights: DeskVocabulary.destinations.map(\.weight))]
        let job = DeskVocabulary.jobs[random.index(weights: DeskVocabulary.jobs.map(\.weight))]
        let channel = job.isSeasonal ? "seasonal" : (random.chance(1, in: 4) ? "training_abroad" : "non_seasonal")
        let start = day(inMonth: random.number(in: 2...(months - 1)), random.pick([1, 8, 15, 22]))
        let days = job.isSeasonal ? random.number(in: 60...200) : random.number(in: 180...364)
        var request = Request(
            id: .init("R\(number)"), employer: DeskVocabulary.employer(destination.country, random.number(in: 1...DeskVocabulary.employersByCountry)),
            country: destination.country, region: random.pick(destination.regions), channel: channel, sector: job.sector,
            occupation: job.occupation, start: start, end: start + days, places: size)
        request.filed = start - random.number(in: 85...175)
        request.certificates = job.certificate.map { [$0] } ?? []
        let language = random.below(20)
        if language < 10 {
            // A1 is taught in Italian and Spanish, A2 in Italian only; people bring French.
            let level: LanguageLevel = language < 3 && destination.language != "es" ? .a2 : .a1
            request.languages = [LanguageSkill(language: destination.language, level: level)]
        }
        if random.chance(1, in: 8) { request.minPlaces = min(size, 2 + random.below(3)) }
        if random.chance(1, in: 5) { request.priority = random.number(in: 2...3) }
        if random.chance(1, in: 8) {
            let first = random.below(DeskVocabulary.origins.count)
            let second = (first + 1 + random.below(DeskVocabulary.origins.count - 1)) % DeskVocabulary.origins.count
            request.origins = [first, second].sorted().map { DeskVocabulary.origins[$0].country }
        } else if random.chance(1, in: 20) {
            // Looks at 200 candidates, so that a million people cost no more than a few hundred.
            var named: [Candidate.ID] = []
            for _ in 0..<200 where named.count < size + 2 {
                let candidate = candidates[random.below(candidates.count)]
                if candidate.occupations.contains(job.occupation), !named.contains(candidate.id) { named.append(candidate.id) }
            }
            request.named = named
        }
        return request
    }

    /// For each destination and year a tree: lines that leave a part of the demand without a place, and parents that are
    /// tighter than their children together.
    func quotas(for requests: [Request]) -> [QuotaLine] {
        var lines: [QuotaLine] = []
        let source = "made up: a share of the places asked for"
        for destination in DeskVocabulary.destinations {
            let country = destination.country
            for year in firstDay.year...lastDay.year {
                let own = requests.filter { $0.country == country && $0.start.year == year }
                func asked(_ matches: (Request) -> Bool) -> Int { own.filter(matches).reduce(0) { $0 + $1.places } }
                let agriculture = asked { $0.sector == "agriculture" }
                let tourism = asked { $0.sector == "tourism" }
                let other = asked { $0.channel == "non_seasonal" }
                guard agriculture + tourism + other > 0 else { continue }
                let root = "\(country)-\(year)"
                func line(_ name: String, in parent: String?, _ places: Int, opens: Day? = nil, channels: [String] = [],
                          sectors: [String] = [], origins: [Country] = [], audience: Audience = .any) {
                    lines.append(QuotaLine(
                        id: .init(root + name), within: parent.map { .init(root + $0) }, from: .on(year, 1, 1), until: .on(year, 12, 31),
                        opens: opens, channels: channels, sectors: sectors, origins: origins, countries: [country],
                        audience: audience, places: max(1, places), source: source))
                }
                line("", in: nil, (agriculture + tourism + other) * 72 / 100)
                if agriculture + tourism > 0 {
                    line("-seasonal", in: "", (agriculture + tourism) * 75 / 100)
                    if agriculture > 0 {
                        line("-agriculture", in: "-seasonal", agriculture * 70 / 100, opens: .on(year - 1, 10, 1), channels: ["seasonal"], sectors: ["agriculture"])
                    }
                    if tourism > 0 {
                        line("-tourism", in: "-seasonal", tourism * 80 / 100, opens: .on(year - 1, 11, 1), channels: ["seasonal"], sectors: ["tourism"])
                    }
                    line("-returning", in: "-seasonal", (agriculture + tourism) * 15 / 100, channels: ["seasonal"], audience: .returning)
                }
                if other > 0 {
                    line("-non-seasonal", in: "", other * 80 / 100)
                    line("-sahel", in: "-non-seasonal", other * 55 / 100, opens: .on(year - 1, 11, 15), channels: ["non_seasonal"], origins: ["ML", "SN"])
                    line("-maghreb", in: "-non-seasonal", other * 40 / 100, opens: .on(year - 1, 11, 15), channels: ["non_seasonal"], origins: ["MA", "TN"])
                }
            }
        }
        return lines
    }
}
