/// Rows of cells set in columns, at most `width` wide: the first column gives way where there is no room.
public struct TextTable: Sendable {
    public enum Alignment: Sendable { case left, right }

    private let header: [String]
    private let alignments: [Alignment]
    private let width: Int
    private let indent: Int
    private var rows: [[String]] = []

    /// - Parameters:
    ///   - header: one name a column, empty for none; a header of empty names is left out.
    ///   - alignments: as many as there are columns.
    public init(header: [String], alignments: [Alignment], width: Int = 100, indent: Int = 2) {
        self.header = header; self.alignments = alignments; self.width = width; self.indent = indent
    }

    public mutating func append(_ cells: [String]) { rows.append(cells.map(\.printable)) }

    public var isEmpty: Bool { rows.isEmpty }

    /// Whether all columns but the first keep their width and the first keeps 20 columns.
    var fits: Bool {
        let widths = naturalWidths
        return total(widths) - (widths.first ?? 0) + min(widths.first ?? 0, 20) <= width
    }

    private var shown: [[String]] { (header.allSatisfy(\.isEmpty) ? [] : [header]) + rows }

    private var naturalWidths: [Int] {
        alignments.indices.map { column in shown.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0 }
    }

    private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) + indent }

    public var lines: [String] {
        var widths = naturalWidths
        let excess = total(widths) - width
        if excess > 0, let first = widths.first { widths[0] = max(8, first - excess) }
        return shown.map { row in
            let cells = zip(row, zip(widths, alignments)).map { cell, shape in
                let text = cell.shortened(to: shape.0)
                return shape.1 == .left ? text.paddedRight(to: shape.0) : text.paddedLeft(to: shape.0)
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return line.trimmingTrailingSpaces
        }
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var out = self
        while out.last == " " { out.removeLast() }
        return out
    }
}
