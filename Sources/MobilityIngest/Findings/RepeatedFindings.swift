import MobilityModel

/// Rows of a table that all are wrong in one way: the first few have a finding each, the others share one that says which they are.
struct RepeatedFindings {
    private struct Kind: Hashable {
        var file: String
        var code: String
        var column: Int
        var severity: Finding.Severity
        /// The message without what stands in the row.
        var shape: String
    }
    private struct Rest {
        var place: Place
        var count = 0
        var lines: [ClosedRange<Int>] = []
    }

    /// Ranges of lines that are named.
    private static let mostRanges = 12
    /// So many findings of one kind stand for themselves.
    private static let most = 5

    private var counts: [Kind: Int] = [:]
    private var rests: [Kind: Rest] = [:]

    /// Whether the finding is one of those that share one; it is then kept here.
    mutating func take(_ finding: Finding) -> Bool {
        // A column of a text that is no table says nothing.
        guard finding.line > 1, !finding.file.hasSuffix(".yaml"), !finding.file.hasSuffix(".yml") else { return false }
        let kind = Kind(
            file: finding.file, code: finding.code, column: finding.column, severity: finding.severity, shape: Self.shape(finding.message))
        let count = counts[kind, default: 0] + 1
        counts[kind] = count
        // What is wrong with the file as a whole need not be said twice.
        guard count > (finding.code == "bad_encoding" ? 1 : Self.most) else { return false }
        var rest = rests[kind] ?? Rest(place: Place(file: finding.file, line: finding.line, column: finding.column))
        rest.count += 1
        if let last = rest.lines.last, last.upperBound == finding.line || last.upperBound + 1 == finding.line {
            rest.lines[rest.lines.count - 1] = last.lowerBound...finding.line
        } else if rest.lines.count <= Self.mostRanges {
            rest.lines.append(finding.line...finding.line)
        }
        rests[kind] = rest
        return true
    }

    /// A finding for each kind that has more.
    var findings: [Finding] {
        rests.map { kind, rest in
            let rows = rest.count == 1 ? "row" : "rows"
            let lines = rest.lines.prefix(Self.mostRanges).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            let more = rest.lines.count > Self.mostRanges ? " and further on" : ""
            return Finding(
                severity: kind.severity, code: kind.code, file: kind.file, line: rest.place.line, column: kind.column,
                message: "and \(rest.count) more \(rows) like this (`\(kind.code)`): line\(rest.count == 1 ? "" : "s") \(lines.joined(separator: ", "))\(more)")
        }.sorted { ($0.file, $0.line, $0.column, $0.code, $0.message) < ($1.file, $1.line, $1.column, $1.code, $1.message) }
    }

    /// Quoted texts and numbers are those of the row.
    private static func shape(_ message: String) -> String {
        var out: [UInt8] = []
        var isQuoted = false, isEscaped = false
        for byte in message.utf8 {
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            guard !isQuoted, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { continue }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
