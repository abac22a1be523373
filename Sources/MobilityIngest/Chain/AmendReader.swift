/// Reads `amend: {TABLE: {ID: {COLUMN: VALUE}}}` of one table.
struct AmendReader {
    let log: FindingLog
    let table: TableName

    func read<Column: TableColumn>(_ node: YAMLNode, _ type: Column.Type, into amendments: Amendments) {
        let setting = Setting(log: log)
        guard let rows = node.entries else {
            setting.wrongType(node, table.rawValue, "a mapping with the ids of rows")
            return
        }
        let columns = Array(Column.names.dropFirst())
        for row in rows where !row.value.isNull {
            amendments.mention(row.key, at: row.place)
            guard let cells = row.value.entries else {
                setting.wrongType(row.value, row.key, "a mapping with the columns to change")
                continue
            }
            for cell in cells {
                guard cell.key != "id" else {
                    log.error("unknown_key", at: cell.place, "`id` cannot be amended; a row keeps its id")
                    continue
                }
                guard let column = Column.names.firstIndex(of: cell.key) else {
                    log.error(
                        "unknown_key", at: cell.place,
                        "`\(table.rawValue)` has no column \(Excerpt.name(cell.key))" + NearestName.hint(cell.key, among: columns))
                    continue
                }
                guard let text = text(cell.value, cell.key) else { continue }
                amendments.amend(row.key, column: column, text: text, at: cell.value.place)
            }
        }
    }

    /// The value as a cell would have it: a list with `|` between its entries, a number in decimal digits, nothing for
    /// `null`.
    private func text(_ node: YAMLNode, _ name: String) -> String? {
        switch node.content {
        case .scalar(let text, let isPlain):
            if node.isNull { return "" }
            guard isPlain else { return text }
            if text.hasPrefix("+") || text.hasPrefix("0x") || text.hasPrefix("0o"), let digits = CoreScalar.wholeNumber(text) {
                return digits
            }
            return text
        case .list(let nodes):
            var entries: [String] = []
            for node in nodes {
                guard case .scalar(let entry, _) = node.content, !node.isNull, !entry.contains("|") else {
                    Setting(log: log).wrongType(node, name, "an entry without `|`")
                    return nil
                }
                entries.append(entry)
            }
            return entries.joined(separator: "|")
        case .mapping:
            Setting(log: log).wrongType(node, name, "a value or a list")
            return nil
        }
    }
}
