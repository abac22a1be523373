import CGLPK

/// A linear or mixed integer problem, owned and solved on one thread:
///
///     minimise or maximise   offset + sum of cost(j) x(j)
///     subject to             lower(i) <= sum of a(i,j) x(j) <= upper(i)    for every row i
///                            lower(j) <= x(j) <= upper(j)                  for every column j
///                            x(j) integer                                  for every integer column j
///
/// It grows by rows and columns and keeps its basis between solves, so that a restricted master with new columns or a
/// branch with new bounds goes on from where the last solve ended.
///
/// **Signs.** `dual(of: i)` is the change of the optimal objective per unit of the active side of row `i`, and
/// `reducedCost(of: j)` is `cost(j) - sum of dual(i) a(i,j)`. So, for a maximisation, the dual of an active `<=` row is
/// >= 0, that of an active `>=` row <= 0, and a column at its lower bound has a reduced cost <= 0: a new column is worth
/// adding if its reduced cost is > 0. For a minimisation all these signs are the other way round.
///
/// **Threads.** The C library keeps its memory per thread. Make, use and drop a problem inside one synchronous scope:
/// it is not `Sendable`, operations on another thread throw `SolverError.Code.wrongThread`, and a problem that is
/// dropped there is leaked, since to free it would abort the process.
///
/// **Errors.** Indices, numbers and bounds are checked before C is called. Reading with an id that is not in the
/// problem gives NaN.
public struct LinearProblem: ~Copyable {
    let handle: OpaquePointer
    private let thread = ThreadIdentity()
    public let sense: Sense
    public private(set) var rowCount = 0
    public private(set) var columnCount = 0
    private var scratch = SparseScratch()

    /// An empty problem: no rows, no columns, objective 0.
    public init(sense: Sense) {
        // Terminal output is a switch of the thread, and goes to stdout unless it is turned off.
        _ = glp_term_out(GLP_OFF)
        self.sense = sense
        handle = glp_create_prob()
        glp_set_obj_dir(handle, sense == .minimise ? GLP_MIN : GLP_MAX)
    }

    deinit {
        if thread.isCurrent { glp_delete_prob(handle) }
    }

    /// Number of coefficients that are not 0.
    public var coefficientCount: Int { Int(glp_get_num_nz(handle)) }

    /// Most rows, and most columns, of a problem.
    public static var greatestCount: Int { 100_000_000 }

    // MARK: Adding

    /// Adds a row without coefficients; columns added later name it. Its variable enters the basis.
    ///
    /// - Throws: `badBounds`, `tooLarge`.
    @discardableResult
    public mutating func addRow(_ bounds: Bounds, name: String? = nil) throws(SolverError) -> RowID {
        try addRow(bounds, columns: [], coefficients: [], name: name)
    }

    /// Adds a row over present columns: a cut, a branching row, a goal kept from an earlier phase.
    ///
    /// - Parameters:
    ///   - columns: 0-based columns, each at most once, in any order.
    ///   - coefficients: one for each of `columns`; zeros are dropped.
    /// - Throws: `badBounds`, `unknownIndex`, `duplicateIndex`, `badNumber`, `lengthMismatch`, `tooLarge`; then nothing was added.
    /// - Complexity: O(`columns.count`).
    @discardableResult
    public mutating func addRow(
        _ bounds: Bounds, columns: [Int32], coefficients: [Double], name: String? = nil
    ) throws(SolverError) -> RowID {
        try checkThread("addRow")
        try check(bounds, "addRow")
        try scratch.load(columns, coefficients, below: columnCount, what: "column", context: "addRow")
        try checkRoom(rowCount, "addRow")
        let row = glp_add_rows(handle, 1)
        rowCount += 1
        bounds.withKind { glp_set_row_bnds(handle, row, $0, $1, $2) }
        if scratch.count > 0 { glp_set_mat_row(handle, row, scratch.count, scratch.indices, scratch.values) }
        if let name { glp_set_row_name(handle, row, SolverName.accepted(name)) }
        return RowID(rowCount - 1)
    }

