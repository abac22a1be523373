import CXLSXWriter

/// What the spreadsheet library reports.
struct SpreadsheetError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
    init(_ code: lxw_error) {
        description = lxw_strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code.rawValue)"
    }
}
