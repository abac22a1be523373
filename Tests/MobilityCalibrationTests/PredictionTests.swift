import CGSL
import Distributions
import Foundation
import MobilityModel
import Testing

@testable import MobilityCalibration

/// Predicted counts against closed forms and against plain drawing.
@Suite struct PredictionTests {
    @Test func risingFactorialsAgreeOnBothSidesOfTheSeries() {
        for a in [0.3, 5, 29.9, 30, 31, 1e3, 1e5] {
            for k in [1.0, 7, 1000] {
                let exact = lgamma(a + k) - lgamma(a)
                #expect(abs(NumericalLibrary.logRising(a, k) - exact) < 1e-8 * max(1, abs(exact)), "\(a) \(k)")
                let width = 1e-4 * a
                let slope = (NumericalLibrary.logRising(a + width, k) - NumericalLibrary.logRising(a - width, k)) / (2 * width)
                #expect(abs(NumericalLibrary.digammaRise(a, k) / slope - 1) < 1e-5, "\(a) \(k)")
            }
        }
    }

    private func row(_ successes: Double, of trials: Double) -> StepObservation {
        StepObservation(cohort: "a", successes: successes, trials: trials, covariates: [:], source: "", flag: "")
    }

    @Test func theSlopeIsTheDerivative() {
        let counts = PooledCounts([row(13, of: 40), row(13, of: 40), row(0, of: 7), row(9, of: 9)])
        for s in [0, 1e-9, 1e-3, 0.3] {
            for p in [0.01, 0.5, 0.97] {
                let x = log(p / (1 - p)), width = 1e-5
                func value(_ x: Double) -> Double { BetaBinomial.logLikelihood(counts, p: 1 / (1 + exp(-x)), s: s) }
                let slope = (value(x + width) - value(x - width)) / (2 * width)
                #expect(abs(BetaBinomial.slope(counts, p: p, s: s) - slope) < 1e-4 * max(1, abs(slope)), "s \(s), p \(p)")
            }
        }
    }

    /// Cohorts put together are as likely as one by one, each with factorials written out.
    @Test func pooledCohortsAreAsLikelyAsOneByOne() {
        let rows = [row(3, of: 10), row(3, of: 12), row(0, of: 5), row(5, of: 5), row(3, of: 10), row(7, of: 10)]
        for (p, s) in [(0.3, 0.05), (0.8, 0.4), (0.5, 0)] {
            let a = p * (1 - s) / s, b = (1 - p) * (1 - s) / s
            let single = rows.reduce(0.0) { sum, row in
                let k = row.successes, n = row.trials
                if s == 0 { return sum + k * log(p) + (n - k) * log(1 - p) }
                return sum + lgamma(k + a) + lgamma(n - k + b) - lgamma(n + a + b) - lgamma(a) - lgamma(b) + lgamma(a + b)
            }
            let pooled = BetaBinomial.logLikelihood(PooledCounts(rows), p: p, s: s)
            #expect(abs(pooled - single) < 1e-8, "\(p), \(s): \(pooled), not \(single)")
        }
    }

    /// The sums outwards from the likeliest count are the library's, from one person to a large cohort.
    @Test(arguments: [1, 2, 37, 400, 60_000])
    func countsAreBinomial(people: Int) {
        let chances = [0, 1e-12, 0.004, 0.3, 0.97, 1]
        let counts = PredictedCounts(chances: chances, people: people)
        for share in [0.0, 0.01, 0.29, 0.3, 0.31, 0.97, 1] {
            let count = Int(share * Double(people))
            let exact = chances.reduce(0.0) { sum, p in
                sum + (p == 0 ? 1 : p == 1 ? (count == people ? 1 : 0) : gsl_cdf_binomial_P(UInt32(count), p, UInt32(people)))
            } / Double(chances.count)
            #expect(abs(counts.cumulative(count) - exact) < 1e-9, "\(count) of \(people)")
        }
        #expect(counts.cumulative(-1) == 0 && counts.cumulative(people) == 1 && PredictedCounts(chances: [0.5], people: 0).quantile(0.5) == 0)
    }

    /// Too many to count one by one: where nobody or everybody is sure, and where nearly.
    @Test func ofVeryManyTheCertainIsCertain() {
        for people in [500_001, 3_000_000] {
            let never = PredictedCounts(chances: [0, 0, 1e-300], people: people), always = PredictedCounts(chances: [1, 1 - 1e-16], people: people)
            #expect(never.quantile(0.05) == 0 && never.quantile(0.95) == 0 && never.cumulative(0) == 1, "\(people)")
            #expect(always.quantile(0.05) == people && always.quantile(0.95) == people, "\(people)")
            #expect(abs(PredictedCounts(chances: [1 - 1e-6], people: people).cumulative(people - 1) - (1 - exp(-Double(people) * 1e-6))) < 1e-6)
        }
    }

