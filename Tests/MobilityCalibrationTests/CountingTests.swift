import MobilityModel
import Testing

@testable import MobilityCalibration

/// Which counts tell which step.
@Suite struct CountingTests {
    private func steps(_ counts: [CohortCount: Int], months: Int? = nil) -> [BehaviourStep: StepObservation] {
        StepCounts([Cohort(id: "c", counts: counts, stayMonths: months)]).observations.compactMapValues(\.first)
    }

    @Test func howFarAFitIsIsTold() {
        let rows = [
            Cohort(id: "a", counts: [.planned: 40, .authorised: 30, .departed: 20, .overstayed: 2]),
            Cohort(id: "b", counts: [.planned: 50, .authorised: 45]),
        ]
        var told: [Calibration.Progress] = []
        let calibration = Calibration(cohorts: rows, progress: { told.append($0) })
        #expect(told == [.init(step: .authorised, cohorts: 2, number: 1, of: 2), .init(step: .overstayed, cohorts: 1, number: 2, of: 2)])
        #expect(calibration.steps.map(\.step) == told.map(\.step))
    }

    @Test func aStepNeedsBothItsCounts() {
        let steps = steps([.planned: 100, .departed: 60])
        #expect(steps.isEmpty)
    }

    @Test func theWholeChain() {
        let steps = steps([
            .planned: 100, .authorised: 90, .applied: 80, .visas: 70, .departed: 60, .returnedEarly: 10, .returnedOnTime: 40, .extended: 5,
            .lawfulExit: 2, .overstayed: 3, .reapplied: 30, .projectsStarted: 8, .projectsAlive: 6,
        ], months: 6)
        func pair(_ step: BehaviourStep) -> [Double]? { steps[step].map { [$0.successes, $0.trials] } }
        #expect(pair(.authorised) == [90, 100])
        #expect(pair(.notWithdrawn) == [80, 90])
        #expect(pair(.visaGranted) == [70, 80])
        #expect(pair(.arrivedInTime) == [60, 70])
        // 60 people for six months, less the half of the other months of ten who left.
        #expect(pair(.earlyReturn) == [10, 335])
        #expect(pair(.returnedOnTime) == [40, 50])
        #expect(pair(.extended) == [5, 50])
        #expect(pair(.reapplied) == [30, 40])
        #expect(pair(.projectStarted) == [8, 40])
        #expect(pair(.projectAlive12m) == [6, 8])
    }

    @Test func visasStandForWithdrawalsOnlyWhereNobodyCountsApplications() {
        let a = Cohort(id: "a", counts: [.authorised: 100, .visas: 50])
        let b = Cohort(id: "b", counts: [.authorised: 100, .applied: 90, .visas: 60])
        let alone = StepCounts([a])
        #expect(alone.observations[.visaGranted]?.first?.trials == 100)
        #expect(alone.notes[.visaGranted]?.isEmpty == false)
        let both = StepCounts([a, b])
        #expect(both.observations[.visaGranted]?.map(\.cohort) == ["b"])
        #expect(both.notes[.visaGranted] == nil)
    }

    @Test func aFailedCourseIsNoWithdrawal() {
        #expect(steps([.authorised: 100, .enrolled: 100, .trained: 80, .applied: 80])[.notWithdrawn] == nil)
    }

    @Test func flaggedAndForeignRowsAreLeftOut() {
        let rows = [
            Cohort(id: "good", regime: "x", counts: [.planned: 10, .authorised: 5]),
            Cohort(id: "doubtful", regime: "x", flag: "two sources differ", counts: [.planned: 10, .authorised: 9]),
            Cohort(id: "foreign", regime: "y", counts: [.planned: 10, .authorised: 9]),
        ]
        let calibration = Calibration(cohorts: rows, options: CalibrationOptions(regime: "x"))
        #expect(calibration.cohorts == ["good"])
        #expect(calibration.notes.contains { $0.contains("doubtful left out, in doubt: two sources differ") })
        #expect(Calibration(cohorts: rows, options: CalibrationOptions(regime: "x", includesFlagged: true)).cohorts == ["doubtful", "good"])
    }

    /// No byte of the result depends on a row that is kept for validation.
    @Test func validationRowsAreNeverRead() {
        let fitted = (0..<4).map { Cohort.returns("c\($0)", 20 + $0, of: 40, covariates: [.sex: $0 < 2 ? "F" : "M"]) }
        let delay = DelayObservation(cohort: "d", kind: .visa, days: 30, done: 10, open: 10, source: "made up")
        func result(_ kept: [Cohort], _ delays: [DelayObservation]) -> String {
            let calibration = Calibration(cohorts: fitted + kept, delays: [delay] + delays, options: CalibrationOptions(effects: [.sex]))
            // Not the steps themselves: the sets that they hold have no order.
            let steps = calibration.steps.map { "\($0.step) \($0.low) \($0.high) \($0.successes) \($0.trials) \($0.notes)" }
            return calibration.yaml + "\(calibration.checks) \(calibration.notes) \(calibration.cohorts) \(steps)"
        }
        let without = result([], [])
        for returned in [0, 7, 29] {
            let row = Cohort(
                id: "pilot", use: .validation, flag: returned == 7 ? "odd" : "",
                counts: [.planned: 30, .applied: returned, .visas: returned, .departed: 29, .returnedOnTime: returned, .returnedEarly: 0],
                covariates: [.sex: "X"], source: "kept")
            let late = DelayObservation(cohort: "late", use: .validation, kind: .visa, days: 900, done: returned, open: 500, source: "kept")
            #expect(result([row], [late]) == without)
        }
    }
}
