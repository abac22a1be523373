import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: asked for once, the work ends with the best it has; asked for twice, it ends at once.
enum Interruption {
    private static let requests = Atomic<Int>(0)

    /// How often the user has asked.
    static var count: Int { requests.load(ordering: .relaxed) }

    /// - Parameter endsAtOnce: whether the system ends the process on the second signal; otherwise the caller looks at
    ///   `count` and does.
    static func listen(endsAtOnce: Bool) {
        // Made before any signal can arrive, since a handler may not do it.
        _ = requests.load(ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in _ = Interruption.requests.wrappingAdd(1, ordering: .relaxed) }
        // The handler is gone after the first signal, so that the second has its usual effect.
        action.sa_flags = endsAtOnce ? Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART : SA_RESTART
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
        // Whoever started this process may have left them blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Ends the process as if nobody had listened.
    static func endNow() -> Never {
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
        Foundation.exit(130)
    }
}
