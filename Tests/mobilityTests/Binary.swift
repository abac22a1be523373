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

    /// Signals sent once, as soon as standard error holds a text: to the program or to its child processes.
    struct Interruption {
        var signals: [Int32]
        var text: String
        var reachesChildren = false

        func send(to process: Int32) {
            for target in reachesChildren ? Binary.children(of: process) : [process] {
                for signal in signals { kill(target, signal) }
            }
        }
    }

    private static func children(of parent: Int32) -> [Int32] {
        let processes = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        return processes.filter { process in
            guard let status = FileManager.default.contents(atPath: "/proc/\(process)/status") else { return false }
            return String(decoding: status, as: UTF8.self).contains("\nPPid:\t\(parent)\n")
        }
    }

    /// - Parameters:
    ///   - program: this one, or one that calls it.
    ///   - environment: the tests' own where none is given.
    static func run(
        _ arguments: [String], in directory: URL, interruption: Interruption? = nil, program: URL = url,
        environment: [String: String]? = nil
    ) throws -> Run {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let environment { process.environment = environment }
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
                    due.send(to: number)
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
