import MobilityModel

/// A cycle of an itinerary with everything that it names.
struct PlannedCycle {
    var request: Request
    /// In the order of the plan: by start.
    var sessions: [CourseSession]
    /// Rows of the courses table, as `sessions`.
    var sessionRows: [Int]
    var consulate: Consulate?
    var visaDate: Day?
    var needsVisa: Bool
    /// Whether the line that gives the place is for those who have completed a cycle.
    var isForReturners: Bool

    /// Sessions end before it: the visa date, or the start where no visa is needed.
    var deadline: Day { visaDate ?? request.start }

    /// `nil` where the scenario does not have the request.
    init?(_ cycle: Cycle, by candidate: Candidate, _ lookup: ScenarioLookup) {
        guard let request = lookup.request(cycle.request) else { return nil }
        self.request = request
        sessionRows = cycle.sessions.compactMap(lookup.sessionRow)
        sessions = sessionRows.map { lookup.scenario.sessions[$0] }
        consulate = lookup.consulate(cycle.consulate)
        visaDate = cycle.visaDate
        needsVisa = lookup.needsVisa(candidate.origin, request.country)
        isForReturners = lookup.isForReturners(cycle.quota)
    }

    /// Whether the step is one of the cycle's: without a visa, a session or a later cycle there is nothing to grant, pass or re-apply for.
    func decides(_ step: BehaviourStep, isLast: Bool) -> Bool {
        switch step {
        case .visaGranted, .arrivedInTime: needsVisa
        case .trained: !sessions.isEmpty
        case .earlyReturn: request.stayDays >= 30
        case .reapplied: !isLast
        default: true
        }
    }

    /// The days it leaves for delays; `nil` where nothing can come late.
    func lateness(_ channel: Channel) -> Lateness? {
        guard needsVisa, let visaDate else { return nil }
        return Lateness(
            toApplication: request.filed.map { visaDate - $0 - channel.labourMarketTestDays },
            toStart: request.start - visaDate, processingDays: consulate?.processingDays ?? 0)
    }

    /// Whether the cycle can no longer begin once the person's stay goes on until `end`.
    func isOvertaken(byStayUntil end: Day, restDays: Int) -> Bool {
        request.start - end <= restDays || sessions.contains { $0.start <= end } || visaDate.map { $0 <= end } ?? false
    }
}
