import CGLPK

extension LinearProblem {
    /// Status of a row in the present basis, nil if there is no such row.
    public func basisStatus(of row: RowID) -> BasisStatus? {
        number(of: row).map { BasisStatus(fromC: glp_get_row_stat(handle, $0)) }
    }

    /// Status of a column in the present basis, nil if there is no such column.
    public func basisStatus(of column: ColumnID) -> BasisStatus? {
        number(of: column).map { BasisStatus(fromC: glp_get_col_stat(handle, $0)) }
    }

    /// A copy of the present basis.
    public func basis() -> Basis { Basis(handle) }

    /// Goes back to a basis taken earlier. Rows added since then become basic and columns added since then non-basic,
    /// which keeps the basis valid.
    ///
    /// - Throws: `misfit` if rows or columns were removed since then.
    public mutating func restore(_ basis: Basis) throws(SolverError) {
        try checkThread("restore")
        guard basis.rows.count <= rowCount, basis.columns.count <= columnCount else {
            throw SolverError(
                .misfit,
                "a basis of \(basis.rows.count) rows and \(basis.columns.count) columns for \(rowCount) and \(columnCount)",
                context: "restore")
        }
        basis.restore(handle)
    }

    /// Forgets the present basis: all rows basic, all columns at a bound.
    public mutating func resetBasis() throws(SolverError) {
        try checkThread("resetBasis")
        glp_std_basis(handle)
    }
}

extension Basis {
    /// The present basis of a problem.
    init(_ handle: OpaquePointer) {
        rows = (1..<(glp_get_num_rows(handle) + 1)).map { BasisStatus(fromC: glp_get_row_stat(handle, $0)) }
        columns = (1..<(glp_get_num_cols(handle) + 1)).map { BasisStatus(fromC: glp_get_col_stat(handle, $0)) }
    }

    /// Puts it back into a problem that has at least as many rows and columns.
    func restore(_ handle: OpaquePointer) {
        for number in 1..<(glp_get_num_rows(handle) + 1) {
            glp_set_row_stat(handle, number, Int(number) <= rows.count ? rows[Int(number) - 1].inC : GLP_BS)
        }
        for number in 1..<(glp_get_num_cols(handle) + 1) {
            glp_set_col_stat(handle, number, Int(number) <= columns.count ? columns[Int(number) - 1].inC : GLP_NL)
        }
    }
}

extension BasisStatus {
    init(fromC status: Int32) {
        self =
            switch status {
            case GLP_BS: .basic
            case GLP_NU: .atUpper
            case GLP_NF: .free
            case GLP_NS: .fixed
            default: .atLower
            }
    }

    /// For a variable outside the basis C corrects a bound that does not exist.
    var inC: Int32 {
        switch self {
        case .basic: GLP_BS
        case .atLower: GLP_NL
        case .atUpper: GLP_NU
        case .free: GLP_NF
        case .fixed: GLP_NS
        }
    }
}
