import CCSV

/// libcsv, with the fields it finds kept until they are asked for.
///
/// C callbacks get a pointer to `Rows`, which nothing else touches while libcsv runs.
struct CSVParser: ~Copyable {
    private struct Rows {
        var bytes: UnsafeMutablePointer<UInt8>
        var byteCapacity: Int
        var byteCount = 0
        /// End of every field, in `bytes`.
        var ends: UnsafeMutablePointer<Int>
        var endCapacity: Int
        var endCount = 0
        /// Number of fields up to the end of every complete row.
        var rows: UnsafeMutablePointer<Int>
        var rowCapacity: Int
        var rowCount = 0

        mutating func add(_ field: UnsafeRawPointer?, _ length: Int) {
            if byteCount + length > byteCapacity {
                bytes = Rows.larger(bytes, byteCount, &byteCapacity, atLeast: byteCount + length)
            }
            if endCount == endCapacity { ends = Rows.larger(ends, endCount, &endCapacity, atLeast: endCount + 1) }
            if let field, length > 0 {
                UnsafeMutableRawPointer(bytes + byteCount).copyMemory(from: field, byteCount: length)
            }
            byteCount += length
            ends[endCount] = byteCount
            endCount += 1
        }

        mutating func endRow() {
            if rowCount == rowCapacity { rows = Rows.larger(rows, rowCount, &rowCapacity, atLeast: rowCount + 1) }
            rows[rowCount] = endCount
            rowCount += 1
        }

        private static func larger<Element: BitwiseCopyable>(
            _ old: UnsafeMutablePointer<Element>, _ count: Int, _ capacity: inout Int, atLeast: Int
        ) -> UnsafeMutablePointer<Element> {
            capacity = max(capacity * 2, atLeast)
            let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
            new.update(from: old, count: count)
            old.deallocate()
            return new
        }
    }

    private let parser: UnsafeMutablePointer<csv_parser>
    private let rows: UnsafeMutablePointer<Rows>

    init?() {
        parser = .allocate(capacity: 1)
        rows = .allocate(capacity: 1)
        rows.initialize(
            to: Rows(
                bytes: .allocate(capacity: 4096), byteCapacity: 4096, ends: .allocate(capacity: 64), endCapacity: 64,
                rows: .allocate(capacity: 8), rowCapacity: 8))
        guard csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return nil }
        csv_set_blk_size(parser, 4096)
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
        rows.pointee.bytes.deallocate()
        rows.pointee.ends.deallocate()
        rows.pointee.rows.deallocate()
        rows.deallocate()
    }

    private static let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = { bytes, length, rows in
        rows?.assumingMemoryBound(to: Rows.self).pointee.add(bytes, length)
    }
    private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, rows in
        rows?.assumingMemoryBound(to: Rows.self).pointee.endRow()
    }

    /// Whether no record is open.
    var isBetweenRecords: Bool { parser.pointee.pstate == 0 }
    /// Of the field that is open.
    var pendingBytes: Int { parser.pointee.entry_pos }
    /// Of all fields that are kept.
    var completeBytes: Int { rows.pointee.byteCount }
    var completeRows: Int { rows.pointee.rowCount }
    /// Fields so far of the record that is open.
    var fieldsInRecord: Int {
        rows.pointee.endCount - (rows.pointee.rowCount == 0 ? 0 : rows.pointee.rows[rows.pointee.rowCount - 1])
    }

    /// `false` where the bytes are no CSV (or memory ran out); `reset` before going on.
    func parse(_ bytes: Bytes) -> Bool {
        csv_parse(parser, bytes.baseAddress, bytes.count, CSVParser.field, CSVParser.row, rows) == bytes.count
    }

    /// Ends the last record; `false` where a quote is open.
    func finish() -> Bool { csv_fini(parser, CSVParser.field, CSVParser.row, rows) == 0 }

    /// Forgets the record that is open and everything it had.
    func reset() {
        csv_free(parser)
        _ = csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        csv_set_blk_size(parser, 4096)
        rows.pointee.byteCount = 0
        rows.pointee.endCount = 0
        rows.pointee.rowCount = 0
    }

    func record(_ row: Int, line: Int) -> CSVRecord {
        let state = rows.pointee
        let first = row == 0 ? 0 : state.rows[row - 1]
        return CSVRecord(
            line: line, count: state.rows[row] - first, bytes: UnsafePointer(state.bytes),
            ends: UnsafePointer(state.ends + first), start: first == 0 ? 0 : state.ends[first - 1])
    }

    /// Makes room, keeping what there is of the record that is open.
    func forgetRows() {
        let open = fieldsInRecord
        let state = rows.pointee
        if open > 0 {
            let first = state.endCount - open
            let start = first == 0 ? 0 : state.ends[first - 1]
            state.bytes.update(from: state.bytes + start, count: state.byteCount - start)
            for index in 0..<open { state.ends[index] = state.ends[first + index] - start }
            rows.pointee.byteCount = state.byteCount - start
        } else {
            rows.pointee.byteCount = 0
        }
        rows.pointee.endCount = open
        rows.pointee.rowCount = 0
    }
}
