import LinearProgramming
import MobilityModel

/// What prices prove.
///
/// For any duals y, non-negative where a row is only bounded above (non-positive where only below), every plan's objective is
/// at most  sum over rows of y_i times the bound it pushes against
///        + sum over side columns of the most their reduced cost can gain within their bounds
///        + sum over classes of their count times the best profit of an itinerary, or 0.
/// (Lagrangian relaxation; Geoffrion 1974. For column generation: Farley 1990.) No duals make it false: only weak.
struct DualBound {
    /// An upper bound on the objective.
    var value: Double
    let duals: [Double]
    /// By class: the best profit of an itinerary at these prices, at least 0.
    var profits: [Double]

    /// Duals that prove something: signs as the rows' bounds ask, rows of classes left to the profits.
    static func admissible(_ duals: [Double], rows: [Bounds], table: RowTable) -> [Double] {
        var result = duals
        for (index, row) in table.rows.enumerated() {
            if case .people = row.kind {
                result[index] = 0
            } else if result[index] > 0, rows[index].upper == .infinity {
                result[index] = 0
            } else if result[index] < 0, rows[index].lower == -.infinity {
                result[index] = 0
            }
        }
        return result
    }

    init(_ instance: Instance, duals: [Double], rows: [Bounds], sideBounds: [Bounds], sideCosts: [Double], profits: [Double]) {
        self.duals = duals
        self.profits = profits
        var sum = 0.0
        var size = 0.0
        func add(_ part: Double) {
            sum += part
            size += abs(part)
        }
        for (index, dual) in duals.enumerated() where dual != 0 { add(dual * (dual > 0 ? rows[index].upper : rows[index].lower)) }
        let terms = instance.sideColumns.map { instance.termEntries(of: $0) }
        for (index, side) in instance.sideColumns.enumerated() {
            var reduced = sideCosts[index]
            for entry in side.entries + terms[index] { reduced -= duals[entry.row] * entry.value }
            if reduced != 0 { add(reduced * (reduced > 0 ? sideBounds[index].upper : sideBounds[index].lower)) }
        }
        for (index, profit) in profits.enumerated() { add(profit * Double(instance.classes[index].count)) }
        // Terms that nearly cancel leave the rounding of their sum: it is added, so that the bound stays one.
        value = sum + 1e-13 * size
    }
}
