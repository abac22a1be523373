/// People who went through a scheme together, counted step by step: one row of monitoring data.
public struct Cohort: Sendable, Hashable {
    public typealias ID = Identifier<Cohort>

    /// What a row is for. A validation row is never read by a fit; it is there to be predicted.
    public enum Use: String, CaseIterable, Sendable { case calibration, validation }

    public var id: ID
    public var use: Use
    /// The regime it speaks of; empty: any.
    public var regime: String
    /// Why the row is in doubt, such as two sources that differ; empty where it is not.
    public var flag: String
    /// People; only what was observed.
    public var counts: [CohortCount: Int]
    /// Value by covariate, spelt as in a scenario; only what is known.
    public var covariates: [Covariate: String]
    /// Planned length of a stay, in months; `nil` where not known.
    public var stayMonths: Int?
    public var source: String

    public init(
        id: ID, use: Use = .calibration, regime: String = "", flag: String = "", counts: [CohortCount: Int] = [:],
        covariates: [Covariate: String] = [:], stayMonths: Int? = nil, source: String = ""
    ) {
        self.id = id; self.use = use; self.regime = regime; self.flag = flag; self.counts = counts
        self.covariates = covariates; self.stayMonths = stayMonths; self.source = source
    }
}
