import LinearProgramming
import MobilityModel

/// Plans a scenario: who goes to which request, trained where, with which visa, in which cycle; and how good that is at best.
///
/// The work is done on the calling thread, and the result is the same whenever input and options are.
public struct Planner: Sendable {
    public let scenario: Scenario
    public let options: PlanOptions

    public init(scenario: Scenario, options: PlanOptions = PlanOptions()) {
        self.scenario = scenario
        self.options = options
    }

    /// - Parameters:
    ///   - progress: called on this thread whenever a value or a bound has moved.
    ///   - shouldStop: asked often; once it says yes the best plan so far is returned with status `interrupted`.
    public func plan(progress: (PlanProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }) -> PlanResult {
        withoutActuallyEscaping(progress) { progress in
            withoutActuallyEscaping(shouldStop) { shouldStop in
                let interruption = Interruption(timeLimit: options.timeLimit, shouldStop: shouldStop)
                do {
                    return options.policy == .optimal
                        ? try run(interruption, progress) : try runPolicy(interruption, progress)
                } catch {
                    return PlanResult(status: .failed, message: "\(error)")
                }
            }
        }
    }

    private func run(_ interruption: Interruption, _ progress: @escaping (PlanProgress) -> Void) throws -> PlanResult {
        var phases = PhaseClock(interruption)
        progress(PlanProgress(phase: "preparing", elapsed: interruption.elapsed))
        let instance = try Instance(scenario, pins: options.pins, demands: options.demands)
        phases.end("preparing")
        var stage: Stage = .feasibility
        var search = try StageSearch(instance, options: options, interruption: interruption) { value, bound in
            let term: ObjectiveTerm? = if case .term(let index) = stage { instance.terms[index] } else { nil }
            progress(PlanProgress(
                phase: term.map { "optimising \($0.rawValue)" } ?? "looking for a valid plan", term: term, value: value,
                bound: bound, elapsed: interruption.elapsed))
        }
        if let start = options.start, let possible = try StartingPlan(instance).assignment(of: start) {
            for use in possible.uses { try search.master.add(use.column) }
            search.best = possible
        }
        if let best = search.best, best.shortfall > 0 {
            let outcome = try findValidPlan(instance, &search, interruption)
            phases.end("feasibility")
            if (search.best?.shortfall ?? 1) > 0 {
                guard outcome.bound > 0 else {
                    return PlanResult(
                        status: interruption.hasCome ? .interrupted : .failed,
                        message: "no plan that meets every hard rule and pin was found, and none was proven impossible",
                        phases: phases.phases)
                }
                guard options.findsReasons else { return PlanResult(status: .infeasible, phases: phases.phases) }
                progress(PlanProgress(phase: "finding what conflicts", elapsed: interruption.elapsed))
                let conflict = try ConflictFinder(scenario, options: options, interruption: interruption).conflict().withoutOthers
                phases.end("conflict")
                return PlanResult(status: .infeasible, conflict: conflict, phases: phases.phases)
            }
        }
        try search.master.closeShortfalls()
        var bounds: [Int64] = []
        var isProven = true
        var message = ""
        var marginals: [MarginalValue] = []
        var roots: [DualBound?] = []
        for (index, term) in instance.terms.enumerated() {
            stage = .term(index)
            if interruption.hasCome {
                bounds.append(search.boundWithoutPrices(.term(index)))
                isProven = false
                continue
            }
            do {
                let outcome = try search.solve(stage)
                bounds.append(outcome.bound)
                isProven = isProven && outcome.isProven
                roots.append(search.root)
            } catch {
                // The plan that the stages before found is as good as it was.
                message = "\(term.rawValue): \(error)"
                bounds.append(search.boundWithoutPrices(stage))
                isProven = false
            }
            if index == 0 || (index == 1 && instance.terms[0] == .penalty) {
                marginals += MarginalPrices(instance).values(duals: search.duals, sides: search.sides, term: index)
            }
            phases.end(term.rawValue)
        }
        guard let found = search.best else { return PlanResult(status: .failed, message: "the search ended without a plan") }
        var earlier = EarlierVisas(instance)
        let best = earlier.applied(to: found)
        let plan = Dealing(instance: instance).plan(best)
        let terms = instance.terms.indices.map { index in
            TermResult(term: instance.terms[index], value: best.terms[index], bound: bounds[index])
        }
        let proof = priceProof(instance, roots, best)
        guard options.findsReasons else {
            return PlanResult(
                status: isProven ? .optimal : interruption.hasCome ? .interrupted : .feasible, plan: plan, terms: terms,
                marginalValues: marginals, priceProof: proof, message: message, phases: phases.phases)
        }
        progress(PlanProgress(phase: "finding reasons", elapsed: interruption.elapsed))
        let reasons = try Reasons(instance, assignment: best, plan: plan, isProven: isProven && terms.allSatisfy { $0.gap == 0 })
        let lotteries = PoolLotteries(instance, assignment: best, plan: plan)
        let (unplaced, unfilled) = (lotteries.told(try reasons.unplaced()), try reasons.unfilled())
        phases.end("reasons")
        let chances = try Reach(instance: instance).chances(best)
        phases.end("fairness")
        var prices: [RulePrice] = []
        if options.pricesRules {
            progress(PlanProgress(phase: "finding what rules cost", elapsed: interruption.elapsed))
            prices = try RulePrices(scenario: scenario, options: options, interruption: interruption).prices(best, bounds: bounds)
            phases.end("rule prices")
        }
        let status: PlanStatus = isProven ? .optimal : interruption.hasCome ? .interrupted : .feasible
        if status == .feasible, message.isEmpty {
            message = "The search did its share of work without the last proof. With --gap 0.01 it stops once it is within one percent."
        }
        return PlanResult(
            status: status, plan: plan, terms: terms, unplaced: unplaced, unfilled: unfilled, marginalValues: marginals,
            priceProof: proof, lotteries: lotteries.lotteries, chances: chances, rulePrices: prices, message: message,
            phases: phases.phases)
    }

