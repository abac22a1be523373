import LinearProgramming
import MobilityModel

extension Planner {
    /// Plans by a policy. The status is `feasible`, or `optimal` where the plan reaches every proven bound.
    func runPolicy(_ interruption: Interruption, _ progress: @escaping (PlanProgress) -> Void) throws -> PlanResult {
        var phases = PhaseClock(interruption)
        progress(PlanProgress(phase: "preparing", elapsed: interruption.elapsed))
        let instance = try Instance(scenario, pins: options.pins)
        phases.end("preparing")
        progress(PlanProgress(phase: "placing people by policy \(options.policy.rawValue)", elapsed: interruption.elapsed))
        let policy = PolicyPlanner(instance: instance, options: options, interruption: interruption)
        var book = try policy.book(seed: nil)
        phases.end(options.policy.rawValue)
        if book == nil {
            progress(PlanProgress(phase: "looking for a valid plan", elapsed: interruption.elapsed))
            let seed = try feasibleSeed(instance, interruption)
            phases.end("feasibility")
            switch seed {
            case .found(let assignment): book = try policy.book(seed: assignment)
            case .impossible:
                let conflict = try ConflictFinder(scenario, options: options, interruption: interruption).conflict()
                phases.end("conflict")
                return PlanResult(status: .infeasible, conflict: conflict, phases: phases.phases)
            case .unknown:
                return PlanResult(
                    status: interruption.hasCome ? .interrupted : .failed,
                    message: "no plan that meets every hard rule and pin was found, and none was proven impossible",
                    phases: phases.phases)
            }
            phases.end(options.policy.rawValue)
        }
        guard let book else { return PlanResult(status: .failed, message: "the policy ended without a valid plan", phases: phases.phases) }
        let (assignment, plan) = (book.assignment, book.plan)
        progress(PlanProgress(phase: "proving what is possible", elapsed: interruption.elapsed))
        let (bounds, certificate) = try PolicyBounds(instance: instance, options: options, interruption: interruption).bounds(assignment)
        phases.end("bounds")
        let terms = instance.terms.indices.map { index in
            TermResult(term: instance.terms[index], value: assignment.terms[index], bound: bounds[index])
        }
        progress(PlanProgress(phase: "finding reasons", elapsed: interruption.elapsed))
        let reasons = try Reasons(instance, assignment: assignment, plan: plan, isProven: false, policy: options.policy)
        let (unplaced, unfilled) = (try reasons.unplaced(), try reasons.unfilled())
        phases.end("reasons")
        let chances = try Reach(instance: instance).chances(assignment)
        phases.end("fairness")
        let isBest = terms.allSatisfy { $0.gap == 0 }
        return PlanResult(
            status: isBest ? .optimal : interruption.hasCome ? .interrupted : .feasible, plan: plan, terms: terms,
            unplaced: unplaced, unfilled: unfilled, certificate: certificate, chances: chances, phases: phases.phases)
    }

    private enum Seed {
        case found(Assignment)
        case impossible
        case unknown
    }

    /// A plan for hard rules and pins alone, with nobody in it who can be left out.
    private func feasibleSeed(_ instance: Instance, _ interruption: Interruption) throws -> Seed {
        var search = try StageSearch(instance, options: options, interruption: interruption) { _, _, _, _ in }
        if (search.best?.shortfall ?? 1) > 0 {
            let outcome = try search.solve(.feasibility)
            guard let best = search.best, best.shortfall == 0 else { return outcome.bound > 0 ? .impossible : .unknown }
        }
        guard let best = search.best else { return .unknown }
        return .found(pruned(best, instance))
    }

    /// Complexity: O(uses squared x rows); of very many uses none is tried.
    private func pruned(_ assignment: Assignment, _ instance: Instance) -> Assignment {
        guard assignment.uses.count <= 500 else { return assignment }
        var best = assignment
        for index in assignment.uses.indices.reversed() {
            var uses = best.uses
            uses.remove(at: index)
            let without = instance.assignment(uses.map(\.column), counts: uses.map(\.count))
            if without.shortfall == 0, without.isWithinLimits { best = without }
        }
        return best
    }
}
