import Foundation

/// A regular file, open for reading from start to end.
///
/// Closed when it goes out of scope. Anything that is not a regular file is refused, so that a pipe cannot make a batch
/// wait for ever.
struct InputFile: ~Copyable {
    /// Bytes, as the system says when the file is opened.
    let size: Int
    private let descriptor: Int32

    init(path: String) throws(Complaint) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw InputFile.complaint(errno) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { throw Complaint("unreadable_file", "is a directory, expected a file") }
        guard kind == S_IFREG else { throw Complaint("unreadable_file", "is no regular file") }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw InputFile.complaint(errno) }
        descriptor = opened
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills the start of `buffer`; the number of bytes read, 0 at the end.
    borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(Complaint) -> Int {
        guard buffer.count > 0 else { return 0 }
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw InputFile.complaint(errno) }
        }
    }

    /// All of a file that is small by nature.
    static func contents(path: String, limit: Int) throws(Complaint) -> [UInt8] {
        let file = try InputFile(path: path)
        guard file.size <= limit else {
            throw Complaint("too_long", "has \(file.size) bytes, expected at most \(limit)")
        }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var failure: Complaint?
            let count = buffer.withUnsafeMutableBytes { bytes -> Int in
                do throws(Complaint) { return try file.read(into: bytes) } catch { failure = error; return 0 }
            }
            if let failure { throw failure }
            if count == 0 { return result }
            result += buffer[0..<count]
            guard result.count <= limit else { throw Complaint("too_long", "has more than \(limit) bytes") }
        }
    }

    private static func complaint(_ code: Int32) -> Complaint {
        switch code {
        case ENOENT, ENOTDIR: Complaint("missing_file", "does not exist")
        case EACCES, EPERM: Complaint("unreadable_file", "may not be read: permission denied")
        default: Complaint("unreadable_file", "cannot be read: \(String(cString: strerror(code)))")
        }
    }
}
