/// A consulate that takes visa applications of one pair of countries: one row of `consulates.csv`.
public struct Consulate: Sendable, Hashable {
    public typealias ID = Identifier<Consulate>

    public var id: ID
    public var origin: Country
    public var country: Country
    /// First and last day on which it takes applications.
    public var from: Day?
    public var until: Day?
    /// Applications in a calendar month.
    public var monthlyCapacity: Int
    public var processingDays: Int
    public var fee: Cents

    public init(
        id: ID, origin: Country, country: Country, from: Day? = nil, until: Day? = nil, monthlyCapacity: Int,
        processingDays: Int, fee: Cents = .zero
    ) {
        self.id = id; self.origin = origin; self.country = country; self.from = from; self.until = until
        self.monthlyCapacity = monthlyCapacity; self.processingDays = processingDays; self.fee = fee
    }
}
