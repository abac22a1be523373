import CGLPK

/// The best solution over all attempts of a search, and how it is reported.
struct IntegerEnding {
    let sense: Sense
    private(set) var values: [Double]
    private(set) var objective: Double

    init(sense: Sense, values: [Double], objective: Double) {
        self.sense = sense
        self.values = values
        self.objective = objective
    }

    /// Takes a solution if it is the first or better than the one known.
    mutating func offer(_ values: [Double], objective: Double) {
        guard self.values.isEmpty || sense.isBetter(objective, than: self.objective) else { return }
        self.values = values
        self.objective = objective
    }

    /// The result where the relaxation leaves nothing to search; `nil` where it has a best solution.
    func ended(byRoot root: LPSolution, isWide: Bool, _ options: IntegerOptions, _ search: IntegerSearch) -> MIPSolution? {
        switch root.status {
        case .optimal: nil
        case .infeasible where isWide:
            stopped(.solverFailure, search, root.rawCode, "no solution, as far as coefficients of such different size tell")
        case .infeasible:
            options.cutoff == nil
                ? finish(.infeasible, bound: sense.worst, search, root.rawCode, root.rawMessage)
                : finishCutOff(options, search, root.rawCode, root.rawMessage)
        case .unbounded: finish(.unbounded, bound: sense.best, search, root.rawCode, root.rawMessage)
        case .interrupted: stopped(.observer, search, root.rawCode, root.rawMessage)
        case .timeLimit, .iterationLimit, .cutOff: stopped(.timeLimit, search, root.rawCode, root.rawMessage)
        case .failed: stopped(.solverFailure, search, root.rawCode, root.rawMessage)
        }
    }

    /// The result after the last attempt ended with `code`.
    func conclude(
        _ options: IntegerOptions, _ search: IntegerSearch, _ code: Int32, _ message: String
    ) -> MIPSolution {
        if !search.isTrusted, code == 0 || code == GLP_ENOPFS || code == GLP_EMIPGAP {
            return stopped(.solverFailure, search, code, message)
        }
        if search.isProven { return finish(.optimal, bound: search.roundedBound, search, code, message) }
        switch code {
        case 0, GLP_ENOPFS:
            if !values.isEmpty { return finish(.optimal, bound: objective, search, code, message) }
            if options.cutoff != nil { return finishCutOff(options, search, code, message) }
            return finish(.infeasible, bound: sense.worst, search, code, message)
        case GLP_EMIPGAP: return finish(.optimal, bound: search.roundedBound, search, code, message)
        case GLP_ETMLIM: return stopped(.timeLimit, search, code, message)
        case GLP_ESTOP: return stopped(search.stop ?? .observer, search, code, message)
        default: return stopped(.solverFailure, search, code, message)
        }
    }

    /// The search ended before its proof.
    func stopped(_ stop: SearchStop, _ search: IntegerSearch, _ code: Int32, _ message: String) -> MIPSolution {
        let status: MIPStatus = values.isEmpty ? (stop == .solverFailure ? .failed : .interrupted) : .feasible
        return result(status, stop, bound: search.roundedBound, search, code, message)
    }

    func finish(
        _ status: MIPStatus, bound: Double, _ search: IntegerSearch, _ code: Int32, _ message: String
    ) -> MIPSolution {
        result(status, nil, bound: bound, search, code, message)
    }

    /// Nothing is as good as the cutoff, so that is the bound.
    func finishCutOff(
        _ options: IntegerOptions, _ search: IntegerSearch, _ code: Int32, _ message: String
    ) -> MIPSolution {
        result(.cutOff, nil, bound: options.cutoff ?? sense.worst, search, code, message)
    }

    private func result(
        _ status: MIPStatus, _ stop: SearchStop?, bound: Double, _ search: IntegerSearch, _ code: Int32, _ message: String
    ) -> MIPSolution {
        // A solution is its own evidence: nothing reported as a bound may be worse than it.
        MIPSolution(
            status: status, stop: stop, objective: objective, bound: values.isEmpty ? bound : sense.better(bound, objective),
            values: values, nodes: search.nodes, rawCode: code, rawMessage: message)
    }
}
