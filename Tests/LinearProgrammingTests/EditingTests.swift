import LinearProgramming
import Testing

@Suite struct EditingTests {
    /// maximise sum of (j + 1) x(j), every x(j) in [0, 1], all in row 0 with coefficient j + 1, sum at most 100.
    private func numbered(_ count: Int) throws -> LinearProblem {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(100))
        for number in 1...count {
            try problem.addColumn(cost: Double(number), bounds: .unit, rows: [0], coefficients: [Double(number)])
        }
        return problem
    }

    @Test func removedColumnsCloseUp() throws {
        var problem = try numbered(6)
        let moved = try problem.removeColumns([ColumnID(4), ColumnID(0), ColumnID(2)])
        #expect(moved == [nil, ColumnID(0), nil, ColumnID(1), nil, ColumnID(2)])
        #expect(problem.columnCount == 3)
        #expect((0..<3).map { problem.cost(of: ColumnID($0)) } == [2, 4, 6])
        let solution = try problem.solveRelaxation()
        #expect(solution.objective == 12)
        #expect(try problem.addColumn(cost: 1, bounds: .unit) == ColumnID(3))
        #expect(try problem.removeColumns([]) == (0..<4).map { ColumnID($0) })
    }

    @Test func removedRowsCloseUp() throws {
        var problem = LinearProblem(sense: .maximise)
        for side in [1.0, 2, 3] { try problem.addRow(.atMost(side)) }
        try problem.addColumn(cost: 1, bounds: .nonNegative, rows: [0, 1, 2], coefficients: [1, 1, 1])
        #expect(try problem.solveRelaxation().objective == 1)
        #expect(try problem.removeRows([RowID(0)]) == [nil, RowID(0), RowID(1)])
        #expect(problem.bounds(of: RowID(0)) == .atMost(2))
        #expect(try problem.solveRelaxation().objective == 2)
    }

    @Test func removingABasicColumnIsRepaired() throws {
        var problem = try AssignmentInstance.parse(PublishedAssignments.c515.data)[0].problem()
        _ = try problem.solveRelaxation()
        let basic = (0..<problem.columnCount).map { ColumnID($0) }.filter { problem.basisStatus(of: $0) == .basic }
        #expect(basic.count > 10)
        try problem.removeColumns(Array(basic.prefix(8)))
        let solution = try problem.solveRelaxation()
        #expect(solution.status == .optimal || solution.status == .infeasible)
        #expect(solution.rescues.first == .completedBasis)
        var fresh = try AssignmentInstance.parse(PublishedAssignments.c515.data)[0].problem()
        try fresh.removeColumns(Array(basic.prefix(8)))
        let expected = try fresh.solveRelaxation()
        #expect(expected.status == solution.status)
        #expect(abs(expected.objective - solution.objective) < 1e-9 || expected.objective == solution.objective)
    }

    @Test func boundsCostsAndCoefficientsCanBeReplaced() throws {
        var problem = try numbered(3)
        #expect(try problem.solveRelaxation().objective == 6)
        try problem.setBounds(column: ColumnID(2), .between(0, 2))
        #expect(try problem.solveRelaxation().objective == 9)
        try problem.setCost(column: ColumnID(0), 10)
        #expect(try problem.solveRelaxation().objective == 18)
        try problem.setBounds(row: RowID(0), .exactly(1))
        #expect(try problem.solveRelaxation().objective == 10)
        try problem.setObjectiveOffset(-4)
        #expect(try problem.solveRelaxation().objective == 6)
        try problem.setCoefficients(row: RowID(0), columns: [2], coefficients: [1])
        #expect(problem.coefficientCount == 1)
        #expect(try problem.solveRelaxation().objective == 10 + 2 + 3 - 4)
        try problem.setCoefficients(column: ColumnID(0), rows: [0], coefficients: [-1])
        #expect(try problem.solveRelaxation().objective == 10 + 2 + 6 - 4)
        try problem.setInteger(column: ColumnID(1), true)
        #expect(problem.isInteger(ColumnID(1)) && !problem.isInteger(ColumnID(0)))
        #expect(problem.objective(at: [1, 1, 2]) == 14)
        #expect(problem.violation(of: [1, 1, 2]) == 0)
        #expect(problem.violation(of: [1, 1, 3]) > 0)
    }

    @Test func addedRowsCut() throws {
        var problem = try numbered(3)
        _ = try problem.solveRelaxation()
        let cut = try problem.addRow(.atMost(1), columns: [2, 0], coefficients: [1, 1])
        let solution = try problem.solveRelaxation(SimplexOptions(method: .dual))
        #expect(solution.objective == 5)
        #expect(problem.dual(of: cut) >= 1)
        #expect(problem.activity(of: cut) == 1)
        #expect(solution.rescues.isEmpty)
    }

    @Test func boundsReadBackAsTheyWereSet() throws {
        var problem = LinearProblem(sense: .minimise)
        for bounds in [Bounds.free, .atLeast(-2), .atMost(3), .between(-1, 1), .exactly(5), .nonNegative, .unit] {
            #expect(problem.bounds(of: try problem.addRow(bounds)) == bounds)
            #expect(problem.bounds(of: try problem.addColumn(cost: 0, bounds: bounds)) == bounds)
        }
    }

    @Test func aBasisCanBeTakenAndPutBack() throws {
        var problem = try AssignmentInstance.parse(PublishedAssignments.c530.data)[0].problem()
        let root = try problem.solveRelaxation()
        let basis = problem.basis()
        #expect(basis.rows.count == problem.rowCount && basis.columns.count == problem.columnCount)
        try problem.setBounds(column: ColumnID(3), .exactly(1))
        try problem.addRow(.atMost(1), columns: [5, 6], coefficients: [1, 1])
        try problem.addColumn(cost: 1, bounds: .unit, rows: [2], coefficients: [1])
        let child = try problem.solveRelaxation(SimplexOptions(method: .dual))
        #expect(child.objective <= root.objective + 1e-9)
        try problem.setBounds(column: ColumnID(3), .unit)
        try problem.setBounds(row: RowID(35), .free)
        try problem.setBounds(column: ColumnID(150), .exactly(0))
        try problem.restore(basis)
        let again = try problem.solveRelaxation()
        #expect(again.iterations == 0)
        #expect(abs(again.objective - root.objective) < 1e-9)
        try problem.resetBasis()
        #expect(problem.basis().rows.allSatisfy { $0 == .basic })
        #expect(abs(try problem.solveRelaxation().objective - root.objective) < 1e-9)
    }

    @Test func aBasisOfAGreaterProblemIsRefused() throws {
        var problem = try numbered(3)
        let basis = problem.basis()
        try problem.removeColumns([ColumnID(1)])
        #expect { try problem.restore(basis) } throws: { ($0 as? SolverError)?.code == .misfit }
    }

    /// Not as many basic variables as rows, and a singular choice: the solve recovers from both.
    @Test func nonsenseBasesAreRepaired() throws {
        for seed in UInt64(1)...40 {
            var random = SeededRandom(seed: seed)
            var problem = try AssignmentInstance.parse(PublishedAssignments.c515.data)[0].problem()
            let expected = try problem.solveRelaxation().objective
            let statuses: [BasisStatus] = [.basic, .atLower, .atUpper, .free, .fixed]
            try problem.restore(
                Basis(
                    rows: (0..<problem.rowCount).map { _ in statuses.randomElement(using: &random) ?? .basic },
                    columns: (0..<problem.columnCount).map { _ in statuses.randomElement(using: &random) ?? .basic }))
            let solution = try problem.solveRelaxation()
            #expect(solution.status == .optimal)
            #expect(abs(solution.objective - expected) < 1e-9)
            #expect(!solution.rescues.isEmpty)
        }
    }
}
