import LinearProgramming
import Testing

@Suite struct IntegerTests {
    /// Weights 12 2 1 1 4, values 4 2 1 2 10, room 7.5, each at most once: the best load weighs 7 and is worth 14.
    @Test(arguments: [false, true])
    func knapsack(presolve: Bool) throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(7.5))
        for (weight, value) in zip([12.0, 2, 1, 1, 4], [4.0, 2, 1, 2, 10]) {
            try problem.addColumn(cost: value, bounds: .unit, integer: true, rows: [0], coefficients: [weight])
        }
        let solution = try problem.solveInteger(IntegerOptions(presolve: presolve))
        #expect(solution.status == .optimal)
        #expect(solution.objective == 14)
        #expect(solution.bound == 14)
        #expect(solution.values == [0, 1, 0, 1, 1])
    }
}
