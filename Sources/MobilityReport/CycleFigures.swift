import MobilityModel

/// What one cycle brings and costs for one person: the columns `match` and `cost_eur` of `plan.csv`. Counted by whoever
/// checks the plan, never by the solver that made it.
public struct CycleFigures: Sendable, Hashable {
    /// Points of the person on the request.
    public var match: Int64
    /// Seats, visa fee, travel and reintegration; run costs belong to nobody and are left out.
    public var cost: Cents
    public init(match: Int64, cost: Cents) { self.match = match; self.cost = cost }
}
