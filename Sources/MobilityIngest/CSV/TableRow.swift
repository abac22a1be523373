import MobilityModel

/// The row that is being read: its cells by column, amended ones in place of the file's, and the findings about them.
///
/// The reading functions return `nil` where a cell is empty or wrong. What is wrong has been reported by then, and
/// `isSound` is false.
final class TableRow<Column: TableColumn> {
    let file: String
    let log: FindingLog
    /// On which the row starts.
    private(set) var line = 0
    /// Whether nothing wrong was found in this row yet.
    private(set) var isSound = true
    private var cells: [Bytes]
    /// From 0, of every column that the file has.
    private let fields: [Int?]
    private var amended: [Amendments.Cell] = []

    init(file: String, log: FindingLog, fields: [Int?]) {
        self.file = file
        self.log = log
        self.fields = fields
        cells = [Bytes](repeating: Bytes(start: nil, count: 0), count: Column.allCases.count)
    }

    func take(_ record: borrowing CSVRecord, amendments: Amendments, id: Column?) {
        line = record.line
        isSound = true
        for (column, field) in fields.enumerated() {
            if let field { cells[column] = record.field(field).trimmed }
        }
        guard !amendments.isEmpty, let id else { return }
        amended.removeAll(keepingCapacity: true)
        guard let changes = amendments.take(cells[id.rawValue]) else { return }
        // A column that the file lacks keeps what an earlier row was given, unless it is emptied here.
        amended = changes
        for change in changes { cells[change.column] = change.bytes }
    }

    /// Forgets the cells, so that none of this row can be seen in the next.
    func clear() {
        for change in amended { cells[change.column] = Bytes(start: nil, count: 0) }
        amended.removeAll(keepingCapacity: true)
    }

    func bytes(_ column: Column) -> Bytes { cells[column.rawValue] }
    func isEmpty(_ column: Column) -> Bool { cells[column.rawValue].isEmpty }

    func place(_ column: Column) -> Place {
        if let change = amended.first(where: { $0.column == column.rawValue }) { return change.place }
        return Place(file: file, line: line, column: fields[column.rawValue].map { $0 + 1 } ?? 0)
    }

    var place: Place { Place(file: file, line: line) }

    func complain(_ column: Column, _ complaint: Complaint) {
        isSound = false
        log.error(complaint, at: place(column), "`\(column.name)`: ")
    }

    func optional<Value>(_ column: Column, _ decode: (Bytes) throws(Complaint) -> Value) -> Value? {
        let cell = cells[column.rawValue]
        guard !cell.isEmpty else { return nil }
        do throws(Complaint) {
            return try decode(cell)
        } catch {
            complain(column, error)
            return nil
        }
    }

    func required<Value>(_ column: Column, _ decode: (Bytes) throws(Complaint) -> Value) -> Value? {
        if cells[column.rawValue].isEmpty {
            // A column that the file lacks has been reported once.
            if fields[column.rawValue] != nil || amended.contains(where: { $0.column == column.rawValue }) {
                complain(column, Complaint("missing_value", "is empty, expected a value"))
            }
            isSound = false
            return nil
        }
        return optional(column, decode)
    }

    func day(_ column: Column) -> Day? { optional(column, Decode.day) }
    func requiredDay(_ column: Column) -> Day? { required(column, Decode.day) }
    func country(_ column: Column) -> Country? { required(column, Decode.country) }

    func number(_ column: Column, in range: ClosedRange<Int>, default value: Int) -> Int {
        optional(column) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: range) } ?? value
    }
    func requiredNumber(_ column: Column, in range: ClosedRange<Int>) -> Int? {
        required(column) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: range) }
    }
    func cents(_ column: Column) -> Cents? {
        optional(column) { bytes throws(Complaint) in try Decode.cents(bytes) }
    }

    /// The text of a cell; long ones are shared between rows.
    func text(_ column: Column, _ pool: inout TextPool) -> String { pool.text(cells[column.rawValue]) }
    func requiredText(_ column: Column, _ pool: inout TextPool) -> String? {
        required(column) { bytes throws(Complaint) in pool.text(bytes) }
    }

    /// The entries of a list, separated by `|`; alike cells share their array.
    func list<Value>(
        _ column: Column, _ pool: inout ListPool<Value>, _ decode: (Bytes) throws(Complaint) -> Value
    ) -> [Value] {
        let cell = cells[column.rawValue]
        guard !cell.isEmpty else { return [] }
        if let known = pool.find(cell) { return known }
        var values: [Value] = []
        var sound = true
        for part in cell.split(separator: 0x7C, omittingEmptySubsequences: false) {
            let entry = Bytes(rebasing: part).trimmed
            do throws(Complaint) {
                guard !entry.isEmpty else {
                    throw Complaint("empty_entry", "found \(Excerpt.quoted(cell)) with an empty entry, expected entries with one `|` between them")
                }
                values.append(try decode(entry))
            } catch {
                sound = false
                complain(column, error.aboutEntry(entry))
            }
        }
        guard sound else { return [] }
        pool.add(cell, values)
        return values
    }

    /// Reports an end that is before its start.
    func expectOrder(_ first: Column, _ start: Day?, _ second: Column, _ end: Day?) {
        guard let start, let end, end < start else { return }
        complain(
            second,
            Complaint("end_before_start", "\(end) is before `\(first.name)`, which is \(start)"))
    }
}
