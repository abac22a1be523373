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
    public func basis() -> Basis {
        Basis(
            rows: rowNumbers.map { BasisStatus(fromC: glp_get_row_stat(handle, $0)) },
            columns: columnNumbers.map { BasisStatus(fromC: glp_get_col_stat(handle, $0)) })
    }

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
        for (offset, number) in rowNumbers.enumerated() {
            glp_set_row_stat(handle, number, offset < basis.rows.count ? basis.rows[offset].inC : GLP_BS)
        }
        for (offset, number) in columnNumbers.enumerated() {
            glp_set_col_stat(handle, number, offset < basis.columns.count ? basis.columns[offset].inC : GLP_NL)
        }
    }

    /// Forgets the present basis: all rows basic, all columns at a bound.
    public mutating func resetBasis() throws(SolverError) {
        try checkThread("resetBasis")
        glp_std_basis(handle)
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
