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

    public init(
        line: Int, itinerary: String, candidate: Candidate.ID, count: Int = 1, cycle: Int, request: Request.ID,
        quota: QuotaLine.ID? = nil, sessions: [CourseSession.ID] = [], consulate: Consulate.ID? = nil,
        visaDate: Day? = nil, pinned: Bool = false, country: Country? = nil, sector: String? = nil,
        channel: String? = nil, start: Day? = nil, end: Day? = nil, match: Int? = nil, cost: Cents? = nil
    ) {
        self.line = line; self.itinerary = itinerary; self.candidate = candidate; self.count = count
        self.cycle = cycle; self.request = request; self.quota = quota; self.sessions = sessions
        self.consulate = consulate; self.visaDate = visaDate; self.pinned = pinned; self.country = country
        self.sector = sector; self.channel = channel; self.start = start; self.end = end; self.match = match
        self.cost = cost
    }
}

extension [PlanRow] {
    /// The rows of every itinerary, in the order in which the file first mentions them; rows in the order of the file.
    public var byItinerary: [[PlanRow]] {
        var position: [String: Int] = [:]
        var groups: [[PlanRow]] = []
        for row in self {
            if let group = position[row.itinerary] {
                groups[group].append(row)
            } else {
                position[row.itinerary] = groups.count
                groups.append([row])
            }
        }
        return groups
    }
}
