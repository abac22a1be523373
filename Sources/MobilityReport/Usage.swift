import MobilityModel

/// How much of a countable capacity a plan takes: places of a quota line, seats of a session.
public struct CapacityUse: Sendable, Hashable {
    public var id: String
    /// People.
    public var used: Int
    /// People.
    public var capacity: Int
    public init(id: String, used: Int, capacity: Int) { self.id = id; self.used = used; self.capacity = capacity }
}

/// Applications at a consulate in one calendar month.
public struct ConsulateUse: Sendable, Hashable {
    public var id: String
    public var month: Month
    public var used: Int
    public var capacity: Int
    public init(id: String, month: Month, used: Int, capacity: Int) {
        self.id = id; self.month = month; self.used = used; self.capacity = capacity
    }
}

/// Money that a fund pays in one split that pays for everything; other splits may do so too.
public struct FundUse: Sendable, Hashable {
    public var id: String
    public var used: Cents
    public var amount: Cents
    public init(id: String, used: Cents, amount: Cents) { self.id = id; self.used = used; self.amount = amount }
}

/// What a balance rule counts in a plan.
public struct RuleUse: Sendable, Hashable {
    public var id: Rule.ID
    /// Placements that match `who`, `of` and `where`.
    public var matched: Int
    /// Placements that match `of` and `where`.
    public var total: Int
    /// Placements short or over; 0 where the rule holds.
    public var missed: Int
    public init(id: Rule.ID, matched: Int, total: Int, missed: Int) {
        self.id = id; self.matched = matched; self.total = total; self.missed = missed
    }
}

/// What a plan uses of everything scarce, as somebody else has counted it: this module reports and does not judge.
public struct PlanUsage: Sendable, Hashable {
    public var quotas: [CapacityUse]
    public var sessions: [CapacityUse]
    /// Months with at least one application.
    public var consulates: [ConsulateUse]
    public var funds: [FundUse]
    public var rules: [RuleUse]

    public init(
        quotas: [CapacityUse] = [], sessions: [CapacityUse] = [], consulates: [ConsulateUse] = [],
        funds: [FundUse] = [], rules: [RuleUse] = []
    ) {
        self.quotas = quotas; self.sessions = sessions; self.consulates = consulates; self.funds = funds
        self.rules = rules
    }
}
