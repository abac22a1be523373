import MobilityModel

/// What the search for a plan takes in memory, before it is known how many people are alike: told from the rows of the tables.
///
/// Figures are resident bytes measured on families of 20,000 and 200,000 people one by one, rounded up. Itineraries are what grows: so
/// many of each class are kept as the rest of the memory holds.
public struct MemoryNeed: Sendable, Hashable {
    /// Bytes that are allowed where nothing else is asked for: 12 GiB.
    public static let usual = 12 << 30

    private let rows: Int
    private let requests: Int

    public init(_ scenario: Scenario) {
        rows = scenario.candidates.count
        requests = scenario.requests.count
    }

    private static let program = 64 << 20
    private static let perRow = 3_000
    private static let perRequest = 20_000
    private static let perItinerary = 1_200
    /// Itineraries of a row with fewer of which prices find no plan.
    private static let fewest = 6
    /// Beyond which more bring nothing.
    private static let most = 48

    private var fixed: Int { Self.program + rows * Self.perRow + requests * Self.perRequest }

    /// Bytes without which nothing is begun.
    public var least: Int { fixed + rows * Self.fewest * Self.perItinerary }

    /// The most itineraries of one class that are held within so many bytes, 6 to 48.
    func itineraries(within memory: Int) -> Int {
        min(Self.most, max(Self.fewest, (memory - fixed) / max(1, rows * Self.perItinerary)))
    }
}
