import MobilityChecking
import MobilityModel
import MobilityPlanning

@testable import OracleSupport

/// Puts reasons to the test: whoever is kept out by one full thing fits in once there is one more of it, and not before.
struct ReasonAuditor {
    let scenario: Scenario
    let result: PlanResult

    /// What is claimed and does not hold, in words; empty where every claim holds.
    func falseClaims() -> [String] {
        result.unplaced.compactMap { unplaced in
            let claim = "\(unplaced.candidate): \(unplaced.reason.code), \(unplaced.reason.detail)"
            switch unplaced.reason.code {
            case "session_full", "consulate_full", "quota_full", "places_taken", "outbid", "rule", "fund_exhausted":
                if fits(unplaced.candidate, into: scenario) { return "\(claim): yet there is room already" }
                // Where several things must be lifted together, or nobody can ever apply, there is no more to show.
                if unplaced.reason.detail.contains("; and ") || unplaced.reason.detail.contains("no capacity") { return nil }
                let lifted = variants(for: unplaced.reason)
                return lifted.contains { fits(unplaced.candidate, into: $0) } ? nil : "\(claim): yet one more does not help"
            case "not_better", "room_left":
                return fits(unplaced.candidate, into: scenario) ? nil : "\(claim): yet there is no room"
            case "soft_rule": return softRuleClaim(unplaced).map { "\(claim): \($0)" }
            case "session_minimum", "request_minimum":
                return fits(unplaced.candidate, into: scenario) ? "\(claim): yet there is room" : nil
            default:
                return unplaced.reason.code != "no_fund" && hasItinerary(unplaced.candidate, in: scenario)
                    ? "\(claim): yet there is an itinerary for them alone" : nil
            }
        }
    }

    /// What is false of a claim that soft rules alone make a placement worse: there is room, it costs points, and without the rules
    /// that are named it costs none.
    private func softRuleClaim(_ unplaced: Unplaced) -> String? {
        let words = Set(unplaced.reason.detail.split { $0 == " " || $0 == "," }.map(String.init))
        let lenient = with { lifted in lifted.rules.removeAll { $0.penalty != nil && words.contains($0.id.text) } }
        guard lenient.rules.count < scenario.rules.count else { return "yet no soft rule is named" }
        func cost(_ scenario: Scenario, _ more: [Itinerary]) -> Int64? {
            let report = PlanChecker(scenario: scenario).check(Plan(itineraries: result.plan.itineraries + more))
            return report.isValid ? report.value(of: .penalty) : nil
        }
        guard let before = cost(scenario, []), let without = cost(lenient, []) else { return "yet the plan is not valid" }
        let holds = cycles(of: unplaced.candidate, in: scenario).contains { cycle in
            guard words.contains(cycle.request.text) else { return false }
            let more = [Itinerary(candidate: unplaced.candidate, cycles: [cycle])]
            guard let after = cost(scenario, more), let freed = cost(lenient, more) else { return false }
            return after > before && freed <= without
        }
        return holds ? nil : "yet it costs no points, or costs them without these rules too"
    }

    /// Scenarios in which one thing that the reason may mean is less scarce.
    private func variants(for reason: Reason) -> [Scenario] {
        switch reason.code {
        case "session_full": scenario.sessions.indices.map { index in with { $0.sessions[index].seats += 1 } }
        case "consulate_full":
            scenario.consulates.indices.filter { reason.detail.contains("\(scenario.consulates[$0].id)") }
                .map { index in with { $0.consulates[index].monthlyCapacity += 1 } }
        case "quota_full":
            [with { lifted in
                let words = Set(reason.detail.split(separator: " ").map(String.init))
                for index in lifted.quotas.indices where words.contains(lifted.quotas[index].id.text) { lifted.quotas[index].places += 1 }
            }]
        case "rule":
            scenario.rules.indices.filter { reason.detail.contains("\(scenario.rules[$0].id)") }
                .map { index in with { $0.rules[index].penalty = 1 } }
        case "fund_exhausted":
            [with { lifted in
                let words = Set(reason.detail.split { $0 == " " || $0 == "," }.map(String.init))
                for index in lifted.funds.indices where words.contains(lifted.funds[index].id.text) {
                    lifted.funds[index].amount = Cents(100_000_000)
                }
            }]
        default: scenario.requests.indices.map { index in with { $0.requests[index].places += 1 } }
        }
    }

    private func with(_ change: (inout Scenario) -> Void) -> Scenario {
        var copy = scenario
        change(&copy)
        return copy
    }

    /// Whether the plan stays valid with one more person of the row on some first cycle.
    private func fits(_ id: Candidate.ID, into scenario: Scenario) -> Bool {
        let checker = PlanChecker(scenario: scenario)
        return cycles(of: id, in: scenario).contains { cycle in
            checker.check(Plan(itineraries: result.plan.itineraries + [Itinerary(candidate: id, cycles: [cycle])])).isValid
        }
    }

    private func hasItinerary(_ id: Candidate.ID, in scenario: Scenario) -> Bool { !cycles(of: id, in: scenario).isEmpty }

    /// Every valid cycle of a person who has none yet, other people apart.
    private func cycles(of id: Candidate.ID, in scenario: Scenario) -> [Cycle] {
        guard let candidate = scenario.candidates.first(where: { $0.id == id }) else { return [] }
        var work = 100_000
        var single = scenario
        single.cycle.maxCycles = min(1, scenario.cycle.maxCycles ?? 1)
        return PersonItineraries(single, pins: nil).list(for: candidate, work: &work)?.compactMap { $0.count == 1 ? $0[0] : nil } ?? []
    }
}
