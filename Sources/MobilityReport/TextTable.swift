/// Rows of cells set in columns, at most `width` wide: the first column gives way where there is no room.
public struct TextTable: Sendable {
    public enum Alignment: Sendable { case left, right }

    private let header: [String]
    private let alignments: [Alignment]
    private let width: Int
    private let indent: Int
    private let keepsLabels: Bool
    private var rows: [[String]] = []

    /// - Parameters:
    ///   - header: one name a column, empty for none; a header of empty names is left out.
    ///   - alignments: as many as there are columns.
    ///   - keepsLabels: whether a first cell that has no room stands above its row, whole, and is not cut: an id can then be looked up.
    public init(header: [String], alignments: [Alignment], width: Int = 100, indent: Int = 2, keepsLabels: Bool = false) {
        self.header = header; self.alignments = alignments; self.width = width; self.indent = indent; self.keepsLabels = keepsLabels
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
        return shown.flatMap { row -> [String] in
            if keepsLabels, let label = row.first, label.columns > widths.first ?? 0 {
                let lead = String(repeating: " ", count: indent) + label.prefix { $0 == " " }
                let own = label.wrapped(to: width - lead.columns).map { lead + $0 }
                return own + [line([""] + row.dropFirst(), widths)]
            }
            return [line(row, widths)]
        }
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, zip(widths, alignments)).map { cell, shape in
            let text = cell.shortened(to: shape.0)
            return shape.1 == .left ? text.paddedRight(to: shape.0) : text.paddedLeft(to: shape.0)
        }
        return (String(repeating: " ", count: indent) + cells.joined(separator: "  ")).trimmingTrailingSpaces
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var out = self
        while out.last == " " { out.removeLast() }
        return out
    }
}
