import LinearProgramming
import Testing

@Suite struct IntegerTests {
    /// Weights 12 2 1 1 4, values 4 2 1 2 10, room 7.5, each at most once: the best load weighs 7 and is worth 14.
    private func knapsack() throws -> LinearProblem {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(7.5))
        for (weight, value) in zip([12.0, 2, 1, 1, 4], [4.0, 2, 1, 2, 10]) {
            try problem.addColumn(cost: value, bounds: .unit, integer: true, rows: [0], coefficients: [weight])
        }
        return problem
    }

    @Test(arguments: [false, true])
    func knapsackByHand(presolve: Bool) throws {
        var problem = try knapsack()
        let solution = try problem.solveInteger(IntegerOptions(presolve: presolve))
        #expect(solution.status == .optimal)
        #expect(solution.objective == 14)
        #expect(solution.bound == 14)
        #expect(solution.gap == 0)
        #expect(solution.values == [0, 1, 0, 1, 1])
    }

    /// x = y / 3 with y integer, minimise |3.5 - y| by two rows: a continuous column next to integer ones.
    @Test func continuousColumnsKeepTheirFractions() throws {
        var problem = LinearProblem(sense: .minimise)
        try problem.addRow(.exactly(0))
        try problem.addRow(.atLeast(4))
        try problem.addColumn(cost: 1, bounds: .nonNegative, rows: [0], coefficients: [3])
        try problem.addColumn(cost: 0, bounds: .atMost(100), integer: true, rows: [0, 1], coefficients: [-1, 1])
        try problem.setBounds(column: ColumnID(1), .between(0, 9.5))
        let solution = try problem.solveInteger()
        #expect(solution.status == .optimal)
        #expect(abs(solution.objective - 4.0 / 3) < 1e-9)
        #expect(solution.values[1] == 4)
        #expect(problem.bounds(of: ColumnID(1)) == .between(0, 9), "bounds of integer columns are made whole")
    }

    @Test func anIntegerColumnWithoutAWholeValueIsInfeasible() throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addColumn(cost: 1, bounds: .between(0.2, 0.8), integer: true)
        let solution = try problem.solveInteger()
        #expect(solution.status == .infeasible)
        #expect(solution.bound == -.infinity)
    }

    @Test func unboundedIsAResult() throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atLeast(0.5))
        try problem.addColumn(cost: 1, bounds: .nonNegative, integer: true, rows: [0], coefficients: [1])
        let solution = try problem.solveInteger()
        #expect(solution.status == .unbounded)
        #expect(solution.bound == .infinity)
    }

    @Test func emptyProblemsHaveTheirOffset() throws {
        var problem = LinearProblem(sense: .minimise)
        try problem.setObjectiveOffset(7)
        #expect(try problem.solveRelaxation().objective == 7)
        let solution = try problem.solveInteger()
        #expect(solution.status == .optimal)
        #expect(solution.objective == 7)
        try problem.addRow(.atMost(3))
        #expect(try problem.solveInteger().objective == 7)
        try problem.addRow(.atLeast(1))
        #expect(try problem.solveInteger().status == .infeasible)
    }

    @Test func columnsWithoutRowsGoToTheirBetterBound() throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addColumn(cost: 2, bounds: .between(-3, 4.5), integer: true)
        try problem.addColumn(cost: -1, bounds: .between(-3, 4))
        let solution = try problem.solveInteger()
        #expect(solution.objective == 11)
        #expect(solution.values == [4, -3])
    }

    /// With objectives of a billion the solver's own pruning tolerance would accept anything within a hundred.
    @Test func greatObjectivesAreExactToTheUnit() throws {
        for presolve in [true, false] {
            var problem = LinearProblem(sense: .maximise)
            try problem.addRow(.atMost(7.5))
            try problem.setObjectiveOffset(1e9)
            for (weight, value) in zip([12.0, 2, 1, 1, 4], [4.0, 2, 1, 2, 10]) {
                try problem.addColumn(cost: value, bounds: .unit, integer: true, rows: [0], coefficients: [weight])
            }
            let options = IntegerOptions(presolve: presolve, objectiveIsIntegral: true, incumbent: presolve ? nil : [0, 1, 1, 0, 1])
            let solution = try problem.solveInteger(options)
            #expect(solution.objective == 1e9 + 14)
            #expect(solution.bound == 1e9 + 14)
        }
    }

    @Test func incumbentsThatDoNotFitAreRefused() throws {
        var problem = try knapsack()
        for wrong in [[1.0, 0, 0, 0, 0], [0, 1], [0, 0.5, 0, 0, 0], [0, 2, 0, 0, 0], [0, .nan, 0, 0, 0], [0, 0, 0, 0, 0, 0]] {
            #expect { try problem.solveInteger(IntegerOptions(incumbent: wrong)) } throws: { ($0 as? SolverError)?.code == .misfit }
        }
        #expect(try problem.solveInteger(IntegerOptions(incumbent: [0, 1, 0, 0, 0])).objective == 14)
    }

    @Test func optionsOutOfRangeAreRefused() throws {
        var problem = try knapsack()
        let wrong = [
            IntegerOptions(relativeGap: -1), IntegerOptions(relativeGap: .nan), IntegerOptions(relativeGap: .infinity),
            IntegerOptions(nodeLimit: -1), IntegerOptions(cutoff: .nan), IntegerOptions(integralityTolerance: 0),
            IntegerOptions(integralityTolerance: .nan),
        ]
        for options in wrong {
            #expect { try problem.solveInteger(options) } throws: { ($0 as? SolverError)?.code == .misfit }
        }
    }

    @Test(arguments: [
        IntegerOptions.Branching.firstFractional, .lastFractional, .mostFractional, .driebeckTomlin, .pseudocost,
    ])
    func everySearchRuleFindsTheOptimum(branching: IntegerOptions.Branching) throws {
        for choice in [IntegerOptions.NodeChoice.depthFirst, .breadthFirst, .bestBound, .bestProjection] {
            for cuts in [Cuts.gomory, .mixedIntegerRounding, .cover, .clique, []] {
                var problem = try AssignmentInstance.parse(PublishedAssignments.c515.data)[0].problem()
                let solution = try problem.solveInteger(
                    IntegerOptions(cuts: cuts, branching: branching, nodeChoice: choice, feasibilityPump: true))
                #expect(solution.status == .optimal)
                #expect(solution.objective == 336)
            }
        }
    }

    @Test func rowsOfGreatTermsHoldAsWellAsTheirTermsDo() throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.exactly(0))
        try problem.addColumn(cost: 1, bounds: .between(0, 1), integer: true, rows: [0], coefficients: [1_000_000])
        try problem.addColumn(cost: 0, bounds: .nonNegative, rows: [0], coefficients: [-1])
        #expect(problem.violation(of: [1, 1_000_000.5]) <= 1e-6)
        #expect(problem.violation(of: [1, 1_000_010]) > 1e-6)
        let solution = try problem.solveInteger()
        #expect(solution.status == .optimal)
        #expect(solution.values == [1, 1_000_000])
    }

    /// A part of a great coefficient lets the solver take what no whole number allows: what holds after rounding is no proof then.
    @Test(arguments: [1e4, 1e5, 2e5, 5e5, 1e6]) func whatIsLostByRoundingIsNoProof(coefficient: Double) throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(0))
        try problem.addRow(.atMost(5))
        try problem.addColumn(cost: 100, bounds: .between(0, 1), integer: false, rows: [0, 1], coefficients: [1, 50])
        try problem.addColumn(cost: -1_000, bounds: .between(0, 3), integer: true, rows: [0], coefficients: [-coefficient])
        try problem.addColumn(cost: 1, bounds: .between(0, 5), integer: true, rows: [1], coefficients: [1])
        let solution = try problem.solveInteger()
        #expect(solution.bound >= 5 - 1e-6)
        if solution.status == .optimal { #expect(abs(solution.objective - 5) <= 1e-6) }
    }
}
