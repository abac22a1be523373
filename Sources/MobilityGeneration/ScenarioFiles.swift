import Foundation

/// The files of a scenario directory, held in memory until all of them are made.
public struct ScenarioFiles: Sendable {
    /// Name and content, in the order in which they are written.
    public private(set) var files: [(name: String, content: String)] = []

    public init() {}

    public mutating func add(_ name: String, _ content: String) { files.append((name, content)) }

    /// The content of the file `name`; `nil` where there is none.
    public subscript(name: String) -> String? { files.first { $0.name == name }?.content }

    /// Files of `directory` that writing would replace by something else, in order.
    public func conflicts(with directory: URL) -> [String] {
        files.compactMap { file in
            let old = FileManager.default.contents(atPath: directory.appendingPathComponent(file.name).path)
            return old == nil || old == Data(file.content.utf8) ? nil : file.name
        }
    }
}
