import MobilityCalibration
import MobilityReport

/// How far a fit is; a pipe is told nothing of what is done at once.
final class CalibrationProgress {
    private let console: Console
    private let line: PacedLine

    init(console: Console) {
        self.console = console
        line = PacedLine(console, every: .seconds(2), beginsAtOnce: false)
    }

    func update(_ progress: Calibration.Progress) {
        line.show("calibrate: fitting \(progress.step.rawValue), step \(progress.number) of \(progress.of), "
            + Figures.counted(progress.cohorts, "cohort", "cohorts"))
    }

    func end() { console.clear() }
}
