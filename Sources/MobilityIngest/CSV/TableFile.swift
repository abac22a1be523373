import MobilityModel

/// Reads the rows of one table from a CSV file with a header.
struct TableFile<Column: TableColumn> {
    let path: String
    let log: FindingLog
    var amendments = Amendments()
    /// The column that names a row in `amend`.
    var id: Column?

    /// Hands every row to `body`; the file's digest, or `nil` where it cannot be read at all.
    ///
    /// - Parameter rowBytes: told the size of the file before the first row, so that room can be made.
    func read(sized: (Int) -> Void = { _ in }, body: (TableRow<Column>) -> Void) -> String? {
        var digest = Digest()
        var row: TableRow<Column>?
        var fieldCount = 0
        var unnamed: [Int] = []
        do throws(Complaint) {
            let input = try InputFile(path: path)
            sized(input.size)
            let complete = CSVRecords(file: path, log: log).read(input, digest: &digest) { record in
                guard let row else {
                    guard let fields = header(record, &unnamed) else { return false }
                    row = TableRow(file: path, log: log, fields: fields)
                    fieldCount = record.count
                    return true
                }
                guard record.count == fieldCount else {
                    log.error(ragged(record, fieldCount), at: Place(file: path, line: record.line, column: min(record.count, fieldCount) + (record.count > fieldCount ? 1 : 0)), "")
                    return true
                }
                for field in unnamed where !record.field(field).trimmed.isEmpty {
                    log.error(
                        "unknown_column", at: Place(file: path, line: record.line, column: field + 1),
                        "found \(Excerpt.quoted(record.field(field))) in a column without a name")
                }
                row.take(record, amendments: amendments, id: id)
                body(row)
                row.clear()
                return true
            }
            if complete, row == nil {
                log.error("empty_file", at: Place(file: path, line: 1), "the file is empty, expected a header with \(Excerpt.names(Column.names, limit: 30))")
            }
        } catch {
            log.error(error, at: Place(file: path), "")
            return nil
        }
        return digest.finish()
    }

    private func ragged(_ record: borrowing CSVRecord, _ expected: Int) -> Complaint {
        let found = record.count == 1 ? "1 field" : "\(record.count) fields"
        let hint = record.count > expected ? "; a field with a comma in it is quoted: \"like, this\"" : ""
        return Complaint("ragged_row", "the row has \(found), the header has \(expected)\(hint)")
    }

    /// The field of every column, or `nil` where the file is no table of this kind.
    private func header(_ record: borrowing CSVRecord, _ unnamed: inout [Int]) -> [Int?]? {
        let line = record.line
        if record.count == 1 {
            for (separator, name) in [(UInt8(0x3B), "semicolons"), (0x09, "tabs")] where record.field(0).contains(separator) {
                log.error(
                    "wrong_separator", at: Place(file: path, line: line, column: 1),
                    "the fields are separated by \(name), expected commas; in a spreadsheet, save as \"CSV UTF-8 (comma delimited)\"")
                return nil
            }
        }
        var fields = [Int?](repeating: nil, count: Column.names.count)
        for field in 0..<record.count {
            let name = record.field(field).trimmed
            let place = Place(file: path, line: line, column: field + 1)
            if name.isEmpty {
                unnamed.append(field)
            } else if let column = Column.names.firstIndex(of: name.text) {
                if let first = fields[column] {
                    log.error("duplicate_column", at: place, "column \(Excerpt.name(name.text)) is there already, as field \(first + 1)")
                } else {
                    fields[column] = field
                }
            } else {
                log.error(
                    "unknown_column", at: place,
                    "unknown column \(Excerpt.name(name.text))" + NearestName.hint(name.text, among: Column.names))
            }
        }
        for column in Column.allCases where Column.required.contains(column) && fields[column.rawValue] == nil {
            log.error("missing_column", at: Place(file: path, line: line), "column `\(column.name)` is missing")
        }
        return fields
    }
}
