import MobilityChecking
import MobilityModel
import MobilityPlanning
import MobilityReport

extension Explainer {
    func explain(_ candidate: Candidate) throws -> Explanation {
        let id = candidate.id
        func people(_ plan: Plan) -> Int { plan.itineraries.filter { $0.candidate == id }.reduce(0) { $0 + $1.count } }
        let placed = people(base.replanner.plan)
        var explanation = Explanation(kind: "candidate", id: id.text, decided: decided(candidate), notes: base.notes)
        let nearest = NearestRequests(base, candidate: candidate, most: choices)
        explanation.trails = nearest.trails
        if let note = nearest.note { explanation.notes.append(note) }
        if placed > 0, let lots = lots(id) { explanation.notes.append(lots) }
        let onFile = people(plan)
        if onFile != placed {
            explanation.notes.append(candidate.count == 1
                ? "In the best plan \(id) is \(placed > 0 ? "" : "not ")placed."
                : "In the best plan \(placed) of the \(candidate.count) people of \(id) are placed.")
        }
        if placed < candidate.count {
            let words = candidate.count == 1 ? "\(id) is placed" : "one more person of \(id) is placed, at least \(placed + 1) in all"
            var forced = try alternative(words, nil, [Demand(.candidate(id), .atLeast, placed + 1)])
            let then = people(forced.replan.plan)
            if then > placed + 1 { forced.change += " (\(then) in that plan)" }
            explanation.alternatives.append(forced)
            switch forced.replan.verdict {
            case .same?:
                explanation.notes.append(
                    "A plan with one more person of \(id) is as good in every term: who of those alike goes is a choice among equals.")
            case .better?:
                explanation.notes.append("A plan with one more person of \(id) is better than the one at hand.")
            default:
                explanation.ownChange = try ownChange(id)
                if attempts == nil, usualAttempts == 0 {
                    explanation.notes.append(
                        "No change of their own data was looked for, as each would take long or prove nothing: --attempts N tries N.")
                }
                // What is possible as things are needs no change to be possible.
                if forced.replan.outcome == .planned { explanation.ownChange?.possible = nil }
            }
        }
        if placed > 0 {
            let words = candidate.count == 1 ? "\(id) is not placed" : "one person of \(id) fewer is placed, \(placed - 1) at most"
            explanation.alternatives.append(try alternative(words, nil, [Demand(.candidate(id), .atMost, placed - 1)]))
            if placed > 1 {
                explanation.alternatives.append(try alternative("nobody of \(id) is placed", nil, [Demand(.candidate(id), .atMost, 0)]))
            }
        }
        return explanation
    }

    /// What the lots decided of a row that is placed; the reason of one that is not says it already.
    private func lots(_ id: Candidate.ID) -> String? {
        guard let lottery = base.dossier.report.result.lotteries.first(where: { $0.rows.contains { $0.candidate == id } }) else { return nil }
        let (people, placed) = (lottery.people, lottery.placed)
        let decided = placed < people
            ? "who of them goes (\(placed) \(placed == 1 ? "does" : "do")), and where" : "who of them goes where: all do"
        return "Lots were drawn among \(people) people alike to the model, \(id) with them: they decided \(decided). Seed \(scenario.seed)."
    }

    private var usualAttempts: Int { base.isDeskSize && base.isProven ? 300 : 0 }

    private func ownChange(_ id: Candidate.ID) throws -> Explanation.OwnChange? {
        let attempts = attempts ?? usualAttempts
        guard attempts > 0 else { return nil }
        console.show { "looking for a change of \(id) that would place them" }
        defer { console.clear() }
        guard let result = try ChangeSearch(base.replanner, scenario: scenario).search(id, limit: attempts, shouldStop: shouldStop)
        else { return nil }
        return Explanation.OwnChange(
            placing: result.placing.map { ($0.changes, $0.replan) }, possible: result.possible.map { ($0.changes, $0.replan) },
            tried: result.tried, untried: result.untried, hasDoubts: result.hasDoubts)
    }

    private func decided(_ candidate: Candidate) -> [String] {
        let itineraries = plan.itineraries.filter { $0.candidate == candidate.id }
        var lines = itineraries.map { itinerary in
            let who = candidate.count == 1 ? "placed" : "\(itinerary.count) of \(counted(candidate.count, "person", "people")) placed"
            return "\(who): " + itinerary.cycles.map(told).joined(separator: "; then ")
        }
        let home = candidate.count - itineraries.reduce(0) { $0 + $1.count }
        if home > 0 {
            let who = candidate.count == 1 ? "not placed" : "\(home) of \(counted(candidate.count, "person", "people")) not placed"
            let reason = told(base.dossier.report.result.unplaced.first { $0.candidate == candidate.id }?.reason)
            lines.append(who + (reason.map { ": \($0)" } ?? ""))
        }
        return lines
    }

    private func told(_ cycle: Cycle) -> String {
        let request = scenario.requests.first { $0.id == cycle.request }
        let parts = [
            request.map { "\($0.start) to \($0.end)" },
            cycle.sessions.isEmpty ? nil : "after \(cycle.sessions.map(\.text).joined(separator: ", "))",
            cycle.consulate.flatMap { consulate in cycle.visaDate.map { "visa asked for at \(consulate) on \($0)" } },
            cycle.quota.map { "on line \($0)" }, cycle.pinned ? "pinned" : nil,
        ].compactMap { $0 }
        return "\(cycle.request) (\(parts.joined(separator: ", ")))"
    }
}
