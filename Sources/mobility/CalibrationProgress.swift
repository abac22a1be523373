import MobilityCalibration
import MobilityReport

/// How far a fit is: one redrawn line on a terminal; in a pipe a line at most every two seconds, none for what is done at once.
final class CalibrationProgress {
    private let console: Console
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init(console: Console) {
        self.console = console
        last = clock.now
    }

    func update(_ progress: Calibration.Progress) {
        let line = "calibrate: fitting \(progress.step.rawValue), step \(progress.number) of \(progress.of), "
            + Figures.counted(progress.cohorts, "cohort", "cohorts")
        if console.isTerminal { return console.show { line } }
        guard clock.now - last >= .seconds(2) else { return }
        last = clock.now
        console.write(line)
    }

    func end() { console.clear() }
}
