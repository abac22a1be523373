import MobilityReport
import MobilitySimulation
import Synchronization

/// How far a projection is: one redrawn line on a terminal, a line every two seconds in a pipe.
final class SimulationProgress: Sendable {
    private let name: String
    private let console: Console
    private let isShown: Bool
    /// `nil` before the first line.
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    init(name: String, console: Console, isShown: Bool) {
        self.name = name; self.console = console; self.isShown = isShown
    }

    func update(_ progress: Simulator.Progress) {
        guard isShown else { return }
        let line = "\(name): replicate \(Figures.grouped(progress.done)) of \(Figures.grouped(progress.of))"
        if console.isTerminal { return console.show { line } }
        let isDue = last.withLock { last in
            let now = ContinuousClock.now
            if let before = last, now - before < .seconds(2) { return false }
            last = now
            return true
        }
        if isDue { console.write(line) }
    }
}
