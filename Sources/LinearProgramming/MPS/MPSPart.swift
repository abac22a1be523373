import Foundation

/// A file that grows line by line; it goes away with this unless it is to be kept.
final class MPSPart {
    private let path: String
    private let isKept: Bool
    private let file: FileHandle
    private var buffer: [UInt8] = []

    /// Bytes that are gathered before they are written.
    private static let block = 1 << 20

    /// - Throws: where the file cannot be made.
    init(path: String, isKept: Bool = false) throws {
        self.path = path
        self.isKept = isKept
        let url = URL(fileURLWithPath: path)
        try Data().write(to: url)
        file = try FileHandle(forUpdating: url)
    }

    deinit {
        try? file.close()
        if !isKept { try? FileManager.default.removeItem(atPath: path) }
    }

    /// A line made of its parts, kept in memory for now.
    func line(_ parts: String...) { append(parts) }

    /// A line made of its parts.
    func add(_ parts: String...) throws {
        append(parts)
        if buffer.count >= Self.block { try flush() }
    }

    private func append(_ parts: [String]) {
        for part in parts { buffer.append(contentsOf: part.utf8) }
        buffer.append(0x0A)
    }

    func flush() throws {
        guard !buffer.isEmpty else { return }
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Puts the whole of another part behind this.
    func append(_ other: MPSPart) throws {
        try other.flush()
        try flush()
        try other.file.seek(toOffset: 0)
        while let data = try other.file.read(upToCount: Self.block), !data.isEmpty { try file.write(contentsOf: data) }
    }
}
