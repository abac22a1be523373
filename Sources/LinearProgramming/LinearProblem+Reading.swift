import CGLPK

/// What is in the problem, and the basic solution of the last `solveRelaxation`.
extension LinearProblem {
    // MARK: The basic solution

    /// Value of a column, NaN if there is no such column.
    public func value(of column: ColumnID) -> Double {
        number(of: column).map { glp_get_col_prim(handle, $0) } ?? .nan
    }

    /// Dual of a row, NaN if there is no such row. For the sign see `LinearProblem`.
    public func dual(of row: RowID) -> Double {
        number(of: row).map { glp_get_row_dual(handle, $0) } ?? .nan
    }

    /// Reduced cost of a column, NaN if there is no such column. For the sign see `LinearProblem`.
    public func reducedCost(of column: ColumnID) -> Double {
        number(of: column).map { glp_get_col_dual(handle, $0) } ?? .nan
    }

    /// Sum of coefficient times value over a row, NaN if there is no such row.
    public func activity(of row: RowID) -> Double {
        number(of: row).map { glp_get_row_prim(handle, $0) } ?? .nan
    }

    /// Values of all columns, in order.
    public func values() -> [Double] { columnNumbers.map { glp_get_col_prim(handle, $0) } }

    /// Duals of all rows, in order.
    public func duals() -> [Double] { rowNumbers.map { glp_get_row_dual(handle, $0) } }

    /// Reduced costs of all columns, in order.
    public func reducedCosts() -> [Double] { columnNumbers.map { glp_get_col_dual(handle, $0) } }

    /// Activities of all rows, in order.
    public func activities() -> [Double] { rowNumbers.map { glp_get_row_prim(handle, $0) } }

    // MARK: The data

    /// Bounds of a row, nil if there is no such row.
    public func bounds(of row: RowID) -> Bounds? {
        number(of: row).map {
            Bounds(lowerFromC: glp_get_row_lb(handle, $0), upperFromC: glp_get_row_ub(handle, $0))
        }
    }

    /// Bounds of a column, nil if there is no such column.
    public func bounds(of column: ColumnID) -> Bounds? {
        number(of: column).map {
            Bounds(lowerFromC: glp_get_col_lb(handle, $0), upperFromC: glp_get_col_ub(handle, $0))
        }
    }

    /// Cost of a column, NaN if there is no such column.
    public func cost(of column: ColumnID) -> Double {
        number(of: column).map { glp_get_obj_coef(handle, $0) } ?? .nan
    }

    /// Constant term of the objective.
    public var objectiveOffset: Double { glp_get_obj_coef(handle, 0) }

    /// Whether a column takes whole values only; false if there is no such column.
    public func isInteger(_ column: ColumnID) -> Bool {
        number(of: column).map { glp_get_col_kind(handle, $0) != GLP_CV } ?? false
    }

    /// Objective at `values`, one for each column; NaN if there are more or fewer.
    public func objective(at values: [Double]) -> Double {
        guard values.count == columnCount else { return .nan }
        return zip(columnNumbers, values).reduce(objectiveOffset) { $0 + glp_get_obj_coef(handle, $1.0) * $1.1 }
    }

    var rowNumbers: Range<Int32> { 1..<Int32(rowCount + 1) }

    var columnNumbers: Range<Int32> { 1..<Int32(columnCount + 1) }
}

extension LinearProblem {
    /// By how much `values`, one for each column, violate the worst row or bound, relative to 1 + the size of the side, or to
    /// that of what a row adds up where it is greater: a row of millions that must come to 0 holds no better than millions do.
    /// Infinite if there are more or fewer values than columns.
    ///
    /// - Complexity: O(coefficients).
    public func violation(of values: [Double]) -> Double {
        guard values.count == columnCount else { return .infinity }
        var activities = [Double](repeating: 0, count: rowCount)
        var sizes = [Double](repeating: 0, count: rowCount)
        var indices = [Int32](repeating: 0, count: rowCount + 1)
        var coefficients = [Double](repeating: 0, count: rowCount + 1)
        var worst = 0.0
        for (column, value) in zip(columnNumbers, values) {
            let bounds = Bounds(lowerFromC: glp_get_col_lb(handle, column), upperFromC: glp_get_col_ub(handle, column))
            worst = max(worst, bounds.relativeViolation(of: value))
            let count = Int(glp_get_mat_col(handle, column, &indices, &coefficients))
            for entry in 0..<count {
                activities[Int(indices[entry + 1]) - 1] += coefficients[entry + 1] * value
                sizes[Int(indices[entry + 1]) - 1] += abs(coefficients[entry + 1] * value)
            }
        }
        for (row, (activity, size)) in zip(rowNumbers, zip(activities, sizes)) {
            let bounds = Bounds(lowerFromC: glp_get_row_lb(handle, row), upperFromC: glp_get_row_ub(handle, row))
            worst = max(worst, bounds.relativeViolation(of: activity, size: size))
        }
        return worst
    }
}
