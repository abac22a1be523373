import LinearProgramming
import Testing

/// Everything the C library would abort the process for is thrown instead, and leaves the problem as it was.
@Suite struct MisuseTests {
    private func small() throws -> LinearProblem {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(4))
        try problem.addRow(.atMost(5))
        try problem.addColumn(cost: 1, bounds: .unit, rows: [0, 1], coefficients: [1, 1])
        try problem.addColumn(cost: 2, bounds: .unit, rows: [1], coefficients: [1])
        return problem
    }

    private func code(_ body: () throws -> Void) -> SolverError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SolverError)?.code
        }
    }

    @Test(arguments: [Int32(-1), 2, 100, .max, .min])
    func unknownIndices(index: Int32) throws {
        var problem = try small()
        #expect(code { try problem.addColumn(cost: 1, bounds: .unit, rows: [0, index], coefficients: [1, 1]) } == .unknownIndex)
        #expect(code { try problem.addRow(.atMost(1), columns: [index], coefficients: [1]) } == .unknownIndex)
        #expect(code { try problem.setBounds(row: RowID(Int(index)), .unit) } == .unknownIndex)
        #expect(code { try problem.setBounds(column: ColumnID(Int(index)), .unit) } == .unknownIndex)
        #expect(code { try problem.setCost(column: ColumnID(Int(index)), 1) } == .unknownIndex)
        #expect(code { try problem.setInteger(column: ColumnID(Int(index)), true) } == .unknownIndex)
        #expect(code { try problem.setCoefficients(row: RowID(Int(index)), columns: [], coefficients: []) } == .unknownIndex)
        #expect(code { try problem.setCoefficients(column: ColumnID(0), rows: [index], coefficients: [1]) } == .unknownIndex)
        #expect(code { try problem.removeColumns([ColumnID(0), ColumnID(Int(index))]) } == .unknownIndex)
        #expect(code { try problem.removeRows([RowID(Int(index))]) } == .unknownIndex)
        #expect(problem.value(of: ColumnID(Int(index))).isNaN)
        #expect(problem.dual(of: RowID(Int(index))).isNaN)
        #expect(problem.reducedCost(of: ColumnID(Int(index))).isNaN)
        #expect(problem.activity(of: RowID(Int(index))).isNaN)
        #expect(problem.bounds(of: RowID(Int(index))) == nil)
        #expect(problem.basisStatus(of: ColumnID(Int(index))) == nil)
        #expect(problem.rowCount == 2 && problem.columnCount == 2 && problem.coefficientCount == 3)
        #expect(try problem.solveRelaxation().objective == 3)
    }

    @Test(arguments: [Int.max, .min, -1, 1 << 40])
    func idsBeyondInt32(index: Int) throws {
        var problem = try small()
        #expect(code { try problem.setBounds(row: RowID(index), .unit) } == .unknownIndex)
        #expect(code { try problem.removeColumns([ColumnID(index)]) } == .unknownIndex)
        #expect(problem.value(of: ColumnID(index)).isNaN)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e31, -.greatestFiniteMagnitude])
    func numbersThatCannotBeUsed(number: Double) throws {
        var problem = try small()
        #expect(code { try problem.addColumn(cost: number, bounds: .unit) } == .badNumber)
        #expect(code { try problem.addColumn(cost: 1, bounds: .unit, rows: [0], coefficients: [number]) } == .badNumber)
        #expect(code { try problem.addRow(.atMost(1), columns: [1], coefficients: [number]) } == .badNumber)
        #expect(code { try problem.setCost(column: ColumnID(0), number) } == .badNumber)
        #expect(code { try problem.setObjectiveOffset(number) } == .badNumber)
        #expect(code { try problem.setCoefficients(row: RowID(0), columns: [0], coefficients: [number]) } == .badNumber)
        #expect(code { try problem.setBounds(row: RowID(0), .exactly(number)) } == .badBounds)
        #expect(problem.rowCount == 2 && problem.columnCount == 2 && problem.coefficientCount == 3)
        #expect(try problem.solveRelaxation().objective == 3)
    }

    @Test func boundsThatMeanNothing() throws {
        var problem = try small()
        for bounds in [
            Bounds.between(1, 0), .between(.nan, 1), .between(0, .nan), .atLeast(.infinity), .atMost(-.infinity), .atMost(1e31),
        ] {
            #expect(!bounds.isUsable)
            #expect(code { try problem.addRow(bounds) } == .badBounds)
            #expect(code { try problem.addColumn(cost: 0, bounds: bounds) } == .badBounds)
            #expect(code { try problem.setBounds(column: ColumnID(0), bounds) } == .badBounds)
        }
    }

    @Test func listsThatDoNotFit() throws {
        var problem = try small()
        #expect(code { try problem.addColumn(cost: 1, bounds: .unit, rows: [0, 0], coefficients: [1, 1]) } == .duplicateIndex)
        #expect(code { try problem.addRow(.unit, columns: [1, 0, 1], coefficients: [1, 0, 0]) } == .duplicateIndex)
        #expect(code { try problem.removeColumns([ColumnID(1), ColumnID(1)]) } == .duplicateIndex)
        #expect(code { try problem.addColumn(cost: 1, bounds: .unit, rows: [0], coefficients: []) } == .lengthMismatch)
        #expect(code { try problem.addRow(.unit, columns: [], coefficients: [1]) } == .lengthMismatch)
        #expect(problem.objective(at: [1]).isNaN)
        #expect(problem.violation(of: []) == .infinity)
        #expect(problem.rowCount == 2 && problem.columnCount == 2)
    }

    @Test func zerosAreDropped() throws {
        var problem = try small()
        let before = problem.coefficientCount
        try problem.addColumn(cost: 1, bounds: .unit, rows: [0, 1], coefficients: [0, -0.0])
        #expect(problem.coefficientCount == before)
    }

    @Test func namesTheLibraryWouldAbortForAreMadeToFit() throws {
        var problem = try small()
        for name in ["", "with space", "tab\tnew\nline\u{0}\u{7f}", String(repeating: "é", count: 400), "👩‍🌾"] {
            try problem.addRow(.free, name: name)
            try problem.addColumn(cost: 0, bounds: .unit, name: name)
        }
        #expect(try problem.solveRelaxation().objective == 3)
    }

    @Test func simplexOptionsOutOfRange() throws {
        var problem = try small()
        for options in [
            SimplexOptions(iterationLimit: -1), SimplexOptions(objectiveCutoff: .nan), SimplexOptions(primalTolerance: 0),
            SimplexOptions(dualTolerance: 1), SimplexOptions(primalTolerance: .nan), SimplexOptions(iterationsBetweenPolls: 0),
        ] {
            #expect(code { _ = try problem.solveRelaxation(options) } == .misfit)
        }
    }

    @Test func errorsSayWhatAndWhere() throws {
        var problem = try small()
        do {
            try problem.addColumn(cost: 1, bounds: .unit, rows: [7], coefficients: [1])
            Issue.record("must throw")
        } catch {
            #expect(error.description == "addColumn: row 7 is not one of 2")
        }
    }
}
