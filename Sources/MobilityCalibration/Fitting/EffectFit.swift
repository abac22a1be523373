import Foundation
import MobilityModel

/// A beta-binomial regression: the log-odds of a cohort's mean chance are `a + sum of b_j x_j`, the scatter is that of all.
///
/// Maximum of the likelihood times the priors `a ~ Normal(0, 5)` and `b_j ~ Normal(0, 1.4)`, under which 90% of odds ratios lie
/// between 1/10 and 10: weak where there are data, and finite where a value separates success from failure altogether.
/// Intervals are those of the curvature there (observed information). The scatter is the mean of its posterior with `a`
/// and `b` integrated out by Laplace's method, as in restricted maximum likelihood, times the prior `Beta(1, 9)` of the relative scatter: without it,
/// cohorts that all went one way each would rather be explained by scatter than by what tells them apart.
struct EffectFit: Sendable {
    struct Coefficient: Sendable {
        var column: EffectModel.Column
        /// Logarithm of the odds ratio.
        var value: Double
        var deviation: Double
    }

    static let interceptDeviation = 5.0
    static let effectDeviation = log(10) / 1.6448536269514722

    /// Log-odds where every covariate has its reference value.
    private(set) var intercept: Double
    private(set) var interceptDeviation: Double
    private(set) var coefficients: [Coefficient]
    private(set) var spread: Double
    private(set) var basis: ScatterFit.Basis

    /// `nil` where the fit does not come to an end.
    init?(_ model: EffectModel) {
        let design = Design(model)
        let tells = ScatterFit.tellsScatter(model.observations) && model.observations.count > model.columns.count + 1
        // One scatter for all cohorts: what the relative one comes to at the rate of them all.
        let pooled = design.pooledRate
        func scatter(_ logit: Double) -> Double { BetaBinomial.spread(Logit.inverse(logit), at: pooled) }
        var spread = BetaBinomial.spread(ScatterFit.priorMean, at: pooled)
        if tells {
            let grid = (0..<14).map { -13 + Double($0) * 1.2 }
            var start: [Double]?
            func evidence(_ logit: Double) -> Double {
                guard let point = design.best(s: scatter(logit), from: start), let matrix = SymmetricMatrix(design.information(point.x, s: scatter(logit)))
                else { return -.infinity }
                start = point.x
                return -point.value - 0.5 * matrix.logDeterminant + 8 * log1p(-Logit.inverse(logit))
            }
            let values = grid.map(evidence)
            guard let top = values.max(), top.isFinite else { return nil }
            // In log-odds the density of the prior has a further r (1 - r), and the first of the grid stands for all below it.
            let weights = zip(grid, values).map { logit, value in exp(value - top) * Logit.inverse(logit) * (1 - Logit.inverse(logit)) }
            spread = zip(grid, weights).reduce(0) { $0 + scatter($1.0) * $1.1 } / weights.reduce(0, +)
        }
        guard let point = design.best(s: spread, from: nil),
            let variances = SymmetricMatrix(design.information(point.x, s: spread))?.inverseDiagonal
        else { return nil }
        intercept = point.x[0]
        interceptDeviation = variances[0].squareRoot()
        coefficients = model.columns.indices.map {
            Coefficient(column: model.columns[$0], value: point.x[$0 + 1], deviation: variances[$0 + 1].squareRoot())
        }
        self.spread = spread
        basis = tells ? .fitted : .assumed
    }

    /// The function to be minimised, and its derivatives.
    private struct Design {
        let rows: [(x: [Double], successes: Double, trials: Double)]
        let count: Int

        init(_ model: EffectModel) {
            rows = model.observations.map { (model.row($0), $0.successes, $0.trials) }
            count = model.columns.count + 1
        }

        private func deviation(_ index: Int) -> Double { index == 0 ? EffectFit.interceptDeviation : EffectFit.effectDeviation }
        private func chance(_ x: [Double], _ at: [Double]) -> Double {
            let logit = zip(x, at).reduce(0) { $0 + $1.0 * $1.1 }
            return Logit.inverse(max(-35, min(35, logit)))
        }

        func value(_ at: [Double], s: Double) -> Double {
            let prior = at.enumerated().reduce(0) { $0 + pow($1.element / deviation($1.offset), 2) / 2 }
            return rows.reduce(prior) { $0 - BetaBinomial.logLikelihood($1.successes, of: $1.trials, p: chance($1.x, at), s: s) }
        }

        func gradient(_ at: [Double], s: Double) -> [Double] {
            var result = at.enumerated().map { $0.element / pow(deviation($0.offset), 2) }
            for row in rows {
                let slope = BetaBinomial.slope(row.successes, of: row.trials, p: chance(row.x, at), s: s)
                for index in 0..<count { result[index] -= slope * row.x[index] }
            }
            return result
        }

        /// Never 0 nor 1.
        var pooledRate: Double { rows.reduce(0.5) { $0 + $1.successes } / rows.reduce(1) { $0 + $1.trials } }

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
