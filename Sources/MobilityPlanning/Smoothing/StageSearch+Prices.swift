import MobilityModel

/// Great scenarios: bound and plan from prices alone, before a simplex method is asked, or where it would not end.
extension StageSearch {
    /// Looks for prices, and rounds what people do at them to a plan; returns what is proven.
    mutating func searchPrices(_ stage: Stage) throws -> Int64 {
        if isClosed(cap, stage) {
            setBoundWithoutPrices()
            return cap
        }
        let start = startingDuals(stage)
        if try start == nil && meetAllRules(stage) || interruption.hasCome { return cap }
        var search = priceSearch(points: pointsKept(stage), from: start)
        let cap = cap
        func proven(_ bound: DualBound) -> Int64 { tighter(whole(bound.value, stage), cap, stage) }
        if let found = search.best, search.isAdopted {
            report(stage, best.map { value(of: $0, stage) }, proven(found))
        } else {
            try search.run(
                // What the bound leaves of the gap asked for is room for the terms that follow: it is worth more work.
                isClosed: { isClosed(proven($0), stage, share: start == nil ? Self.enough : 1) },
                report: { report(stage, best.map { value(of: $0, stage) }, proven($0)) }, precision: precision)
        }
        lastPrices = search
        guard let found = search.best else { return cap }
        bound = found
        duals = found.duals
        // A plan to begin with that is nearly as near to its bound as it was where it comes from needs no other beside it, nor is one
        // made of shares that were rounded in the stage before.
        if start == nil || !instance.isOfPersons {
            if !search.isAdopted { try takePlan(of: search, stage) }
            repairBest(search, stage)
        } else {
            // It was repaired where it comes from: what the change brings is found first.
            repairBest(search, stage, most: Self.fewRepairs)
            if !isClosed(proven(found), stage, share: Self.nearlyAsNear) { try takePlan(of: search, stage) }
        }
        try master.add(best?.columns ?? [])
        return proven(found)
    }

    /// The part of the gap asked for at which a stage needs no more work.
    private static let enough = 0.25

    /// What a bound may be the weaker for, relative: next to nothing of the gap asked for.
    private var precision: Double { max(1e-5, 0.01 * options.gap) }

    /// What of the gap of a plan to begin with may be left here.
    private static let nearlyAsNear = 1.5

    /// Times to round shares, each but the first aiming beyond what the plan before missed.
    private static let roundings = 3

    private mutating func takePlan(of search: PriceSearch, _ stage: Stage) throws {
        if let plan = try acceptedPlan(of: search, at: duals, stage) { best = plan }
    }

    /// A plan of the shares that is better than the best so far; one that misses what must be kept is made again with more of it in sight.
    private func acceptedPlan(of search: PriceSearch, at duals: [Double], _ stage: Stage) throws -> Assignment? {
        var search = search
        // What people one by one miss is mended by repair, as far as it can be.
        for _ in 0..<Self.roundings where !interruption.hasCome {
            let plan = try roundedPlan(of: search, at: duals)
            if accepts(plan, stage) { return plan }
            let missed = RepairState(plan, relaxation: search.whole, prices: duals).missed(search.whole)
            if missed.isEmpty || instance.isOfPersons { return nil }
            try search.aim(beyond: missed)
        }
        return nil
    }

    /// The best plan keeps all that must be kept, which a rounded one may miss by little.
    private mutating func repairBest(_ search: PriceSearch, _ stage: Stage, most: Int = .max) {
        guard let best, instance.isOfPersons else { return }
        let plan = repaired(best, search, at: duals, isAgain: search.isAdopted, most: most)
        if accepts(plan, stage) { self.best = plan }
    }

    private func startingDuals(_ stage: Stage) -> [Double]? {
        if case .term(let index) = stage { startingPrices?.duals(of: index) } else { nil }
    }

    /// What prices alone prove of a stage, whatever plan there is; `nil` where they were stopped before anything was proven.
    mutating func boundByPrices(_ stage: Stage) throws -> Int64? {
        var search = priceSearch(points: nil)
        let cap = cap
        func proven(_ bound: DualBound) -> Int64 { tighter(whole(bound.value, stage), cap, stage) }
        try search.run(isClosed: { isClosed(proven($0), stage) }, report: { _ in }, precision: precision)
        guard let found = search.best else { return nil }
        (bound, duals) = (found, found.duals)
        return proven(found)
    }

    /// Looks for a plan that meets every rule, hard or soft: in a great scenario that is tried before they are told apart.
    ///
    /// - Returns: `nil` where none was found that meets all that is hard.
    mutating func meetEveryRule() throws -> Outcome? {
        try master.seekFeasibility()
        cap = 0
        _ = try meetAllRules(.feasibility)
        guard let best, best.shortfall == 0 else { return interruption.hasCome ? Outcome(bound: 0, isProven: false) : nil }
        return Outcome(bound: 0, isProven: true)
    }

