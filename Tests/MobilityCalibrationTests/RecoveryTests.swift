import Foundation
import MobilityModel
import Testing

@testable import MobilityCalibration

/// Fits find the truth that cohorts were drawn from, as often as their intervals say.
@Suite struct RecoveryTests {
    @Test(arguments: [(p: 0.7, s: 0.1, cohorts: 10, size: 40), (p: 0.92, s: 0.02, cohorts: 8, size: 60), (p: 0.5, s: 0.0, cohorts: 6, size: 30)])
    func intervalsCoverTheRate(truth: (p: Double, s: Double, cohorts: Int, size: Int)) {
        var random = SimulatedCohorts(seed: 20_260_101)
        let draws = 120
        var covered = 0, spreads = 0.0, rates = 0.0
        for _ in 0..<draws {
            let cohorts = (0..<truth.cohorts).map {
                Cohort.returns("c\($0)", random.betaBinomial(truth.size, p: truth.p, s: truth.s), of: truth.size)
            }
            guard let fit = Calibration(cohorts: cohorts).steps.first(where: { $0.step == .returnedOnTime }) else { continue }
            if fit.low <= truth.p, truth.p <= fit.high { covered += 1 }
            spreads += fit.spread
            rates += fit.rate
        }
        // 90%, give or take four standard errors (11 points). Where there is no scatter, intervals that allow for some are wide.
        let share = Double(covered) / Double(draws)
        #expect(share >= 0.79 && (share <= 0.99 || truth.s < 0.05))
        #expect(abs(rates / Double(draws) - truth.p) < 0.02)
        // Beforehand cohorts are thought to differ; a few small ones that do not cannot quite talk it out of that.
        #expect(abs(spreads / Double(draws) - truth.s) < 0.045)
    }

    /// Cohorts that no fit has read lie in the intervals of those that were: nine in ten, give or take four standard errors.
    @Test(arguments: [(p: 0.75, s: 0.1), (p: 0.1, s: 0.1), (p: 0.6, s: 0.0)])
    func newCohortsLieInTheirIntervals(truth: (p: Double, s: Double)) {
        var random = SimulatedCohorts(seed: 41)
        let draws = 120
        var inside = 0
        for _ in 0..<draws {
            let cohorts = (0..<10).map { Cohort.returns("c\($0)", random.betaBinomial(60, p: truth.p, s: truth.s), of: 60) }
            guard let fit = Calibration(cohorts: cohorts).steps.first(where: { $0.step == .returnedOnTime }) else { continue }
            let predictive = CohortPredictive(rate: fit.rate, n: fit.n, spread: fit.spread)
            let unseen = random.betaBinomial(60, p: truth.p, s: truth.s)
            let counts = predictive.counts(of: 60)
            if counts.quantile(0.05) <= unseen, unseen <= counts.quantile(0.95) { inside += 1 }
        }
        let share = Double(inside) / Double(draws)
        #expect(share >= 0.79, "\(truth): \(share)")
        // A width that holds everything tells nothing.
        #expect(share < 1 || truth.s == 0, "\(truth): \(share)")
    }

    @Test func intervalsCoverAnOddsRatio() {
        var random = SimulatedCohorts(seed: 7)
        let truth = log(2.5), draws = 80
        var covered = 0, sum = 0.0
        for _ in 0..<draws {
            let cohorts = (0..<16).map { index in
                let isReturning = index % 2 == 1
                let p = 1 / (1 + exp(-(0.4 + (isReturning ? truth : 0))))
                return Cohort.returns(
                    "c\(index)", random.betaBinomial(50, p: p, s: 0.03), of: 50,
                    covariates: [.returning: isReturning ? "true" : "false"])
            }
            let calibration = Calibration(cohorts: cohorts, options: CalibrationOptions(effects: [.returning]))
            guard let fit = calibration.steps.first, let shift = fit.shifts.first else { continue }
            // The reference may be either value: alike sizes.
            let sign = shift.value == "true" ? 1.0 : -1.0
            if log(shift.low) <= sign * truth, sign * truth <= log(shift.high) { covered += 1 }
            sum += sign * log(shift.oddsRatio)
        }
        let share = Double(covered) / Double(draws)
        #expect(share >= 0.77)
        #expect(abs(sum / Double(draws) - truth) < 0.1)
    }

    @Test func aCensoredDelayIsFound() throws {
        var random = SimulatedCohorts(seed: 3)
        let cohorts = (0..<8).map { cohort -> [DelayObservation] in
            let days = (0..<300).map { _ in exp(log(60) + 0.6 * random.normal()) }
            return [30, 60, 120].map { day in
                let done = days.count { $0 <= Double(day) }
                return DelayObservation(
                    cohort: "c\(cohort)", kind: .visa, days: day, done: done, open: days.count - done, source: "made up")
            }
        }
        let result = try #require(Calibration(cohorts: [], delays: cohorts.flatMap(\.self)).delays.first)
        #expect(abs(result.delay.medianDays - 60) < 4)
        #expect(abs(result.delay.logSD - 0.6) < 0.05)
        #expect(try #require(result.delay.n) <= 2400)
    }
}
