import Foundation
import Synchronization

/// Standard error: lines that stay, and on a terminal one line at the bottom that is redrawn.
///
/// Safe from several threads: a line is never broken by another.
final class Console: Sendable {
    private struct Status {
        var line = ""
        var drawn = ContinuousClock.now - .seconds(1)
    }

    let isTerminal: Bool
    private let status = Mutex(Status())

    init(isTerminal: Bool = StandardStreams.errorIsTerminal) { self.isTerminal = isTerminal }

    /// Writes a line that stays.
    func write(_ line: String) {
        status.withLock { status in
            if status.line.isEmpty {
                StandardStreams.writeError(line + "\n")
            } else {
                StandardStreams.writeError("\r\u{1B}[K" + line + "\n" + status.line)
            }
        }
    }

    /// Redraws the bottom line, at most ten times a second; later calls in between are dropped. Only on a terminal.
    func show(_ makeLine: () -> String) {
        guard isTerminal else { return }
        status.withLock { status in
            let now = ContinuousClock.now
            guard now - status.drawn >= .milliseconds(100) else { return }
            status.line = String(makeLine().prefix(max(1, StandardStreams.errorColumns - 1)))
            status.drawn = now
            StandardStreams.writeError("\r\u{1B}[K" + status.line)
        }
    }

    /// Takes the bottom line away.
    func clear() {
        status.withLock { status in
            guard !status.line.isEmpty else { return }
            status.line = ""
            StandardStreams.writeError("\r\u{1B}[K")
        }
    }
}
