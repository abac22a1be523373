import CXLSXWriter
import MobilityModel

/// Writes sheets to an `.xlsx` file (ECMA-376) through libxlsxwriter.
///
/// Rows go to disk as they come, so memory does not grow with them. Every sheet has a header that stays in sight, a filter
/// over all columns, and widths; one with more rows than a sheet can have goes on in a further one. The same sheets give
/// the same bytes: the file names no time of its making.
struct Workbook {
    /// Rows of a sheet at most, the header included.
    static let mostRows = 1_048_576
    /// UTF-16 units of a cell at most; what is longer is cut, and an ellipsis says so.
    static let longestText = 32_767

    let title: String
    var rowsPerSheet = Workbook.mostRows

    /// - Throws: `SpreadsheetError`, and what a sheet's rows throw; whatever stands at `path` by then is no workbook.
    func write(_ sheets: [Sheet], to path: String) throws {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(path, &options) else { throw SpreadsheetError("no workbook could be made") }
        do {
            try describe(book)
            let formats = try SheetFormats(book)
            for sheet in sheets { try add(sheet, to: book, formats) }
        } catch {
            lxw_workbook_free(book)
            throw error
        }
        // It frees the workbook in any case.
        try Self.check(workbook_close(book))
    }

    private func describe(_ book: UnsafeMutablePointer<lxw_workbook>) throws {
        try title.xmlText.withCString { title in
            try "mobility".withCString { program in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: program)
                properties.company = UnsafeMutablePointer(mutating: program)
                // 1 January 2000: a time of making would make every file differ.
                properties.created = 946_684_800
                try Self.check(workbook_set_properties(book, &properties))
            }
        }
    }

    private func add(_ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: SheetFormats) throws {
        var part = 1
        var page = try begin(sheet, part, in: book, formats)
        var row = 1
        try sheet.rows { cells in
            if row == rowsPerSheet {
                try end(sheet, page, rows: row)
                part += 1
                page = try begin(sheet, part, in: book, formats)
                row = 1
            }
            for (column, cell) in cells.enumerated() {
                try Self.check(formats.write(cell, to: page, row: UInt32(row), column: UInt16(column)))
            }
            row += 1
        }
        try end(sheet, page, rows: row)
    }

    private func begin(
        _ sheet: Sheet, _ part: Int, in book: UnsafeMutablePointer<lxw_workbook>, _ formats: SheetFormats
    ) throws -> UnsafeMutablePointer<lxw_worksheet> {
        let name = part == 1 ? sheet.name : "\(sheet.name) (\(part))"
        guard let page = workbook_add_worksheet(book, name) else { throw SpreadsheetError("the sheet \(name) could not be added") }
        for (index, column) in sheet.columns.enumerated() {
            try Self.check(worksheet_set_column(page, UInt16(index), UInt16(index), column.width, nil))
            try Self.check(worksheet_write_string(page, 0, UInt16(index), column.title.xmlText, formats.header))
        }
        worksheet_freeze_panes(page, 1, 0)
        return page
    }

    private func end(_ sheet: Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>, rows: Int) throws {
        guard !sheet.columns.isEmpty else { return }
        try Self.check(worksheet_autofilter(page, 0, 0, UInt32(max(1, rows - 1)), UInt16(sheet.columns.count - 1)))
    }

    private static func check(_ code: lxw_error) throws { if code != LXW_NO_ERROR { throw SpreadsheetError(code) } }
}
