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
