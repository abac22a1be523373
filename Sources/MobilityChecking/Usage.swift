import MobilityModel

/// What a plan takes of everything that is scarce; every list in the order of the scenario's table.
public struct Usage: Sendable {
    public var quotas: [LineUse<QuotaLine.ID>] = []
    public var sessions: [LineUse<CourseSession.ID>] = []
    public var requests: [LineUse<Request.ID>] = []
    /// Only months with applications, in order of time within a consulate.
    public var consulateMonths: [ConsulateMonthUse] = []
    public var funds: [FundUse] = []
}

/// People on a quota line (its descendants' included), in a session, or on a request.
public struct LineUse<ID: Sendable & Hashable>: Sendable, Hashable {
    public var id: ID
    public var used: Int
    public var limit: Int
}

/// Applications at a consulate in a calendar month.
public struct ConsulateMonthUse: Sendable, Hashable {
    public var consulate: Consulate.ID
    public var month: Month
    public var used: Int
    public var limit: Int
}

/// What a fund pays in one split of the costs that keeps to every fund's kinds, origins and dates. Other splits may do
/// as well. Where no split pays everything, this one pays as much as can be paid.
public struct FundUse: Sendable, Hashable {
    public var fund: Fund.ID
    public var paid: Cents
    public var amount: Cents
}
