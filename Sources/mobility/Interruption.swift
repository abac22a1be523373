import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: asked for once, the work ends with the best it has; asked for twice, it ends at once.
enum Interruption {
    private static let requests = Atomic<Int>(0)
    private static let systemEnds = Atomic<Bool>(false)

    /// How often the user has asked.
    static var count: Int { requests.load(ordering: .relaxed) }

    /// - Parameter endsAtOnce: whether the process ends on the second signal; otherwise the caller looks at `count` and does.
    static func listen(endsAtOnce: Bool) {
        // Both are made here, before any signal can arrive: a handler may not make anything.
        requests.store(0, ordering: .relaxed)
        systemEnds.store(endsAtOnce, ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interruption.hear($0) }
        action.sa_flags = SA_RESTART
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
        // Whoever started this process may have left them blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Only what may be done in a signal handler.
    private static func hear(_ number: Int32) {
        let before = requests.wrappingAdd(1, ordering: .relaxed).oldValue
        guard before > 0, systemEnds.load(ordering: .relaxed) else { return }
        signal(number, SIG_DFL)
        raise(number)
    }

    /// Ends the process as if nobody had listened.
    static func endNow() -> Never {
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
        Foundation.exit(130)
    }
}
