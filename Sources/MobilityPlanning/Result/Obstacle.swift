import MobilityModel

/// What keeps one class of people from one request, in a planner's words.
struct Obstacle: Hashable {
    /// How far the person came: the larger, the nearer to a placement.
    var stage: Int
    var reason: Reason

    init(_ stage: Int, _ code: String, _ detail: String) {
        self.stage = stage
        reason = Reason(code: code, detail: detail)
    }
}

extension Obstacle {
    /// A condition of eligibility that fails.
    static func ineligible(_ failure: Ineligibility, candidate: Candidate, request: Request, cycle: CycleRules) -> Obstacle {
        let stage = failure.rawValue
        switch failure {
        case .occupation:
            return Obstacle(stage, "no_eligible_request", "no request asks for \(candidate.occupations.joined(separator: ", "))")
        case .sector:
            return Obstacle(stage, "no_eligible_request", "channel \(request.channel) is not open to sector \(request.sector)")
        case .country:
            return Obstacle(stage, "no_eligible_request", "requests for \(request.occupation) are in countries the candidate did not choose")
        case .origin:
            return Obstacle(stage, "no_eligible_request", "requests for \(request.occupation) are not open to people from \(candidate.origin)")
        case .named:
            return Obstacle(stage, "no_eligible_request", "requests for \(request.occupation) name other candidates")
        case .age:
            let most = cycle.maxAge.map { " to \($0)" } ?? " or more"
            return Obstacle(stage, "age", "age on the start is not \(cycle.minAge)\(most)")
        case .horizon: return Obstacle(stage, "outside_horizon", "requests for \(request.occupation) start outside the horizon")
        case .notFiled: return Obstacle(stage, "not_filed", "requests for \(request.occupation) have no filing date")
        case .notYetAvailable:
            return Obstacle(stage, "not_yet_available", "available from \(candidate.from), after the last start of a request that fits")
        case .availability:
            return Obstacle(stage, "not_available_to_the_end", "available until \(candidate.until.map(\.description) ?? ""), before the end of every stay that fits")
        case .passport:
            return Obstacle(stage, "passport_expires", "passport expires on \(candidate.passportUntil.map(\.description) ?? ""), before the end of every stay that fits")
        }
    }
}
