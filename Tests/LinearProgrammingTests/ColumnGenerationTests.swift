import LinearProgramming
import Testing

@Suite struct ColumnGenerationTests {
    /// The instance of Wikipedia's "Cutting stock problem": 13 widths from a 5600 mm roll; the optimum is 73 rolls.
    private let paper = CuttingStock(
        roll: 5600, widths: [1380, 1520, 1560, 1710, 1820, 1880, 1930, 2000, 2050, 2100, 2140, 2150, 2200],
        demands: [22, 25, 12, 14, 18, 18, 20, 10, 12, 14, 16, 18, 20])

    @Test(arguments: [SimplexOptions.Method.primal, .dual])
    func cuttingStockReachesTheKnownOptimum(method: SimplexOptions.Method) throws {
        let outcome = try paper.solve(SimplexOptions(method: method))
        #expect(outcome.rolls == 73)
        #expect(outcome.relaxation > 72 && outcome.relaxation <= 73)
        #expect(outcome.rounds > 5)
        for (width, demand) in paper.demands.enumerated() {
            let made = zip(outcome.patterns, outcome.uses).reduce(0) { $0 + Double($1.0[width]) * $1.1 }
            #expect(made >= Double(demand))
        }
        for pattern in outcome.patterns {
            #expect(zip(pattern, paper.widths).reduce(0) { $0 + $1.0 * $1.1 } <= paper.roll)
        }
    }

    @Test func addingAColumnGoesOnFromTheBasis() throws {
        var problem = try AssignmentInstance.parse(PublishedAssignments.c530.data)[0].problem()
        let cold = try problem.solveRelaxation()
        #expect(cold.iterations > 20)
        try problem.addColumn(cost: 30, bounds: .unit, rows: [0, 31], coefficients: [1, 5])
        let warm = try problem.solveRelaxation()
        #expect(warm.status == .optimal)
        #expect(warm.objective >= cold.objective)
        #expect(warm.iterations < cold.iterations / 2)
        #expect(warm.rescues.isEmpty)
    }

    /// Reduced costs of columns not yet in the problem follow from the duals as documented.
    @Test(arguments: [Sense.minimise, .maximise])
    func reducedCostIsCostLessDualsTimesCoefficients(sense: Sense) throws {
        for seed in UInt64(1)...60 {
            let tiny = TinyInteger(seed: seed)
            var problem = LinearProblem(sense: sense)
            for row in tiny.rows { try problem.addRow(row.bounds) }
            for (column, cost) in tiny.costs.enumerated() {
                try problem.addColumn(
                    cost: cost, bounds: .between(-2, 3), rows: tiny.rows.indices.map { Int32($0) },
                    coefficients: tiny.rows.map { $0.coefficients[column] })
            }
            guard try problem.solveRelaxation().status == .optimal else { continue }
            let duals = problem.duals()
            for (column, cost) in tiny.costs.enumerated() {
                let expected = zip(duals, tiny.rows).reduce(cost) { $0 - $1.0 * $1.1.coefficients[column] }
                #expect(abs(problem.reducedCost(of: ColumnID(column)) - expected) < 1e-7)
                let gain = sense == .maximise ? expected : -expected
                switch problem.basisStatus(of: ColumnID(column)) {
                case .atLower: #expect(gain <= 1e-7)
                case .atUpper: #expect(gain >= -1e-7)
                case .basic: #expect(abs(gain) <= 1e-7)
                default: Issue.record("unexpected status")
                }
            }
            for (index, row) in tiny.rows.enumerated() where row.bounds.lower < row.bounds.upper {
                let gain = sense == .maximise ? duals[index] : -duals[index]
                let activity = problem.activity(of: RowID(index))
                if activity < row.bounds.upper - 1e-7 { #expect(gain <= 1e-7) }
                if activity > row.bounds.lower + 1e-7 { #expect(gain >= -1e-7) }
            }
        }
    }
}
