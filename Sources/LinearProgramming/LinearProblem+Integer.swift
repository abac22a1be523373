import CGLPK

extension LinearProblem {
    /// Solves the problem with its integer columns integer, by branch and bound with cuts.
    ///
    /// The relaxation is solved first, from the present basis: afterwards values, duals and the basis are those of the
    /// relaxation (with a cutoff the basis is the one before the call), and the solution is in the result. Fractional
    /// bounds of integer columns are tightened to whole ones, and stay so.
    ///
    /// If the solver fails in the middle, or its solution does not hold once its integer columns are rounded, the search
    /// is run again without presolve and then without cuts and with a stricter tolerance, from the best solution found.
    /// `MIPSolution.bound` stays valid throughout.
    ///
    /// - Parameter observe: called at every node and every new solution, and between the slices of the root; return
    ///   `.stop` to end the search. A single node's relaxation cannot be interrupted, except by the time limit.
    /// - Throws: `wrongThread`; `misfit` for an option out of its range, and for an incumbent that violates a row or
    ///   bound by more than 1e-6 (relative) or is not whole where it must be.
    public mutating func solveInteger(
        _ options: IntegerOptions = IntegerOptions(),
        observe: (IntegerProgress) -> SearchDecision = { _ in .continue }
    ) throws(SolverError) -> MIPSolution {
        try checkThread("solveInteger")
        guard options.relativeGap >= 0, options.relativeGap <= Bounds.greatestMagnitude, options.integralityTolerance > 0,
            options.integralityTolerance < 1, options.nodeLimit ?? 0 >= 0, options.cutoff?.isNaN != true
        else {
            throw SolverError(.misfit, "an option is out of its range", context: "solveInteger")
        }
        let incumbent = try options.incumbent.map { (values) throws(SolverError) in try checkedIncumbent(values) }
        guard try tightenIntegerBounds() else {
            return MIPSolution(
                status: .infeasible, stop: nil, objective: sense.worst, bound: sense.worst, values: [], nodes: 0, rawCode: 0,
                rawMessage: "an integer column has no whole value between its bounds")
        }
        let cutoffRow = try addCutoffRow(options)
        let basis = basis()
        let outcome: Result<MIPSolution, SolverError> = withoutActuallyEscaping(observe) { observe in
            do throws(SolverError) {
                return .success(try search(options, incumbent: incumbent, observe))
            } catch {
                return .failure(error)
            }
        }
        if let cutoffRow {
            // Leave the relaxation as it was found: without the row its basis would be one short.
            try restore(basis)
            try removeRows([cutoffRow])
        }
        return try outcome.get()
    }

    private mutating func search(
        _ options: IntegerOptions, incumbent: [Double]?, _ observe: @escaping (IntegerProgress) -> SearchDecision
    ) throws(SolverError) -> MIPSolution {
        let clock = ContinuousClock()
        let deadline = options.timeLimit.map { clock.now.advanced(by: $0) }
        // An incumbent beyond the cutoff is not wanted either.
        let incumbent = incumbent.flatMap { violation(of: $0) <= Self.acceptedViolation ? $0 : nil }
        let known = incumbent.map { objective(at: $0) } ?? sense.worst
        var ending = IntegerEnding(sense: sense, values: incumbent ?? [], objective: known)
        let search = IntegerSearch(
            sense: sense, options: options, rootBound: sense.best, incumbent: known, observe: observe)

        var simplex = SimplexOptions(method: .dual, timeLimit: options.timeLimit)
        simplex.presolve = false
        let root = try solveRelaxation(simplex) { !search.report(openNodes: 1) }
        let isWide = widestRow > Self.trustedWidth
        if let ended = ending.ended(byRoot: root, isWide: isWide, options, search) { return ended }
        search.tighten(root.objective)
        if isWide { search.distrust() }
        if let whole = wholeValues(options.integralityTolerance) {
            ending.offer(whole, objective: objective(at: whole))
            return ending.finish(.optimal, bound: ending.objective, search, 0, "the relaxation is integer")
        }

        var code: Int32 = GLP_EFAIL
        var message = ""
        for attempt in IntegerAttempt.sequence(options) {
            var parameters = attempt.parameters(options, objective: root.objective)
            if let deadline {
                let left = clock.now.duration(to: deadline)
                if left <= .zero {
                    code = GLP_ETMLIM
                    message = ReturnCode.describe(code)
                    break
                }
                parameters.tm_lim = max(1, left.milliseconds)
            }
            search.begin(
                seed: attempt.presolve || ending.values.isEmpty ? nil : ending.values, incumbent: ending.objective)
            let outcome = try run(search, attempt, &parameters, deadline)
            (code, message) = (outcome.code, outcome.message)
            if let rounded = outcome.values, let flaw = try take(rounded, &ending) {
                (code, message) = (GLP_EINSTAB, flaw)
                search.refuse()
                continue
            }
            // Coefficients that mislead one attempt may mislead the next: it may find solutions, and proves nothing.
            if !search.isTrusted { search.distrust() }
            if code == 0 || code == GLP_ETMLIM || code == GLP_ESTOP || code == GLP_EMIPGAP || code == GLP_ENOPFS { break }
        }
        return ending.conclude(options, search, code, message)
    }

