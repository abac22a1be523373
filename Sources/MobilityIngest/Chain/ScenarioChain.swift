/// A scenario and the scenarios it extends, nearest first.
struct ScenarioChain {
    /// More than anybody needs, and few enough to read.
    static let depthLimit = 50

    private(set) var levels: [ScenarioLevel] = []
    /// Whether every `scenario.yaml` of the chain could be read.
    private(set) var isSound = true
    /// Tables whose file is named and is not there.
    private(set) var unfound: Set<TableName> = []
    private let log: FindingLog
    private var sources: [TableName: (path: String, depth: Int)] = [:]

    init(directory: String, log: FindingLog) {
        self.log = log
        climb(from: directory)
        for table in TableName.allCases {
            // The nearest level that has the table.
            for level in levels {
                guard let path = level.file(for: table, log: log) else {
                    if level.names(table) {
                        unfound.insert(table)
                        break
                    }
                    continue
                }
                sources[table] = (path, level.depth)
                break
            }
        }
    }

    private mutating func climb(from start: String) {
        var directory = start
        var seen: [String] = []
        while true {
            let level = read(directory, depth: levels.count)
            levels.append(level)
            isSound = isSound && level.isSound
            seen.append(FilePath.canonical(directory) ?? directory)
            checkTables(level)
            guard let node = level.root["extends"], !node.isNull else { return }
            guard let path = Setting(log: log).text(node, "extends"), let parent = parent(path, of: level, at: node.place) else {
                isSound = false
                return
            }
            if let start = seen.firstIndex(of: FilePath.canonical(parent) ?? parent) {
                let names = (levels[start...].map(\.directory) + [parent]).map(Excerpt.path)
                log.error("extends_cycle", at: node.place, "`extends` leads back to where it started: \(names.joined(separator: " extends "))")
                isSound = false
                return
            }
            guard levels.count < Self.depthLimit else {
                log.error("extends_cycle", at: node.place, "more than \(Self.depthLimit) scenarios extend one another")
                isSound = false
                return
            }
            directory = parent
        }
    }

    private func parent(_ path: String, of level: ScenarioLevel, at place: Place) -> String? {
        let parent = FilePath.join(level.directory, path)
        switch FilePath.kind(parent) {
        case .directory: return parent
        case .missing:
            log.error("missing_file", at: place, "`extends`: there is no directory \(Excerpt.path(parent))" + Self.hint(path, parent))
        case .file:
            log.error("missing_file", at: place, "`extends`: \(Excerpt.path(parent)) is a file, expected the directory of a scenario")
        }
        return nil
    }

    /// The scenario beside `directory`, which is not there, whose name is nearest, written as the user wrote `path`.
    private static func hint(_ path: String, _ directory: String) -> String {
        guard let name = directory.split(separator: "/").last else { return "" }
        let above = (directory.hasPrefix("/") ? "/" : "./") + directory.split(separator: "/").dropLast().joined(separator: "/")
        let siblings = FilePath.entries(of: above).filter { FilePath.kind("\(above)/\($0)/scenario.yaml") == .file }
        guard let near = NearestName.find(String(name), among: siblings) else { return "" }
        let steps = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return "; did you mean \(Excerpt.path((path.hasPrefix("/") ? "/" : "") + steps + near))?"
    }

    private func read(_ directory: String, depth: Int) -> ScenarioLevel {
        let path = FilePath.join(directory, "scenario.yaml")
        let nothing = YAMLNode(place: Place(file: path, line: 1), content: .mapping([]))
        var level = ScenarioLevel(depth: depth, directory: directory, root: nothing, digest: nil, isSound: false)
        do throws(Complaint) {
            let bytes = try InputFile.contents(path: path, limit: YAMLDocument.sizeLimit)
            var digest = Digest()
            bytes.withUnsafeBytes { digest.update($0) }
            level.digest = digest.finish()
            var document = YAMLDocument(path: path, log: log)
            if let root = document.read(bytes) {
                level.root = root
                level.isSound = true
            }
        } catch {
            let hint = error.code == "missing_file" ? "; a scenario is a directory with this file in it" : ""
            log.error(error.code, at: Place(file: path), error.message + hint)
        }
        return level
    }

    private func checkTables(_ level: ScenarioLevel) {
        for (file, table) in level.unreadTables {
            log.warning(
                "unread_file", at: Place(file: FilePath.join(level.directory, file)),
                "is not read: the table is looked for in `\(table.fileName)`; rename the file, or name it in `tables`")
        }
        guard let node = level.root["tables"], !node.isNull else { return }
        _ = Setting(log: log).mapping(node, "tables", keys: TableName.allCases.map(\.rawValue))
    }

    /// What all the files say together, the child's keys over its parent's.
    var settings: YAMLNode {
        var result = YAMLNode(place: Place(file: levels[0].yamlPath, line: 1), content: .mapping([]))
        for level in levels.reversed() { result = result.merged(with: level.root) }
        return result
    }

    /// The file of a table and the depth of the level that gives it, or `nil` where no level has one.
    func source(of table: TableName) -> (path: String, depth: Int)? { sources[table] }

    /// The cells that the level that gives a table, and those that extend it, change.
    func amendments<Column: TableColumn>(_ table: TableName, _ type: Column.Type) -> Amendments {
        let result = Amendments()
        let depth = source(of: table)?.depth ?? levels.count - 1
        for level in levels[0...depth].reversed() {
            guard let node = level.root["amend"]?[table.rawValue], !node.isNull else { continue }
            AmendReader(log: log, table: table).read(node, type, into: result)
        }
        return result
    }

    /// Reports what `amend` speaks of that is no table.
    func checkAmendedTables() {
        for level in levels {
            guard let node = level.root["amend"], !node.isNull else { continue }
            _ = Setting(log: log).mapping(node, "amend", keys: TableName.allCases.map(\.rawValue))
        }
    }
}
