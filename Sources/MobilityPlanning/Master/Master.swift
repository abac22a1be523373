import LinearProgramming
import MobilityModel

/// The restricted master: all rows of the instance, its side columns, and the itineraries generated so far.
///
/// Column numbers: side columns first, in their order; then `columns` in theirs.
struct Master: ~Copyable {
    let instance: Instance
    var problem: LinearProblem
    private(set) var columns: [Column] = []
    private var known: Set<Column.Key> = []
    /// By term: the coefficient of one unit of it in the objective.
    private(set) var objective: [Double]
    /// Whether only shortfalls of hard requirements count: the search for any valid plan.
    private(set) var seeksFeasibility = false

    init(_ instance: Instance) throws(SolverError) {
        self.instance = instance
        objective = Array(repeating: 0, count: instance.terms.count)
        problem = LinearProblem(sense: .maximise)
        for row in instance.table.rows { try problem.addRow(Bounds(lower: row.lower, upper: row.upper)) }
        for side in instance.sideColumns {
            let entries = side.entries + instance.termEntries(of: side)
            try problem.addColumn(
                cost: 0, bounds: Bounds(lower: side.lower, upper: side.upper), integer: side.isInteger,
                rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
    }

    /// Adds the itineraries that the master has not; returns how many.
    @discardableResult
    mutating func add(_ columns: some Sequence<Column>) throws(SolverError) -> Int {
        var added = 0
        for column in columns where known.insert(column.key).inserted {
            try append(column)
            added += 1
        }
        return added
    }

    private mutating func append(_ column: Column) throws(SolverError) {
        let terms = instance.termEntries(of: column)
        try problem.addColumn(
            cost: cost(column), bounds: .between(0, Double(instance.classes[column.owner].count)), integer: true,
            rows: (column.entries + terms).map { Int32($0.row) }, coefficients: (column.entries + terms).map(\.value))
        columns.append(column)
    }

    /// Whether the objective counts what soft rules fall short.
    var weighsRules: Bool { instance.terms.indices.contains { instance.terms[$0] == .penalty && objective[$0] != 0 } }

    /// By row, its present bounds.
    var rowBounds: [Bounds] {
        var bounds: [Bounds] = []
        for index in instance.table.rows.indices { bounds.append(problem.bounds(of: RowID(index)) ?? .free) }
        return bounds
    }

    /// By side column, its present bounds.
    var sideBounds: [Bounds] {
        var bounds: [Bounds] = []
        for index in instance.sideColumns.indices { bounds.append(problem.bounds(of: ColumnID(index)) ?? .nonNegative) }
        return bounds
    }

    /// Makes `term` the objective; the others count only through their rows.
    mutating func maximise(term index: Int) throws(SolverError) {
        seeksFeasibility = false
        objective = Array(repeating: 0, count: instance.terms.count)
        objective[index] = (instance.terms[index].isMaximised ? 1 : -1) / instance.scales[index]
        try applyCosts()
    }

    /// Makes the shortfall of hard requirements, negated, the objective.
    mutating func seekFeasibility() throws(SolverError) {
        seeksFeasibility = true
        objective = Array(repeating: 0, count: instance.terms.count)
        try applyCosts()
    }

    /// Lets no hard requirement fall short from now on.
    mutating func closeShortfalls() throws(SolverError) {
        for (index, side) in instance.sideColumns.enumerated() where side.infeasibility > 0 {
            try problem.setBounds(column: ColumnID(index), .exactly(0))
        }
    }

    /// Of the solver's rows, relative.
    private static let tolerance = 1e-7

    /// Keeps a term at least as good as `value` from now on.
    mutating func keep(term index: Int, at value: Int64) throws(SolverError) {
        guard let row = instance.table[.term(index)] else { return }
        let scaled = Double(value) / instance.scales[index]
        // As much as the solver's tolerance, so that neither the rounding of a sum nor a cut that holds within it shuts out a plan
        // that is as good; never as much as a step of the term, and no more than that: what is given away here weakens the bounds of
        // all terms that follow.
        let slack = min(0.5 * Double(instance.steps[index]) / instance.scales[index], Self.tolerance * max(1, abs(scaled)))
        try problem.setBounds(
            row: RowID(row), instance.terms[index].isMaximised ? .atLeast(scaled - slack) : .atMost(scaled + slack))
    }

    private mutating func applyCosts() throws(SolverError) {
        for (index, side) in instance.sideColumns.enumerated() { try problem.setCost(column: ColumnID(index), cost(side)) }
        for (index, column) in columns.enumerated() {
            try problem.setCost(column: ColumnID(instance.sideColumns.count + index), cost(column))
        }
    }

    func cost(_ column: Column) -> Double { column.gain(objective) }

    func cost(_ side: SideColumn) -> Double {
        if seeksFeasibility { return -side.infeasibility }
        var sum = 0.0
        for (index, term) in instance.terms.enumerated() where objective[index] != 0 {
            switch term {
            case .penalty: sum += objective[index] * Double(side.penalty)
            case .cost: sum += objective[index] * Double(side.cost)
            default: break
            }
        }
        return sum
    }
}

extension Instance {
    /// Coefficients in the rows of the terms.
    func termEntries(of column: Column) -> [Entry] {
        terms.indices.compactMap { index in
            guard column.terms[index] != 0, let row = table[.term(index)] else { return nil }
            return Entry(row: row, value: Double(column.terms[index]) / scales[index])
        }
    }

    func termEntries(of side: SideColumn) -> [Entry] {
        terms.enumerated().compactMap { index, term in
            guard let row = table[.term(index)] else { return nil }
            let value: Int64 = switch term {
            case .penalty: side.penalty
            case .cost: side.cost
            default: 0
            }
            return value == 0 ? nil : Entry(row: row, value: Double(value) / scales[index])
        }
    }
}
