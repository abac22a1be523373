import MobilityChecking
import MobilityModel
import MobilityPlanning
import MobilityReport

/// Explains one thing of a plan by planning again with it otherwise.
struct Explainer {
    let base: PlannedBase
    let console: Console
    /// Nearest requests told of a candidate, and plans made in search of a change of their own data.
    var choices = 3
    /// `nil`: as many as nobody has to wait for.
    var attempts: Int?

    var scenario: Scenario { base.scenario }
    var plan: Plan { base.plan }
    var check: CheckReport { base.dossier.checker.check(plan) }

    func shouldStop() -> Bool { Interruption.count > 0 }

    /// The best plan with something otherwise, against the best plan there is.
    func alternative(_ change: String, _ altered: Scenario? = nil, _ demands: [Demand] = []) throws -> Explanation.Alternative {
        console.show { "planning again: \(change)" }
        defer { console.clear() }
        var replan = try base.replanner.replan(altered ?? scenario, demands: demands, findsConflict: true, seeksNearest: true, shouldStop: shouldStop)
        if case .impossible(let conflict?) = replan.outcome { replan.outcome = .impossible(ofScenario(conflict)) }
        return Explanation.Alternative(change: change, replan: replan, movers: movers(to: replan.plan, replan.outcome))
    }

    /// What conflicts with what was asked for here: the rules that are hard in the scenario itself, and pins.
    private func ofScenario(_ conflict: Conflict) -> Conflict? {
        let hard = Set(scenario.rules.filter { $0.penalty == nil }.map(\.id.text))
        let members = conflict.members.filter { $0.kind == "pin" || ($0.kind == "rule" && hard.contains($0.id)) }
        return members.isEmpty ? nil : Conflict(members: members, isIrreducible: conflict.isIrreducible)
    }

    /// Who is placed in one plan and not in the other.
    private func movers(to other: Plan, _ outcome: Replan.Outcome) -> [String] {
        guard outcome == .planned else { return [] }
        func people(_ plan: Plan) -> [Candidate.ID: Int] {
            plan.itineraries.reduce(into: [:]) { $0[$1.candidate, default: 0] += $1.count }
        }
        let rows = Dictionary(scenario.candidates.map { ($0.id, $0.count) }, uniquingKeysWith: { a, _ in a })
        let (before, after) = (people(base.replanner.plan), people(other))
        let differences = Set(before.keys).union(after.keys).map { ($0, (after[$0] ?? 0) - (before[$0] ?? 0)) }.sorted { $0.0 < $1.0 }
        func list(_ chosen: [(Candidate.ID, Int)], _ words: String) -> [String] {
            guard !chosen.isEmpty else { return [] }
            let named = chosen.prefix(4).map { rows[$0.0] ?? 1 == 1 ? $0.0.text : "\($0.1.magnitude) of \($0.0)" }
            return ["\(words) \((named + (chosen.count > 4 ? ["\(chosen.count - 4) more rows"] : [])).joined(separator: ", "))"]
        }
        return list(differences.filter { $0.1 > 0 }, "placed in that plan and not in this one:")
            + list(differences.filter { $0.1 < 0 }, "not placed any more:")
    }

    /// The planner's own words; `nil` where it has none, as of a plan that was edited since.
    func told(_ reason: Reason?) -> String? {
        reason.flatMap { $0.detail.isEmpty || $0.code == "unexplained" ? nil : $0.detail }
    }

    func counted(_ number: Int, _ one: String, _ many: String) -> String { Figures.counted(number, one, many) }
}
