import Foundation
import Synchronization

/// The program itself in a process of its own: what crashes there does not crash here.
struct ChildRun: Sendable {
    struct Outcome: Sendable {
        var status: ExitStatus
        /// What it wrote to standard output.
        var output: String
        /// Why there is no proper exit code, in words; otherwise `nil`.
        var crash: String?
    }

    let arguments: [String]

    /// Runs to the end. The process is in a group of its own: signals from the terminal do not reach it.
    ///
    /// - Parameters:
    ///   - started: called with the process number.
    ///   - line: called with every line of standard error, from another thread.
    func run(started: (Int32) -> Void, line: @escaping @Sendable (String) -> Void) -> Outcome {
        let process = Process()
        // Not the path: the file may have been replaced since this process started.
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe(), errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
        } catch {
            return Outcome(status: .internalFailure, output: "", crash: "cannot be started: \(error.localizedDescription)")
        }
        started(process.processIdentifier)
        let errorHandle = errors.fileHandleForReading
        let reader = LineReader(line: line)
        let finished = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while case let data = errorHandle.availableData, !data.isEmpty { reader.take(data) }
            reader.end()
            finished.signal()
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        finished.wait()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        if process.terminationReason == .uncaughtSignal {
            return Outcome(status: .internalFailure, output: text, crash: "crashed with signal \(process.terminationStatus)")
        }
        guard let status = ExitStatus(rawValue: process.terminationStatus) else {
            return Outcome(
                status: .internalFailure, output: text, crash: "ended with exit code \(process.terminationStatus)")
        }
        return Outcome(status: status, output: text, crash: nil)
    }
}

/// Bytes cut into lines.
private final class LineReader: Sendable {
    private let rest = Mutex<[UInt8]>([])
    private let line: @Sendable (String) -> Void

    init(line: @escaping @Sendable (String) -> Void) { self.line = line }

    func take(_ data: Data) {
        let lines = rest.withLock { rest -> [[UInt8]] in
            rest += data
            var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
            rest = lines.popLast() ?? []
            return lines
        }
        for bytes in lines { line(String(decoding: bytes, as: UTF8.self)) }
    }

    func end() {
        let last = rest.withLock { $0 }
        if !last.isEmpty { line(String(decoding: last, as: UTF8.self)) }
    }
}
