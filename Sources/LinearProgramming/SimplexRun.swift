import CGLPK

/// One solve of a relaxation: slices, limits and rescues.
struct SimplexRun {
    private let handle: OpaquePointer
    private let sense: Sense
    private let options: SimplexOptions
    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant?
    private var parameters = glp_smcp()
    private var remainingIterations: Int
    private var iterations = 0
    private var call = GuardedCall()
    private var rescues: [SimplexRescue] = []

    /// GLPK's dual method can refuse one pivot for ever, and look at nothing but the time meanwhile. A slice that takes longer than
    /// this is done again from its basis with twice the time: where it ends after as many iterations as before, it is stuck there, on
    /// any machine; where not, the machine was slow, and the slice is done again until it is whole. So time decides when to look, not
    /// what comes of it.
    private static let patience = Duration.seconds(60)
    /// Slices in a row that leave the objective as it was, to the last bit, before the basis is taken to come round again and again.
    private static let idleSlices = 2

    /// Why a sequence of slices ended.
    private enum Ending {
        case code(Int32)
        case interrupted
        /// The solver goes round in circles.
        case stuck
    }

    init(_ handle: OpaquePointer, sense: Sense, _ options: SimplexOptions) throws(SolverError) {
        guard options.primalTolerance > 0, options.primalTolerance < 1, options.dualTolerance > 0, options.dualTolerance < 1,
            options.iterationLimit >= 0, options.iterationsBetweenPolls > 0, options.objectiveCutoff?.isNaN != true
        else {
            throw SolverError(.misfit, "an option is out of its range: \(options)", context: "solveRelaxation")
        }
        self.handle = handle
        self.sense = sense
        self.options = options
        remainingIterations = options.iterationLimit
        deadline = options.timeLimit.map { [clock] in clock.now.advanced(by: $0) }
        glp_init_smcp(&parameters)
        // Heard by the guard of the call, and by nobody else.
        parameters.msg_lev = GLP_MSG_ERR
        parameters.meth = options.method == .primal ? GLP_PRIMAL : GLP_DUALP
        parameters.tol_bnd = options.primalTolerance
        parameters.tol_dj = options.dualTolerance
        parameters.presolve = options.presolve ? GLP_ON : GLP_OFF
        if let cutoff = options.objectiveCutoff {
            switch sense {
            case .minimise: parameters.obj_ul = cutoff
            case .maximise: parameters.obj_ll = cutoff
            }
        }
    }

    mutating func solve(_ shouldStop: () -> Bool) -> LPSolution {
        var untried = SimplexRescue.allCases
        while true {
            let failure: Int32
            switch runSlices(shouldStop) {
            case .interrupted:
                return solution(.interrupted, GLP_ESTOP)
            case .code(let code):
                if let status = conclusion(code) { return solution(status, code) }
                if code == 0 || code == GLP_ENODFS {
                    // Infeasible or unbounded, not known which. The primal method without presolve tells them apart.
                    guard parameters.meth != GLP_PRIMAL || parameters.presolve == GLP_ON else {
                        return solution(.failed, code)
                    }
                    parameters.meth = GLP_PRIMAL
                    parameters.presolve = GLP_OFF
                    continue
                }
                failure = code
            case .stuck:
                // Nothing is amiss with the basis; it takes another way out of it. Presolve would hold no slices, and so could not be
                // kept from the same.
                untried.removeAll { $0 == .completedBasis || $0 == .presolve }
                failure = GLP_EFAIL
            }
            guard !untried.isEmpty else { return solution(.failed, failure) }
            apply(untried.removeFirst())
        }
    }

    private mutating func runSlices(_ shouldStop: () -> Bool) -> Ending {
        var idle = 0
        while true {
            if shouldStop() { return .interrupted }
            let isSliced = parameters.presolve == GLP_OFF
            // With presolve each run starts anew, so that a slice would never get anywhere.
            parameters.it_lim = Int32(clamping: isSliced ? min(remainingIterations, options.iterationsBetweenPolls) : remainingIterations)
            let objective = glp_get_obj_val(handle)
            guard let (code, done) = isSliced ? slice(shouldStop) : call(most: left) else { return shouldStop() ? .interrupted : .stuck }
            iterations += done
            remainingIterations -= min(done, remainingIterations)
            if code != GLP_EITLIM || remainingIterations == 0 || !isSliced { return .code(code) }
            idle = glp_get_obj_val(handle) == objective ? idle + 1 : 0
            if idle == Self.idleSlices { return .stuck }
        }
    }

