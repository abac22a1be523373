/// The digest of a scenario: SHA-256 over one line for every input file, `DEPTH ROLE SHA-256-OF-THE-FILE`.
///
/// The scenario itself has depth 0, its parent 1 and so on; at each depth `scenario.yaml` comes first and then the
/// tables that were read there, in the order candidates, requests, quotas, courses, consulates, funds. Neither the names
/// nor the places of files enter, so a scenario that is copied or whose table is renamed keeps its digest.
struct InputDigest {
    private struct Entry {
        var depth: Int
        var role: Int
        var name: String
        var digest: String
    }
    private var entries: [Entry] = []

    mutating func add(scenarioAt depth: Int, digest: String) {
        entries.append(Entry(depth: depth, role: -1, name: "scenario", digest: digest))
    }

    mutating func add(_ table: TableName, at depth: Int, digest: String) {
        let role = TableName.allCases.firstIndex(of: table) ?? 0
        entries.append(Entry(depth: depth, role: role, name: table.rawValue, digest: digest))
    }

    func finish() -> String {
        var whole = Digest()
        for entry in entries.sorted(by: { ($0.depth, $0.role) < ($1.depth, $1.role) }) {
            let line = "\(entry.depth) \(entry.name) \(entry.digest)\n"
            Array(line.utf8).withUnsafeBytes { whole.update($0) }
        }
        return whole.finish()
    }
}
