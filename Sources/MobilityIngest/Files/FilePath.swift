import Foundation

/// Paths as text, joined and compared without touching what the user typed more than needed.
enum FilePath {
    enum Kind { case missing, directory, file }

    static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    /// Whether there is a link that leads nowhere, or in a circle.
    static func isBrokenLink(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 && lstat(path, &status) == 0
    }

    /// `path`, seen from `directory` unless it is absolute; `.` and `x/..` are taken out where that leads to the same
    /// place.
    static func join(_ directory: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        let joined = directory.isEmpty || directory == "." ? path : directory.hasSuffix("/") ? directory + path : directory + "/" + path
        var parts: [Substring] = []
        for part in joined.split(separator: "/", omittingEmptySubsequences: true) {
            if part == "." { continue }
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let short = (joined.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        if short.isEmpty { return "." }
        return !joined.contains("..") || canonical(short) == canonical(joined) ? short : joined
    }

    /// The absolute path without symbolic links, or `nil` where there is nothing.
    static func canonical(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a directory, sorted; none where it cannot be read.
    static func entries(of directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }

    /// The last component of the absolute path: a scenario's name.
    static func name(ofDirectory path: String) -> String {
        let absolute = canonical(path) ?? path
        return absolute.split(separator: "/").last.map(String.init) ?? absolute
    }
}
