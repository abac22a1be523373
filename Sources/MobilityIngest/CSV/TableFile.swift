import MobilityModel

/// Reads the rows of one table from a CSV file with a header.
struct TableFile<Column: TableColumn> {
    let path: String
    let log: FindingLog
    var amendments = Amendments()
    /// The column that names a row in `amend`.
    var id: Column?

    struct Outcome {
        /// SHA-256 of the file; `nil` where it cannot be read to its end.
        var digest: String?
        /// Whether every row was handed over or has a finding.
        var isWhole: Bool
    }

    /// Hands every row to `body`.
    ///
    /// - Parameter rowBytes: told the size of the file before the first row, so that room can be made.
    func read(sized: (Int) -> Void = { _ in }, body: (TableRow<Column>) -> Void) -> Outcome {
        var digest = Digest()
        var row: TableRow<Column>?
        var fieldCount = 0
        var unnamed: [Int] = []
        var isWhole = false
        var isRagged = false
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
                if isMarked(record) {
                    isRagged = true
                    return true
                }
                guard record.count == fieldCount else {
                    let column = record.count > fieldCount ? fieldCount + 1 : record.count
                    log.error(ragged(record, fieldCount), at: Place(file: path, line: record.line, column: column), "")
                    isRagged = true
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
            isWhole = complete && row != nil && !isRagged
            if complete, row == nil {
                log.error("empty_file", at: Place(file: path, line: 1), "the file is empty, expected a header with \(Excerpt.names(Column.names, limit: 30))")
            }
        } catch {
            log.error(error, at: Place(file: path), "")
            return Outcome(digest: nil, isWhole: false)
        }
        return Outcome(digest: digest.finish(), isWhole: isWhole)
    }

    /// Whether the row begins with a byte order mark, which nobody sees and no id may hold; reported.
    private func isMarked(_ record: borrowing CSVRecord) -> Bool {
        let first = record.field(0)
        guard first.count >= 3, first[0] == 0xEF, first[1] == 0xBB, first[2] == 0xBF else { return false }
        log.error(
            "byte_order_mark", at: Place(file: path, line: record.line, column: 1),
            "the row begins with a byte order mark, which nobody sees, as where one file was put behind another; type its first field anew")
        return true
    }

    private func ragged(_ record: borrowing CSVRecord, _ expected: Int) -> Complaint {
        let found = record.count == 1 ? "1 field" : "\(record.count) fields"
        let hint = record.count > expected ? "; a field with a comma in it is quoted: \"like, this\"" : ""
        return Complaint("ragged_row", "the row has \(found), the header has \(expected)\(hint)")
    }

    /// The field of every column, or `nil` where the file is no table of this kind.
    private func header(_ record: borrowing CSVRecord, _ unnamed: inout [Int]) -> [Int?]? {
        let line = record.line
        if isMarked(record) { return nil }
        let names = (0..<record.count).map { record.field($0).trimmed.text }
        if !names.contains(where: { $0.contains(";") || $0.contains("\t") || NearestName.find($0, among: Column.names) != nil }) {
            let found = names.first { !$0.isEmpty }.map { ", found \(Excerpt.name($0))" } ?? ""
            log.error(
                "no_header", at: Place(file: path, line: line, column: 1),
                "the first row names no column of this table\(found); expected a header with \(Excerpt.names(Column.names, limit: 30))")
            return nil
        }
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
