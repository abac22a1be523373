import Synchronization

/// Whether the work should end: the user's wish, or the time limit.
final class Interruption {
    private let shouldStop: () -> Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let limit: Duration?
    private let isOver = Mutex(false)

    init(timeLimit: Double?, shouldStop: @escaping () -> Bool) {
        self.shouldStop = shouldStop
        start = clock.now
        limit = timeLimit.map { .seconds(min(max(0, $0), 1e9)) }
    }

    /// Once true, always true.
    var hasCome: Bool {
        isOver.withLock { isOver in
            if !isOver { isOver = shouldStop() || limit.map { clock.now - start >= $0 } ?? false }
            return isOver
        }
    }

    /// Whether half of the time limit is over: a search whose result is to be worked on ends then.
    var isHalfOver: Bool { limit.map { clock.now - start >= $0 / 2 } ?? false }

    /// Seconds since the start.
    var elapsed: Double {
        let parts = (clock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}
