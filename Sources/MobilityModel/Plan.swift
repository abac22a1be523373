/// One person on one request: training sessions, visa application, stay.
public struct Cycle: Sendable, Hashable {
    public var request: Request.ID
    /// The leaf line that gives a place, in channels with a quota.
    public var quota: QuotaLine.ID?
    /// In order of their start, then id.
    public var sessions: [CourseSession.ID]
    /// Both `nil` where no visa is needed.
    public var consulate: Consulate.ID?
    public var visaDate: Day?
    public var pinned: Bool

    public init(
        request: Request.ID, quota: QuotaLine.ID? = nil, sessions: [CourseSession.ID] = [],
        consulate: Consulate.ID? = nil, visaDate: Day? = nil, pinned: Bool = false
    ) {
        self.request = request; self.quota = quota; self.sessions = sessions; self.consulate = consulate
        self.visaDate = visaDate; self.pinned = pinned
    }
}

/// The cycles that `count` people of one candidate row follow, in order of time.
public struct Itinerary: Sendable, Hashable {
    public var candidate: Candidate.ID
    /// At least 1.
    public var count: Int
    /// Not empty.
    public var cycles: [Cycle]

    public init(candidate: Candidate.ID, count: Int = 1, cycles: [Cycle]) {
        self.candidate = candidate; self.count = count; self.cycles = cycles
    }
}

/// Who goes where and when. Candidate rows without an itinerary stay at home.
public struct Plan: Sendable, Hashable {
    public var itineraries: [Itinerary]
    public init(itineraries: [Itinerary] = []) { self.itineraries = itineraries }
}