    /// In a stage that is about rules alone, plans for the first term of another kind as if every rule had to hold: often they can, and
    /// then nothing is to be weighed. Returns whether that settles the stage.
    private mutating func meetAllRules(_ stage: Stage) throws -> Bool {
        if case .term(let index) = stage, instance.terms[index] != .penalty { return false }
        guard !hasTriedEveryRule, let next = instance.terms.firstIndex(where: { $0 != .penalty }) else { return false }
        hasTriedEveryRule = true
        try master.maximise(term: next)
        var search = priceSearch(points: 0, isValid: true)
        try search.run(
            isClosed: { _ in false }, report: { tell(.holdingEveryRule, .term(next), nil, whole($0.value, .term(next))) },
            precision: precision, leavesTime: true)
        let found = try search.best.flatMap { try acceptedPlan(of: search, at: $0.duals, stage) }
        switch stage {
        case .feasibility: try master.seekFeasibility()
        case .term(let index): try master.maximise(term: index)
        }
        if let found { best = found }
        // Where not all can hold, what their prices came to says nothing.
        if !isClosed(cap, stage) { search.forgetPrices() }
        lastPrices = search
        guard isClosed(cap, stage) else { return false }
        setBoundWithoutPrices()
        return true
    }

    /// What no prices at all prove.
    private mutating func setBoundWithoutPrices() {
        let prices = Relaxation(master, kept: [:], points: nil)
        let none = [Double](repeating: 0, count: instance.table.rows.count)
        bound = prices.bound(prices.admissible(none), profits: instance.classes.map { _ in 0 })
    }

    /// What soft rules may cost where that is settled.
    private func pointsKept(_ stage: Stage) -> Int64? {
        guard case .term = stage, !master.weighsRules, best != nil else { return nil }
        return instance.terms.firstIndex(of: .penalty).map { floor($0) }
    }

    private func priceSearch(points: Int64?, isValid: Bool = false, from start: [Double]? = nil) -> PriceSearch {
        let kept = ceilings.reduce(into: [:]) { $0[$1.key] = (floor($1.key), $1.value) }
        return PriceSearch(
            Relaxation(master, kept: kept, points: points, isValid: isValid), interruption: interruption,
            columns: (best?.columns ?? []) + master.columns, after: lastPrices, from: start,
            most: MemoryNeed(instance.scenario).itineraries(within: options.memory), threads: options.threads)
    }

    /// Small problems for a plan that was repaired where it comes from.
    private static let fewRepairs = 400
    /// The number of the first time to go over a plan that was gone over before.
    private static let timesBefore = 6

    /// A plan in which people do what the shares say, and what the prices say where the shares leave room.
    private func roundedPlan(of search: PriceSearch, at duals: [Double]) throws -> Assignment {
        tell(.rounding, stageOfObjective, nil, nil)
        var rounding = ShareRounding(search, into: emptyFilling())
        try rounding.run(interruption: interruption)
        var filling = rounding.filling
        filling.fill(duals: duals, objective: master.objective)
        let rounded = filling.assignment
        return rounded.isWithinLimits && instance.isOfPersons ? repaired(rounded, search, at: duals) : rounded
    }

    /// Whether a plan of such a value in the objective is as near to what is proven as a plan has to be: what it leaves of the gap asked for is room
    /// for the terms that follow.
    private func isNearEnough(_ value: Double, _ search: PriceSearch) -> Bool {
        guard let proven = search.best?.value else { return false }
        return proven - value <= Self.enough * options.gap * abs(value)
    }

    /// What is planned for at the moment, also where that is done for the sake of another stage.
    private var stageOfObjective: Stage { master.objective.firstIndex { $0 != 0 }.map(Stage.term) ?? .feasibility }

    private func repaired(
        _ plan: Assignment, _ search: PriceSearch, at duals: [Double], isAgain: Bool = false, most: Int = .max
    ) -> Assignment {
        let stage = stageOfObjective, bound = search.best.map { whole($0.value, stage) }
        tell(.repairing, stage, nil, bound)
        var repair = PlanRepair(search, plan: plan, at: duals, interruption: interruption, threads: options.threads)
        repair.run(from: isAgain ? Self.timesBefore : 0, most: most) { value in
            // What misses something is no plan yet.
            if let value { tell(.repairing, stage, whole(value, stage), bound) }
            return value.map { isNearEnough($0, search) } ?? false
        }
        let repaired = repair.assignment
        return repaired.isWithinLimits ? repaired : plan
    }
}
