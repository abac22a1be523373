import CGLPK

/// Bounds of columns that follow from a row and the bounds of the row's other columns.
struct ImpliedBounds {
    /// The least and greatest activity of a row, ends that do not exist counted apart.
    private struct Range {
        var least = 0.0
        var missingLeast = 0
        var greatest = 0.0
        var missingGreatest = 0
    }

    private let handle: OpaquePointer
    private var ranges: [Range]
    private var indices: [Int32]
    private var coefficients: [Double]

    init(of handle: OpaquePointer) {
        self.handle = handle
        let rows = Int(glp_get_num_rows(handle))
        ranges = Array(repeating: Range(), count: rows + 1)
        indices = Array(repeating: 0, count: rows + 1)
        coefficients = Array(repeating: 0, count: rows + 1)
        for column in 1..<(glp_get_num_cols(handle) + 1) {
            for entry in 0..<Int(glp_get_mat_col(handle, column, &indices, &coefficients)) {
                let coefficient = coefficients[entry + 1]
                let row = Int(indices[entry + 1])
                if let least = end(column, upper: coefficient < 0) {
                    ranges[row].least += coefficient * least
                } else {
                    ranges[row].missingLeast += 1
                }
                if let greatest = end(column, upper: coefficient > 0) {
                    ranges[row].greatest += coefficient * greatest
                } else {
                    ranges[row].missingGreatest += 1
                }
            }
        }
    }

    /// The tightest upper or lower bound that any row implies for a column, nil if none does.
    mutating func end(of column: Int32, upper: Bool) -> Double? {
        var tightest: Double?
        for entry in 0..<Int(glp_get_mat_col(handle, column, &indices, &coefficients)) {
            let coefficient = coefficients[entry + 1]
            let row = Int(indices[entry + 1])
            let range = ranges[row]
            // coefficient * x <= side - least of the others, or >= side - greatest of the others.
            let fromAbove = (coefficient > 0) == upper
            let side = fromAbove ? glp_get_row_ub(handle, Int32(row)) : glp_get_row_lb(handle, Int32(row))
            guard abs(side) < .greatestFiniteMagnitude else { continue }
            var others = fromAbove ? range.least : range.greatest
            var missing = fromAbove ? range.missingLeast : range.missingGreatest
            if let own = end(column, upper: (coefficient > 0) != fromAbove) {
                others -= coefficient * own
            } else {
                missing -= 1
            }
            guard missing == 0 else { continue }
            let bound = (side - others) / coefficient
            // Room for the rounding of the sums.
            let outward = bound + (upper ? 1 : -1) * 1e-9 * (1 + abs(bound) + abs(others / coefficient))
            tightest = tightest.map { upper ? min($0, outward) : max($0, outward) } ?? outward
        }
        return tightest
    }

    private func end(_ column: Int32, upper: Bool) -> Double? {
        let end = upper ? glp_get_col_ub(handle, column) : glp_get_col_lb(handle, column)
        return abs(end) < .greatestFiniteMagnitude ? end : nil
    }
}