    /// Adds a column. It starts outside the basis, so the present basis stays valid.
    ///
    /// - Parameters:
    ///   - integer: whether only whole values are allowed, in `solveInteger`.
    ///   - rows: 0-based rows, each at most once, in any order.
    ///   - coefficients: one for each of `rows`; zeros are dropped.
    /// - Throws: `badBounds`, `unknownIndex`, `duplicateIndex`, `badNumber`, `lengthMismatch`, `tooLarge`; then nothing was added.
    /// - Complexity: O(`rows.count`).
    @discardableResult
    public mutating func addColumn(
        cost: Double, bounds: Bounds, integer: Bool = false, rows: [Int32] = [], coefficients: [Double] = [],
        name: String? = nil
    ) throws(SolverError) -> ColumnID {
        try checkThread("addColumn")
        try check(bounds, "addColumn")
        try check(cost, "addColumn", "cost")
        try scratch.load(rows, coefficients, below: rowCount, what: "row", context: "addColumn")
        try checkRoom(columnCount, "addColumn")
        let column = glp_add_cols(handle, 1)
        columnCount += 1
        glp_set_obj_coef(handle, column, cost)
        bounds.withKind { glp_set_col_bnds(handle, column, $0, $1, $2) }
        if integer { glp_set_col_kind(handle, column, GLP_IV) }
        if scratch.count > 0 { glp_set_mat_col(handle, column, scratch.count, scratch.indices, scratch.values) }
        if let name { glp_set_col_name(handle, column, SolverName.accepted(name)) }
        return ColumnID(columnCount - 1)
    }

    // MARK: Changing

    /// Replaces the bounds of a row. The basis stays. - Throws: `unknownIndex`, `badBounds`.
    public mutating func setBounds(row: RowID, _ bounds: Bounds) throws(SolverError) {
        let number = try number(of: row, "setBounds(row:)")
        try check(bounds, "setBounds(row:)")
        bounds.withKind { glp_set_row_bnds(handle, number, $0, $1, $2) }
    }

    /// Replaces the bounds of a column. The basis stays. - Throws: `unknownIndex`, `badBounds`.
    public mutating func setBounds(column: ColumnID, _ bounds: Bounds) throws(SolverError) {
        let number = try number(of: column, "setBounds(column:)")
        try check(bounds, "setBounds(column:)")
        bounds.withKind { glp_set_col_bnds(handle, number, $0, $1, $2) }
    }

    /// Replaces the cost of a column. - Throws: `unknownIndex`, `badNumber`.
    public mutating func setCost(column: ColumnID, _ cost: Double) throws(SolverError) {
        let number = try number(of: column, "setCost")
        try check(cost, "setCost", "cost")
        glp_set_obj_coef(handle, number, cost)
    }

    /// Sets the constant term of the objective, 0 at first. - Throws: `badNumber`.
    public mutating func setObjectiveOffset(_ offset: Double) throws(SolverError) {
        try checkThread("setObjectiveOffset")
        try check(offset, "setObjectiveOffset", "offset")
        glp_set_obj_coef(handle, 0, offset)
    }

    /// Makes a column integer, or continuous again; its bounds stay. - Throws: `unknownIndex`.
    public mutating func setInteger(column: ColumnID, _ integer: Bool) throws(SolverError) {
        glp_set_col_kind(handle, try number(of: column, "setInteger"), integer ? GLP_IV : GLP_CV)
    }

    /// Replaces all coefficients of a row. - Throws: as `addRow(_:columns:coefficients:name:)`; then nothing changed.
    public mutating func setCoefficients(row: RowID, columns: [Int32], coefficients: [Double]) throws(SolverError) {
        let number = try number(of: row, "setCoefficients(row:)")
        try scratch.load(columns, coefficients, below: columnCount, what: "column", context: "setCoefficients(row:)")
        glp_set_mat_row(handle, number, scratch.count, scratch.indices, scratch.values)
    }

    /// Replaces all coefficients of a column. - Throws: as `addColumn`; then nothing changed.
    public mutating func setCoefficients(column: ColumnID, rows: [Int32], coefficients: [Double]) throws(SolverError) {
        let number = try number(of: column, "setCoefficients(column:)")
        try scratch.load(rows, coefficients, below: rowCount, what: "row", context: "setCoefficients(column:)")
        glp_set_mat_col(handle, number, scratch.count, scratch.indices, scratch.values)
    }

