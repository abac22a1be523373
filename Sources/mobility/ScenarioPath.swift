import Foundation
import MobilityIngest

/// A scenario directory as the user named it.
struct ScenarioPath: Hashable {
    /// Without slashes at the end; of `DIR/scenario.yaml` the directory.
    let path: String

    init(_ argument: String) {
        var path = argument
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let file = "scenario.yaml"
        if path == file { path = "." } else if path.hasSuffix("/" + file) { path.removeLast(file.count + 1) }
        self.path = path
    }

    func isSameDirectory(as other: ScenarioPath) -> Bool {
        URL(fileURLWithPath: path).standardizedFileURL.path == URL(fileURLWithPath: other.path).standardizedFileURL.path
    }

    /// The scenarios that arguments name, each once. Plain files among several arguments, as a shell's `scenarios/*` brings
    /// them, are no scenarios: they are left out, and said so on stderr.
    static func list(_ arguments: [String]) -> [ScenarioPath] {
        var seen: Set<ScenarioPath> = []
        let paths = arguments.map(ScenarioPath.init).filter { seen.insert($0).inserted }
        guard paths.count > 1 else { return paths }
        let directories = paths.filter { !$0.isPlainFile }
        guard !directories.isEmpty else { return paths }
        for path in paths where path.isPlainFile {
            StandardStreams.writeError("\(path.path): a file, not a scenario directory; left out\n")
        }
        return directories
    }

    private var isPlainFile: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
    }

    /// The directory's own name, for `.` and `..` too: what its plan is called.
    var name: String { URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent }

    /// What is wrong with the path, with the nearest name beside it; `nil` where it is a directory.
    var problem: String? {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
            return isDirectory.boolValue ? nil : "\(path) is a file; a scenario is a directory that holds scenario.yaml"
        }
        let parent = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        let siblings = ((try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "/" : parent)) ?? []).filter {
            FileManager.default.fileExists(atPath: "\(parent)/\($0)/scenario.yaml")
        }
        var text = "no scenario directory \(path)"
        if let near = NearestName.find(name, among: siblings) {
            text += "; did you mean \(path.contains("/") ? "\(parent)/\(near)" : near)?"
        } else if !FileManager.default.fileExists(atPath: parent.isEmpty ? "/" : parent) {
            text += "; there is no directory \(parent) either"
        }
        return text
    }
}
