import Foundation

/// A directory that holds the files of one plan, or of one calibration, written whole or not at all.
///
/// A new directory appears by one rename. In an existing one the new files are first written completely beside the old
/// ones, which are then set aside and put back should any step fail. Of a plan `summary.json` goes first and comes last: a
/// directory without it holds no finished plan, even after a power cut between two renames. Files that are not among those
/// that belong together are never touched.
public struct PlanDirectory: Sendable {
    public let path: String
    /// Files that belong together, the one that says that all are there last.
    private let names: [String]
    /// What they are, for a message.
    private let contents: String

    /// For a plan.
    public init(path: String) {
        self.path = path
        names = PlanFile.allCases.map(\.rawValue)
        contents = "plan"
    }

    /// For other files that belong together; a plan in the same directory stays.
    public init(path: String, names: [String], contents: String) {
        self.path = path; self.names = names; self.contents = contents
    }

    /// Replaces what is in the directory by `files`: those that belong together and are not among them are gone afterwards.
    ///
    /// - Throws: `PlanDirectoryError` with what could not be done; the directory is then as it was before.
    public func replace(with files: [(name: String, bytes: [UInt8])]) throws {
        let manager = FileManager.default
        let target = URL(fileURLWithPath: path).standardizedFileURL
        var isDirectory: ObjCBool = false
        if manager.fileExists(atPath: target.path, isDirectory: &isDirectory) {
            guard isDirectory.boolValue else {
                throw PlanDirectoryError(path: path, contents: contents, problem: "it is a file, not a directory")
            }
            try exchange(files, in: target)
        } else {
            try create(files, at: target)
        }
    }

    private func create(_ files: [(name: String, bytes: [UInt8])], at target: URL) throws {
        let parent = target.deletingLastPathComponent()
        let stage = parent.appendingPathComponent(".\(target.lastPathComponent).\(Self.processNumber).new")
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Self.write(files, into: stage)
            try Self.rename(stage, to: target)
        } catch {
            try? FileManager.default.removeItem(at: stage)
            throw PlanDirectoryError(path: path, contents: contents, cause: error)
        }
    }

    private func exchange(_ files: [(name: String, bytes: [UInt8])], in target: URL) throws {
        let manager = FileManager.default
        let stage = target.appendingPathComponent(".plan.\(Self.processNumber).new")
        let aside = target.appendingPathComponent(".plan.\(Self.processNumber).old")
        var setAside: [String] = [], placed: [String] = []
        do {
            try Self.write(files, into: stage)
            try? manager.removeItem(at: aside)
            try manager.createDirectory(at: aside, withIntermediateDirectories: false)
            for name in names.reversed() {
                let old = target.appendingPathComponent(name)
                guard manager.fileExists(atPath: old.path) else { continue }
                try Self.rename(old, to: aside.appendingPathComponent(name))
                setAside.append(name)
            }
            for file in files {
                try Self.rename(stage.appendingPathComponent(file.name), to: target.appendingPathComponent(file.name))
                placed.append(file.name)
            }
            try? manager.removeItem(at: aside)
            try? manager.removeItem(at: stage)
        } catch {
            for name in placed { try? manager.removeItem(at: target.appendingPathComponent(name)) }
            for name in setAside.reversed() {
                try? Self.rename(aside.appendingPathComponent(name), to: target.appendingPathComponent(name))
            }
            try? manager.removeItem(at: stage)
            // Empty by now unless putting back failed as well: what is in it is then all that is left of the old plan.
            if (try? manager.contentsOfDirectory(atPath: aside.path))?.isEmpty == true { try? manager.removeItem(at: aside) }
            throw PlanDirectoryError(path: path, contents: contents, cause: error)
        }
    }

    private static var processNumber: Int32 { ProcessInfo.processInfo.processIdentifier }

    private static func write(_ files: [(name: String, bytes: [UInt8])], into directory: URL) throws {
        try? FileManager.default.removeItem(at: directory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        for file in files {
            let url = directory.appendingPathComponent(file.name)
            guard FileManager.default.createFile(atPath: url.path, contents: nil) else { throw SystemError.current }
            let handle = try FileHandle(forWritingTo: url)
            defer { try? handle.close() }
            try handle.write(contentsOf: file.bytes)
            // On the disk before it gets its name: a rename may otherwise outlive its contents.
            try handle.synchronize()
        }
    }

    private static func rename(_ source: URL, to target: URL) throws {
        guard Foundation.rename(source.path, target.path) == 0 else { throw SystemError.current }
    }
}

/// A plan or calibration that could not be written.
public struct PlanDirectoryError: Error, CustomStringConvertible, Sendable {
    public let path: String
    /// In words, such as `permission denied`.
    public let problem: String
    private let contents: String

    init(path: String, contents: String, problem: String) {
        self.path = path; self.contents = contents; self.problem = problem
    }

    init(path: String, contents: String, cause: any Error) {
        self.path = path
        self.contents = contents
        problem = switch cause {
        case let error as SystemError: error.description
        case let error as CocoaError where (error.userInfo[NSUnderlyingErrorKey] as? POSIXError) != nil:
            SystemError(number: (error.userInfo[NSUnderlyingErrorKey] as? POSIXError)?.code.rawValue ?? 0).description
        default: (cause as NSError).localizedDescription
        }
    }

    public var description: String { "cannot write the \(contents) to \(path): \(problem)" }
}

/// A number of the operating system's table of errors.
private struct SystemError: Error, CustomStringConvertible {
    let number: Int32
    static var current: SystemError { SystemError(number: errno) }
    var description: String { String(cString: strerror(number)).lowercased() }
}
