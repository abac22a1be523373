import LinearProgramming
import MobilityModel

/// Itineraries that the relaxation of the restricted master lacks, and what their absence proves.
extension Master {
    /// Prices every class at the duals of the present relaxation.
    /// - Returns: what the duals prove at the present bounds, and the itineraries that improve the relaxation.
    func price(_ interruption: Interruption) throws -> (bound: DualBound, columns: [Column]) {
        let (rows, raw) = (rowBounds, problem.duals())
        let duals = DualBound.admissible(raw, rows: rows, table: instance.table)
        let pricer = Pricer(instance, prices: Prices(instance, duals: duals, objective: objective), interruption: interruption)
        let table = instance.table
        let (profits, columns) = try pricer.bestOfAll(limit: 4, above: { table[.people($0)].map { max(0, raw[$0]) } ?? 0 })
        let bound = DualBound(
            instance, duals: duals, rows: rows, sideBounds: sideBounds, sideCosts: instance.sideColumns.map { cost($0) }, profits: profits)
        return (bound, columns)
    }

    /// Adds itineraries that take part of a contradiction away (Farkas pricing).
    /// - Returns: how many, or 1 where there is a solution after all. None means that the bounds are proven to leave no solution.
    mutating func addAgainstInfeasibility(_ interruption: Interruption) throws -> Int {
        var found = problem.infeasibilityProof()
        if found == nil {
            // A basis on which the solver has lost its way says nothing: it starts anew, and may well find a solution.
            try problem.resetBasis()
            let again = try problem.solveRelaxation(SimplexOptions(method: .primal), shouldStop: { interruption.hasCome })
            if again.status == .optimal { return 1 }
            if interruption.hasCome { throw StageFailure.interrupted }
            found = problem.infeasibilityProof()
        }
        guard let proof = found else {
            throw StageFailure.relaxation("it has no solution, and no proof of that was found")
        }
        // The proof's multipliers weigh rows so that no column at hand adds to what they miss; a new one must.
        let rows = rowBounds
        let weights = DualBound.admissible(proof.multipliers.map { -$0 }, rows: rows, table: instance.table)
        let free = [Double](repeating: 0, count: instance.terms.count)
        let pricer = Pricer(instance, prices: Prices(instance, duals: weights, objective: free), interruption: interruption)
        let table = instance.table
        let (profits, columns) = try pricer.bestOfAll(limit: 1, above: { table[.people($0)].map { max(0, -proof.multipliers[$0]) } ?? 0 })
        let added = try add(columns)
        if added == 0 {
            let bound = DualBound(
                instance, duals: weights, rows: rows, sideBounds: sideBounds, sideCosts: instance.sideColumns.map { _ in 0 },
                profits: profits)
            // Every solution has objective 0 here: a bound below that is the proof.
            guard bound.value < -1e-7 else { throw StageFailure.relaxation("it has no solution, within rounding") }
        }
        return added
    }
}
