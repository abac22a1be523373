import Foundation

/// A file that is written whole or not at all: it is made beside its place and takes it in one step of the file system.
public struct OutputFile: Sendable {
    public let path: String
    public init(path: String) { self.path = path }

    /// What would keep the file from being written, found before there is anything to write; `nil` where nothing is known to.
    public var obstacle: OutputError? {
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        if manager.fileExists(atPath: target.path, isDirectory: &isDirectory), isDirectory.boolValue {
            return OutputError(path: path, problem: "it is a directory, expected a file")
        }
        guard manager.fileExists(atPath: parent.path, isDirectory: &isDirectory) else {
            return OutputError(path: path, problem: "there is no directory \(parent.path)")
        }
        guard isDirectory.boolValue else { return OutputError(path: path, problem: "\(parent.path) is a file, not a directory") }
        return access(parent.path, W_OK | X_OK) == 0 ? nil : OutputError(path: path, cause: SystemError.current)
    }

    /// - Throws: `OutputError`; what stood there before stands there still.
    public func write(_ bytes: [UInt8]) throws {
        try replace { stage throws in try Data(bytes).write(to: URL(fileURLWithPath: stage)) }
    }

    /// - Parameter make: writes the contents to the path that it is given.
    /// - Throws: `OutputError`; what stood there before stands there still.
    public func replace(making make: (String) throws -> Void) throws {
        if let obstacle { throw obstacle }
        let stage = parent.appendingPathComponent(".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).new")
        do {
            try make(stage.path)
            try FileExchange.rename(stage, to: target)
        } catch {
            try? FileManager.default.removeItem(at: stage)
            throw error as? OutputError ?? OutputError(path: path, cause: error)
        }
    }

    /// Links are followed: it is the file that is replaced, not the way to it.
    private var target: URL { URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath() }
    private var parent: URL { target.deletingLastPathComponent() }
}
