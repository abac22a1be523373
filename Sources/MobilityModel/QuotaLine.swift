public enum Audience: String, CaseIterable, Sendable { case any, returning }

/// A line of a decree or agreement: one row of `quotas.csv`.
public struct QuotaLine: Sendable, Hashable {
    public typealias ID = Identifier<QuotaLine>

    public var id: ID
    /// The line that this one is part of.
    public var within: ID?
    /// Entry dates that it counts.
    public var from: Day
    public var until: Day
    /// First filing date: the click day.
    public var opens: Day?
    /// Empty lists = any.
    public var channels: [String]
    public var sectors: [String]
    public var origins: [Country]
    public var countries: [Country]
    public var audience: Audience
    public var places: Int
    public var source: String

    public init(
        id: ID, within: ID? = nil, from: Day, until: Day, opens: Day? = nil, channels: [String] = [],
        sectors: [String] = [], origins: [Country] = [], countries: [Country] = [], audience: Audience = .any,
        places: Int, source: String = ""
    ) {
        self.id = id; self.within = within; self.from = from; self.until = until; self.opens = opens
        self.channels = channels; self.sectors = sectors; self.origins = origins; self.countries = countries
        self.audience = audience; self.places = places; self.source = source
    }
}
