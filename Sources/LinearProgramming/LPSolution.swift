/// How the solve of a linear relaxation ended.
public enum LPStatus: Sendable, Hashable {
    /// Proven optimal; values, duals and reduced costs are those of an optimal basis.
    case optimal
    /// Proven to have no solution.
    case infeasible
    /// Has solutions, and the objective has no limit.
    case unbounded
    /// `shouldStop` said so.
    case interrupted
    /// `SimplexOptions.iterationLimit` was reached.
    case iterationLimit
    /// `SimplexOptions.timeLimit` was reached.
    case timeLimit
    /// The optimum is proven to be no better than `SimplexOptions.objectiveCutoff` (dual simplex only).
    case cutOff
    /// The solver gave up, after every rescue was tried. `rawMessage` says where.
    case failed
}

/// The outcome of `LinearProblem.solveRelaxation`.
public struct LPSolution: Sendable, Hashable {
    public let status: LPStatus
    /// The solver's own return code of the last run, 0 if it ran to its end.
    public let rawCode: Int32
    /// The solver's own words for the return code and the solution.
    public let rawMessage: String
    /// Objective of the present basic solution. If `status` is `infeasible`, `Sense.worst`; if `unbounded`, `Sense.best`.
    public let objective: Double
    /// Whether the present values satisfy all rows and bounds: then `objective` can be reached.
    public let isPrimalFeasible: Bool
    /// Whether the present duals have the right signs: then `objective` bounds the optimum.
    public let isDualFeasible: Bool
    /// Simplex iterations of this call.
    public let iterations: Int
    /// What had to be done because the solver could not go on from the present basis; empty as a rule.
    public let rescues: [SimplexRescue]
}

/// A step taken when the solver could not go on, in the order in which they are tried.
public enum SimplexRescue: Sendable, Hashable, CaseIterable {
    /// A basis with as many variables as rows was completed from the present one.
    case completedBasis
    /// The other simplex method, from the present basis.
    case otherMethod
    /// A basis built anew from the matrix (triangular).
    case advancedBasis
    /// Rows and columns scaled, all rows basic.
    case scaledStandardBasis
    /// The LP presolver.
    case presolve
}
