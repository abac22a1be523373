import MobilityChecking
import MobilityModel
import MobilityReport

/// Quota lines and rules: what limits all people together.
extension Explainer {
    func explain(_ line: QuotaLine) throws -> Explanation {
        let used = check.usage.quotas.first { $0.id == line.id }?.used ?? 0
        var takers: [Request.ID: Int] = [:]
        let below = lines(under: line.id)
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles { if let quota = cycle.quota, below.contains(quota) { takers[cycle.request, default: 0] += itinerary.count } }
        }
        let named = takers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) on \($0.key)" }
        var decided = ["\(Figures.grouped(used)) of \(counted(line.places, "place", "places")) taken"
            + (named.isEmpty ? "" : ": " + named.prefix(6).joined(separator: ", ") + (named.count > 6 ? " and \(named.count - 6) more requests" : ""))]
        if below.count > 1 { decided.append("it has lines within it: \(below.subtracting([line.id]).map(\.text).sorted().prefix(8).joined(separator: ", "))") }
        var above: [QuotaLine.ID] = []
        while let parent = scenario.quotas.first(where: { $0.id == above.last ?? line.id })?.within, !above.contains(parent) { above.append(parent) }
        for id in above {
            guard let use = check.usage.quotas.first(where: { $0.id == id }) else { continue }
            decided.append("it lies within \(id): \(Figures.grouped(use.used)) of \(counted(use.limit, "place", "places")) taken")
        }
        var explanation = Explanation(kind: "quota", id: line.id.text, decided: decided, notes: base.notes)
        explanation.hindrances = keptOut(by: "V8", "quota line \(line.id) has ")
        for step in [1, 10] as [Int64] {
            let words = "\(line.id) has \(counted(Int(step), "place", "places")) more, \(Figures.grouped(Int64(line.places) + step)) in all"
            explanation.alternatives.append(try alternative(words, scenario.with(step, more: .quota(line.id))))
        }
        if line.places > 0 {
            let words = "\(line.id) has 1 place fewer, \(Figures.grouped(line.places - 1)) in all"
            explanation.alternatives.append(try alternative(words, scenario.with(-1, more: .quota(line.id))))
        }
        return explanation
    }

    /// People at home whom a limit keeps from the request that they come nearest to, by what else they miss there first; the
    /// limit's own rule where they miss nothing else. Only of a desk's size, since everybody's ways are looked at.
    /// - Parameter words: what the checker says of the limit.
    private func keptOut(by limit: String, _ words: String) -> [Explanation.Hindrance] {
        guard base.isDeskSize else { return [] }
        var found: [String: Explanation.Hindrance] = [:]
        for candidate in scenario.candidates.sorted(by: { $0.id < $1.id }) {
            let home = candidate.count - plan.itineraries.filter { $0.candidate == candidate.id }.reduce(0) { $0 + $1.count }
            guard home > 0, let trail = base.dossier.checker.nearestRequests(of: candidate.id, in: plan, pins: base.pins, most: 1).first,
                trail.missed.contains(where: { $0.rule == limit && $0.detail.contains(words) })
            else { continue }
            let other = trail.missed.first { !$0.detail.contains(words) }
            let example = "\(candidate.id) on \(trail.request): " + (other.map(\.detail) ?? "nothing else is missed")
            var hindrance = found[other?.rule ?? limit] ?? Explanation.Hindrance(rule: other?.rule ?? limit, people: 0, example: example)
            hindrance.people += home
            found[hindrance.rule] = hindrance
        }
        return found.values.sorted { ($1.people, $0.rule) < ($0.people, $1.rule) }
    }

    /// A line and all below it.
    private func lines(under id: QuotaLine.ID) -> Set<QuotaLine.ID> {
        var found: Set<QuotaLine.ID> = [id]
        while true {
            let more = scenario.quotas.filter { $0.within.map(found.contains) ?? false }.map(\.id)
            if found.isSuperset(of: more) { return found }
            found.formUnion(more)
        }
    }

    func explain(_ rule: Rule) throws -> Explanation {
        guard let position = scenario.rules.firstIndex(where: { $0.id == rule.id }) else { return Explanation(kind: "rule", id: rule.id.text) }
        let measure = check.ruleMeasures[position]
        let reached = "\(Figures.grouped(measure.matched)) of \(counted(measure.total, "placement", "placements")) that it speaks of match"
        let missed = measure.missedBy == 0 ? "it holds"
            : "\(Figures.grouped(measure.missedBy)) \(rule.kind == .atLeast ? "short" : "over"), \(Figures.grouped(measure.points ?? 0)) penalty points"
        var explanation = Explanation(
            kind: "rule", id: rule.id.text, decided: ["asks for \(rule.asked)", "\(reached): \(missed)"], notes: base.notes)
        explanation.hindrances = keptOut(by: "V9", "rule \(rule.id) asks for ")
        func add(_ words: String, _ change: (inout Scenario) -> Void) throws {
            var altered = scenario
            change(&altered)
            explanation.alternatives.append(try alternative(words, altered))
        }
        // A soft rule without points still stands in the first term, so that the terms are the same ones.
        try add("rule \(rule.id) is dropped") { scenario in
            if rule.penalty != nil { scenario.rules[position].penalty = 0 } else { scenario.rules.remove(at: position) }
        }
        if rule.penalty != nil, measure.missedBy > 0 { try add("rule \(rule.id) must hold in full") { $0.rules[position].penalty = nil } }
        try add("one placement more matches rule \(rule.id), \(measure.matched + 1) at least") {
            $0.rules.append(counting(rule, .atLeast, measure.matched + 1))
        }
        if measure.matched > 0 {
            try add("one placement fewer matches rule \(rule.id), \(measure.matched - 1) at most") {
                $0.rules.append(counting(rule, .atMost, measure.matched - 1))
            }
        }
        return explanation
    }

    /// A hard rule on the number of placements that another rule counts.
    private func counting(_ rule: Rule, _ kind: Rule.Kind, _ count: Int) -> Rule {
        var id = "\(rule.id) count"
        while scenario.rules.contains(where: { $0.id.text == id }) { id += "+" }
        return Rule(id: Rule.ID(id), kind: kind, target: .count(count), who: rule.who, of: rule.of, place: rule.place)
    }
}
