import Foundation

/// The files of a scenario directory, held in memory until all of them are made.
public struct ScenarioFiles: Sendable {
    public struct File: Sendable {
        public let name: String
        /// UTF-8.
        public let bytes: [UInt8]
        public var content: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// In the order in which they are written.
    public private(set) var files: [File] = []

    public init() {}

    public mutating func add(_ name: String, _ bytes: [UInt8]) { files.append(File(name: name, bytes: bytes)) }

    /// The content of the file `name`; `nil` where there is none.
    public subscript(name: String) -> String? { files.first { $0.name == name }?.content }

    /// Files of `directory` that writing would replace by something else, in order.
    public func conflicts(with directory: URL) -> [String] {
        files.compactMap { file in
            let old = FileManager.default.contents(atPath: directory.appendingPathComponent(file.name).path)
            return old == nil || old == Data(file.bytes) ? nil : file.name
        }
    }
}
