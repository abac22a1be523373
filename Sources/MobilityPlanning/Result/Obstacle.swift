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

    init(_ stage: Int, _ code: String, _ template: ReasonTemplate, _ values: any CustomStringConvertible...) {
        self.init(stage, code, template.english(of: values))
    }
}

extension Obstacle {
    /// A condition of eligibility that fails.
    static func ineligible(_ failure: Ineligibility, candidate: Candidate, request: Request, cycle: CycleRules) -> Obstacle {
        let stage = failure.rawValue
        switch failure {
        case .occupation:
            return Obstacle(stage, "no_eligible_request", .occupation, candidate.occupations.joined(separator: ReasonSeparator.comma.rawValue))
        case .sector:
            return Obstacle(stage, "no_eligible_request", .sector, request.channel, request.sector)
        case .country:
            return Obstacle(stage, "no_eligible_request", .country, request.occupation)
        case .origin:
            return Obstacle(stage, "no_eligible_request", .origin, request.occupation, candidate.origin)
        case .named:
            return Obstacle(stage, "no_eligible_request", .named, request.occupation)
        case .age:
            return cycle.maxAge.map { Obstacle(stage, "age", .age, cycle.minAge, $0) } ?? Obstacle(stage, "age", .ageOrMore, cycle.minAge)
        case .horizon: return Obstacle(stage, "outside_horizon", .horizon, request.occupation)
        case .notFiled: return Obstacle(stage, "not_filed", .notFiled, request.occupation)
        case .notYetAvailable:
            return Obstacle(stage, "not_yet_available", .notYetAvailable, candidate.from)
        case .availability:
            return Obstacle(stage, "not_available_to_the_end", .notAvailable, candidate.until?.description ?? "")
        case .passport:
            return Obstacle(stage, "passport_expires", .passport, candidate.passportUntil?.description ?? "")
        }
    }
}
