import Distributions
import Foundation
import MobilityModel

/// A beta-binomial regression: the log-odds of a cohort's mean chance are `a + sum of b_j x_j`, the scatter is that of all.
///
/// Priors `a ~ Normal(0, 5)` and `b_j ~ Normal(0, 1.4)`, under which 90% of odds ratios lie between 1/10 and 10: weak where there are
/// data, and finite where a value separates success from failure altogether. For each scatter of a grid, the maximum and the
/// curvature there (observed information) make a normal of `a` and `b`, and Laplace's method their evidence, as in restricted maximum
/// likelihood; times the prior `Beta(1, 9)` of the relative scatter it weighs them. What is given are the mean and the deviation of
/// that mixture: the likeliest scatter alone would be too small where cohorts are few, and so would the intervals.
struct EffectFit: Sendable {
    struct Coefficient: Sendable {
        var column: EffectModel.Column
        /// Logarithm of the odds ratio.
        var value: Double
        var deviation: Double
    }

    static let interceptDeviation = 5.0
    static let effectDeviation = log(10) / NormalDistribution.ninetyFifth

    /// Log-odds where every covariate has its reference value.
    private(set) var intercept: Double
    private(set) var interceptDeviation: Double
    private(set) var coefficients: [Coefficient]
    private(set) var spread: Double
    private(set) var basis: ScatterFit.Basis

    /// What the likelihood makes of it at one scatter, its logarithm, and the prior's weight of that scatter among others.
    private struct Point {
        var spread: Double
        var values: [Double]
        var variances: [Double]
        var logWeight: Double
    }

    /// `nil` where the fit does not come to an end.
    init?(_ model: EffectModel) {
        let design = Design(model)
        let tells = ScatterFit.tellsScatter(model.observations) && model.observations.count > model.columns.count + 1
        // One scatter for all cohorts: what the relative one comes to at the rate of them all. From 1e-6 to 0.9.
        let pooled = design.pooledRate
        var points: [Point] = []
        for logit in (0..<14).map({ -13.8 + Double($0) * 1.23 }) {
            let relative = Logit.inverse(logit), spread = BetaBinomial.spread(relative, at: pooled)
            guard let best = design.best(s: spread, from: points.last?.values),
                let matrix = SymmetricMatrix(design.information(best.x, s: spread))
            else { continue }
            // In log-odds the density of the prior has a further r (1 - r). Where the cohorts cannot tell, it stands alone.
            let evidence = tells ? -best.value - 0.5 * matrix.logDeterminant : 0
            points.append(
                Point(spread: spread, values: best.x, variances: matrix.inverseDiagonal, logWeight: evidence + 9 * log1p(-relative) + log(relative)))
        }
        guard let top = points.map(\.logWeight).max(), top.isFinite else { return nil }
        let weights = points.map { exp($0.logWeight - top) }, mass = weights.reduce(0, +)
        func expectation(_ value: (Point) -> Double) -> Double { zip(points, weights).reduce(0) { $0 + value($1.0) * $1.1 } / mass }
        func moments(_ index: Int) -> (mean: Double, deviation: Double) {
            let mean = expectation { $0.values[index] }
            return (mean, max(0, expectation { $0.variances[index] + $0.values[index] * $0.values[index] } - mean * mean).squareRoot())
        }
        (intercept, interceptDeviation) = moments(0)
        coefficients = model.columns.indices.map {
            let (value, deviation) = moments($0 + 1)
            return Coefficient(column: model.columns[$0], value: value, deviation: deviation)
        }
        spread = expectation(\.spread)
        basis = tells ? .fitted : .assumed
    }

    /// The function to be minimised, and its derivatives.
    private struct Design {
        /// Cohorts alike in what is told of them, together.
        let rows: [(x: [Double], counts: PooledCounts)]
        let count: Int
        /// Of all cohorts together. Never 0 nor 1.
        let pooledRate: Double

        init(_ model: EffectModel) {
            let alike = Dictionary(grouping: model.observations, by: model.row)
            rows = alike.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, PooledCounts($0.value)) }
            pooledRate = model.observations.reduce(0.5) { $0 + $1.successes } / model.observations.reduce(1) { $0 + $1.trials }
            count = model.columns.count + 1
        }

        private func deviation(_ index: Int) -> Double { index == 0 ? EffectFit.interceptDeviation : EffectFit.effectDeviation }
        private func chance(_ x: [Double], _ at: [Double]) -> Double {
            let logit = zip(x, at).reduce(0) { $0 + $1.0 * $1.1 }
            return Logit.inverse(max(-35, min(35, logit)))
        }

        func value(_ at: [Double], s: Double) -> Double {
            let prior = at.enumerated().reduce(0) { $0 + pow($1.element / deviation($1.offset), 2) / 2 }
            return rows.reduce(prior) { $0 - BetaBinomial.logLikelihood($1.counts, p: chance($1.x, at), s: s) }
        }

        func gradient(_ at: [Double], s: Double) -> [Double] {
            var result = at.enumerated().map { $0.element / pow(deviation($0.offset), 2) }
            for row in rows {
                let slope = BetaBinomial.slope(row.counts, p: chance(row.x, at), s: s)
                for index in 0..<count { result[index] -= slope * row.x[index] }
            }
            return result
        }

        func best(s: Double, from start: [Double]?) -> Minimisation.Point? {
            let start = start ?? [Logit.of(pooledRate)] + [Double](repeating: 0, count: count - 1)
            return Minimisation.smooth(from: start, function: { value($0, s: s) }, gradient: { gradient($0, s: s) })
        }

        /// Second derivatives, by central differences of the gradient.
        func information(_ at: [Double], s: Double) -> [[Double]] {
            let width = 1e-4
            var rows = at.indices.map { index in
                var up = at, down = at
                up[index] += width
                down[index] -= width
                return zip(gradient(up, s: s), gradient(down, s: s)).map { ($0 - $1) / (2 * width) }
            }
            for i in rows.indices { for j in 0..<i { rows[i][j] = (rows[i][j] + rows[j][i]) / 2; rows[j][i] = rows[i][j] } }
            return rows
        }
    }
}
