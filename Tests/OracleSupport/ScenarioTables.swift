import MobilityModel

extension ScenarioMaker {
    mutating func makeCandidates() -> [Candidate] {
        (0..<random.pick([1, 2, 3, 3, 4, 4])).map { index in
            let origin = random.chance(75) ? origins[0] : origins[1]
            var candidate = Candidate(
                id: Candidate.ID("c\(index)"), count: random.chance(themes.pools) ? random.int(2...3) : 1, origin: origin,
                area: random.pick(areas + [""]), sex: random.pick([.female, .male, .other]), born: makeBirthday(),
                occupations: makeOccupations(),
                from: twist(.lateCandidates, 60) ? day(1...10) : base - random.int(0...2) * 30)
            if twist(.leavingCandidates, 50) { candidate.until = day(20...40) }
            if twist(.passports, 50) { candidate.passportUntil = day(20...40) }
            if random.chance(25) || twist(.expiry, 60) {
                candidate.certificates = [
                    HeldCertificate(name: random.pick(certificates), expiry: twist(.expiry, 80) ? day(5...22) : nil)
                ]
            }
            if random.chance(40) { candidate.languages = [LanguageSkill(language: "it", level: random.pick([.a1, .a2, .b1]))] }
            if random.chance(30) {
                candidate.cycles = random.int(0...2)
                candidate.lastEmployer = random.pick(employers)
                let end = base - random.pick([1, 10, 29, 60, 90])
                candidate.lastStayUntil = end
                candidate.lastStayFrom = random.chance(70) ? end - random.pick([29, 59, 89]) : nil
            }
            if random.chance(15) || twist(.countries, 60) {
                candidate.countries = Array(random.shuffled(destinations + [origin]).prefix(random.int(2...3)))
            }
            candidate.guarantor = random.pick([.none, .none, .community, .deposit])
            return candidate
        }
    }

    private mutating func makeOccupations() -> [String] {
        let some = Array(random.shuffled(occupations).prefix(random.int(1...3)))
        return some.contains("field") || twist(.occupations, 60) ? some : random.shuffled(some + ["field"])
    }

    /// Mostly grown up; now and then 18, 21, 35 or 41 on a day of the grid, or born on 29 February.
    private mutating func makeBirthday() -> Day {
        if !twist(.birthdays, 60) { return Day(year: random.int(1987...2000), month: random.int(1...12), day: 15) ?? base }
        if random.chance(30) { return Day(year: random.pick([2008, 2004, 1996]), month: 2, day: 29) ?? base }
        let turning = day(2...24).civil
        return Day(year: turning.year - random.pick([18, 18, 21, 36, 41]), month: turning.month, day: min(28, turning.day)) ?? base
    }

    mutating func makeRequests(_ scenario: Scenario) -> [Request] {
        let wanted = random.pick([1, 2, 3, 4, 4, 5, 5])
        let training = random.chance(themes.training)
        let apart = random.chance(themes.roundTrips)
        return (0..<wanted).map { index in
            let country = twist(.domestic, 50) ? random.pick(origins) : random.pick(destinations)
            let start =
                apart
                ? base + (index * 7 + (training ? 8 : 4)) * 15 + random.pick([0, 0, 1, 15]) : day(training ? 8...24 : 4...20)
            let length = random.pick(apart ? [30, 45, 60, 61, 75] : [20, 45, 60, 90, 120])
            var request = Request(
                id: Request.ID("r\(index)"), employer: random.pick(employers), country: country, region: random.pick(regions + [""]),
                channel: random.chance(65) ? "seasonal" : "contract", sector: random.pick(sectors),
                occupation: random.chance(70) ? occupations[0] : random.pick(occupations), start: start, end: start + (length - 1),
                places: random.chance(themes.tight + 15) ? random.int(1...2) : random.int(2...4))
            if twist(.minPlaces, 60) { request.minPlaces = random.int(1...min(3, request.places)) }
            request.priority = random.pick([1, 1, 2, 3])
            if random.chance(75) {
                request.filed = twist(.lateFiling, 70) ? start - random.pick([30, 45, 60, 90]) : base - random.pick([0, 15, 30, 60])
            }
            if training, random.chance(75) {
                if random.chance(65) { request.certificates = random.chance(20) ? certificates : [random.pick(certificates)] }
                if random.chance(40) { request.languages = [LanguageSkill(language: "it", level: random.pick([.a1, .a2, .b1]))] }
            }
            if twist(.named, 50) { request.named = random.some(scenario.candidates.map(\.id), 75) }
            if twist(.requestOrigins, 50) { request.origins = [random.pick(origins)] }
            return request
        }
    }

