/// One scenario of a chain of `extends`, as its own `scenario.yaml` has it.
struct ScenarioLevel {
    /// 0 for the scenario that is read, 1 for its parent and so on.
    var depth: Int
    var directory: String
    var root: YAMLNode
    /// Of `scenario.yaml`; `nil` where it cannot be read.
    var digest: String?
    /// Whether `scenario.yaml` could be read; where not, nothing is missing from it that may not be there.
    var isSound: Bool

    var yamlPath: String { FilePath.join(directory, "scenario.yaml") }

    /// Whether `tables` gives the table a file.
    func names(_ table: TableName) -> Bool {
        guard let node = root["tables"]?[table.rawValue] else { return false }
        return !node.isNull
    }

    /// The file that this level names or has for a table, or `nil` where it leaves the table to its parent.
    func file(for table: TableName, log: FindingLog) -> String? {
        if let node = root["tables"]?[table.rawValue], !node.isNull {
            guard let name = Setting(log: log).text(node, table.rawValue) else { return nil }
            let path = FilePath.join(directory, name)
            if FilePath.kind(path) != .file {
                log.error("missing_file", at: node.place, "`\(table.rawValue)`: there is no file \(Excerpt.path(path))")
                return nil
            }
            return path
        }
        let path = FilePath.join(directory, table.fileName)
        if FilePath.isBrokenLink(path) {
            log.error("missing_file", at: Place(file: path), "is a link that leads to no file")
            return nil
        }
        return FilePath.kind(path) == .missing ? nil : path
    }

    /// Files of the directory that nothing reads and whose name is nearly that of a table's file that is not there: a wrong case,
    /// a missing letter.
    var unreadTables: [(file: String, table: TableName)] {
        let files = FilePath.entries(of: directory)
        let absent = TableName.allCases.filter { !files.contains($0.fileName) && !names($0) }
        return files.compactMap { file in
            guard file.lowercased().hasSuffix(".csv"), !TableName.allCases.contains(where: { $0.fileName == file }),
                let near = NearestName.find(file, among: absent.map(\.fileName)),
                let table = absent.first(where: { $0.fileName == near })
            else { return nil }
            return (file, table)
        }
    }
}
