import LinearProgramming
import MobilityModel

/// Finds an irreducible set of hard rules, pins and demands that cannot hold together, by the deletion filter (Chinneck and Dravnieks
/// 1991): leave out one after the other, for good where the rest still conflicts.
struct ConflictFinder {
    let scenario: Scenario
    let options: PlanOptions
    let interruption: Interruption

    init(_ scenario: Scenario, options: PlanOptions, interruption: Interruption) {
        self.scenario = scenario
        self.options = options
        self.interruption = interruption
    }

    func conflict() throws -> Conflict {
        let pins = Pin.all(in: options.pins)
        let all = Requirement.hard(scenario, pins: pins.count, demands: options.demands.count)
        // Soft rules conflict with nothing.
        var relaxed = Requirement.soft(scenario)
        var isIrreducible = true
        for requirement in all {
            let (shortfall, isProven) = interruption.hasCome ? (0, false) : try shortfall(relaxing: relaxed.union([requirement]))
            if shortfall > 0 { relaxed.insert(requirement) } else if !isProven { isIrreducible = false }
        }
        let left = all.filter { !relaxed.contains($0) }
        let members = try left.map { try member($0, pins: pins, relaxed: relaxed, isAlone: left.count == 1) }
        return Conflict(members: members, isIrreducible: isIrreducible)
    }

    /// What the hard requirements but those left out at least fall short; 0, and proven, where they can hold together.
    private func shortfall(relaxing relaxed: Set<Requirement>) throws -> (least: Int64, isProven: Bool) {
        let instance = try Instance(scenario, pins: options.pins, demands: options.demands, relaxed: relaxed)
        var search = try StageSearch(instance, options: options, interruption: interruption) { _, _, _, _ in }
        guard let best = search.best, best.shortfall > 0 else { return (0, true) }
        let outcome = try search.solve(.feasibility)
        let found = search.best?.shortfall ?? 0
        return (outcome.isProven ? found : outcome.bound, outcome.isProven || found == 0)
    }

    /// What a member asks for and how near the others let a plan come to it.
    private func member(
        _ requirement: Requirement, pins: [Pin], relaxed: Set<Requirement>, isAlone: Bool
    ) throws -> Conflict.Member {
        let short = try leastShortfall(of: requirement, relaxed: relaxed)
        let given = isAlone ? "" : "with the others here, "
        switch requirement {
        case .rule(let index):
            let rule = scenario.rules[index]
            let direction = rule.kind == .atLeast ? "at least" : "at most"
            let detail: String
            switch rule.target {
            case .count(let count):
                let reached = short.map { rule.kind == .atLeast ? count - Int($0) : count + Int($0) }
                detail = "asks for \(direction) \(count) \(count == 1 ? "placement" : "placements")"
                    + (reached.map { "; \(given)\(rule.kind == .atLeast ? "at most" : "at least") \($0) can be reached" } ?? "")
            case .share(let share):
                detail = "asks for \(direction) \(percent(share)) of placements"
                    + (short.map { "; \(given)a plan is at least \($0) \($0 == 1 ? "placement" : "placements") \(rule.kind == .atLeast ? "short" : "over")" } ?? "")
            }
            return Conflict.Member(kind: "rule", id: rule.id.text, detail: detail)
        case .pin(let index):
            let pin = pins[index]
            let people = short.map { pin.count - Int($0) }
            return Conflict.Member(
                kind: "pin", id: "\(pin.candidate) on \(pin.cycle.request)",
                detail: "\(pin.count) \(pin.count == 1 ? "person is" : "people are") pinned to this cycle\(preparation(of: pin.cycle))"
                    + (people.map { "; \(given)\($0) can follow it" } ?? ""))
        case .demand(let index):
            let demand = options.demands[index]
            let reached = short.map { demand.kind == .atLeast ? demand.count - Int($0) : demand.count + Int($0) }
            return Conflict.Member(
                kind: "demand", id: demand.description,
                detail: "asked for here" + (reached.map { "; \(given)\($0) can be reached" } ?? ""))
        }
    }

    /// The least that this requirement alone falls short while the other members hold.
    private func leastShortfall(of requirement: Requirement, relaxed: Set<Requirement>) throws -> Int64? {
        let instance = try Instance(scenario, pins: options.pins, demands: options.demands, relaxed: relaxed)
        var search = try StageSearch(instance, options: options, interruption: interruption) { _, _, _, _ in }
        let others = try Instance(scenario, pins: options.pins, demands: options.demands, relaxed: relaxed.union([requirement]))
        var rest = try StageSearch(others, options: options, interruption: interruption) { _, _, _, _ in }
        if let best = rest.best, best.shortfall > 0 {
            _ = try rest.solve(.feasibility)
            guard rest.best?.shortfall == 0 else { return nil }
        }
        for (index, side) in instance.sideColumns.enumerated() where side.infeasibility > 0 {
            let isThis: Bool = switch (side.kind, requirement) {
            case (.shortfall(let rule), .rule(let wanted)): rule == wanted
            case (.missing(let pin), .pin(let wanted)): pin == wanted
            case (.unmet(let demand), .demand(let wanted)): demand == wanted
            default: false
            }
            if !isThis { try search.master.problem.setBounds(column: ColumnID(index), .exactly(0)) }
        }
        // Without these itineraries the master would have no solution in which the others hold.
        try search.begin(at: instance.assignment(of: rest.best ?? instance.assignment([], counts: [])))
        return try search.solve(.feasibility).isProven ? search.best?.shortfall : nil
    }

    /// What tells two pins of one person on one request apart.
    private func preparation(of cycle: Cycle) -> String {
        let parts = [
            cycle.quota.map { "quota line \($0)" },
            cycle.sessions.isEmpty ? nil : "sessions \(cycle.sessions.map(\.text).joined(separator: ", "))",
            cycle.consulate.map { "consulate \($0)" }, cycle.visaDate.map { "visa date \($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }

    private func percent(_ share: Fraction) -> String {
        let thousandths = (share.numerator * 1000 + share.denominator / 2) / max(1, share.denominator)
        return thousandths % 10 == 0 ? "\(thousandths / 10)%" : "\(thousandths / 10).\(thousandths % 10)%"
    }
}
