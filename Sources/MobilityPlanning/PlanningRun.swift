import LinearProgramming
import MobilityModel

/// One search for the best plan: stage after stage, then what is told of the plan.
struct PlanningRun: ~Copyable {
    private let scenario: Scenario
    private let options: PlanOptions
    private let interruption: Interruption
    private let progress: (PlanProgress) -> Void
    private let instance: Instance
    private var search: StageSearch
    private var phases: PhaseClock
    /// The plan to begin with, in the terms of the instance.
    private var near: NearPlan?
    private var nearness: Nearness?
    /// By term, from the first: what is proven of it.
    private var bounds: [Int64] = []
    /// By term, from the first: what its relaxation proved.
    private var roots: [DualBound?] = []
    private var certificate = BoundCertificate()
    /// By term, of those that marginal values are told of: what its relaxation was solved to.
    private var prices: [(term: Int, duals: [Double], sides: [Double])] = []
    private var message = ""

    static func result(
        _ scenario: Scenario, _ options: PlanOptions, _ interruption: Interruption, _ progress: @escaping (PlanProgress) -> Void
    ) throws -> PlanResult {
        var phases = PhaseClock(interruption)
        progress(PlanProgress(phase: "preparing", elapsed: interruption.elapsed))
        let instance = try Instance(scenario, pins: options.pins, demands: options.demands)
        phases.end("preparing")
        let search = try StageSearch(instance, options: options, interruption: interruption) { work, stage, value, bound in
            let term: ObjectiveTerm? = if case .term(let index) = stage { instance.terms[index] } else { nil }
            progress(PlanProgress(
                phase: work.phase(term?.rawValue), term: term, value: value, bound: bound, elapsed: interruption.elapsed))
        }
        var run = PlanningRun(
            scenario: scenario, options: options, interruption: interruption, progress: progress, instance: instance, search: search,
            phases: phases)
        if let failure = try run.makeValid() { return failure }
        try run.optimise()
        return try run.told()
    }

    private init(
        scenario: Scenario, options: PlanOptions, interruption: Interruption, progress: @escaping (PlanProgress) -> Void,
        instance: Instance, search: consuming StageSearch, phases: PhaseClock
    ) {
        self.scenario = scenario; self.options = options; self.interruption = interruption; self.progress = progress
        self.instance = instance; self.search = search; self.phases = phases
    }

    // MARK: A valid plan

    /// Looks for a plan that meets every hard requirement; returns the result where there is none.
    private mutating func makeValid() throws -> PlanResult? {
        if let start = options.start {
            near = try NearPlan(instance, plan: start)
            if let possible = try StartingPlan(instance).assignment(of: start) {
                try search.begin(at: possible, prices: options.startPrices.map { StartingPrices(instance, certificate: $0) })
            }
        }
        guard let best = search.best, best.shortfall > 0 else { return nil }
        let outcome = try findValidPlan()
        phases.end("feasibility")
        guard (search.best?.shortfall ?? 1) > 0 else { return nil }
        guard outcome.bound > 0 else {
            return PlanResult(
                status: interruption.hasCome ? .interrupted : .failed,
                message: "no plan that meets every hard rule and pin was found, and none was proven impossible",
                phases: phases.phases)
        }
        guard options.findsReasons else { return PlanResult(status: .infeasible, phases: phases.phases) }
        progress(PlanProgress(phase: "finding what conflicts", elapsed: interruption.elapsed))
        let conflict = try ConflictFinder(scenario, options: options, interruption: interruption).conflict()
        phases.end("conflict")
        return PlanResult(status: .infeasible, conflict: conflict, phases: phases.phases)
    }

    /// Brings what hard rules and pins fall short down to nothing, or proves that it cannot be.
    ///
    /// Soft rules have no say in that, so the search is made without their rows. Where it remains open, each requirement is tried
    /// alone: often one of them is impossible by itself.
    private mutating func findValidPlan() throws -> StageSearch.Outcome {
        if search.isGreat, instance.isOfPersons, let outcome = try search.meetEveryRule() { return outcome }
        let soft = Requirement.soft(scenario)
        let hard = Requirement.hard(scenario, pins: instance.pins.count, demands: instance.demands.count)
        let (outcome, found) = try leastShortfall(relaxing: soft)
        if let found, found.shortfall == 0 {
            try search.begin(at: instance.assignment(of: found))
            return outcome
        }
        if outcome.bound > 0 || hard.count < 2 { return outcome }
        for requirement in hard where !interruption.hasCome {
            let alone = try leastShortfall(relaxing: soft.union(hard).subtracting([requirement]))
            if alone.0.bound > 0 { return alone.0 }
        }
        return outcome
    }

    private func leastShortfall(relaxing relaxed: Set<Requirement>) throws -> (StageSearch.Outcome, Assignment?) {
        let lean = try Instance(scenario, pins: options.pins, demands: options.demands, relaxed: relaxed)
        var leanSearch = try StageSearch(lean, options: options, interruption: interruption, tell: search.tell)
        let outcome = try leanSearch.solve(.feasibility)
        return (outcome, leanSearch.best)
    }

    // MARK: The best plan