    /// The time that is left for this solve; `nil` where there is no limit.
    private var left: Duration? { deadline.map { [clock] in clock.now.duration(to: $0) } }

    /// One slice, however slow the machine; `nil` where it does not end, or the caller wants no more.
    private mutating func slice(_ shouldStop: () -> Bool) -> (code: Int32, done: Int)? {
        let basis = Basis(handle)
        var patience = Self.patience
        var before: Int?
        while true {
            let left = left
            let (code, done) = call(most: min(left ?? patience, patience))
            if code != GLP_ETMLIM || (left.map { $0 <= patience } ?? false) { return (code, done) }
            if done == before || shouldStop() { return nil }
            before = done
            patience *= 2
            basis.restore(handle)
        }
    }

    /// Runs the simplex method with the present parameters.
    private mutating func call(most: Duration?) -> (code: Int32, done: Int) {
        if let most, most <= .zero { return (GLP_ETMLIM, 0) }
        parameters.tm_lim = most.map { max(1, $0.milliseconds) } ?? .max
        let before = Int(glp_get_it_cnt(handle))
        let code = call { [handle] in cglpk_simplex(handle, &parameters, $0, $1) }
        return (code, max(0, Int(glp_get_it_cnt(handle)) - before))
    }

    /// What a return code says about the problem, nil if it says nothing yet.
    private func conclusion(_ code: Int32) -> LPStatus? {
        switch code {
        case GLP_EITLIM: return .iterationLimit
        case GLP_ETMLIM: return .timeLimit
        case GLP_EOBJLL, GLP_EOBJUL: return .cutOff
        case GLP_ENOPFS: return .infeasible
        case 0:
            let primal = glp_get_prim_stat(handle)
            let dual = glp_get_dual_stat(handle)
            if primal == GLP_NOFEAS { return .infeasible }
            if primal == GLP_FEAS, dual == GLP_FEAS { return .optimal }
            if primal == GLP_FEAS, dual == GLP_NOFEAS { return .unbounded }
            return nil
        default: return nil
        }
    }

    private mutating func apply(_ rescue: SimplexRescue) {
        rescues.append(rescue)
        parameters.presolve = GLP_OFF
        switch rescue {
        case .completedBasis:
            completeBasis()
        case .otherMethod:
            parameters.meth = parameters.meth == GLP_PRIMAL ? GLP_DUALP : GLP_PRIMAL
        case .advancedBasis:
            parameters.meth = GLP_PRIMAL
            prepare(scaling: 0)
        case .scaledStandardBasis:
            prepare(scaling: GLP_SF_AUTO)
            glp_std_basis(handle)
        case .presolve:
            parameters.presolve = GLP_ON
        }
    }

    /// Builds an advanced basis. Should that fail, the next solve says so.
    private func prepare(scaling: Int32) {
        var preparation = GuardedCall()
        preparation { [handle] in cglpk_prepare(handle, scaling, $0, $1) }
    }

    /// Makes the number of basic variables that of the rows: rows enter in order, or the last columns leave.
    private func completeBasis() {
        let rows = glp_get_num_rows(handle)
        let columns = glp_get_num_cols(handle)
        var missing = rows
        for row in 1..<(rows + 1) where glp_get_row_stat(handle, row) == GLP_BS { missing -= 1 }
        for column in 1..<(columns + 1) where glp_get_col_stat(handle, column) == GLP_BS { missing -= 1 }
        for row in 1..<(rows + 1) where missing > 0 && glp_get_row_stat(handle, row) != GLP_BS {
            glp_set_row_stat(handle, row, GLP_BS)
            missing -= 1
        }
        for column in (1..<(columns + 1)).reversed() where missing < 0 && glp_get_col_stat(handle, column) == GLP_BS {
            glp_set_col_stat(handle, column, GLP_NL)
            missing += 1
        }
    }

    private func solution(_ status: LPStatus, _ code: Int32) -> LPSolution {
        let objective =
            switch status {
            case .infeasible: sense.worst
            case .unbounded: sense.best
            default: glp_get_obj_val(handle)
            }
        return LPSolution(
            status: status, rawCode: code,
            rawMessage: (code == call.code ? call.message : ReturnCode.describe(code)) + "; "
                + ReturnCode.describeSolution(glp_get_status(handle)),
            objective: objective,
            isPrimalFeasible: glp_get_prim_stat(handle) == GLP_FEAS,
            isDualFeasible: glp_get_dual_stat(handle) == GLP_FEAS,
            iterations: iterations, rescues: rescues)
    }
}
