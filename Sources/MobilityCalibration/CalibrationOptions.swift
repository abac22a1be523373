import MobilityModel

/// What is fitted, and from which rows.
public struct CalibrationOptions: Sendable {
    /// Only cohorts of this regime, and those of none; `nil`: all.
    public var regime: String?
    /// Covariates whose effects are fitted, in the order in which they take part.
    public var effects: [Covariate]
    /// Whether rows in doubt are read too.
    public var includesFlagged: Bool
    public init(regime: String? = nil, effects: [Covariate] = [], includesFlagged: Bool = false) {
        self.regime = regime; self.effects = effects; self.includesFlagged = includesFlagged
    }
}
