/// In every `window` consecutive days at most `days` days of stay.
public struct StayLimit: Sendable, Hashable {
    public var days: Int
    public var window: Int
    public init(days: Int, window: Int) { self.days = days; self.window = window }
}

/// A channel of entry, a key of `channels` in `scenario.yaml`.
public struct Channel: Sendable, Hashable {
    public var name: String
    /// Whether a cycle takes a place of a quota line.
    public var quota: Bool
    /// Empty = any.
    public var sectors: [String]
    public var authorisationDays: Int
    public var labourMarketTestDays: Int
    public var stay: StayLimit?

    public init(
        name: String, quota: Bool = false, sectors: [String] = [], authorisationDays: Int = 0,
        labourMarketTestDays: Int = 0, stay: StayLimit? = nil
    ) {
        self.name = name; self.quota = quota; self.sectors = sectors; self.authorisationDays = authorisationDays
        self.labourMarketTestDays = labourMarketTestDays; self.stay = stay
    }
}
