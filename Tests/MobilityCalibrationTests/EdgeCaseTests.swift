import CGSL
import Foundation
import MobilityModel
import Testing

@testable import MobilityCalibration

/// What the counts cannot tell is said, and no count makes a number that is none.
@Suite struct EdgeCaseTests {
    private func fit(_ counts: [(Int, Int)]) throws -> StepFit {
        let cohorts = counts.enumerated().map { Cohort.returns("c\($0.offset)", $0.element.0, of: $0.element.1) }
        return try #require(Calibration(cohorts: cohorts).steps.first { $0.step == .returnedOnTime })
    }

    @Test func zeroSuccesses() throws {
        let fit = try fit([(0, 30), (0, 20), (0, 25)])
        #expect(fit.rate == 0)
        // Rare things differ by factors: the scatter that is assumed at even odds shrinks with them.
        #expect(fit.isSpreadAssumed && fit.spread > 0 && fit.spread < ScatterFit.priorMean / 5)
        #expect(fit.n > 5 && fit.n < 76)
        #expect(fit.low < 1e-3 && fit.high < 0.2)
    }

    @Test func allSuccesses() throws {
        let fit = try fit([(30, 30), (20, 20)])
        #expect(fit.rate == 1)
        #expect(fit.isSpreadAssumed)
        #expect(fit.high > 0.999 && fit.low > 0.8)
    }

    @Test func oneCohortLeavesTheScatterUntold() throws {
        let fit = try fit([(24, 29)])
        let mean = (fit.rate * fit.n + 0.5) / (fit.n + 1)
        #expect(abs(mean - 24.5 / 30) < 0.04)
        #expect(fit.isSpreadAssumed)
        // Less than the people counted: others of this scheme would have had other chances.
        #expect(fit.n < 29 && fit.n > 3)
        #expect(fit.notes.contains { $0.contains("one cohort") })
        #expect(fit.source.contains("assumption: the spread"))
    }

    @Test func hugeCountsOfOneCohortAreNotCertainty() throws {
        let one = try fit([(560_000, 1_000_000)])
        #expect(one.n < 25 && one.spread > 0.05)
        let three = try fit([(900_000, 1_000_000), (905_000, 1_000_000), (895_000, 1_000_000)])
        #expect(abs((three.rate * three.n + 0.5) / (three.n + 1) - 0.9) < 5e-3)
        #expect(three.spread > 0 && three.spread < 0.01)
        #expect(three.low < 0.9 && three.high > 0.9)
    }

    @Test func tinyCounts() throws {
        for counts in [[(1, 1)], [(0, 1)], [(0, 1), (1, 1)], [(1, 2), (0, 1)], [(1, 2), (1, 2), (0, 2)]] {
            let fit = try fit(counts)
            #expect(fit.rate >= 0 && fit.rate <= 1 && fit.n >= 0 && fit.n.isFinite && fit.spread >= 0 && fit.spread < 1)
            #expect(fit.low <= fit.rate && fit.rate <= fit.high)
        }
    }

    @Test func alikeCohortsHaveHardlyAnyScatter() throws {
        let fit = try fit([(20, 40), (20, 40), (20, 40), (20, 40), (20, 40), (20, 40)])
        #expect(fit.spread < 0.02)
    }

    @Test func theStatedObservationsHaveTheMomentsAskedFor() {
        for rate in [0.0, 0.01, 0.5, 0.93, 1] {
            for n in [0.5, 12, 400, 1e6] {
                let a = rate * n + 0.5, b = (1 - rate) * n + 0.5
                let found = EffectiveObservations(logOddsMean: gsl_sf_psi(a) - gsl_sf_psi(b), variance: gsl_sf_psi_1(a) + gsl_sf_psi_1(b))
                #expect(abs(found.n / n - 1) < 1e-5 && abs(found.rate - rate) < 1e-5, "rate \(rate), n \(n): \(found)")
            }
        }
        // No such Beta is wider: the mean of the log-odds is kept.
        for mean in [-9.0, -3, 4] {
            let found = EffectiveObservations(logOddsMean: mean, variance: 30)
            let a = found.rate * found.n + 0.5, b = (1 - found.rate) * found.n + 0.5
            #expect(abs(gsl_sf_psi(a) - gsl_sf_psi(b) - mean) < 1e-6 && min(a, b) == 0.5, "\(mean): \(found)")
        }
        #expect(EffectiveObservations(logOddsMean: 0, variance: 30).n < 1e-9)
        #expect(EffectiveObservations(logOddsMean: -500, variance: 0).n <= EffectiveObservations.most)
    }

    /// Without scatter the posterior is Jeffreys' own, and the observations are the people.
    @Test func withoutScatterPeopleCountOneForOne() {
        let row = StepObservation(cohort: "a", successes: 24, trials: 29, covariates: [:], source: "", flag: "")
        let posterior = RatePosterior(PooledCounts([row]), relative: 0)
        let worth = EffectiveObservations(logOddsMean: posterior.mean, variance: posterior.variance)
        #expect(abs(worth.n - 29) < 1e-3 && abs(worth.rate - 24.0 / 29) < 1e-6)
    }

