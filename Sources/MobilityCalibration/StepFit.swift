import Distributions
import Foundation
import MobilityModel

/// A step as fitted, in the numbers that are written down.
public struct StepFit: Sendable {
    /// The shift of one value of a covariate against its reference value.
    public struct Shift: Sendable {
        public var covariate: Covariate
        public var value: String
        public var oddsRatio: Double
        /// 90% interval.
        public var low: Double
        public var high: Double
    }

    public var step: BehaviourStep
    /// 0...1; with shifts, of people with the reference values.
    public var rate: Double
    /// Observations that it is worth (see `EffectiveObservations`).
    public var n: Double
    /// 0..<1.
    public var spread: Double
    public var isSpreadAssumed: Bool
    /// 90% interval of the rate.
    public var low: Double
    public var high: Double
    public var cohorts: Int
    /// Counted in all cohorts.
    public var successes: Double
    public var trials: Double
    public var references: [Covariate: String]
    public var shifts: [Shift]
    /// What was decided, in words.
    public var notes: [String]
    /// Which cohorts it comes from, with their sources.
    public var source: String
    /// The cohorts that took part.
    private var taken: Set<Cohort.ID>

    var chance: Chance { Chance(rate: rate, n: n, spread: spread, source: source) }

    init?(_ step: BehaviourStep, _ observations: [StepObservation], covariates: [Covariate], notes: [String]) {
        let model = EffectModel(observations, covariates)
        var used = observations
        self.step = step
        self.notes = notes
        references = [:]
        shifts = []
        let isTold = observations.contains { $0.successes > 0 } && observations.contains { $0.successes < $0.trials }
        if !model.columns.isEmpty, isTold, let fit = EffectFit(model) {
            used = model.observations
            let worth = EffectiveObservations(logOddsMean: fit.intercept, variance: fit.interceptDeviation * fit.interceptDeviation)
            (rate, n) = (worth.rate, worth.n)
            spread = fit.spread
            isSpreadAssumed = fit.basis == .assumed
            references = model.references
            shifts = fit.coefficients.map {
                let width = NormalDistribution.ninetyFifth * $0.deviation
                return Shift(
                    covariate: $0.column.covariate, value: $0.column.value, oddsRatio: Rounding.significant(exp($0.value), 4),
                    low: Rounding.significant(exp($0.value - width), 4), high: Rounding.significant(exp($0.value + width), 4))
            }
            self.notes += model.notes
        } else {
            if !model.columns.isEmpty {
                self.notes.append(isTold ? "the effects could not be fitted; left out" : "all went the same way, so nothing tells of effects")
            }
            let fit = ScatterFit(observations)
            (rate, n) = (fit.worth.rate, fit.worth.n)
            spread = fit.spread
            isSpreadAssumed = fit.basis == .assumed
        }
        guard rate.isFinite, n.isFinite else { return nil }
        rate = Rounding.rate(rate)
        n = Rounding.significant(n, 4)
        spread = Rounding.rate(spread)
        // Of what never or always happened the posterior leaves out the rate itself: it belongs to the interval (Brown, Cai and
        // DasGupta 2001, section 4.1.2).
        low = min(rate, BetaDistribution.quantile(0.05, rate * n + 0.5, (1 - rate) * n + 0.5))
        high = max(rate, BetaDistribution.quantile(0.95, rate * n + 0.5, (1 - rate) * n + 0.5))
        cohorts = used.count
        taken = Set(used.map(\.cohort))
        successes = used.reduce(0) { $0 + $1.successes }
        trials = used.reduce(0) { $0 + $1.trials }
        if isSpreadAssumed {
            self.notes.append(
                (used.count == 1 ? "one cohort, so its scatter cannot be fitted" : "the cohorts cannot tell the scatter")
                    + ": what is assumed beforehand is taken, \(ScatterFit.priorMean) at even odds in the mean")
        }
        source = Sources.text(used, isSpreadAssumed: isSpreadAssumed)
    }

    /// What it predicts for the cohorts it was fitted to.
    func checks(_ observations: [StepObservation]) -> [PredictiveCheck] {
        predictions(observations.filter { taken.contains($0.cohort) })
    }

    /// What it predicts for any cohorts.
    func predictions(_ observations: [StepObservation]) -> [PredictiveCheck] {
        // Cohorts are many where their sizes are few, and one size is one distribution.
        struct Size: Hashable {
            var shift: Double
            var trials: Int
        }
        var predictives: [Double: CohortPredictive] = [:]
        var sizes: [Size: (low: Int, high: Int, counts: PredictedCounts)] = [:]
        return observations.map { row in
            let shift = shifts.filter { row.covariates[$0.covariate] == $0.value }.reduce(0) { $0 + log($1.oddsRatio) }
            let predictive = predictives[shift] ?? CohortPredictive(rate: rate, n: n, spread: spread, shift: shift)
            predictives[shift] = predictive
            let trials = Int(row.trials.rounded()), observed = Int(row.successes)
            let size = Size(shift: shift, trials: trials)
            let found = sizes[size] ?? {
                let counts = predictive.counts(of: trials)
                return (counts.quantile(0.05), counts.quantile(0.95), counts)
            }()
            // Tables of large cohorts are not kept.
            if trials <= Self.mostKept { sizes[size] = found }
            return PredictiveCheck(
                cohort: row.cohort, step: step, trials: trials, observed: observed,
                mean: predictive.meanChance * Double(trials), low: found.low, high: found.high,
                tailProbability: found.counts.tailProbability(observed))
        }
    }

    /// People of a cohort.
    private static let mostKept = 2000
}
