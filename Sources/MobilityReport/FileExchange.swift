import Foundation

/// Replaces the files of a set one by one, inside their directory. `owned` names go in the reverse of their order and come
/// in it, so that the last of them says that the set is whole.
struct FileExchange {
    let directory: URL
    let owned: [String]

    /// - Throws: what the file system says; the directory is then as it was before.
    func replace(with files: [(name: String, bytes: [UInt8])]) throws {
        let manager = FileManager.default
        clearLeftovers()
        let stage = place(Self.ownNumber, ".new"), aside = place(Self.ownNumber, ".old")
        var setAside: [String] = [], placed: [String] = []
        do {
            try Self.write(files, into: stage)
            try manager.createDirectory(at: aside, withIntermediateDirectories: false)
            for name in owned.reversed() {
                let old = directory.appendingPathComponent(name)
                guard manager.fileExists(atPath: old.path) else { continue }
                try Self.rename(old, to: aside.appendingPathComponent(name))
                setAside.append(name)
            }
            for file in files {
                try Self.rename(stage.appendingPathComponent(file.name), to: directory.appendingPathComponent(file.name))
                placed.append(file.name)
            }
            try? manager.removeItem(at: aside)
            try? manager.removeItem(at: stage)
        } catch {
            for name in placed { try? manager.removeItem(at: directory.appendingPathComponent(name)) }
            for name in setAside.reversed() {
                try? Self.rename(aside.appendingPathComponent(name), to: directory.appendingPathComponent(name))
            }
            try? manager.removeItem(at: stage)
            // Empty by now unless putting back failed as well: what is in it is then all that is left of the old set.
            if (try? manager.contentsOfDirectory(atPath: aside.path))?.isEmpty == true { try? manager.removeItem(at: aside) }
            throw error
        }
    }

    private static let prefix = ".plan."
    private static var ownNumber: Int32 { ProcessInfo.processInfo.processIdentifier }

    private func place(_ process: Int32, _ suffix: String) -> URL {
        directory.appendingPathComponent("\(Self.prefix)\(process)\(suffix)")
    }

    /// Puts back what a process that is gone had set aside, as far as nothing newer stands there, and removes what it left.
    private func clearLeftovers() {
        let manager = FileManager.default
        for name in ((try? manager.contentsOfDirectory(atPath: directory.path)) ?? []).sorted() where name.hasPrefix(Self.prefix) {
            let suffix = name.suffix(4)
            guard [".new", ".old"].contains(suffix), let process = Int32(name.dropFirst(Self.prefix.count).dropLast(4)), Self.isGone(process)
            else { continue }
            let left = directory.appendingPathComponent(name)
            if suffix == ".old" {
                for file in (try? manager.contentsOfDirectory(atPath: left.path)) ?? [] {
                    let now = directory.appendingPathComponent(file)
                    if !manager.fileExists(atPath: now.path) { try? Self.rename(left.appendingPathComponent(file), to: now) }
                }
            }
            try? manager.removeItem(at: left)
        }
    }

    /// Whether no process has the number.
    static func isGone(_ process: Int32) -> Bool { process > 0 && kill(process, 0) != 0 && errno == ESRCH }

    /// Writes files into a new directory, through to the disk: a rename may otherwise outlive what it names.
    static func write(_ files: [(name: String, bytes: [UInt8])], into directory: URL) throws {
        try? FileManager.default.removeItem(at: directory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        for file in files {
            let url = directory.appendingPathComponent(file.name)
            guard FileManager.default.createFile(atPath: url.path, contents: nil) else { throw SystemError.current }
            let handle = try FileHandle(forWritingTo: url)
            defer { try? handle.close() }
            try handle.write(contentsOf: file.bytes)
            try handle.synchronize()
        }
    }

    static func rename(_ source: URL, to target: URL) throws {
        guard Foundation.rename(source.path, target.path) == 0 else { throw SystemError.current }
    }
}
