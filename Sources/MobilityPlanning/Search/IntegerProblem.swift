import LinearProgramming
import MobilityModel

/// The master restricted to some itineraries, as an integer problem in whole units of the stage.
struct IntegerProblem: ~Copyable {
    private var problem: LinearProblem
    private let sides: Int
    private let columns: Int
    private let unit: Double

    /// - Parameter kept: itineraries that stay as they are: what they use is taken off the rows.
    init(
        _ master: borrowing Master, columns: [Column], stage: Stage, kept: [(column: Column, count: Int)] = []
    ) throws(SolverError) {
        let instance = master.instance
        sides = instance.sideColumns.count
        self.columns = columns.count
        unit = if case .term(let index) = stage { instance.scales[index] } else { 1 }
        problem = LinearProblem(sense: .maximise)
        var used = [Double](repeating: 0, count: instance.table.rows.count)
        for use in kept {
            for entry in use.column.entries + instance.termEntries(of: use.column) { used[entry.row] += entry.value * Double(use.count) }
        }
        for index in instance.table.rows.indices {
            let bounds = master.problem.bounds(of: RowID(index)) ?? .free
            try problem.addRow(Bounds(lower: bounds.lower - used[index], upper: bounds.upper - used[index]))
        }
        try problem.setObjectiveOffset(kept.reduce(0.0) { $0 + master.cost($1.column) * unit * Double($1.count) })
        for (index, side) in instance.sideColumns.enumerated() {
            let entries = side.entries + instance.termEntries(of: side)
            try problem.addColumn(
                cost: master.cost(side) * unit, bounds: master.problem.bounds(of: ColumnID(index)) ?? .nonNegative,
                integer: side.isInteger, rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
        for column in columns {
            let entries = column.entries + instance.termEntries(of: column)
            try problem.addColumn(
                cost: master.cost(column) * unit, bounds: .between(0, Double(instance.classes[column.owner].count)),
                integer: true, rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
    }

    struct Ending {
        /// By itinerary; `nil` where none was found.
        var counts: [Int]?
        /// Proven for solutions at least as good as the cut-off; `nil` where the search did not get that far.
        var bound: Double?
    }

    /// - Parameters:
    ///   - cutoff: only solutions at least this good are wanted.
    ///   - ceiling: no solution is better than this.
    mutating func solve(
        cutoff: Double?, ceiling: Double, gap: Double, nodeLimit: Int, interruption: Interruption
    ) throws -> Ending {
        let options = IntegerOptions(
            relativeGap: gap, objectiveIsIntegral: true, nodeLimit: nodeLimit, cutoff: cutoff)
        let solution = try problem.solveInteger(options) { progress in
            interruption.hasCome || progress.incumbent >= ceiling - 1e-6 ? .stop : .continue
        }
        var ending = Ending()
        if solution.status == .optimal || solution.status == .feasible, solution.values.count == sides + columns {
            ending.counts = solution.values[sides...].map { Int($0.rounded()) }
        }
        switch solution.status {
        case .optimal, .feasible: ending.bound = solution.bound
        case .cutOff, .infeasible: ending.bound = (cutoff ?? ceiling + 1) - 1
        default: ending.bound = solution.bound.isFinite ? solution.bound : nil
        }
        return ending
    }
}
