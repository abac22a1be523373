import LinearProgramming
import Testing

@Suite struct ProofTests {
    /// A proof is checked by trying it on the whole family: it must exist where, and only where, the relaxation is infeasible.
    @Test(arguments: [SimplexOptions.Method.primal, .dual])
    func everyInfeasibleRelaxationHasAProof(method: SimplexOptions.Method) throws {
        var proofs = 0
        for seed in UInt64(1)...1000 {
            let tiny = TinyInteger(seed: seed)
            var problem = try tiny.problem()
            let solution = try problem.solveRelaxation(SimplexOptions(method: method))
            let proof = problem.infeasibilityProof()
            #expect((proof != nil) == (solution.status == .infeasible), "seed \(seed)")
            guard let proof else { continue }
            proofs += 1
            // Least of the left side against most of the right side, over the bounds, from the instance's own data.
            var least = 0.0
            for (row, multiplier) in zip(tiny.rows, proof.multipliers) where multiplier != 0 {
                least += multiplier * (multiplier > 0 ? row.bounds.lower : row.bounds.upper)
            }
            var most = 0.0
            for (column, box) in tiny.boxes.enumerated() {
                let combined = zip(tiny.rows, proof.multipliers).reduce(0) { $0 + $1.0.coefficients[column] * $1.1 }
                most += max(combined * Double(box.lower), combined * Double(box.upper))
                if abs(combined) > 1e-6 { #expect(proof.columns.contains(ColumnID(column))) }
            }
            #expect(least > most, "seed \(seed)")
            #expect(abs(proof.excess - (least - most)) < 1e-6)

            // The rows named are infeasible by themselves.
            var alone = LinearProblem(sense: .minimise)
            for row in proof.rows { try alone.addRow(tiny.rows[row.index].bounds) }
            for (column, box) in tiny.boxes.enumerated() {
                try alone.addColumn(
                    cost: 0, bounds: .between(Double(box.lower), Double(box.upper)),
                    rows: proof.rows.indices.map { Int32($0) },
                    coefficients: proof.rows.map { tiny.rows[$0.index].coefficients[column] })
            }
            #expect(try alone.solveRelaxation().status == .infeasible, "seed \(seed)")
        }
        #expect(proofs > 100)
    }

    /// Two demands, no column that serves the second: only it is named, and only columns that serve it price out.
    @Test func theProofPricesTheMissingColumn() throws {
        var master = LinearProblem(sense: .minimise)
        try master.addRow(.atLeast(2))
        try master.addRow(.atLeast(3))
        try master.addColumn(cost: 1, bounds: .nonNegative, rows: [0], coefficients: [1])
        #expect(try master.solveRelaxation().status == .infeasible)
        let found = master.infeasibilityProof()
        let proof = try #require(found)
        #expect(proof.rows == [RowID(1)])
        #expect(proof.multipliers[1] > 0)
        try master.addColumn(cost: 5, bounds: .nonNegative, rows: [1], coefficients: [1])
        #expect(try master.solveRelaxation().objective == 17)
        #expect(master.infeasibilityProof() == nil)
    }

    @Test func optimalDualsProveTheOptimum() throws {
        for seed in UInt64(1)...1000 {
            let tiny = TinyInteger(seed: seed)
            var problem = try tiny.problem()
            let solution = try problem.solveRelaxation()
            guard solution.status == .optimal else { continue }
            let bound = problem.provenBound(duals: problem.duals())
            #expect(abs(bound - solution.objective) < 1e-6 * (1 + abs(bound)), "seed \(seed)")
            #expect(!tiny.sense.isBetter(solution.objective, than: bound + (tiny.sense == .maximise ? 1e-9 : -1e-9)))
        }
    }

    @Test func anyDualsProveAValidBound() throws {
        for seed in UInt64(1)...400 {
            var random = SeededRandom(seed: seed &* 77)
            let tiny = TinyInteger(seed: seed)
            let problem = try tiny.problem()
            let duals = tiny.rows.map { _ in Double.random(in: -20...20, using: &random) }
            let bound = problem.provenBound(duals: duals)
            for point in tiny.feasiblePoints() { #expect(!tiny.sense.isBetter(point.objective, than: bound), "seed \(seed)") }
        }
    }

    /// Columns without an upper bound, duals a little too small: the rows imply a bound for the columns.
    @Test func columnsWithoutBoundsAreBoundedByTheirRows() throws {
        var problem = LinearProblem(sense: .maximise)
        try problem.addRow(.atMost(4))
        try problem.addRow(.atMost(18))
        try problem.addColumn(cost: 3, bounds: .nonNegative, rows: [0, 1], coefficients: [1, 3])
        try problem.addColumn(cost: 5, bounds: .nonNegative, rows: [1], coefficients: [2])
        #expect(try problem.solveRelaxation().objective == 45)
        let exact = problem.provenBound(duals: [0, 2.5])
        #expect(exact >= 45 && exact < 45 + 1e-9)
        let short = problem.provenBound(duals: [0, 2.5 - 1e-9])
        #expect(short >= 45 && short < 45 + 1e-6)
        #expect(problem.provenBound(duals: [0, -1]) > 45)
        #expect(problem.provenBound(duals: [.nan, 1]) == .infinity)
        #expect(problem.provenBound(duals: [1]) == .infinity)
        try problem.addColumn(cost: 1, bounds: .nonNegative)
        #expect(problem.provenBound(duals: [0, 2.5]) == .infinity)
    }
}