    // MARK: Removing

    /// Removes columns. Those that remain keep their order and close up: what was column `j` becomes column
    /// `j - (number of removed columns before j)`.
    ///
    /// If a removed column was basic the next solve completes the basis. Removing non-basic ones keeps the basis.
    ///
    /// - Parameter columns: each at most once, in any order.
    /// - Returns: for every old column its new id, nil if removed.
    /// - Throws: `unknownIndex`, `duplicateIndex`; then nothing was removed.
    /// - Complexity: O(columns + removed coefficients).
    @discardableResult
    public mutating func removeColumns(_ columns: [ColumnID]) throws(SolverError) -> [ColumnID?] {
        try checkThread("removeColumns")
        try scratch.load(columns.map(\.index), below: columnCount, what: "column", context: "removeColumns")
        if scratch.count > 0 { glp_del_cols(handle, scratch.count, scratch.indices) }
        let positions = Self.closeUp(columnCount, without: columns.map(\.index))
        columnCount -= columns.count
        return positions.map { $0.map(ColumnID.init) }
    }

    /// Removes rows; as `removeColumns(_:)`. - Throws: `unknownIndex`, `duplicateIndex`; then nothing was removed.
    @discardableResult
    public mutating func removeRows(_ rows: [RowID]) throws(SolverError) -> [RowID?] {
        try checkThread("removeRows")
        try scratch.load(rows.map(\.index), below: rowCount, what: "row", context: "removeRows")
        if scratch.count > 0 { glp_del_rows(handle, scratch.count, scratch.indices) }
        let positions = Self.closeUp(rowCount, without: rows.map(\.index))
        rowCount -= rows.count
        return positions.map { $0.map(RowID.init) }
    }

    private static func closeUp(_ count: Int, without removed: [Int]) -> [Int?] {
        var positions = [Int?](repeating: 0, count: count)
        for index in removed { positions[index] = nil }
        var next = 0
        for index in positions.indices where positions[index] != nil {
            positions[index] = next
            next += 1
        }
        return positions
    }

    // MARK: Checking

    var isOnItsThread: Bool { thread.isCurrent }

    func checkThread(_ context: String) throws(SolverError) {
        guard thread.isCurrent else {
            throw SolverError(.wrongThread, "the problem was made on another thread", context: context)
        }
    }

    func number(of row: RowID, _ context: String) throws(SolverError) -> Int32 {
        try checkThread(context)
        guard let number = number(of: row) else {
            throw SolverError(.unknownIndex, "row \(row.index) is not one of \(rowCount)", context: context)
        }
        return number
    }

    func number(of column: ColumnID, _ context: String) throws(SolverError) -> Int32 {
        try checkThread(context)
        guard let number = number(of: column) else {
            throw SolverError(.unknownIndex, "column \(column.index) is not one of \(columnCount)", context: context)
        }
        return number
    }

    /// The 1-based number in C, nil if there is no such row.
    func number(of row: RowID) -> Int32? {
        row.index >= 0 && row.index < rowCount ? Int32(row.index + 1) : nil
    }

    /// The 1-based number in C, nil if there is no such column.
    func number(of column: ColumnID) -> Int32? {
        column.index >= 0 && column.index < columnCount ? Int32(column.index + 1) : nil
    }

    private func check(_ bounds: Bounds, _ context: String) throws(SolverError) {
        guard bounds.isUsable else {
            throw SolverError(.badBounds, "bounds [\(bounds.lower), \(bounds.upper)] cannot be used", context: context)
        }
    }

    private func check(_ value: Double, _ context: String, _ what: String) throws(SolverError) {
        guard abs(value) <= Bounds.greatestMagnitude else {
            throw SolverError(.badNumber, "\(what) \(value) cannot be used", context: context)
        }
    }

    private func checkRoom(_ count: Int, _ context: String) throws(SolverError) {
        guard count < Self.greatestCount, coefficientCount <= 500_000_000 - Int(scratch.count) else {
            throw SolverError(.tooLarge, "the problem cannot grow further", context: context)
        }
    }
}
