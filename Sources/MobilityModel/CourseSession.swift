/// A training session before departure: one row of `courses.csv`.
public struct CourseSession: Sendable, Hashable {
    public typealias ID = Identifier<CourseSession>

    public var id: ID
    public var grants: [Skill]
    public var requires: [Skill]
    /// Empty = any.
    public var origins: [Country]
    public var start: Day
    public var end: Day
    public var seats: Int
    /// Fewer people than this, other than none, are refused.
    public var minSeats: Int
    /// A person's seat.
    public var seatCost: Cents
    /// Paid once where anybody attends.
    public var runCost: Cents

    public init(
        id: ID, grants: [Skill], requires: [Skill] = [], origins: [Country] = [], start: Day, end: Day, seats: Int,
        minSeats: Int = 0, seatCost: Cents = .zero, runCost: Cents = .zero
    ) {
        self.id = id; self.grants = grants; self.requires = requires; self.origins = origins; self.start = start
        self.end = end; self.seats = seats; self.minSeats = minSeats; self.seatCost = seatCost; self.runCost = runCost
    }
}
