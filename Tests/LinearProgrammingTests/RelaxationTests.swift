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

@Suite struct RelaxationLimitTests {
    /// A dense random covering problem of 60 rows and 120 columns: some hundred iterations.
    private func covering() throws -> LinearProblem {
        var random = SeededRandom(seed: 7)
        var problem = LinearProblem(sense: .minimise)
        for _ in 0..<60 { try problem.addRow(.atLeast(Double(Int.random(in: 50...100, using: &random)))) }
        for _ in 0..<120 {
            try problem.addColumn(
                cost: Double(Int.random(in: 1...50, using: &random)), bounds: .nonNegative, rows: Array(0..<60),
                coefficients: (0..<60).map { _ in Double(Int.random(in: 0...9, using: &random)) })
        }
        return problem
    }

    @Test(arguments: [SimplexOptions.Method.primal, .dual])
    func slicesReachTheSameOptimum(method: SimplexOptions.Method) throws {
        var whole = try covering()
        let expected = try whole.solveRelaxation(SimplexOptions(method: method))
        #expect(expected.status == .optimal)
        #expect(expected.iterations > 10)
        for slice in [1, 7, 50] {
            var problem = try covering()
            var polls = 0
            let solution = try problem.solveRelaxation(SimplexOptions(method: method, iterationsBetweenPolls: slice)) {
                polls += 1
                return false
            }
            #expect(solution.status == .optimal)
            #expect(abs(solution.objective - expected.objective) < 1e-6)
            #expect(polls >= solution.iterations / slice)
            #expect(solution.rescues.isEmpty)
        }
    }

    @Test(arguments: [SimplexOptions.Method.primal, .dual])
    func anInterruptedSolveCanGoOn(method: SimplexOptions.Method) throws {
        var problem = try covering()
        var polls = 0
        let stopped = try problem.solveRelaxation(SimplexOptions(method: method, iterationsBetweenPolls: 3)) {
            polls += 1
            return polls == 4
        }
        #expect(stopped.status == .interrupted)
        #expect(stopped.iterations == 9)
        let rest = try problem.solveRelaxation(SimplexOptions(method: method))
        var whole = try covering()
        #expect(abs(rest.objective - (try whole.solveRelaxation().objective)) < 1e-6)
        #expect(try problem.solveRelaxation { true }.status == .interrupted)
    }

    @Test(arguments: [false, true])
    func theIterationLimitIsKept(presolve: Bool) throws {
        for limit in [0, 1, 12] {
            var problem = try covering()
            let solution = try problem.solveRelaxation(SimplexOptions(presolve: presolve, iterationLimit: limit, iterationsBetweenPolls: 5))
            #expect(solution.status == .iterationLimit)
            #expect(solution.iterations == limit)
        }
    }

    @Test func theTimeLimitIsAResult() throws {
        var problem = try covering()
        #expect(try problem.solveRelaxation(SimplexOptions(timeLimit: .zero)).status == .timeLimit)
        #expect(try problem.solveRelaxation(SimplexOptions(timeLimit: .seconds(-5))).status == .timeLimit)
        #expect(try problem.solveRelaxation(SimplexOptions(timeLimit: .seconds(1_000_000_000_000))).status == .optimal)
    }

    /// From a dual feasible basis the objective only gets worse: the dual method can stop as soon as it is past a cutoff.
    @Test(arguments: [Sense.minimise, .maximise])
    func theDualMethodStopsAtTheCutoff(sense: Sense) throws {
        let instance = AssignmentInstance.parse(PublishedAssignments.c530.data)[0]
        let sign = sense == .maximise ? 1.0 : -1.0
        var problem = LinearProblem(sense: sense)
        for _ in 0..<instance.jobs { try problem.addRow(.exactly(1)) }
        for capacity in instance.capacities { try problem.addRow(.atMost(capacity)) }
        for agent in 0..<instance.agents {
            for job in 0..<instance.jobs {
                try problem.addColumn(
                    cost: sign * instance.values[agent][job], bounds: .unit, rows: [Int32(job), Int32(instance.jobs + agent)],
                    coefficients: [1, instance.loads[agent][job]])
            }
        }
        let root = try problem.solveRelaxation()
        for agent in 0..<instance.agents { try problem.setBounds(row: RowID(instance.jobs + agent), .atMost(instance.capacities[agent] * 0.9)) }
        let basis = problem.basis()
        let child = try problem.solveRelaxation(SimplexOptions(method: .dual))
        #expect(child.status == .optimal)
        try problem.restore(basis)
        let cutoff = (root.objective * 0.9 + child.objective * 0.1)
        let cut = try problem.solveRelaxation(SimplexOptions(method: .dual, objectiveCutoff: cutoff))
        #expect(cut.status == .cutOff)
        #expect(cut.iterations < child.iterations)
        try problem.restore(basis)
        let loose = try problem.solveRelaxation(SimplexOptions(method: .dual, objectiveCutoff: child.objective - sign))
        #expect(loose.status == .optimal)
    }
}
