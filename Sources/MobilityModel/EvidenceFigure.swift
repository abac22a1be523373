/// A published figure that a regime should be able to predict: so many of `count` among `base`.
public struct EvidenceFigure: Sendable, Hashable {
    public var id: String
    /// Of the regime that is to predict it.
    public var regime: String
    /// The cohort by which the regime was fitted to it; `nil` where no fit has read it.
    public var fittedAs: String?
    /// What was counted, and among whom.
    public var count: CohortCount
    public var base: CohortCount
    /// People the base had; above 0. Where a source gives a share alone, `nil`: the figure is then held against the chance of
    /// a cohort, without the chance of single people.
    public var people: Int?
    /// 0...1: observed.
    public var share: Double
    /// Days after filing on which it was counted, while files were still open; `nil`: when all had come to their end. With them the
    /// delays of the regime count too.
    public var days: Int?
    public var flag: String
    public var source: String

    public init(
        id: String, regime: String, fittedAs: String? = nil, count: CohortCount, base: CohortCount, people: Int?, share: Double,
        days: Int? = nil, flag: String = "", source: String
    ) {
        self.id = id; self.regime = regime; self.fittedAs = fittedAs; self.count = count; self.base = base; self.people = people
        self.share = share; self.days = days; self.flag = flag; self.source = source
    }
}

/// A published figure that no step of a cycle says anything of, and why.
public struct UncomparedFigure: Sendable, Hashable {
    public var id: String
    public var reason: String
    public var source: String
    public init(id: String, reason: String, source: String) { self.id = id; self.reason = reason; self.source = source }
}
