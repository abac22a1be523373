/// Which people a rule, a priority or an effect speaks of. Every given filter must hold; an empty list holds for all.
/// Age and `returning` are judged at the cycle.
public struct Who: Sendable, Hashable {
    public var sex: [Sex]
    /// Completed years on the start of the cycle.
    public var ageMin: Int?
    public var ageMax: Int?
    public var origin: [Country]
    public var area: [String]
    public var returning: Bool?
    public var guarantor: [Guarantor]

    public init(
        sex: [Sex] = [], ageMin: Int? = nil, ageMax: Int? = nil, origin: [Country] = [], area: [String] = [],
        returning: Bool? = nil, guarantor: [Guarantor] = []
    ) {
        self.sex = sex; self.ageMin = ageMin; self.ageMax = ageMax; self.origin = origin; self.area = area
        self.returning = returning; self.guarantor = guarantor
    }
}

extension Who {
    /// Whether the filters hold for a person at a cycle.
    ///
    /// - Parameters:
    ///   - start: of the cycle.
    ///   - isReturning: whether the person has had cycles before it.
    public func holds(for candidate: Candidate, on start: Day, isReturning: Bool) -> Bool {
        guard holds(sex: candidate.sex, origin: candidate.origin, area: candidate.area, guarantor: candidate.guarantor),
            returning == nil || returning == isReturning
        else { return false }
        if let ageMin, candidate.born.completing(years: ageMin) > start { return false }
        if let ageMax, candidate.born.completing(years: ageMax + 1) <= start { return false }
        return true
    }

    /// Whether the filters hold for such people at some cycle: of any age, new or returning.
    public func holds(sex: Sex, origin: Country, area: String, guarantor: Guarantor) -> Bool {
        (self.sex.isEmpty || self.sex.contains(sex)) && (self.origin.isEmpty || self.origin.contains(origin))
            && (self.area.isEmpty || self.area.contains(area))
            && (self.guarantor.isEmpty || self.guarantor.contains(guarantor))
    }
}

/// Which requests a rule, a priority or an effect speaks of. Every given filter must hold; an empty list holds for all.
public struct Where: Sendable, Hashable {
    public var country: [Country]
    public var region: [String]
    public var sector: [String]
    public var channel: [String]
    public var employer: [String]
    /// Of the start.
    public var year: [Int]

    public init(
        country: [Country] = [], region: [String] = [], sector: [String] = [], channel: [String] = [],
        employer: [String] = [], year: [Int] = []
    ) {
        self.country = country; self.region = region; self.sector = sector; self.channel = channel
        self.employer = employer; self.year = year
    }
}

extension Where {
    /// Whether the filters hold for a request.
    public func holds(for request: Request) -> Bool {
        holds(
            country: request.country, region: request.region, sector: request.sector, channel: request.channel,
            employer: request.employer, year: request.start.year)
    }

    /// - Parameter year: of the start.
    public func holds(country: Country, region: String, sector: String, channel: String, employer: String, year: Int) -> Bool {
        (self.country.isEmpty || self.country.contains(country)) && (self.region.isEmpty || self.region.contains(region))
            && (self.sector.isEmpty || self.sector.contains(sector)) && (self.channel.isEmpty || self.channel.contains(channel))
            && (self.employer.isEmpty || self.employer.contains(employer)) && (self.year.isEmpty || self.year.contains(year))
    }
}

/// Points added to the worth of a placement, `priorities` in `scenario.yaml`.
public struct Priority: Sendable, Hashable {
    public var who: Who
    public var place: Where
    /// May be negative.
    public var add: Int
    public init(who: Who = Who(), place: Where = Where(), add: Int) { self.who = who; self.place = place; self.add = add }
}

/// Points for a person on a request, `match` in `scenario.yaml`.
public struct MatchWeights: Sendable, Hashable {
    public var occupation: Int
    public var language: Int
    public var employer: Int
    public var destination: Int
    public init(occupation: Int = 0, language: Int = 0, employer: Int = 0, destination: Int = 0) {
        self.occupation = occupation; self.language = language; self.employer = employer; self.destination = destination
    }
}