    /// The fit against plain sums over both parameters, everything written out with factorials.
    @Test func thePosteriorIsThatOfPlainSums() throws {
        let counts = [(9, 20), (14, 20), (3, 15), (18, 25), (30, 40)]
        func logChance(_ p: Double, _ s: Double) -> Double {
            let a = p * (1 - s) / s, b = (1 - p) * (1 - s) / s
            return counts.reduce(0) { sum, count in
                let k = Double(count.0), n = Double(count.1)
                return sum + lgamma(k + a) + lgamma(n - k + b) - lgamma(n + a + b) - lgamma(a) - lgamma(b) + lgamma(a + b)
            }
        }
        // In arcsine Jeffreys' prior without scatter is flat; here it is the root of what the cohorts tell of the log-odds, over that.
        func prior(_ p: Double, _ relative: Double) -> Double {
            let w = p * (1 - p)
            return (counts.reduce(0) { $0 + Double($1.1) * w / (1 + 4 * relative * Double($1.1) * w) } / w).squareRoot()
        }
        let rates = (1..<500).map { pow(sin(.pi / 1000 * Double($0)), 2) }
        var mass = 0.0, sum = 0.0, squares = 0.0, relatives = 0.0
        for relative in (1..<900).map({ Double($0) / 1000 }) {
            let least = pow(1 - relative, 8) / rates.reduce(0) { $0 + prior($1, relative) }
            for p in rates {
                let weight = least * prior(p, relative) * exp(logChance(p, 4 * p * (1 - p) * relative) + 80)
                mass += weight
                sum += weight * log(p / (1 - p))
                squares += weight * pow(log(p / (1 - p)), 2)
                relatives += weight * relative
            }
        }
        let mean = sum / mass, variance = squares / mass - mean * mean
        let fit = try fit(counts)
        let a = fit.rate * fit.n + 0.5, b = (1 - fit.rate) * fit.n + 0.5, p = a / (a + b)
        #expect(abs(gsl_sf_psi(a) - gsl_sf_psi(b) - mean) < 0.01, "\(mean)")
        #expect(abs((gsl_sf_psi_1(a) + gsl_sf_psi_1(b)) / variance - 1) < 0.03, "\(variance)")
        #expect(abs(fit.spread - 4 * p * (1 - p) * relatives / mass) < 0.002, "\(fit.spread)")
    }

    @Test func separationGivesFiniteOddsRatios() throws {
        let cohorts = [
            Cohort.returns("a", 0, of: 20, covariates: [.sex: "M"]), Cohort.returns("b", 0, of: 20, covariates: [.sex: "M"]),
            Cohort.returns("c", 30, of: 30, covariates: [.sex: "F"]), Cohort.returns("d", 30, of: 30, covariates: [.sex: "F"]),
        ]
        let fit = try #require(Calibration(cohorts: cohorts, options: CalibrationOptions(effects: [.sex])).steps.first { $0.step == .returnedOnTime })
        let shift = try #require(fit.shifts.first)
        #expect(shift.value == "M" && shift.oddsRatio < 0.1)
        #expect(shift.low > 0 && shift.high.isFinite && shift.low < shift.oddsRatio && shift.oddsRatio < shift.high)
        #expect(fit.rate > 0.5 && fit.rate <= 1)
    }

    @Test func theOrderOfTheRowsDecidesNothing() {
        let cohorts = (0..<7).map { Cohort.returns("c\($0)", 10 + 3 * $0, of: 40, covariates: [.origin: $0 % 2 == 0 ? "ML" : "SN"]) }
        let options = CalibrationOptions(effects: [.origin])
        #expect(Calibration(cohorts: cohorts, options: options).yaml == Calibration(cohorts: cohorts.reversed(), options: options).yaml)
    }

    /// Values of too few people, and cohorts without the covariate, take no part, and nothing is predicted for them.
    @Test func rareValuesTakeNoPart() throws {
        var cohorts = (0..<6).map { Cohort.returns("c\($0)", 30 - $0, of: 40, covariates: [.origin: $0 % 2 == 0 ? "ML" : "SN"]) }
        cohorts += [Cohort.returns("rare", 3, of: 4, covariates: [.origin: "MA"]), Cohort.returns("unknown", 30, of: 40)]
        let calibration = Calibration(cohorts: cohorts, options: CalibrationOptions(effects: [.origin]))
        let fit = try #require(calibration.steps.first { $0.step == .returnedOnTime })
        #expect(fit.cohorts == 6 && fit.shifts.map(\.value) == ["SN"] && fit.references == [.origin: "ML"])
        #expect(!calibration.checks.contains { $0.step == .returnedOnTime && ["rare", "unknown"].contains($0.cohort) })
        #expect(fit.notes.contains { $0.contains("2 cohorts without origin") })
    }

    @Test func leversAreRemarksAndNoEffects() {
        let cohorts = (0..<6).map { Cohort.returns("c\($0)", $0 % 2 == 0 ? 30 : 36, of: 40, covariates: [.followUp: $0 % 2 == 0 ? "false" : "true"]) }
        let calibration = Calibration(cohorts: cohorts, options: CalibrationOptions(effects: [.followUp]))
        #expect(calibration.behaviour.effects.isEmpty)
        #expect(calibration.yaml.contains("# lever follow_up "))
    }
}
