import Foundation

/// What is read back of a JSON file that this program writes into a plan's directory.
protocol RecordedFile: Decodable {
    static var name: String { get }
}

extension RecordedFile {
    /// `nil` where the directory holds no such file or somebody else's.
    init?(directory: String) {
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(Self.name)"),
            let recorded = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = recorded
    }
}