    /// Optimises term after term, and holds on to what is proven of each.
    private mutating func optimise() throws {
        try search.master.closeShortfalls()
        var hasFailed = false
        for (index, term) in instance.terms.enumerated() {
            let stage = Stage.term(index)
            if interruption.hasCome || hasFailed {
                bounds.append(search.boundWithoutPrices(stage))
                certificate.stages.append(search.certificate(of: index, by: nil, kept: [:]))
                continue
            }
            let kept = search.kept
            do {
                let outcome = try search.solve(stage)
                bounds.append(outcome.bound)
                roots.append(search.root)
                certificate.stages.append(search.certificate(of: index, by: search.root, kept: kept))
            } catch {
                // The plan that the stages before found is as good as it was; what state the master is in is not known.
                hasFailed = true
                message = "\(term.rawValue): \(error)"
                bounds.append(search.boundWithoutPrices(stage))
                roots.append(nil)
                certificate.stages.append(search.certificate(of: index, by: nil, kept: [:]))
            }
            if index == 0 || (index == 1 && instance.terms[0] == .penalty) {
                prices.append((index, search.duals, search.sides))
            }
            phases.end(term.rawValue)
        }
        guard options.seeksNearest, let near, let last = instance.terms.indices.last else { return }
        progress(PlanProgress(phase: "looking for the nearest plan as good", elapsed: interruption.elapsed))
        nearness = hasFailed ? search.best.map { near.nearness(of: $0, instance) } : search.comeNear(near, after: .term(last))
        phases.end("nearness")
    }

    // MARK: What is told of it

    /// By the gaps alone: however a term was closed, closed it is.
    private func status(_ terms: [TermResult]) -> PlanStatus {
        if terms.allSatisfy({ $0.gap <= options.gap }) { return .optimal }
        return interruption.hasCome ? .interrupted : .feasible
    }

    /// The plan dealt out to rows and requests, with its reasons where they are asked for.
    private mutating func told() throws -> PlanResult {
        guard let found = search.best else { return PlanResult(status: .failed, message: "the search ended without a plan") }
        var earlier = EarlierVisas(instance)
        let best = earlier.applied(to: found)
        let plan = Dealing(instance: instance).plan(best, near: near)
        let terms = instance.terms.indices.map { index in
            TermResult(term: instance.terms[index], value: best.terms[index], bound: bounds[index])
        }
        var result = PlanResult(
            status: status(terms), plan: plan, terms: terms, marginalValues: marginals(best), priceProof: priceProof(best),
            certificate: certificate, nearness: nearness, message: message)
        if options.findsReasons { try explain(&result, best) }
        if result.status == .feasible, result.message.isEmpty {
            let isAsProven = result.terms.allSatisfy { $0.gap <= max(options.gap, options.startGaps[$0.term] ?? 0) }
            result.message = isAsProven
                ? "The search stopped where every term was proven as well as in the plan that it began with."
                : "The search did its share of work without the last proof. With --gap 0.01 it stops once it is within one percent."
        }
        result.phases = phases.phases
        return result
    }

    /// Adds why people and places are left out, what the lots decided, who had which chances, and what rules cost.
    private mutating func explain(_ result: inout PlanResult, _ best: Assignment) throws {
        progress(PlanProgress(phase: "finding reasons", elapsed: interruption.elapsed))
        let isProven = result.terms.allSatisfy { $0.gap == 0 }
        let reasons = try Reasons(instance, assignment: best, plan: result.plan, isProven: isProven)
        let lotteries = PoolLotteries(instance, assignment: best, plan: result.plan)
        result.unplaced = lotteries.told(try reasons.unplaced())
        result.unfilled = try reasons.unfilled()
        result.lotteries = lotteries.lotteries
        phases.end("reasons")
        result.chances = try Reach(instance: instance).chances(best)
        phases.end("fairness")
        guard options.pricesRules else { return }
        progress(PlanProgress(phase: "finding what rules cost", elapsed: interruption.elapsed))
        result.rulePrices = try RulePrices(scenario: scenario, options: options, interruption: interruption).prices(best, bounds: bounds)
        phases.end("rule prices")
    }

    private func marginals(_ best: Assignment) -> [MarginalValue] {
        let marginals = MarginalPrices(instance, plan: best)
        // Where no soft rule is missed there are no points to save, whatever the prices are.
        return prices.filter { instance.terms[$0.term] != .penalty || best.terms[$0.term] > 0 }.flatMap { marginals.values(duals: $0.duals, sides: $0.sides, term: $0.term, tellsFunds: instance.terms[$0.term] != .penalty) }
    }

    private func priceProof(_ best: Assignment) -> PriceProof {
        var proof = PriceProof()
        for (index, root) in roots.enumerated() {
            guard let root else { break }
            let isMaximised = instance.terms[index].isMaximised
            let scale = instance.scales[index]
            let costs = instance.sideColumns.map { side -> Double in
                switch instance.terms[index] {
                case .penalty: -Double(side.penalty) / scale
                case .cost: -Double(side.cost) / scale
                default: 0
                }
            }
            let prices = ResourcePrices(instance: instance, bound: root, sideCosts: costs)
            proof.terms.append(PriceProof.Term(
                value: isMaximised ? best.terms[index] : -best.terms[index], bound: root.value * scale,
                prices: prices.prices(scale: scale)))
        }
        return proof
    }
}
