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

    /// Writes every file into `directory`, which is made where it does not exist. Each file is replaced whole; other files
    /// of the directory, such as its README, stay.
    /// - Throws: what the file system says.
    public func write(to directory: URL) throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for file in files {
            try Data(file.content.utf8).write(to: directory.appendingPathComponent(file.name), options: .atomic)
        }
    }
}
