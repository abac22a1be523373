import MobilityModel

/// What a chance depends on besides the replicate's parameters.
struct ChanceKey: Hashable, Sendable {
    var step: BehaviourStep
    /// Of the cohorts of the model; `nil` where cohorts do not differ in the step.
    var cohort: Int?
    /// Effects that concern the cycle, in the order of the scenario.
    var effects: [Int]
}
