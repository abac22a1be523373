import MobilityReport
import MobilitySimulation

/// How far a projection is.
final class SimulationProgress: Sendable {
    private let name: String
    private let isShown: Bool
    private let line: PacedLine

    init(name: String, console: Console, isShown: Bool) {
        self.name = name; self.isShown = isShown
        line = PacedLine(console, every: .seconds(2), beginsAtOnce: true)
    }

    func update(_ progress: Simulator.Progress) {
        guard isShown else { return }
        line.show("\(name): replicate \(Figures.grouped(progress.done)) of \(Figures.grouped(progress.of))")
    }
}
