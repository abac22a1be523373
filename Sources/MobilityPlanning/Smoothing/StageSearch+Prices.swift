import MobilityModel

/// Great scenarios: bound and plan from prices alone, before a simplex method is asked, or where it would not end.
extension StageSearch {
    /// Looks for prices, and rounds what people do at them to a plan; returns what is proven.
    mutating func searchPrices(_ stage: Stage) throws -> Int64 {
        var search = PriceSearch(
            Relaxation(master, best: best, ceilings: ceilings), interruption: interruption, columns: (best?.uses.map(\.column) ?? []) + master.columns,
            after: lastPrices)
        let cap = cap
        func proven(_ bound: DualBound) -> Int64 { tighter(whole(bound.value, stage), cap, stage) }
        try search.run(
            isClosed: { isClosed(proven($0), stage) },
            report: { report(stage, best.map { value(of: $0, stage) }, proven($0)) })
        guard let found = search.best else { return cap }
        bound = found
        duals = found.duals
        lastPrices = search
        try round(search, stage)
        return proven(found)
    }

    /// Rounds what is shared out, and fills what is left at the prices.
    private mutating func round(_ search: PriceSearch, _ stage: Stage) throws {
        var rounding = ShareRounding(
            search, into: Filling(instance, interruption: interruption, keeping: isPenalty(stage) ? nil : best))
        try rounding.run(interruption: interruption)
        var filling = rounding.filling
        debugPrint("rounded", filling.assignment.terms, filling.assignment.isWithinLimits)
        filling.fill(duals: duals, objective: master.objective)
        let found = filling.assignment
        debugPrint("filled", found.terms, found.isWithinLimits)
        if accepts(found, stage) { best = found }
        for use in best?.uses ?? [] { try master.add(use.column) }
    }

    private func isPenalty(_ stage: Stage) -> Bool {
        guard case .term(let index) = stage else { return false }
        return instance.terms[index] == .penalty
    }
}
