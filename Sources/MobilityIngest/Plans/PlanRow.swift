import MobilityModel

/// A row of `plan.csv`: one cycle, with what the file says about it beside what identifies it.
public struct PlanRow: Sendable, Hashable {
    /// On which the row starts.
    public var line: Int
    public var itinerary: String
    public var candidate: Candidate.ID
    /// People who follow it, at least 1.
    public var count: Int
    /// From 1.
    public var cycle: Int
    public var request: Request.ID
    public var quota: QuotaLine.ID?
    /// In the order of the file.
    public var sessions: [CourseSession.ID]
    public var consulate: Consulate.ID?
    public var visaDate: Day?
    public var pinned: Bool

    // What follows can be told from the scenario; `nil` where the file does not say it.
    public var country: Country?
    public var sector: String?
    public var channel: String?
    public var start: Day?
    public var end: Day?
    /// Points per person.
    public var match: Int?
    /// Per person, run costs left out.
    public var cost: Cents?
}