    @Test func aKnownChanceIsABinomial() {
        let predictive = CohortPredictive(rate: 0.5, n: nil, spread: 0)
        #expect(abs(predictive.counts(of: 3).cumulative(1) - 0.5) < 1e-12)
        #expect(predictive.counts(of: 10).quantile(0.05) == 2)
        #expect(predictive.counts(of: 10).quantile(0.95) == 8)
        // Five of ten is the middle.
        #expect(abs(predictive.counts(of: 10).tailProbability(5) - 1) < 1e-12)
    }

    @Test func thePredictiveAgreesWithDrawing() {
        var random = SimulatedCohorts(seed: 11)
        let (rate, n, s, people) = (0.8, 30.0, 0.1, 40)
        let predictive = CohortPredictive(rate: rate, n: n, spread: s)
        let draws = 20_000
        let counts = (0..<draws).map { _ in
            random.betaBinomial(people, p: random.beta(rate * n + 0.5, (1 - rate) * n + 0.5), s: s)
        }
        for count in [20, 28, 32, 36, 39] {
            let share = Double(counts.count { $0 <= count }) / Double(draws)
            #expect(abs(predictive.counts(of: people).cumulative(count) - share) < 0.015, "\(count)")
        }
    }

    @Test func shapesNearNothingHaveQuantiles() {
        for p in [0.0, 1e-6, 0.5, 1] {
            let predictive = CohortPredictive(rate: p, n: 20, spread: 0.6)
            #expect(predictive.meanChance >= 0 && predictive.meanChance <= 1)
            #expect(predictive.counts(of: 1_000_000).quantile(0.95) <= 1_000_000)
        }
    }

    private let chances: [BehaviourStep: Chance] = [
        .authorised: Chance(rate: 0.6, n: 50, spread: 0.05), .visaGranted: Chance(rate: 0.5, n: 40), .arrivedInTime: Chance(rate: 0.4),
        .extended: Chance(rate: 0.1), .overstayed: Chance(rate: 0.05), .lawfulExit: Chance(rate: 0.05),
    ]

    private func figure(_ count: CohortCount, _ base: CohortCount, people: Int? = 1000, share: Double = 0.12) -> EvidenceFigure {
        EvidenceFigure(id: "f", regime: "r", count: count, base: base, people: people, share: share, source: "made up")
    }

    @Test func theMeanIsTheProductOfTheMeans() throws {
        let prediction = try #require(FigurePrediction.predict(figure(.departed, .planned), chances: chances, replicates: 40_000, seed: 5))
        let product = (30.5 / 51) * (20.5 / 41) * 0.4
        #expect(abs(prediction.mean - product) < 0.002)
        #expect(prediction.low < product && product < prediction.high)
    }

    @Test func whatIsNotGivenComesHomeOnTime() throws {
        let prediction = try #require(
            FigurePrediction.predict(figure(.returnedOnTime, .departed, people: nil, share: 0.8), chances: chances, replicates: 500, seed: 5))
        #expect(abs(prediction.mean - 0.8) < 1e-12)
        #expect(abs(prediction.tailProbability - 1) < 1e-9)
    }

    @Test func oneSeedGivesOneAnswer() throws {
        let a = try #require(FigurePrediction.predict(figure(.departed, .planned), chances: chances, replicates: 300, seed: 5))
        let b = try #require(FigurePrediction.predict(figure(.departed, .planned), chances: chances, replicates: 300, seed: 5))
        let c = try #require(FigurePrediction.predict(figure(.departed, .planned), chances: chances, replicates: 300, seed: 6))
        #expect(a.mean == b.mean && a.low == b.low && a.high == b.high)
        #expect(a.mean != c.mean)
        #expect(FigurePrediction.predict(figure(.planned, .departed), chances: chances, replicates: 300, seed: 5) == nil)
    }

    @Test func oneDayTellsAMedianOnly() throws {
        let row = DelayObservation(cohort: "a", kind: .visa, days: 60, done: 50, open: 50, source: "made up")
        let fit = try DelayFit([row])
        #expect(fit.isLogSDAssumed && fit.logSD == DelayFit.defaultLogSD)
        #expect(abs(fit.medianDays - 60) < 0.01)
        #expect(throws: DelayFit.Refusal.nothingDone) {
            try DelayFit([DelayObservation(cohort: "a", kind: .visa, days: 60, done: 0, open: 50, source: "made up")])
        }
        // More done by day 30 in one year than by day 90 in another.
        #expect(throws: DelayFit.Refusal.contradiction) {
            try DelayFit([
                DelayObservation(cohort: "a", kind: .visa, days: 30, done: 90, open: 10, source: "made up"),
                DelayObservation(cohort: "b", kind: .visa, days: 90, done: 10, open: 90, source: "made up"),
            ])
        }
    }
}
