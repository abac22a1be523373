import LinearProgramming
import Testing

@Suite struct RelaxationTests {
    /// maximise 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18: optimum 36 at (2, 6), duals (0, 3/2, 1).
    private func wyndor() throws -> LinearProblem {
        var problem = LinearProblem(sense: .maximise)
        for limit in [4.0, 12, 18] { try problem.addRow(.atMost(limit)) }
        try problem.addColumn(cost: 3, bounds: .nonNegative, rows: [0, 2], coefficients: [1, 3])
        try problem.addColumn(cost: 5, bounds: .nonNegative, rows: [2, 1], coefficients: [2, 2])
        return problem
    }

    @Test(arguments: [SimplexOptions.Method.primal, .dual], [false, true])
    func dualsOfAMaximisationAreNonNegativeForLessOrEqual(method: SimplexOptions.Method, presolve: Bool) throws {
        var problem = try wyndor()
        let solution = try problem.solveRelaxation(SimplexOptions(method: method, presolve: presolve))
        #expect(solution.status == .optimal)
        #expect(abs(solution.objective - 36) < 1e-9)
        #expect(zip(problem.values(), [2, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(problem.duals(), [0, 1.5, 1]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(problem.reducedCosts().allSatisfy { abs($0) < 1e-9 })
        #expect(zip(problem.activities(), [2, 12, 18]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(solution.isPrimalFeasible && solution.isDualFeasible)
    }

    @Test func infeasibleAndUnboundedAreResults() throws {
        for method in [SimplexOptions.Method.primal, .dual] {
            for presolve in [false, true] {
                let options = SimplexOptions(method: method, presolve: presolve)
                var infeasible = LinearProblem(sense: .maximise)
                try infeasible.addRow(.atLeast(3))
                try infeasible.addColumn(cost: 1, bounds: .unit, rows: [0], coefficients: [1])
                try infeasible.addColumn(cost: 1, bounds: .unit, rows: [0], coefficients: [1])
                let first = try infeasible.solveRelaxation(options)
                #expect(first.status == .infeasible)
                #expect(first.objective == -.infinity)

                var unbounded = LinearProblem(sense: .maximise)
                try unbounded.addRow(.atLeast(3))
                try unbounded.addColumn(cost: 1, bounds: .nonNegative, rows: [0], coefficients: [1])
                try unbounded.addColumn(cost: 1, bounds: .nonNegative, rows: [0], coefficients: [2])
                let second = try unbounded.solveRelaxation(options)
                #expect(second.status == .unbounded)
                #expect(second.objective == .infinity)
            }
        }
    }
}
