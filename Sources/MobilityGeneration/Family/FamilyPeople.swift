import MobilityModel

/// The rows of the candidates: of everybody, with days drawn within their classes, or of pools, with the middle of each.
struct FamilyPeople {
    let origins: FamilyOrigins
    let availability: FamilyAvailability
    let vocabulary: FamilyVocabulary
    let classes: FamilyClasses
    private let firstDay: Day
    private let seed: UInt64

    init(seed: UInt64, size: FamilySize, origins: FamilyOrigins, requests: [Request]) {
        self.seed = seed
        self.origins = origins
        availability = FamilyAvailability(years: size.years, people: size.people)
        vocabulary = FamilyVocabulary(requests: requests)
        classes = FamilyClasses(seed: seed, origins: origins, availability: availability)
        firstDay = .on(size.years.first ?? 2026, 1, 1)
    }

    /// A row for each person, in a random order, since the order of rows is that of application for `--policy first-come`.
    func individuals() -> [FamilyRow] {
        var random = SplitMix64(seed: seed, stream: 23)
        var order = Array(0..<classes.count)
        Deck.shuffle(&order, &random)
        return order.map { person in
            individual(FamilyLevels { classes[person, $0] }, &random)
        }
    }

    /// Pools of people alike, see `FamilyPools`; in a random order too.
    func pools() -> [FamilyRow] {
        var random = SplitMix64(seed: seed, stream: 24)
        var pools = FamilyPools.pools(of: classes, origins, &random)
        Deck.shuffle(&pools, &random)
        return pools.map { levels, count in
            var row = pool(levels, &random)
            row.count = count
            return row
        }
    }

    private func individual(_ levels: FamilyLevels, _ random: inout SplitMix64) -> FamilyRow {
        let kind = availability.kinds[levels[.availability]]
        let age = random.number(in: FamilyClasses.ages(levels[.sexAndAge]))
        let dates = availability.dates(kind, &random)
        let years = random.number(in: FamilyFigures.passportYears[levels[.passport]])
        var row = row(
            levels, dates, born: bornFor(age: age, dayOfYear: 1 + random.below(363)),
            passport: dates.from + (years * 365 + random.below(365)), &random)
        row.ownLanguage = UInt8(levels[.ownLanguage])
        if levels[.certificate] == 2, !vocabulary.isLicence(levels[.trade]) { row.certificateUntil = firstDay + random.number(in: 200...900) }
        return row
    }

    private func pool(_ levels: FamilyLevels, _ random: inout SplitMix64) -> FamilyRow {
        let ages = FamilyClasses.ages(levels[.sexAndAge])
        let dates = availability.middle(availability.kinds[levels[.availability]])
        let years = FamilyFigures.passportYears[levels[.passport]]
        var row = row(
            levels, dates, born: bornFor(age: (ages.lowerBound + ages.upperBound) / 2, dayOfYear: 182),
            passport: dates.from + (years.lowerBound + years.upperBound + 1) * 365 / 2, &random)
        row.ownLanguage = 1
        if levels[.certificate] == 2, !vocabulary.isLicence(levels[.trade]) { row.certificateUntil = firstDay + 550 }
        return row
    }

    private func row(
        _ levels: FamilyLevels, _ dates: FamilyAvailability.Dates, born: Day, passport: Day, _ random: inout SplitMix64
    ) -> FamilyRow {
        let trade = levels[.trade]
        let lists = DecreeJobs.trades[trade].occupations.count
        let areas = origins.parts[levels[.origin]].origin.areas.count
        let list = levels[.occupations] * lists / FamilyClasses.evenly.occupations
        var row = FamilyRow(
            origin: UInt8(levels[.origin]), trade: UInt8(trade), area: UInt8(levels[.area] * areas / FamilyClasses.evenly.area),
            isWoman: FamilyClasses.isWoman(levels[.sexAndAge]), list: UInt8(list),
            hasFurtherOccupation: levels[.furtherOccupation] == 1, ownLanguage: 0, italian: UInt8(levels[.italian]),
            holdsCertificate: levels[.certificate] > 0 || vocabulary.isLicence(trade), cycles: 0, destinations: UInt8(levels[.destinations]),
            guarantor: UInt8(levels[.guarantor]), born: born, passportUntil: passport, dates: dates)
        if case .returning(let cycles, let toEmployer) = availability.kinds[levels[.availability]] {
            row.cycles = UInt8(cycles)
            if toEmployer { row.employer = vocabulary.drawEmployer(trade: trade, list: list, &random) }
        }
        return row
    }

    /// `age` completed years on the first day of the horizon.
    private func bornFor(age: Int, dayOfYear: Int) -> Day { .on(firstDay.year - 1 - age, 1, 1) + dayOfYear }
}
