import Foundation
import Synchronization

/// The built program, run as a child process.
struct Binary {
    struct Run {
        var exitCode: Int32
        var wasKilled: Bool
        var output: String
        var errors: String
    }

    /// Beside the test bundle.
    static var url: URL {
        let bundle = URL(fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appendingPathComponent("mobility")
    }

    /// A signal sent once, as soon as standard error holds a text.
    struct Interruption {
        var signal: Int32
        var text: String
    }

    static func run(_ arguments: [String], in directory: URL, interruption: Interruption? = nil) throws -> Run {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        let output = Pipe(), errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let number = process.processIdentifier
        let text = TextBox()
        let handle = errors.fileHandleForReading
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var waiting = interruption
            while case let data = handle.availableData, !data.isEmpty {
                let soFar = text.append(String(decoding: data, as: UTF8.self))
                if let due = waiting, soFar.contains(due.text) {
                    kill(number, due.signal)
                    waiting = nil
                }
            }
            done.signal()
        }
        let out = output.fileHandleForReading.readDataToEndOfFile()
        done.wait()
        process.waitUntilExit()
        return Run(
            exitCode: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: String(decoding: out, as: UTF8.self), errors: text.text)
    }
}

private final class TextBox: Sendable {
    private let contents = Mutex("")
    func append(_ more: String) -> String { contents.withLock { $0 += more; return $0 } }
    var text: String { contents.withLock { $0 } }
}

/// A directory of its own for one test, with the fixtures in `scenarios`.
final class Workplace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.fixtures, to: url.appendingPathComponent("scenarios"))
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