    /// Takes what an attempt has found; why it is no proof, where it has misled the search.
    private func take(_ rounded: [Double], _ ending: inout IntegerEnding) throws(SolverError) -> String? {
        // Rounding a value that was whole within tolerance can break a row with great coefficients. Where the columns that are not
        // integer cannot make up for it, the solution is no proof of anything.
        guard let values = try settled(rounded) else { return "the solution does not hold once its integer columns are rounded" }
        let reached = objective(at: values)
        ending.offer(values, objective: reached)
        // What was pruned was pruned against the objective before rounding: where that was better by more than rounding, what
        // holds is a solution and no proof.
        let promised = objective(at: rounded)
        let isLess = sense.isBetter(promised, than: reached) && abs(promised - reached) > 1e-6 * max(1, abs(reached))
        return isLess ? "the solution is worth less once its integer columns are rounded" : nil
    }

    /// The greatest coefficient of a row over its smallest, of the row where that is greatest; integer columns only.
    ///
    /// A column that is whole but for the tolerance moves its row by the tolerance times its coefficient: beside a coefficient
    /// that much smaller, that is as much as a whole unit of the other column.
    private var widestRow: Double {
        var widest = 1.0
        let capacity = Int(glp_get_num_cols(handle)) + 1
        var (columns, values) = ([Int32](repeating: 0, count: capacity), [Double](repeating: 0, count: capacity))
        for row in 0..<rowCount {
            let count = Int(glp_get_mat_row(handle, Int32(row + 1), &columns, &values))
            var (least, most) = (Double.infinity, 0.0)
            for entry in 1..<(count + 1) where values[entry] != 0 && glp_get_col_kind(handle, columns[entry]) != GLP_CV {
                least = min(least, abs(values[entry]))
                most = max(most, abs(values[entry]))
            }
            if most > 0 { widest = max(widest, most / least) }
        }
        return widest
    }

    /// Up to this width what the solver leaves out is left out for good reasons: a third of 1e7, where it was seen to err.
    private static var trustedWidth: Double { 3e6 }

    /// How far, relative, a solution may violate a row or bound.
    private static var acceptedViolation: Double { 1e-6 }

    /// One attempt: the solver's code and words, and the values of its solution, if it has one.
    private func run(
        _ search: IntegerSearch, _ attempt: IntegerAttempt, _ parameters: inout glp_iocp, _ deadline: ContinuousClock.Instant?
    ) throws(SolverError) -> (code: Int32, message: String, values: [Double]?) {
        var problem = attempt.presolve ? SearchProblem(presolving: handle) : SearchProblem(copying: handle)
        guard problem.call.code == 0 else { return (problem.call.code, problem.call.message, nil) }
        if attempt.presolve {
            let left = deadline.map { ContinuousClock().now.duration(to: $0) }
            var root = try SimplexRun(problem.handle, sense: sense, SimplexOptions(timeLimit: left))
            let relaxation = root.solve { !search.report(openNodes: 1) }
            switch relaxation.status {
            case .optimal: break
            case .infeasible: return (GLP_ENOPFS, relaxation.rawMessage, nil)
            case .interrupted: return (GLP_ESTOP, relaxation.rawMessage, nil)
            case .timeLimit: return (GLP_ETMLIM, relaxation.rawMessage, nil)
            case .unbounded, .iterationLimit, .cutOff, .failed: return (GLP_EFAIL, relaxation.rawMessage, nil)
            }
        }
        search.run(on: &problem, &parameters)
        let values = problem.solution(of: handle)
        return (problem.call.code, problem.call.message, values)
    }

