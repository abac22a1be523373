import MobilityModel

/// A cycle with everything that it names looked up. Cycles on unknown requests have none.
struct ResolvedCycle {
    /// From 1, as in the plan.
    let number: Int
    let cycle: Cycle
    let requestIndex: Int
    let request: Request
    /// Without limits where the scenario does not know it (V11 says so).
    let channel: Channel
    /// Known sessions, each once, in the order of the plan.
    let sessions: [CourseSession]
    let sessionIndices: [Int]
    let consulateIndex: Int?
    let consulate: Consulate?
    let quotaIndex: Int?
    let needsVisa: Bool
    /// Whether the person has completed a cycle, before the horizon or earlier in the plan.
    let isReturning: Bool

    /// The visa date; the start where no visa is needed, or where the date is missing (V4 says so).
    var deadline: Day { needsVisa ? cycle.visaDate ?? request.start : request.start }
}

/// An itinerary of a known candidate with everything that it names looked up.
struct ResolvedItinerary {
    /// From 1, as in the plan.
    let number: Int
    let candidate: Candidate
    /// 0 where the plan has none or fewer (V11 says so).
    let people: Int
    let cycles: [ResolvedCycle]

    /// The end that the cycle at `index` has to come after.
    func previousEnd(before index: Int) -> Day? {
        index > 0 ? cycles[index - 1].request.end : candidate.lastStayUntil
    }

    func violation(_ rule: String, _ cycle: ResolvedCycle, naming more: [String] = [], _ message: String) -> Violation {
        Violation(
            rule: rule, subjects: [String(number), candidate.id.text, cycle.request.id.text] + more,
            message: "itinerary \(number), cycle \(cycle.number), \(candidate.id) on \(cycle.request.id): \(message)")
    }
}