    /// - Parameter roots: by term, from the first, what its relaxation proved.
    private func priceProof(_ instance: Instance, _ roots: [DualBound?], _ best: Assignment) -> PriceProof {
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

    /// Brings what hard rules and pins fall short down to nothing, or proves that it cannot be.
    ///
    /// Soft rules have no say in that, so the search is made without their rows. Where it remains open, each requirement is tried
    /// alone: often one of them is impossible by itself.
    private func findValidPlan(
        _ instance: Instance, _ search: inout StageSearch, _ interruption: Interruption
    ) throws -> StageSearch.Outcome {
        let soft = Requirement.soft(scenario)
        let hard = Requirement.hard(scenario, pins: instance.pins.count, demands: instance.demands.count)
        func shortfall(relaxing relaxed: Set<Requirement>) throws -> (StageSearch.Outcome, Assignment?) {
            let lean = try Instance(scenario, pins: options.pins, demands: options.demands, relaxed: relaxed)
            var leanSearch = try StageSearch(lean, options: options, interruption: interruption, report: search.report)
            let outcome = try leanSearch.solve(.feasibility)
            return (outcome, leanSearch.best)
        }
        let (outcome, found) = try shortfall(relaxing: soft)
        if let found, found.shortfall == 0 {
            let same = instance.assignment(of: found)
            for use in same.uses { try search.master.add(use.column) }
            search.best = same
            return outcome
        }
        if outcome.bound > 0 || hard.count < 2 { return outcome }
        for requirement in hard where !interruption.hasCome {
            let alone = try shortfall(relaxing: soft.union(hard).subtracting([requirement]))
            if alone.0.bound > 0 { return alone.0 }
        }
        return outcome
    }
}

/// Measures the phases of a run, one after the other.
struct PhaseClock {
    private let interruption: Interruption
    private var last = 0.0
    private(set) var phases: [PlanPhase] = []

    init(_ interruption: Interruption) { self.interruption = interruption }

    mutating func end(_ name: String) {
        let now = interruption.elapsed
        phases.append(PlanPhase(name: name, seconds: now - last))
        last = now
    }
}
