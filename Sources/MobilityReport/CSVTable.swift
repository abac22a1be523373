/// A table as RFC 4180 text: UTF-8 without a BOM, `LF` after every record, fields quoted only where they must be.
///
/// Cells are written exactly as they are. A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` first)
/// is not altered, since these files go back into programs; ids come from the scenario, so whoever writes the scenario
/// decides what stands there.
public struct CSVTable: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(columns: [String]) { append(columns) }

    /// Appends one record; `cells` are as many as there are columns.
    public mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
