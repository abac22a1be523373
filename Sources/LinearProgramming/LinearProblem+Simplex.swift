import CGLPK

extension LinearProblem {
    /// Solves the linear relaxation from the present basis: integrality is ignored.
    ///
    /// The solver runs in slices of `SimplexOptions.iterationsBetweenPolls` iterations, between which `shouldStop` is
    /// asked. If it cannot go on from the present basis (singular, incomplete, numerical trouble), the steps of
    /// `SimplexRescue` are tried in order; what was done is in `LPSolution.rescues`.
    ///
    /// Where a run neither proves the problem infeasible nor unbounded but only that one of both holds, the primal
    /// method decides it.
    ///
    /// - Throws: `wrongThread`, or `misfit` for an option out of its range. How the solve went is the result.
    public mutating func solveRelaxation(
        _ options: SimplexOptions = SimplexOptions(), shouldStop: () -> Bool = { false }
    ) throws(SolverError) -> LPSolution {
        try checkThread("solveRelaxation")
        var run = try SimplexRun(handle, sense: sense, options)
        return run.solve(shouldStop)
    }
}
