/// Everything a plan is made from, immutable once read: a variant is a copy with parts replaced.
public struct Scenario: Sendable {
    /// The directory's name.
    public var name: String
    public var title: String
    public var description: String
    public var references: [String]
    /// Starts of stays lie in it, both days included.
    public var horizon: ClosedRange<Day>
    public var candidates: [Candidate]
    public var requests: [Request]
    public var quotas: [QuotaLine]
    public var sessions: [CourseSession]
    public var consulates: [Consulate]
    public var funds: [Fund]
    /// By name.
    public var channels: [String: Channel]
    public var cycle: CycleRules
    public var visaFree: [VisaFree]
    public var costs: Costs
    public var priorities: [Priority]
    public var match: MatchWeights
    public var rules: [Rule]
    /// Best first; never holds `penalty`, which the soft rules bring with them.
    public var objective: [ObjectiveTerm]
    public var behaviour: Behaviour
    public var seed: UInt64
    /// SHA-256 of all the input files, parents included, in hexadecimal.
    public var digest: String

    public init(
        name: String, title: String = "", description: String = "", references: [String] = [],
        horizon: ClosedRange<Day>, candidates: [Candidate] = [], requests: [Request] = [], quotas: [QuotaLine] = [],
        sessions: [CourseSession] = [], consulates: [Consulate] = [], funds: [Fund] = [],
        channels: [String: Channel] = [:], cycle: CycleRules = CycleRules(), visaFree: [VisaFree] = [],
        costs: Costs = Costs(), priorities: [Priority] = [], match: MatchWeights = MatchWeights(), rules: [Rule] = [],
        objective: [ObjectiveTerm] = [.placements], behaviour: Behaviour = Behaviour(), seed: UInt64 = 0,
        digest: String = ""
    ) {
        self.name = name; self.title = title; self.description = description; self.references = references
        self.horizon = horizon; self.candidates = candidates; self.requests = requests; self.quotas = quotas
        self.sessions = sessions; self.consulates = consulates; self.funds = funds; self.channels = channels
        self.cycle = cycle; self.visaFree = visaFree; self.costs = costs; self.priorities = priorities
        self.match = match; self.rules = rules; self.objective = objective; self.behaviour = behaviour
        self.seed = seed; self.digest = digest
    }

    /// The objective as it is optimised: `penalty` first where there is a soft rule.
    public var terms: [ObjectiveTerm] {
        rules.contains { $0.penalty != nil } ? [.penalty] + objective : objective
    }
}
