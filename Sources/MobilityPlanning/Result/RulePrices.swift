import LinearProgramming
import MobilityModel

/// What each balance rule costs in the first term: the best value without it, by planning anew, less the best with it (Bertsimas,
/// Farias and Trichakis, "The price of fairness", Operations Research 59, 2011). All other rules stay, soft ones as points
/// that come first.
struct RulePrices {
    let scenario: Scenario
    let options: PlanOptions
    let interruption: Interruption

    /// By rule, in the order of the scenario; those that no time was left for are missing.
    ///
    /// - Parameter best: the plan with all rules; it is where the search without one starts.
    func prices(_ best: Assignment, bounds: [Int64]) throws -> [RulePrice] {
        let terms = scenario.terms
        guard let first = terms.firstIndex(where: { $0 != .penalty }) else { return [] }
        var prices: [RulePrice] = []
        for (index, rule) in scenario.rules.enumerated() where !interruption.hasCome {
            let lean = try Instance(scenario, pins: options.pins, relaxed: [.rule(index)])
            var search = try StageSearch(lean, options: options, interruption: interruption) { _, _, _, _ in }
            try search.begin(at: lean.assignment(of: best))
            try search.master.closeShortfalls()
            var bound = bounds[first]
            for term in 0...first { bound = try search.solve(.term(term)).bound }
            guard !interruption.hasCome, let found = search.best else { break }
            prices.append(RulePrice(
                rule: rule.id, term: terms[first], value: best.terms[first], bound: bounds[first], valueWithout: found.terms[first],
                boundWithout: bound))
        }
        return prices
    }
}
