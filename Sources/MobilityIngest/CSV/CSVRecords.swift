import CCSV
import Foundation

/// The records of a CSV file, one at a time, through libcsv in strict mode.
///
/// The file is read in chunks and handed to libcsv one physical line at a time, so that the line of every record is
/// known even where quoted fields hold line breaks. Memory is bounded by the longest record, not by the file.
struct CSVRecords {
    /// Bytes in a line, and in a field.
    static let lineLimit = 8 << 20
    static let fieldLimit = 1 << 20
    /// After so many records that are no CSV at all the rest is not worth reading.
    private static let syntaxErrorLimit = 20

    let file: String
    let log: FindingLog

    /// Reads all of `input`, header included; `body` gets every record that is not blank, in order, and says whether to
    /// go on. `false` where the file cannot be read to its end.
    func read(_ input: borrowing InputFile, digest: inout Digest, body: (borrowing CSVRecord) -> Bool) -> Bool {
        guard let parser = CSVParser() else {
            log.error("unreadable_file", at: Place(file: file), "not enough memory to read the file")
            return false
        }
        var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        // Bytes at the start of the buffer that belong to a line whose end has not been read.
        var pending = 0
        var state = State()

        while true {
            if pending == buffer.count {
                guard pending < CSVRecords.lineLimit else {
                    log.error(
                        "too_long", at: Place(file: file, line: state.line),
                        "the line is longer than \(CSVRecords.lineLimit >> 20) MiB; this is no table of rows")
                    return false
                }
                buffer = Self.doubled(buffer)
            }
            let count: Int
            do {
                count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[pending...]))
            } catch {
                log.error(error, at: Place(file: file), "")
                return false
            }
            let fresh = UnsafeRawBufferPointer(rebasing: buffer[pending..<(pending + count)])
            digest.update(fresh)
            let all = Bytes(start: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count: pending + count)
            if count == 0 {
                // The last line may lack its line break.
                if !all.isEmpty, !feed(all, parser, &state, body) { return false }
                break
            }
            state.checksText = state.checksText || needsCheck(fresh)
            guard let fed = feedLines(all, parser, &state, body) else { return false }
            pending = all.count - fed
            if pending > 0, fed > 0 { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[fed..<all.count])) }
            if pending == 0 { state.checksText = false }
        }
        return finish(parser, &state, body)
    }

    /// The same bytes with as much room again.
    private static func doubled(_ buffer: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawBufferPointer {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        return larger
    }

    /// Feeds every line of `all` that has its end; returns how many bytes that was, `nil` where nothing more is to be read.
    private func feedLines(
        _ all: Bytes, _ parser: borrowing CSVParser, _ state: inout State, _ body: (borrowing CSVRecord) -> Bool
    ) -> Int? {
        var start = 0
        if !state.started {
            state.started = true
            if let complaint = encodingComplaint(all) {
                log.error(complaint, at: Place(file: file, line: 1), "")
                return nil
            }
            start = byteOrderMark(all)
        }
        guard let base = UnsafeRawPointer(all.baseAddress) else { return start }
        while start < all.count, let newline = memchr(base + start, 0x0A, all.count - start) {
            let end = UnsafeRawPointer(newline) - base + 1
            guard feed(Bytes(rebasing: all[start..<end]), parser, &state, body) else { return nil }
            start = end
        }
        return start
    }

    private struct State {
        /// Of the physical line that is fed next.
        var line = 1
        /// Of the record that is being read.
        var recordLine = 1
        var started = false
        /// Whether the lines in the buffer may hold anything but plain ASCII.
        var checksText = false
        var syntaxErrors = 0
    }

    /// Hands one physical line to libcsv and the records that end in it to `body`.
    private func feed(
        _ line: Bytes, _ parser: borrowing CSVParser, _ state: inout State, _ body: (borrowing CSVRecord) -> Bool
    ) -> Bool {
        defer { state.line += 1 }
        if state.checksText, let complaint = textComplaint(line) {
            log.error(complaint, at: Place(file: file, line: state.line), "")
            guard complaint.code != "bad_csv" else { return false }
            state.syntaxErrors += 1
            if state.syntaxErrors >= CSVRecords.syntaxErrorLimit { return giveUp(state) }
        }
        if parser.isBetweenRecords { state.recordLine = state.line }
        guard parse(line, parser, isPlain: !state.checksText) else {
            let opened = state.recordLine
            let field = parser.fieldsInRecord + 1
            let where_ = opened == state.line ? "" : "; the record starts in line \(opened), where a quote may have been left open"
            log.error(
                "bad_csv", at: Place(file: file, line: state.line, column: field),
                "a quotation mark inside a field; a field that holds one is quoted, and the mark doubled: \"so \"\"it\"\" is\"\(where_)")
            parser.reset()
            state.syntaxErrors += 1
            return state.syntaxErrors < CSVRecords.syntaxErrorLimit || giveUp(state)
        }
        if parser.pendingBytes > CSVRecords.fieldLimit {
            log.error(
                "too_long", at: Place(file: file, line: state.recordLine, column: parser.fieldsInRecord + 1),
                "a field is longer than \(CSVRecords.fieldLimit >> 10) KiB; a quote may have been left open")
            return false
        }
        return deliver(parser, &state, body)
    }

    /// Letters with marks are told apart by how they look, not by how a program has put them together: what libcsv gets is
    /// in Unicode's composed form (NFC).
    private func parse(_ line: Bytes, _ parser: borrowing CSVParser, isPlain: Bool) -> Bool {
        if isPlain || line.allSatisfy({ $0 < 0x80 }) { return parser.parse(line) }
        return withBytes(of: line.text.precomposedStringWithCanonicalMapping) { parser.parse($0) }
    }

    private func deliver(
        _ parser: borrowing CSVParser, _ state: inout State, _ body: (borrowing CSVRecord) -> Bool
    ) -> Bool {
        let mayHoldLongField = parser.completeBytes > Self.fieldLimit
        // More than one only where lines end in a lone carriage return.
        let rows = parser.completeRows
        guard rows > 0 else { return true }
        for row in 0..<rows {
            let record = parser.record(row, line: state.recordLine)
            state.recordLine += 1
            if record.isBlank { continue }
            if mayHoldLongField, let field = (0..<record.count).first(where: { record.field($0).count > Self.fieldLimit }) {
                log.error(
                    "too_long", at: Place(file: file, line: record.line, column: field + 1),
                    "a field is longer than \(Self.fieldLimit >> 10) KiB")
                return false
            }
            guard body(record) else { return false }
        }
        parser.forgetRows()
        return true
    }

    private func finish(
        _ parser: borrowing CSVParser, _ state: inout State, _ body: (borrowing CSVRecord) -> Bool
    ) -> Bool {
        guard parser.finish() else {
            log.error(
                "bad_csv", at: Place(file: file, line: state.recordLine, column: parser.fieldsInRecord + 1),
                "a quoted field of this record is never closed")
            return false
        }
        return deliver(parser, &state, body)
    }

    private func giveUp(_ state: State) -> Bool {
        log.error(
            "bad_csv", at: Place(file: file, line: state.line),
            "\(state.syntaxErrors) lines so far are no CSV; the rest is not read")
        return false
    }

    private func byteOrderMark(_ bytes: Bytes) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    private func encodingComplaint(_ bytes: Bytes) -> Complaint? {
        guard bytes.count >= 2 else { return nil }
        if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
            return Complaint("bad_encoding", "the file is UTF-16; save it as \"CSV UTF-8\"")
        }
        if bytes[0] == 0x50, bytes[1] == 0x4B {
            return Complaint("bad_encoding", "this is a workbook or an archive; save the sheet as \"CSV UTF-8\"")
        }
        return nil
    }

    /// Whether a chunk holds a NUL byte or anything but ASCII.
    private func needsCheck(_ chunk: UnsafeRawBufferPointer) -> Bool {
        guard let base = chunk.baseAddress else { return false }
        if memchr(base, 0, chunk.count) != nil { return true }
        var high: UInt64 = 0
        var index = 0
        while index + 8 <= chunk.count {
            high |= chunk.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < chunk.count {
            high |= UInt64(chunk[index])
            index += 1
        }
        return high & 0x8080_8080_8080_8080 != 0
    }

    private func textComplaint(_ line: Bytes) -> Complaint? {
        if line.contains(0) { return Complaint("bad_csv", "a NUL byte; this is no text file, the rest is not read") }
        guard let index = UTF8Check.firstInvalid(line) else { return nil }
        let byte = String(line[index], radix: 16, uppercase: true)
        let before = Bytes(rebasing: line[0..<index])
        let comma = before.lastIndex(of: 0x2C).map { $0 + 1 } ?? 0
        let context = String(decoding: before[comma...].suffix(20), as: UTF8.self)
        return Complaint(
            "bad_encoding",
            "not UTF-8: byte 0x\(byte)\(context.isEmpty ? "" : " after " + Excerpt.quoted(context)); save the file as \"CSV UTF-8\"")
    }
}
