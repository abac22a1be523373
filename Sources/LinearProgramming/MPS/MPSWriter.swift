import Foundation

/// Writes an integer problem as a file in free MPS format, a row or a column at a time:
///
///     minimise      sum of c(j) x(j)
///     subject to    row(i) <=, >= or = bound(i)
///                   0 <= x(j) <= upper(j)
///                   x(j) integer      for every integer column j
///
/// The sections of the format stand one behind the other, while rows and columns come in any order. So each section grows in a file
/// of its own beside the one asked for, and `finish` puts them together: nothing of the problem is held in memory. (GLPK's own
/// `glp_write_mps` writes what is in a problem of GLPK's, which has to be built first.)
///
/// Every reader understands the file: no `OBJSENSE`, no `RANGES`, no negative upper bounds, integer columns between markers and with
/// an upper bound each.
public struct MPSWriter: ~Copyable {
    public enum RowKind: String, Sendable {
        case atMost = "L", atLeast = "G", exactly = "E"
    }

    /// A coefficient in a row.
    public struct Entry: Sendable {
        public var row: String
        public var value: MPSNumber

        public init(_ row: String, _ value: MPSNumber) { self.row = row; self.value = value }
    }

    private enum Section: Int, CaseIterable { case comments, rows, integers, continuous, sides, bounds }

    /// The name of the row that is minimised.
    public static let objective = "objective"

    private let path: String
    private let name: String
    private let parts: [MPSPart]
    public private(set) var size = MPSSize()

    /// - Parameters:
    ///   - path: of the file; its parts are beside it until `finish`.
    ///   - name: of the problem; blanks and control characters in it become `_`.
    /// - Throws: where the parts cannot be made.
    public init(path: String, name: String) throws {
        self.path = path
        self.name = Self.word(name)
        parts = try Section.allCases.map { try MPSPart(path: "\(path).\($0)") }
        parts[Section.rows.rawValue].line(" N ", Self.objective)
    }

    /// A line at the head of the file; it says nothing to a solver.
    public mutating func comment(_ text: String) throws {
        let line = text.isEmpty ? "" : " " + String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        try parts[Section.comments.rawValue].add("*", line)
    }

    /// - Parameter name: without blanks, of no other row, at most 255 bytes.
    public mutating func addRow(_ name: String, _ kind: RowKind, _ bound: MPSNumber) throws {
        size.rows += 1
        try parts[Section.rows.rawValue].add(" ", kind.rawValue, " ", name)
        if bound.digits != 0 { try parts[Section.sides.rawValue].add(" RHS ", name, " ", bound.description) }
    }

    /// - Parameters:
    ///   - name: without blanks, of no other column, at most 255 bytes.
    ///   - upper: 0 or more.
    ///   - cost: in the row that is minimised.
    ///   - entries: each row at most once, whenever it is added. A column without any coefficient is left out: readers know columns by theirs.
    public mutating func addColumn(_ name: String, upper: MPSNumber, isInteger: Bool, cost: Int64, _ entries: [Entry]) throws {
        guard cost != 0 || entries.contains(where: { $0.value.digits != 0 }) else { return }
        size.columns += 1
        let section = isInteger ? Section.integers : .continuous
        if isInteger { size.integers += 1 }
        let entries = entries.filter { $0.value.digits != 0 }
        size.coefficients += entries.count
        let all = (cost == 0 ? [] : [Entry(Self.objective, MPSNumber(cost))]) + entries
        // A line has room for two.
        for start in stride(from: 0, to: all.count, by: 2) {
            let first = all[start]
            if start + 1 < all.count {
                let second = all[start + 1]
                try parts[section.rawValue].add(" ", name, " ", first.row, " ", first.value.description, " ", second.row, " ", second.value.description)
            } else {
                try parts[section.rawValue].add(" ", name, " ", first.row, " ", first.value.description)
            }
        }
        // An upper bound of 0 is taken for a free lower one by some.
        try parts[Section.bounds.rawValue].add(upper.digits > 0 ? " UP BND " : " FX BND ", name, " ", upper.description)
    }

    /// Puts the sections together.
    ///
    /// - Throws: where they cannot be written; the parts are taken away in any case.
    public consuming func finish() throws -> MPSSize {
        let file = try MPSPart(path: path, isKept: true)
        func copy(_ section: Section) throws { try file.append(parts[section.rawValue]) }
        try copy(.comments)
        try file.add("NAME ", name)
        try file.add("ROWS")
        try copy(.rows)
        try file.add("COLUMNS")
        if size.integers > 0 {
            try file.add(" MARKER 'MARKER' 'INTORG'")
            try copy(.integers)
            try file.add(" MARKER 'MARKER' 'INTEND'")
        }
        try copy(.continuous)
        try file.add("RHS")
        try copy(.sides)
        try file.add("BOUNDS")
        try copy(.bounds)
        try file.add("ENDATA")
        try file.flush()
        return size
    }

    private static func word(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace || $0.properties.generalCategory == .control ? "_" : $0 }))
    }
}

/// How large a problem is.
public struct MPSSize: Equatable, Sendable {
    public var rows = 0
    public var columns = 0
    public var integers = 0
    /// That are not 0, those of the objective left out.
    public var coefficients = 0
}
