import MobilityModel

/// How a step went in one cohort: `successes` of `trials`.
struct StepObservation: Sendable {
    var cohort: Cohort.ID
    /// 0...trials; people, or for `early_return` people who left.
    var successes: Double
    /// Above 0; people, or for `early_return` months of stay.
    var trials: Double
    var covariates: [Covariate: String]
    var source: String
    var flag: String
}
