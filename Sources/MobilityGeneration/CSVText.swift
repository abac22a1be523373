/// The text of a CSV table, RFC 4180 with line feeds, quoted only where needed.
struct CSVText {
    private(set) var text: String
    private let width: Int

    init(header: [String]) {
        width = header.count
        text = header.joined(separator: ",") + "\n"
    }

    /// Appends a record; cells beyond the header's width are left out, missing ones are empty.
    mutating func append(_ cells: [String]) {
        for column in 0..<width {
            if column > 0 { text.append(",") }
            if column < cells.count { text.append(CSVText.quoted(cells[column])) }
        }
        text.append("\n")
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
