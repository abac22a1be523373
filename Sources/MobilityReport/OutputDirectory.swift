import CExchange
import Foundation

/// A directory whose files are replaced as a set: anybody who looks sees all of the old ones or all of the new ones.
///
/// The new set is written completely beside the directory, the files that are not part of it are linked into it, and the
/// two directories then change places in one step of the file system (`renameat2` with `RENAME_EXCHANGE`), which a
/// kill or a power cut cannot divide. Where that cannot be done - the file system does not know it, the parent may not be written,
/// or somebody's working directory would be pulled from under them - the files are moved one by one, and moved back should
/// one of them fail (`FileExchange`).
public struct OutputDirectory: Sendable {
    public let path: String
    /// The names that make up the set, the one that says that it is whole last; those that are not written are gone afterwards.
    public let owned: [String]

    public init(path: String, owned: [String]) { self.path = path; self.owned = owned }

    /// For the files of a plan. The projection of an earlier plan goes with that plan.
    public init(planIn path: String) {
        self.init(path: path, owned: OutcomeFile.allCases.map(\.rawValue) + PlanFile.allCases.map(\.rawValue))
    }

    /// For the files of a projection; a plan in the same directory stays.
    public init(outcomesIn path: String) { self.init(path: path, owned: OutcomeFile.allCases.map(\.rawValue)) }

    /// What would keep the set from being written, found before there is anything to write; `nil` where nothing is known to.
    public var obstacle: OutputError? { obstacle(to: owned) }

    private func obstacle(to names: [String]) -> OutputError? {
        let manager = FileManager.default
        var place = target
        var isDirectory: ObjCBool = false
        if manager.fileExists(atPath: place.path, isDirectory: &isDirectory), isDirectory.boolValue {
            if let name = names.first(where: { Self.isNoFile(place.appendingPathComponent($0)) }) {
                return OutputError(path: path, problem: "\(name) in it is no file; move it away, or write to another directory")
            }
        }
        while !manager.fileExists(atPath: place.path, isDirectory: &isDirectory), place.path != "/" {
            place.deleteLastPathComponent()
        }
        guard isDirectory.boolValue else {
            return OutputError(path: path, problem: place == target ? "it is a file, not a directory" : "\(place.path) is a file, not a directory")
        }
        return access(place.path, W_OK | X_OK) == 0 ? nil : OutputError(path: path, cause: SystemError.current)
    }

    /// - Throws: `OutputError` with what could not be done; the directory is then as it was before.
    public func replace(with files: [(name: String, bytes: [UInt8])]) throws {
        if let obstacle = obstacle(to: owned + files.map(\.name)) { throw obstacle }
        do {
            if FileManager.default.fileExists(atPath: target.path) {
                clearLeftovers()
                if !(try exchange(files)) { try FileExchange(directory: target, owned: owned).replace(with: files) }
            } else {
                try create(files)
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(path: path, cause: error)
        }
    }

    /// Links are followed: it is the directory that is replaced, not the way to it.
    private var target: URL { URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath() }
    private var parent: URL { target.deletingLastPathComponent() }
    private var stage: URL { parent.appendingPathComponent("\(stagePrefix)\(ProcessInfo.processInfo.processIdentifier)\(Self.stageSuffix)") }
    private var stagePrefix: String { ".\(target.lastPathComponent)." }
    private static let stageSuffix = ".new"

    private func create(_ files: [(name: String, bytes: [UInt8])]) throws {
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        do {
            try FileExchange.write(files, into: stage)
            try FileExchange.rename(stage, to: target)
        } catch {
            try? FileManager.default.removeItem(at: stage)
            throw error
        }
    }

    /// - Returns: whether it was done; where not, nothing has changed.
    private func exchange(_ files: [(name: String, bytes: [UInt8])]) throws -> Bool {
        let manager = FileManager.default
        let here = URL(fileURLWithPath: manager.currentDirectoryPath).resolvingSymlinksInPath().path
        guard target.path != "/", here != target.path, !here.hasPrefix(target.path + "/"), access(parent.path, W_OK) == 0 else { return false }
        do {
            try FileExchange.write(files, into: stage)
            let mode = try manager.attributesOfItem(atPath: target.path)[.posixPermissions]
            if let mode { try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: stage.path) }
        } catch {
            try? manager.removeItem(at: stage)
            throw error
        }
        let replaced = Set(files.map(\.name))
        let linked = try foreign(in: target).filter { !replaced.contains($0) }.allSatisfy { name in
            let file = target.appendingPathComponent(name)
            return Self.isDirectory(file) || (try? manager.linkItem(at: file, to: stage.appendingPathComponent(name))) != nil
        }
        guard linked, renameat2(AT_FDCWD, stage.path, AT_FDCWD, target.path, exchange_names) == 0 else {
            try manager.removeItem(at: stage)
            return false
        }
        settle(stage, without: replaced)
        return true
    }

    /// Entries that are not part of the set.
    private func foreign(in directory: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { !owned.contains($0) }.sorted()
    }

    /// Takes out of a directory that has been exchanged what belongs into the new one - directories, and what somebody saved
    /// in the meantime - and removes the rest.
    private func settle(_ old: URL, without replaced: Set<String> = []) {
        let manager = FileManager.default
        for name in (try? foreign(in: old)) ?? [] where !replaced.contains(name) {
            let (before, now) = (old.appendingPathComponent(name), target.appendingPathComponent(name))
            if Self.fileNumber(before) != Self.fileNumber(now) {
                // What cannot be moved is better left where it is than removed.
                guard !Self.isDirectory(now), (try? FileExchange.rename(before, to: now)) != nil else { return }
            }
        }
        try? manager.removeItem(at: old)
    }

    /// Settles what processes that are gone have left beside the directory.
    private func clearLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] {
            guard name.hasPrefix(stagePrefix), name.hasSuffix(Self.stageSuffix),
                let process = Int32(name.dropFirst(stagePrefix.count).dropLast(Self.stageSuffix.count)), FileExchange.isGone(process)
            else { continue }
            settle(parent.appendingPathComponent(name))
        }
    }

    private static func isDirectory(_ url: URL) -> Bool {
        var status = stat()
        return lstat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether something other than a file, or a link to one, has the name.
    private static func isNoFile(_ url: URL) -> Bool {
        var status = stat()
        return stat(url.path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    private static func fileNumber(_ url: URL) -> UInt64? {
        var status = stat()
        return lstat(url.path, &status) == 0 ? UInt64(status.st_ino) : nil
    }
}
