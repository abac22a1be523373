/// An employer's request for workers, all places alike: one row of `requests.csv`.
public struct Request: Sendable, Hashable {
    public typealias ID = Identifier<Request>

    public var id: ID
    public var employer: String
    public var country: Country
    /// Empty where not given.
    public var region: String
    /// A key of `channels`.
    public var channel: String
    public var sector: String
    public var occupation: String
    /// First and last day of the stay.
    public var start: Day
    public var end: Day
    public var places: Int
    /// Fewer people than this, other than none, are refused.
    public var minPlaces: Int
    /// Names of certificates.
    public var certificates: [String]
    public var languages: [LanguageSkill]
    /// At least 1.
    public var priority: Int
    /// Date of the formal request.
    public var filed: Day?
    /// Empty = anyone.
    public var named: [Candidate.ID]
    /// Empty = any.
    public var origins: [Country]
    public var monthlyWage: Cents?

    public init(
        id: ID, employer: String, country: Country, region: String = "", channel: String, sector: String,
        occupation: String, start: Day, end: Day, places: Int, minPlaces: Int = 0, certificates: [String] = [],
        languages: [LanguageSkill] = [], priority: Int = 1, filed: Day? = nil, named: [Candidate.ID] = [],
        origins: [Country] = [], monthlyWage: Cents? = nil
    ) {
        self.id = id; self.employer = employer; self.country = country; self.region = region; self.channel = channel
        self.sector = sector; self.occupation = occupation; self.start = start; self.end = end; self.places = places
        self.minPlaces = minPlaces; self.certificates = certificates; self.languages = languages
        self.priority = priority; self.filed = filed; self.named = named; self.origins = origins
        self.monthlyWage = monthlyWage
    }

    /// Days of the stay, both ends counted.
    public var stayDays: Int { end - start + 1 }
}
