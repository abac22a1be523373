import Synchronization

/// How far work is: one redrawn line on a terminal, a line every so often in a pipe.
final class PacedLine: Sendable {
    private let console: Console
    private let pause: Duration
    /// When a pipe was last written to; `nil` where it may be at once.
    private let last: Mutex<ContinuousClock.Instant?>

    /// - Parameter beginsAtOnce: whether a pipe gets the first line; otherwise what is done within one pause tells nothing.
    init(_ console: Console, every pause: Duration, beginsAtOnce: Bool) {
        self.console = console
        self.pause = pause
        last = Mutex(beginsAtOnce ? nil : ContinuousClock.now)
    }

    func show(_ line: String) {
        if console.isTerminal { return console.show { line } }
        let isDue = last.withLock { last in
            let now = ContinuousClock.now
            if let before = last, now - before < pause { return false }
            last = now
            return true
        }
        if isDue { console.write(line) }
    }
}
