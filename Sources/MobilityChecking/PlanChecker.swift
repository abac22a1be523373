import MobilityModel

/// Judges plans from anyone against the scenario alone: is the plan valid (V1 to V12), what does it use, what is it worth.
///
/// It shares nothing with what makes plans. Every rule stands in a file of its own, named after it, to be held against the
/// contract. Any plan can be checked, however wrong: ids that nobody knows, counts of 0, cycles in any order.
///
/// Complexity: setting up is linear in the scenario, a check in the plan (with a logarithm for long itineraries).
public struct PlanChecker: Sendable {
    public let scenario: Scenario
    let index: ScenarioIndex

    public init(scenario: Scenario) {
        self.scenario = scenario
        index = ScenarioIndex(scenario)
    }

    /// - Parameters:
    ///   - pins: the plan whose cycles marked pinned must be in `plan` unchanged; `nil` = none.
    ///   - demands: what else was asked of this plan.
    public func check(_ plan: Plan, pins: Plan? = nil, demands: [Demand] = []) -> CheckReport {
        var violations: [Violation] = []
        var tally = Tally(scenario)
        for (position, itinerary) in plan.itineraries.enumerated() {
            guard let (resolved, candidate) = resolve(itinerary, number: position + 1, &violations) else { continue }
            tally.follow(candidate: candidate, people: resolved.people)
            for cycle in resolved.cycles { tally.add(cycle, of: resolved, checker: self) }
            checkEligible(resolved, &violations)
            checkSkilled(resolved, &violations)
            checkTrained(resolved, &violations)
            checkVisa(resolved, &violations)
            checkRoundTrips(resolved, &violations)
            checkStayLimits(resolved, &violations)
            checkQuota(resolved, &violations)
        }
        tally.addRunCosts(scenario)
        let measures = measures(tally)
        checkAttendance(tally, &violations)
        checkConsulates(tally, &violations)
        checkPlaces(tally, &violations)
        checkQuotaPlaces(tally, &violations)
        checkRules(measures, &violations)
        let payments = payments(tally, &violations)
        checkPeople(tally, &violations)
        if let pins { checkPinned(plan, pins: pins, &violations) }
        checkDemands(demands, tally, &violations)

        let values: [ObjectiveTerm: Int64] = [
            .penalty: measures.reduce(0) { $0.plus($1.points ?? 0) },
            .placements: tally.placements, .stayDays: tally.stayDays, .match: tally.match, .returns: tally.returns,
            .cost: tally.cost,
        ]
        return CheckReport(
            violations: inOrderOfRules(violations),
            terms: scenario.terms.map { TermValue(term: $0, value: values[$0] ?? 0) }, values: values,
            usage: usage(tally, payments), ruleMeasures: measures)
    }

    /// Points of the term `match` for one person in the cycle; 0 where the candidate or the request is unknown.
    public func match(of cycle: Cycle, by candidate: Candidate.ID) -> Int64 {
        guard let (resolved, candidate) = lookUp(cycle, candidate) else { return 0 }
        return match(of: resolved, by: candidate)
    }

    /// What the cycle costs for one person: seats, visa fee, travel and reintegration, without the run costs of sessions;
    /// 0 where the candidate or the request is unknown.
    public func costPerPerson(of cycle: Cycle, by candidate: Candidate.ID) -> Cents {
        guard let (resolved, candidate) = lookUp(cycle, candidate) else { return .zero }
        return Cents(costItems(of: resolved, by: candidate).reduce(0) { $0.plus($1.1) })
    }

    func lookUp(_ cycle: Cycle, _ id: Candidate.ID, number: Int = 1) -> (ResolvedCycle, Candidate)? {
        guard let position = index.candidates[id] else { return nil }
        let candidate = scenario.candidates[position]
        return resolve(cycle, number: number, by: candidate).map { ($0, candidate) }
    }

    private func usage(_ tally: Tally, _ payments: [FundUse]) -> Usage {
        Usage(
            quotas: zip(scenario.quotas, tally.quotas).map { LineUse(id: $0.id, used: $1, limit: $0.places) },
            sessions: zip(scenario.sessions, tally.sessions).map { LineUse(id: $0.id, used: $1, limit: $0.seats) },
            requests: zip(scenario.requests, tally.requests).map { LineUse(id: $0.id, used: $1, limit: $0.places) },
            consulateMonths: consulateMonths(tally), funds: payments)
    }

    private func inOrderOfRules(_ violations: [Violation]) -> [Violation] {
        ((1...12).map { "V\($0)" } + [Violation.demand]).flatMap { rule in violations.filter { $0.rule == rule } }
    }
}
