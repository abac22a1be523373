import MobilityModel

/// Great scenarios: bound and plan from prices alone, before a simplex method is asked, or where it would not end.
extension StageSearch {
    /// Looks for prices, and rounds what people do at them to a plan; returns what is proven.
    mutating func searchPrices(_ stage: Stage) throws -> Int64 {
        if try meetAllRules(stage) || interruption.hasCome { return cap }
        let points = isPenalty(stage) ? nil : instance.terms.firstIndex(of: .penalty).flatMap { best?.terms[$0] }
        var search = priceSearch(points: points)
        let cap = cap
        func proven(_ bound: DualBound) -> Int64 { tighter(whole(bound.value, stage), cap, stage) }
        try search.run(
            // What the bound leaves of the gap asked for is room for the terms that follow: it is worth more work.
            isClosed: { isClosed(proven($0), stage, share: 0.25) },
            report: { report(stage, best.map { value(of: $0, stage) }, proven($0)) })
        lastPrices = search
        guard let found = search.best else { return cap }
        bound = found
        duals = found.duals
        try round(search, stage)
        return proven(found)
    }

    /// In a stage that is about rules alone, plans for the first term of another kind as if every rule had to hold: often they can, and
    /// then nothing is to be weighed. Returns whether that settles the stage.
    private mutating func meetAllRules(_ stage: Stage) throws -> Bool {
        if case .term(let index) = stage, instance.terms[index] != .penalty { return false }
        guard let next = instance.terms.firstIndex(where: { $0 != .penalty }) else { return false }
        try master.maximise(term: next)
        var search = priceSearch(points: 0, isValid: true)
        try search.run(isClosed: { _ in false }, report: { _ in })
        lastPrices = search
        if let found = search.best {
            duals = found.duals
            let plan = try plan(search)
            if accepts(plan, stage) { best = plan }
        }
        // These were prices of the other term.
        duals = []
        switch stage {
        case .feasibility: try master.seekFeasibility()
        case .term(let index): try master.maximise(term: index)
        }
        return isClosed(cap, stage)
    }

    private func priceSearch(points: Int64?, isValid: Bool = false) -> PriceSearch {
        PriceSearch(
            Relaxation(master, kept: ceilings.indices.map { (floor($0), ceilings[$0]) }, points: points, isValid: isValid),
            interruption: interruption,
            columns: (best?.uses.map(\.column) ?? []) + master.columns, after: lastPrices)
    }

    private mutating func round(_ search: PriceSearch, _ stage: Stage) throws {
        let found = try plan(search)
        if accepts(found, stage) { best = found }
        for use in best?.uses ?? [] { try master.add(use.column) }
    }

    /// A plan in which people do what the shares say, and what the prices say where the shares leave room.
    private func plan(_ search: PriceSearch) throws -> Assignment {
        let weighsRules = instance.terms.indices.contains { instance.terms[$0] == .penalty && master.objective[$0] != 0 }
        var rounding = ShareRounding(
            search, into: Filling(instance, interruption: interruption, keeping: weighsRules ? nil : best))
        try rounding.run(interruption: interruption)
        var filling = rounding.filling
        filling.fill(duals: duals, objective: master.objective)
        return filling.assignment
    }

    private func isPenalty(_ stage: Stage) -> Bool {
        guard case .term(let index) = stage else { return false }
        return instance.terms[index] == .penalty
    }
}
