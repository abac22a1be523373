/// How an integer search ended.
public enum MIPStatus: Sendable, Hashable {
    /// Proven optimal, to the relative gap asked for.
    case optimal
    /// Stopped with a solution that is not proven optimal. `MIPSolution.stop` says why.
    case feasible
    /// Proven to have no solution.
    case infeasible
    /// The relaxation is unbounded; an integer solution may exist or not.
    case unbounded
    /// Proven to have no solution as good as `IntegerOptions.cutoff`.
    case cutOff
    /// Stopped before any solution was found. `MIPSolution.stop` says why.
    case interrupted
    /// The solver gave up, after other settings were tried, and no solution is known. `rawMessage` says where.
    case failed
}

/// Why a search ended before its proof.
public enum SearchStop: Sendable, Hashable {
    case observer, nodeLimit, timeLimit, solverFailure
}

/// The outcome of `LinearProblem.solveInteger`.
public struct MIPSolution: Sendable, Hashable {
    public let status: MIPStatus
    /// Why the search ended before its proof, nil if it did not.
    public let stop: SearchStop?
    /// Objective of `values`, computed from them; `Sense.worst` if there is no solution.
    public let objective: Double
    /// No solution is better than this, within the solver's tolerances. Valid however the search ended: `Sense.best`
    /// if nothing is known, `Sense.worst` if there is no solution.
    public let bound: Double
    /// One value for each column, exactly whole for integer columns; empty if there is no solution.
    public let values: [Double]
    /// Nodes made, over all attempts.
    public let nodes: Int
    /// The solver's own return code of the last run, 0 if it ran to its end.
    public let rawCode: Int32
    /// The solver's own words for it.
    public let rawMessage: String

    /// `|bound - objective| / max(1, |objective|)`, infinite if there is no solution or no bound.
    public var gap: Double {
        guard objective.isFinite, bound.isFinite else { return .infinity }
        return abs(bound - objective) / max(1, abs(objective))
    }
}
