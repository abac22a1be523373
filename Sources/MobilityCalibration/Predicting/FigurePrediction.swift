import CGSL
import Distributions
import Foundation
import MobilityModel

/// What a regime predicts for one figure: its mean and 90% interval over replicates.
public struct FigurePrediction: Sendable {
    /// 0...1: of the base.
    public var mean: Double
    public var low: Double
    public var high: Double
    /// How odd what was observed is: twice the share of replicates beyond it, half of those that agree included, on the nearer
    /// side; 0...1.
    public var tailProbability: Double

    /// What replicates make of a figure.
    ///
    /// - Parameter shares: of the base, one for each replicate; not empty.
    public init?(_ figure: EvidenceFigure, shares: [Double]) {
        guard !shares.isEmpty else { return nil }
        let shares = shares.sorted()
        func quantile(_ part: Double) -> Double { shares[min(shares.count - 1, Int(part * Double(shares.count)))] }
        // Shares of counts are compared as counts: half a person is nearer than any other count.
        let slack = figure.people.map { 0.5 / Double($0) } ?? 0
        let below = shares.count { $0 < figure.share - slack }, above = shares.count { $0 > figure.share + slack }
        let half = Double(shares.count - below - above) / 2
        let lower = (Double(below) + half) / Double(shares.count)
        mean = shares.reduce(0, +) / Double(shares.count)
        low = quantile(0.05)
        high = quantile(0.95)
        tailProbability = min(1, 2 * min(lower, 1 - lower))
    }

    init(mean: Double, low: Double, high: Double, tailProbability: Double) {
        self.mean = mean; self.low = low; self.high = high; self.tailProbability = tailProbability
    }

    /// The interval of a figure by the chances of a regime, by drawing counts alone.
    ///
    /// A replicate draws every rate from its posterior, the chance of the cohort from the scatter, and the people from that; the
    /// ends of a stay exclude one another as in a projection. A projection of a plan of one cohort gives the same distribution,
    /// and is what figures with people are held against; a figure that is a share alone has no people to plan for.
    ///
    /// - Parameters:
    ///   - effects: of everybody.
    ///   - stayMonths: for the chance of an early return in a month.
    ///   - seed: the same gives the same numbers.
    /// - Returns: `nil` where the figure's count does not come from its base.
    public static func predict(
        _ figure: EvidenceFigure, chances: [BehaviourStep: Chance], effects: [Effect] = [], stayMonths: Int = 6, replicates: Int, seed: UInt64
    ) -> FigurePrediction? {
        guard let path = CountPath(to: figure.count, from: figure.base), replicates > 0 else { return nil }
        guard let draws = Draws(seed: seed, figure: figure.id, chances: chances, effects: effects, stayMonths: stayMonths) else { return nil }
        return FigurePrediction(figure, shares: (0..<replicates).map { _ in draws.share(path, people: figure.people) })
    }

    /// The random numbers of one figure (Matsumoto and Nishimura's Mersenne twister, as GSL has it).
    private struct Draws: ~Copyable {
        private let generator: UnsafeMutablePointer<gsl_rng>
        private let chances: [BehaviourStep: Chance]
        private let effects: [Effect]
        private let months: Double

        init?(seed: UInt64, figure: String, chances: [BehaviourStep: Chance], effects: [Effect], stayMonths: Int) {
            NumericalLibrary.prepare()
            guard let generator = gsl_rng_alloc(mobility_mersenne_twister()) else { return nil }
            // Of the name, so that one figure's numbers do not depend on the others there are.
            let hash = FNV1a.hash(figure, from: FNV1a.basis ^ seed)
            gsl_rng_set(generator, UInt(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0xFFFF_FFFF))
            self.generator = generator; self.chances = chances; self.effects = effects; months = Double(stayMonths)
        }

        deinit { gsl_rng_free(generator) }

        /// Of the base, 0...1; without `people` the chance of the cohort itself.
        borrowing func share(_ path: CountPath, people: Int?) -> Double {
            var left = people.map { UInt32(clamping: $0) }
            var product = 1.0
            for link in path.links {
                let p = chance(link)
                if let count = left { left = gsl_ran_binomial(generator, p, count) } else { product *= p }
            }
            guard let people, let left else { return product }
            return Double(left) / Double(people)
        }

        private borrowing func chance(_ link: CountPath.Link) -> Double {
            switch link {
            case .all: return 1
            case .chance(let step): return cohort(step) ?? 1
            case .end(let wanted):
                let stays = pow(1 - (cohort(.earlyReturn) ?? 0), months)
                guard let wanted else { return 1 - stays }
                let ends = Endings(
                    returnedOnTime: cohort(.returnedOnTime), extended: cohort(.extended), lawfulExit: cohort(.lawfulExit),
                    overstayed: cohort(.overstayed))
                return stays * share(of: wanted, ends)
            }
        }

        private borrowing func share(of end: BehaviourStep, _ ends: Endings) -> Double {
            switch end {
            case .returnedOnTime: ends.returnedOnTime
            case .extended: ends.extended
            case .lawfulExit: ends.lawfulExit
            case .overstayed: ends.overstayed
            default: 0
            }
        }

        /// The chance of a cohort in a replicate, with the effects; `nil` where the step has none.
        private borrowing func cohort(_ step: BehaviourStep) -> Double? {
            guard let p = scattered(step) else { return nil }
            let shift = effects.filter { $0.step == step }.reduce(0) { sum, effect in
                sum + log(effect.oddsRatio) + (effect.deviation.map { gsl_ran_gaussian(generator, $0) } ?? 0)
            }
            return shift == 0 || p <= 0 || p >= 1 ? p : Logit.inverse(Logit.of(p) + shift)
        }

        private borrowing func scattered(_ step: BehaviourStep) -> Double? {
            guard let given = chances[step] else { return nil }
            var p = given.rate
            if let n = given.n { p = gsl_ran_beta(generator, p * n + 0.5, (1 - p) * n + 0.5) }
            guard let s = given.spread, s > BetaBinomial.leastSpread, p > 0, p < 1 else { return p }
            let drawn = gsl_ran_beta(generator, p * (1 - s) / s, (1 - p) * (1 - s) / s)
            // Two gamma draws of shapes near 0 may both be 0; the cohort is then all one way or the other.
            return drawn.isFinite ? drawn : (gsl_rng_uniform(generator) < p ? 1 : 0)
        }
    }
}
