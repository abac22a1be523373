import MobilityModel

/// Collects what is wrong in all the files, and keeps a file that is wrong in every row from burying the rest.
///
/// Of rows that are wrong in the same way in the same column, the first few are kept, and one more line says which others there are.
/// Of every code, at most `limit` findings a file are kept; one more line says how many others there are.
final class FindingLog {
    private struct Kind: Hashable {
        var file: String
        var code: String
    }
    private struct Overflow {
        var count: Int
        var severity: Finding.Severity
        var line: Int
        var column: Int
    }

    private let limit: Int
    private var findings: [Finding] = []
    private var counts: [Kind: Int] = [:]
    private var overflows: [Kind: Overflow] = [:]
    private var repeated = RepeatedFindings()
    private(set) var hasErrors = false

    init(limit: Int = 100) { self.limit = limit }

    func error(_ code: String, at place: Place, _ message: String) {
        hasErrors = true
        add(.error, code, place, message)
    }

    func error(_ complaint: Complaint, at place: Place, _ prefix: String) {
        error(complaint.code, at: place, prefix + complaint.message)
    }

    func warning(_ code: String, at place: Place, _ message: String) {
        add(.warning, code, place, message)
    }

    private func add(_ severity: Finding.Severity, _ code: String, _ place: Place, _ message: String) {
        let finding = Finding(severity: severity, code: code, file: place.file, line: place.line, column: place.column, message: message)
        guard !repeated.take(finding) else { return }
        let kind = Kind(file: place.file, code: code)
        let count = counts[kind, default: 0] + 1
        counts[kind] = count
        guard count > limit else {
            findings.append(finding)
            return
        }
        if overflows[kind] == nil {
            overflows[kind] = Overflow(count: 1, severity: severity, line: place.line, column: place.column)
        } else {
            overflows[kind]?.count += 1
            if severity == .error { overflows[kind]?.severity = .error }
        }
    }

    /// All findings by file, line and column; the same place keeps the order in which they were found.
    func sorted() -> [Finding] {
        let more = overflows.map { kind, overflow in
            Finding(
                severity: overflow.severity, code: kind.code, file: kind.file, line: overflow.line,
                column: overflow.column,
                message: "and \(overflow.count) more of this kind (`\(kind.code)`) in this file, from here on")
        }.sorted { ($0.file, $0.line, $0.column, $0.code) < ($1.file, $1.line, $1.column, $1.code) }
        let all = findings + repeated.findings + more
        let order = all.indices.sorted { a, b in
            let x = all[a], y = all[b]
            return (x.file, x.line, x.column, a) < (y.file, y.line, y.column, b)
        }
        return order.map { all[$0] }
    }
}