    /// `values` if they hold; else with the best values of the columns that are not integer, the others as they are; `nil` where
    /// that does not hold either.
    private func settled(_ values: [Double]) throws(SolverError) -> [Double]? {
        if violation(of: values) <= Self.acceptedViolation { return values }
        let copy = SearchProblem(copying: handle)
        var isMixed = false
        for (column, value) in zip(columnNumbers, values) {
            if glp_get_col_kind(handle, column) == GLP_CV {
                isMixed = true
            } else {
                glp_set_col_bnds(copy.handle, column, GLP_FX, value, value)
            }
        }
        guard isMixed else { return nil }
        var run = try SimplexRun(copy.handle, sense: sense, SimplexOptions(method: .dual))
        guard run.solve({ false }).status == .optimal else { return nil }
        let settled = zip(columnNumbers, values).map {
            glp_get_col_kind(handle, $0) == GLP_CV ? glp_get_col_prim(copy.handle, $0) : $1
        }
        return violation(of: settled) <= Self.acceptedViolation ? settled : nil
    }

    /// The relaxation's values if its integer columns are whole already.
    private func wholeValues(_ tolerance: Double) -> [Double]? {
        var result: [Double] = []
        result.reserveCapacity(columnCount)
        for column in columnNumbers {
            let value = glp_get_col_prim(handle, column)
            if glp_get_col_kind(handle, column) == GLP_CV {
                result.append(value)
            } else {
                guard abs(value - value.rounded()) <= min(tolerance, 1e-7) else { return nil }
                result.append(value.rounded())
            }
        }
        return violation(of: result) <= Self.acceptedViolation ? result : nil
    }

    /// Rounds the bounds of integer columns inwards; false if one of them is left without a whole value.
    private mutating func tightenIntegerBounds() throws(SolverError) -> Bool {
        for index in 0..<columnCount {
            let column = ColumnID(index)
            guard isInteger(column), let bounds = bounds(of: column) else { continue }
            let tight = Bounds(lower: (bounds.lower - 1e-9).rounded(.up), upper: (bounds.upper + 1e-9).rounded(.down))
            if tight == bounds { continue }
            guard tight.isUsable else { return false }
            try setBounds(column: column, tight)
        }
        return true
    }

    /// A row that leaves out everything worse than the cutoff.
    private mutating func addCutoffRow(_ options: IntegerOptions) throws(SolverError) -> RowID? {
        guard let cutoff = options.cutoff, cutoff.isFinite else { return nil }
        let costs = columnNumbers.map { glp_get_obj_coef(handle, $0) }
        let side = cutoff - objectiveOffset
        return try addRow(
            sense == .maximise ? .atLeast(side) : .atMost(side), columns: (0..<Int32(columnCount)).map { $0 }, coefficients: costs)
    }

    private func checkedIncumbent(_ values: [Double]) throws(SolverError) -> [Double] {
        guard values.count == columnCount else {
            throw SolverError(
                .misfit, "an incumbent of \(values.count) values for \(columnCount) columns", context: "solveInteger")
        }
        guard values.allSatisfy({ abs($0) <= Bounds.greatestMagnitude }) else {
            throw SolverError(.misfit, "the incumbent holds a number that cannot be used", context: "solveInteger")
        }
        var whole = values
        for index in whole.indices where isInteger(ColumnID(index)) {
            guard abs(whole[index] - whole[index].rounded()) <= 1e-6 else {
                throw SolverError(
                    .misfit, "the incumbent's integer column \(index) is \(whole[index])", context: "solveInteger")
            }
            whole[index] = whole[index].rounded()
        }
        let violation = violation(of: whole)
        guard violation <= Self.acceptedViolation else {
            throw SolverError(.misfit, "the incumbent violates the problem by \(violation)", context: "solveInteger")
        }
        return whole
    }
}
