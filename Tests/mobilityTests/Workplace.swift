import Foundation
import Testing

/// A directory of its own for one test, with the fixtures in `scenarios`.
final class Workplace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.fixtures, to: url.appendingPathComponent("scenarios"))
    }

    /// With the plan of one of the fixtures in `plans`.
    static func planned(_ name: String) throws -> Workplace {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/\(name)", "--quiet")
        try #require(run.exitCode == 0, "\(run.errors)")
        return place
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    func run(_ arguments: String..., interruption: Binary.Interruption? = nil) throws -> Binary.Run {
        try Binary.run(arguments, in: url, interruption: interruption)
    }

    func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: url.appendingPathComponent(path).path).map { String(decoding: $0, as: UTF8.self) }
    }

    func write(_ text: String, to path: String) throws {
        let target = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    func listing(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path)) ?? []).sorted()
    }
}
