import Foundation

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
        if let near = NearestText.of(name, among: siblings) {
            text += "; did you mean \(path.contains("/") ? "\(parent)/\(near)" : near)?"
        } else if !FileManager.default.fileExists(atPath: parent.isEmpty ? "/" : parent) {
            text += "; there is no directory \(parent) either"
        }
        return text
    }
}