    /// Mostly what requests ask for, before they start.
    mutating func makeSessions(_ requests: [Request]) -> [CourseSession] {
        var asked: [Skill] = []
        for skill in requests.flatMap({ $0.certificates.map(Skill.certificate) + $0.languages.map(Skill.language) }) where !asked.contains(skill) {
            asked.append(skill)
        }
        guard !asked.isEmpty || random.chance(30) else { return [] }
        let all: [Skill] = certificates.map(Skill.certificate) + [LanguageLevel.a1, .a2, .b1].map { .language(LanguageSkill(language: "it", level: $0)) }
        var open = random.shuffled(asked)
        return (0..<random.pick([2, 3, 3, 4])).map { index in
            let start = day(-2...6)
            var grants = [open.popLast() ?? random.pick(asked.isEmpty ? all : asked)]
            if random.chance(20) { grants = Array(Set(grants + [random.pick(all)])).sorted { $0.description < $1.description } }
            var session = CourseSession(
                id: CourseSession.ID("s\(index)"), grants: grants, start: start, end: start + random.pick([4, 14, 29]),
                seats: random.chance(themes.tight) ? random.int(1...2) : random.int(2...6))
            if twist(.courseChains, 60) {
                let required = random.pick(all)
                if !grants.contains(required) {
                    session.requires = [required]
                    if random.chance(70) { open.append(required) }
                }
            }
            if twist(.minSeats, 60) { session.minSeats = random.int(1...min(3, session.seats)) }
            if twist(.courseOrigins, 40) { session.origins = [random.pick(origins)] }
            if random.chance(60) { session.seatCost = Cents(Int64(random.pick([5000, 12_345, 20_001]))) }
            if random.chance(40) { session.runCost = Cents(Int64(random.pick([10_000, 40_000]))) }
            return session
        }
    }

    mutating func makeConsulates() -> [Consulate] {
        var result: [Consulate] = []
        for origin in origins {
            for country in destinations + origins where country != origin {
                let number = twist(.missingConsulates, 40) ? 0 : twist(.twoConsulates, 60) ? 2 : 1
                for index in 0..<number {
                    var consulate = Consulate(
                        id: Consulate.ID("k-\(origin)-\(country)-\(index)"), origin: origin, country: country,
                        monthlyCapacity: random.chance(themes.tight) ? random.pick([0, 1, 1, 2]) : 60,
                        processingDays: random.pick([0, 5, 10, 15, 15, 30]),
                        fee: Cents(Int64(random.pick([0, 8000, 11_600]))))
                    if twist(.consulateDates, 50) { consulate.from = day(0...8) }
                    if twist(.consulateDates, 50) { consulate.until = day(1...10) }
                    result.append(consulate)
                }
            }
        }
        return result
    }

    /// One or two trees of up to three levels.
    mutating func makeQuotas() -> [QuotaLine] {
        var lines: [QuotaLine] = []
        for tree in 0..<random.int(1...2) {
            let root = QuotaLine.ID("q\(tree)")
            lines.append(QuotaLine(id: root, from: base, until: base + random.pick([364, 719, 719]), places: quotaPlaces()))
            if tree > 0, random.chance(30) { lines[lines.count - 1].channels = ["contract"] }
            for branch in 0..<random.int(0...3) {
                var line = QuotaLine(
                    id: QuotaLine.ID("q\(tree)-\(branch)"),
                    within: random.chance(25) && branch > 0 ? QuotaLine.ID("q\(tree)-\(branch - 1)") : root,
                    from: twist(.closedLines, 50) ? day(2...10) : base, until: twist(.closedLines, 50) ? day(12...40) : base + 719,
                    audience: twist(.audience, 60) ? .returning : .any, places: random.chance(10) ? 0 : quotaPlaces())
                if twist(.opens, 60) { line.opens = base - random.pick([0, 14, 15, 29, 30, 45]) }
                if twist(.lineFilters, 50) { line.channels = [random.pick(["seasonal", "contract"])] }
                if twist(.lineFilters, 40) { line.sectors = random.some(sectors, 60) }
                if twist(.lineFilters, 40) { line.origins = [random.pick(origins)] }
                if twist(.lineFilters, 40) { line.countries = [random.pick(destinations)] }
                lines.append(line)
            }
        }
        return random.shuffled(lines)
    }

    private mutating func quotaPlaces() -> Int { random.chance(themes.tight + 15) ? random.int(1...2) : random.int(2...6) }

    mutating func makeCosts() -> Costs {
        var travel: [Costs.Travel] = []
        for origin in origins {
            for country in destinations + [origin] where random.chance(70) {
                travel.append(Costs.Travel(origin: origin, country: country, price: Cents(Int64(random.pick([56_500, 30_050, 0])))))
            }
        }
        return Costs(travel: travel, reintegration: Cents(Int64(random.pick([0, 91_500, 20_000]))))
    }

    /// About as much as one to six cycles cost, in several pots.
    mutating func makeFunds(_ scenario: Scenario) -> [Fund] {
        guard random.chance(themes.funds) else { return [] }
        let prices = scenario.costs.travel.map(\.price.amount).filter { $0 > 0 } + [30_000]
        let cycle = scenario.costs.reintegration.amount + random.pick(prices) + 10_000
        func amount(_ maker: inout ScenarioMaker, _ halves: ClosedRange<Int>) -> Cents {
            Cents(cycle * Int64(maker.random.int(halves)) / 2 - Int64(maker.random.pick([0, 0, 1])))
        }
        var funds = [Fund(id: "f-all", amount: amount(&self, 1...7))]
        for index in 0..<random.int(1...3) {
            var fund = Fund(id: Fund.ID("f\(index)"), amount: amount(&self, 1...4))
            if random.chance(70) { fund.kinds = Set(random.some(CostKind.allCases, 50)) }
            if random.chance(25) { fund.origins = [random.pick(origins)] }
            if random.chance(25) { fund.from = day(0...12) }
            if random.chance(25) { fund.until = day(6...40) }
            funds.append(fund)
        }
        return random.shuffled(funds)
    }
}
