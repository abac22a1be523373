import CGLPK

/// Row multipliers that prove a problem infeasible, by Farkas' lemma: with `m` the multipliers, every solution would
/// satisfy
///
///     sum over rows of m(i) activity(i)  =  sum over columns of g(j) x(j),    g(j) = sum over rows of m(i) a(i,j)
///
/// but within the bounds the left side is at least `excess` greater than the right side can be.
///
/// So the bounds of `rows` and `columns` cannot hold together. A new column with lower bound 0 can only help if its
/// `g` is > 0, which is how columns are priced while a restricted master is infeasible.
public struct InfeasibilityProof: Sendable, Hashable {
    /// One for each row.
    public let multipliers: [Double]
    /// Rows with a multiplier that is not 0.
    public let rows: [RowID]
    /// Columns with a `g` that is not 0: their bounds are part of the contradiction.
    public let columns: [ColumnID]
    /// How much the sides miss each other by, > 0.
    public let excess: Double
}

extension LinearProblem {
    /// A proof that the problem is infeasible, from the basis at which `solveRelaxation` said so.
    ///
    /// It is checked against the problem as it stands, so a proof is one whatever happened since. Nil if there is none
    /// at this basis: if the last solve did not end as infeasible, or found it so in presolve.
    ///
    /// - Complexity: one factorisation, and O(coefficients) for each candidate.
    public func infeasibilityProof() -> InfeasibilityProof? {
        guard isOnItsThread, rowCount > 0 else { return nil }
        if glp_bf_exists(handle) == 0 {
            var factorisation = GuardedCall()
            guard factorisation({ [handle] in cglpk_factorize(handle, $0, $1) }) == 0 else { return nil }
        }
        var violated: [(position: Int, sign: Double)] = []
        for position in 1...rowCount {
            let variable = glp_get_bhead(handle, Int32(position))
            let (value, bounds) = basicVariable(variable)
            if value < bounds.lower - 1e-9 * (1 + abs(bounds.lower)) { violated.append((position, -1)) }
            if value > bounds.upper + 1e-9 * (1 + abs(bounds.upper)) { violated.append((position, 1)) }
        }
        // The primal method ends where the sum of all violations cannot be made smaller, the dual method where a single
        // one cannot.
        if let proof = proof(from: violated) { return proof }
        for single in violated {
            if let proof = proof(from: [single]) { return proof }
        }
        return nil
    }

    private func basicVariable(_ variable: Int32) -> (value: Double, bounds: Bounds) {
        let rows = Int32(rowCount)
        if variable <= rows {
            return (
                glp_get_row_prim(handle, variable),
                Bounds(lowerFromC: glp_get_row_lb(handle, variable), upperFromC: glp_get_row_ub(handle, variable))
            )
        }
        let column = variable - rows
        return (
            glp_get_col_prim(handle, column),
            Bounds(lowerFromC: glp_get_col_lb(handle, column), upperFromC: glp_get_col_ub(handle, column))
        )
    }

    private func proof(from violated: [(position: Int, sign: Double)]) -> InfeasibilityProof? {
        guard !violated.isEmpty else { return nil }
        var vector = [Double](repeating: 0, count: rowCount + 1)
        for (position, sign) in violated { vector[position] = sign }
        glp_btran(handle, &vector)
        vector.removeFirst()
        let greatest = vector.reduce(0) { max($0, abs($1)) }
        guard greatest > 0, greatest.isFinite else { return nil }
        let multipliers = vector.map { abs($0) < 1e-11 * greatest ? 0 : $0 / greatest }
        return checkedProof(multipliers) ?? checkedProof(multipliers.map { 0 - $0 })
    }

