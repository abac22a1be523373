import Foundation

/// Files that come with the program, laid out in a directory of their own for as long as they are read.
struct UnpackedFiles: ~Copyable {
    let directory: String
    private let root: URL

    /// - Parameter name: of the directory that holds them.
    init(_ files: [(name: String, bytes: [UInt8])], in name: String) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-files-\(UUID().uuidString)")
        let folder = root.appendingPathComponent(name)
        directory = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }
}
