import MobilityModel

/// A finished plan as one side of a comparison.
public struct ComparedPlan: Sendable {
    /// What the plan is called here: the scenario's name, with the policy where it is not the best plan.
    public var name: String
    public var scenario: Scenario
    /// As the user named it.
    public var scenarioPath: String
    public var planPath: String
    public var status: String
    public var plan: Plan
    public var terms: [TermResult]
    public var usage: PlanUsage
    /// Cents of each cycle for one person, run costs left out, by itinerary and cycle.
    public var costs: [[Cents]]
    /// Cents of the whole plan, run costs included.
    public var totalCost: Cents
    /// What changes nothing in it of the behaviour that it is projected with.
    public var idle: [IdlePart] = []
    /// To the plan of the base, where the search began with that.
    public var nearness: Nearness?

    public init(
        name: String, scenario: Scenario, scenarioPath: String, planPath: String, status: String, plan: Plan, terms: [TermResult],
        usage: PlanUsage, costs: [[Cents]], totalCost: Cents, nearness: Nearness? = nil
    ) {
        self.name = name; self.scenario = scenario; self.scenarioPath = scenarioPath; self.planPath = planPath
        self.status = status; self.plan = plan; self.terms = terms; self.usage = usage; self.costs = costs
        self.totalCost = totalCost; self.nearness = nearness
    }
}