    private func checkedProof(_ multipliers: [Double]) -> InfeasibilityProof? {
        var least = 0.0
        var size = 0.0
        for (number, multiplier) in zip(rowNumbers, multipliers) where multiplier != 0 {
            let end = multiplier > 0 ? glp_get_row_lb(handle, number) : glp_get_row_ub(handle, number)
            guard abs(end) < .greatestFiniteMagnitude else { return nil }
            least += multiplier * end
            size += abs(multiplier * end)
        }
        var most = 0.0
        var columns: [ColumnID] = []
        for (index, combined) in combinations(multipliers).enumerated() where abs(combined.sum) > 1e-10 * combined.size {
            let number = Int32(index + 1)
            let end = combined.sum > 0 ? glp_get_col_ub(handle, number) : glp_get_col_lb(handle, number)
            guard abs(end) < .greatestFiniteMagnitude else { return nil }
            most += combined.sum * end
            size += abs(combined.sum * end)
            columns.append(ColumnID(index))
        }
        guard least - most > 1e-9 * (1 + size) else { return nil }
        return InfeasibilityProof(
            multipliers: multipliers, rows: multipliers.indices.filter { multipliers[$0] != 0 }.map(RowID.init),
            columns: columns, excess: least - most)
    }

    /// For every column the sum of multiplier times coefficient, and of its terms' sizes.
    private func combinations(_ multipliers: [Double]) -> [(sum: Double, size: Double)] {
        var indices = [Int32](repeating: 0, count: rowCount + 1)
        var coefficients = [Double](repeating: 0, count: rowCount + 1)
        return columnNumbers.map { column in
            var sum = 0.0
            var size = 0.0
            for entry in 0..<Int(glp_get_mat_col(handle, column, &indices, &coefficients)) {
                let term = multipliers[Int(indices[entry + 1]) - 1] * coefficients[entry + 1]
                sum += term
                size += abs(term)
            }
            return (sum, size)
        }
    }

    /// The bound on the objective that `duals`, one for each row, prove by weak duality, whatever they are and wherever
    /// they come from; `Sense.best` if they prove none. No solution of the relaxation is better.
    ///
    ///     offset + sum over rows of the best of dual(i) activity(i) + sum over columns of the best of reduced(j) x(j)
    ///
    /// each within its bounds. Where a reduced cost has the wrong sign for a column without that bound, as rounding may
    /// leave it, the bound that the rows imply for the column is taken, if there is one. An allowance for the rounding of
    /// the sum itself is added.
    ///
    /// - Complexity: O(coefficients).
    public func provenBound(duals: [Double]) -> Double {
        guard duals.count == rowCount, duals.allSatisfy(\.isFinite) else { return sense.best }
        // A maximisation's bound is an upper one: turn a minimisation around.
        let sign = sense == .maximise ? 1.0 : -1.0
        var total = sign * objectiveOffset
        var size = abs(total)
        var usable = duals.map { sign * $0 }
        for (index, number) in rowNumbers.enumerated() where usable[index] != 0 {
            let end = usable[index] > 0 ? glp_get_row_ub(handle, number) : glp_get_row_lb(handle, number)
            guard abs(end) < .greatestFiniteMagnitude else {
                // Any multipliers prove something, and 0 proves more than an infinite side.
                usable[index] = 0
                continue
            }
            total += usable[index] * end
            size += abs(usable[index] * end)
        }
        lazy var implied = ImpliedBounds(of: handle)
        for (number, combined) in zip(columnNumbers, combinations(usable)) {
            let reduced = sign * glp_get_obj_coef(handle, number) - combined.sum
            guard reduced != 0 else { continue }
            var end = reduced > 0 ? glp_get_col_ub(handle, number) : glp_get_col_lb(handle, number)
            if abs(end) >= .greatestFiniteMagnitude {
                guard let other = implied.end(of: number, upper: reduced > 0) else { return sense.best }
                end = other
            }
            total += reduced * end
            size += (combined.size + abs(reduced)) * abs(end)
        }
        let allowance = size * Double(rowCount + columnCount + 8) * Double.ulpOfOne
        return sign * (total + allowance)
    }
}
