import MobilityModel

/// An explanation as text for people, within 100 columns.
public struct ExplanationText {
    private let explanation: Explanation
    private static let width = 100

    public init(_ explanation: Explanation) { self.explanation = explanation }

    public var text: String {
        let title = "\(explanation.kind.prefix(1).uppercased() + explanation.kind.dropFirst()) \(explanation.id)".printable
        var blocks: [[String]] = [[title, String(repeating: "=", count: min(Self.width, title.columns))] + explanation.decided.flatMap { wrap($0) }]
        blocks += explanation.trails.map(trail)
        blocks.append(hindrances)
        blocks.append(alternatives)
        blocks.append(ownChange)
        blocks.append(explanation.notes.flatMap { wrap($0) })
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func wrap(_ text: String, lead: String = "", hang: String? = nil) -> [String] {
        let hang = hang ?? String(repeating: " ", count: lead.columns)
        return text.printable.wrapped(to: Self.width - max(lead.columns, hang.columns)).enumerated().map { ($0.offset == 0 ? lead : hang) + $0.element }
    }

    private func trail(_ trail: ConditionTrail) -> [String] {
        let missed = trail.missedRules
        let verdict = missed == 0 ? "every condition is met" : "\(missed) \(missed == 1 ? "condition" : "conditions") missed"
        return ["On \(trail.request): \(verdict)".printable] + trail.conditions.flatMap { condition in
            wrap(condition.detail, lead: "  \(Self.label(condition))", hang: String(repeating: " ", count: 26))
        }
    }

    /// `V1  eligible    met     `
    private static func label(_ condition: Condition) -> String {
        condition.rule.paddedRight(to: 5) + Condition.title(of: condition.rule).paddedRight(to: 11)
            + (condition.isMet ? "met" : "MISSED").paddedRight(to: 8)
    }

    private var hindrances: [String] {
        guard !explanation.hindrances.isEmpty else { return [] }
        let title = explanation.kind == "request" ? "People who are not on it, by the first condition that they miss"
            : "People at home whom it keeps from their nearest request, by what else they miss first"
        return [title] + explanation.hindrances.flatMap { hindrance in
            let rule = hindrance.rule.isEmpty ? "none missed".paddedRight(to: 16)
                : hindrance.rule.paddedRight(to: 5) + Condition.title(of: hindrance.rule).paddedRight(to: 11)
            let lead = "  " + Figures.grouped(hindrance.people).paddedLeft(to: 6) + "  " + rule
            return wrap(hindrance.people == 1 ? hindrance.example : "as \(hindrance.example)", lead: lead)
        }
    }

    private var alternatives: [String] {
        guard !explanation.alternatives.isEmpty else { return [] }
        let title = "If it were otherwise (planned again, best plan against best plan)"
        return [title] + explanation.alternatives.flatMap { alternative -> [String] in
            let near = [alternative.replan.nearness?.words].compactMap { $0 } + alternative.movers
            let told = outcome(alternative.replan).flatMap { wrap($0, lead: "    ") }
            return wrap(alternative.change + ":", lead: "  ") + told + near.flatMap { wrap($0, lead: "    ", hang: "      ") }
        }
    }

    private func outcome(_ replan: Replan) -> [String] {
        switch replan.outcome {
        case .planned: return [replan.changes.words]
        case .unknown(let message): return ["not known: \(message)"]
        case .impossible(let conflict):
            guard let members = conflict?.members else { return ["impossible: no valid plan has it"] }
            let words = members.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
            return ["impossible: it cannot hold together with \(words)"]
        }
    }

    private var ownChange: [String] {
        guard let change = explanation.ownChange else { return [] }
        var lines = ["What they could change themselves (each tried by planning with it, smallest first)"]
        func add(_ lead: String, _ found: (changes: [CandidateChange], replan: Replan)) {
            lines += wrap("\(lead) \(found.changes.map(\.description).joined(separator: " and ")): \(found.replan.changes.words)", lead: "  ", hang: "    ")
        }
        if let placing = change.placing { add("one person would be placed with", placing) }
        if let possible = change.possible {
            add("one person could be placed, to the plan's loss, with", possible)
        }
        let tried = "\(Figures.counted(change.tried, "plan", "plans")) made"
        if change.placing == nil {
            lines += wrap(change.untried > 0
                ? "nothing found that would place them without loss; \(tried), \(Figures.counted(change.untried, "change", "changes")) left untried"
                : "no change of occupations, countries, days, skills or guarantor would place them without loss; \(tried)", lead: "  ")
        }
        if change.hasDoubts { lines += wrap("some plans were not proven best: a smaller change may do as well", lead: "  ") }
        return lines
    }
}
