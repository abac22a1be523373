/// How far the files of a cohort had come some days after they were filed: `done` took at most `days`, `open` took longer.
///
/// Several observations of one cohort and kind, at different days, are one count that goes on: those done between two of
/// them took between so many days.
public struct DelayObservation: Sendable, Hashable {
    public var cohort: String
    public var use: Cohort.Use
    public var regime: String
    public var flag: String
    public var kind: DelayKind
    /// Since filing, above 0.
    public var days: Int
    /// Done in all by then.
    public var done: Int
    /// Still open then.
    public var open: Int
    public var source: String

    public init(
        cohort: String, use: Cohort.Use = .calibration, regime: String = "", flag: String = "", kind: DelayKind, days: Int,
        done: Int, open: Int, source: String = ""
    ) {
        self.cohort = cohort; self.use = use; self.regime = regime; self.flag = flag; self.kind = kind; self.days = days
        self.done = done; self.open = open; self.source = source
    }
}
