/// A published figure that a regime should be able to predict: so many of `count` among `base`.
public struct EvidenceFigure: Sendable, Hashable {
    public var id: String
    /// Of the regime that is to predict it.
    public var regime: String
    public var use: Cohort.Use
    /// What was counted, and among whom.
    public var count: CohortCount
    public var base: CohortCount
    /// People the base had; above 0. Where a source gives a share alone, `nil`: the figure is then held against the chance of
    /// a cohort, without the chance of single people.
    public var people: Int?
    /// 0...1: observed.
    public var share: Double
    public var flag: String
    public var source: String

    public init(
        id: String, regime: String, use: Cohort.Use, count: CohortCount, base: CohortCount, people: Int?, share: Double,
        flag: String = "", source: String
    ) {
        self.id = id; self.regime = regime; self.use = use; self.count = count; self.base = base; self.people = people
        self.share = share; self.flag = flag; self.source = source
    }
}
