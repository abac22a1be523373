import Foundation
import Synchronization

/// Standard output and error, written unbuffered; once the reader of one has gone, what is written to it is dropped.
enum StandardStreams {
    /// The number of the error that kept results from standard output; 0 where there was none. A reader that has gone
    /// has seen enough and is none.
    private static let outputError = Atomic<Int32>(0)

    /// Why results did not all reach standard output, in words; `nil` where they did.
    static var outputProblem: String? {
        let number = outputError.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : "standard output: " + String(cString: strerror(number)).lowercased()
    }

    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    static func writeOutput(_ text: String) {
        let problem = write(text, to: STDOUT_FILENO)
        if problem != 0, problem != EPIPE { outputError.store(problem, ordering: .sequentiallyConsistent) }
    }
    static func writeError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Of the terminal on standard error; 80 where it does not say.
    static var errorColumns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// - Returns: the number of the error that ended it, or 0.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
