import MobilityModel

extension PlanChecker {
    /// Every condition on the way of one more person of a row to a request, beside everything else in the plan; `nil` where the
    /// row or the request is unknown.
    ///
    /// Of the ways there (sessions, visa, quota line) it is the one that misses the fewest rules; what it misses is what this
    /// checker says of the plan with that person in it.
    /// - Parameters:
    ///   - plan: has a person of the row to spare.
    ///   - usage: of that plan.
    ///   - pins: what must stay as it is.
    public func conditions(
        of id: Candidate.ID, on request: Request.ID, beside plan: Plan, usage: Usage, pins: Plan? = nil
    ) -> ConditionTrail? {
        guard let row = index.candidates[id], let asked = index.requests[request] else { return nil }
        let (candidate, request) = (scenario.candidates[row], scenario.requests[asked])
        var best: (cycle: Cycle, broken: [Violation])?
        for way in WayFinder(checker: self, usage: usage).ways(candidate, to: request) {
            let broken = check(plan.adding(way, of: id), pins: pins).violations
            if best.map({ rank(broken) < rank($0.broken) }) ?? true { best = (way, broken) }
            if broken.isEmpty { break }
        }
        guard let best else { return nil }
        let prefix = "itinerary \(plan.itineraries.count + 1), cycle 1, \(id) on \(request.id): "
        var conditions: [Condition] = []
        for rule in (1...12).map({ "V\($0)" }) {
            let missed = best.broken.filter { $0.rule == rule }
            for violation in missed {
                let own = violation.message.hasPrefix(prefix)
                conditions.append(Condition(
                    rule: rule, isMet: false,
                    detail: own ? inWords(String(violation.message.dropFirst(prefix.count)), candidate, request, best.cycle)
                        : "with one more person, \(violation.message)"))
            }
            if missed.isEmpty, let detail = met(rule, candidate, request, best.cycle, usage) {
                conditions.append(Condition(rule: rule, isMet: true, detail: detail))
            }
        }
        return ConditionTrail(candidate: id, request: request.id, conditions: conditions, cycle: best.cycle)
    }

    /// Fewest rules missed, and of equal ones the one that comes furthest.
    private func rank(_ violations: [Violation]) -> (Int, Int) {
        let rules = Set(violations.map(\.rule))
        let first = (1...12).first { rules.contains("V\($0)") } ?? 13
        return (rules.count, -first)
    }

    /// The checker speaks of a cycle that somebody has planned; here nobody has.
    private func inWords(_ message: String, _ candidate: Candidate, _ request: Request, _ cycle: Cycle) -> String {
        if message.hasSuffix("no consulate is given") || message.hasSuffix("no visa date is given") {
            return "no consulate takes applications from \(candidate.origin) to \(request.country)"
        }
        if message.hasSuffix("none is given") { return "there is no quota line, and channel \(request.channel) takes a place of one" }
        return message
    }

    /// What meets a rule; `nil` where there is nothing that it asks.
    private func met(_ rule: String, _ candidate: Candidate, _ request: Request, _ cycle: Cycle, _ usage: Usage) -> String? {
        switch rule {
        case "V1":
            let age = candidate.born.completedYears(on: request.start)
            return "\(request.occupation) in \(request.country), aged \(age) on \(request.start), available to \(request.end)"
        case "V2":
            if request.requirements.isEmpty { return "none asked for" }
            return request.requirements.map { skill in
                candidate.lists(skill, on: request.start) ? "\(skill) held" : "\(skill) from a session"
            }.joined(separator: ", ")
        case "V3": return cycle.sessions.isEmpty ? nil : "a seat in \(cycle.sessions.map(\.text).joined(separator: ", "))"
        case "V4":
            guard let consulate = cycle.consulate, let date = cycle.visaDate else { return "none needed" }
            return "asked for at \(consulate) on \(date)"
        case "V5":
            let used = index.requests[request.id].map { usage.requests[$0].used } ?? 0
            return "\(used) of \(counted(request.places, "place")) taken"
        case "V6": return candidate.lastStayUntil.map { "home since \($0)" }
        case "V7": return scenario.channels[request.channel]?.stay.map { "within \($0.days) days in \($0.window)" }
        case "V8":
            guard let line = cycle.quota, let position = index.quotas[line] else { return nil }
            return "line \(line), \(usage.quotas[position].used) of \(counted(scenario.quotas[position].places, "place")) taken"
        case "V9": return scenario.rules.contains { $0.penalty == nil } ? "every hard rule holds with one more" : nil
        case "V10": return scenario.funds.isEmpty ? nil : "can be paid"
        default: return nil
        }
    }
}

extension Plan {
    /// With one more person of a row, who follows this cycle alone.
    func adding(_ cycle: Cycle, of candidate: Candidate.ID) -> Plan {
        Plan(itineraries: itineraries + [Itinerary(candidate: candidate, cycles: [cycle])])
    }

    /// With one person of a row fewer, of its last itinerary; as it is where nobody of the row is placed.
    public func removingOne(of candidate: Candidate.ID) -> Plan {
        guard let last = itineraries.lastIndex(where: { $0.candidate == candidate }) else { return self }
        var plan = self
        plan.itineraries[last].count -= 1
        if plan.itineraries[last].count < 1 { plan.itineraries.remove(at: last) }
        return plan
    }
}
