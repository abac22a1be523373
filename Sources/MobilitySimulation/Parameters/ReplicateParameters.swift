import Distributions
import Foundation
import MobilityModel

/// The parameters of behaviour as one replicate takes them to be: each drawn once from what is known of it.
struct ReplicateParameters {
    /// By step; of steps that are not given, the default.
    var chances: [Double]
    /// Logarithms of the odds ratios, in the order of the behaviour's effects.
    var effects: [Double]
    /// Logarithms of the medians, of the delays that are given.
    var delays: [DelayKind: Double]

    /// What the behaviour says, taken as exact.
    init(_ behaviour: Behaviour) {
        chances = BehaviourStep.allCases.map { behaviour.chances[$0]?.rate ?? $0.defaultChance }
        effects = behaviour.effects.map { Foundation.log($0.oddsRatio) }
        delays = behaviour.delays.mapValues { Foundation.log($0.medianDays) }
    }

    /// One replicate's draw.
    ///
    /// A chance of n observations is `Beta(rate n + 1/2, (1 - rate) n + 1/2)` (the posterior under Jeffreys' prior); an
    /// effect with an interval is lognormal with the standard deviation `ln(high / low) / (2 x 1.6448536)`; the median of a
    /// delay of n observations is lognormal with `log_sd / sqrt(n)`. What comes without them is known.
    init(_ behaviour: Behaviour, seed: UInt64, replicate: Int) {
        self.init(behaviour)
        func uniform(_ name: String, _ number: Int) -> Double {
            Mixing.uniform(Mixing.combine(seed, UInt64(replicate), Mixing.hash(name), UInt64(number)))
        }
        for step in BehaviourStep.allCases {
            guard let chance = behaviour.chances[step], let n = chance.n else { continue }
            chances[step.position] = BetaDistribution.quantile(
                uniform("chance " + step.rawValue, 0), chance.rate * n + 0.5, (1 - chance.rate) * n + 0.5)
        }
        for (number, effect) in behaviour.effects.enumerated() {
            guard let deviation = effect.deviation else { continue }
            effects[number] += deviation * NormalDistribution.quantile(uniform("effect " + effect.step.rawValue, number))
        }
        for (kind, delay) in behaviour.delays {
            guard let n = delay.n, n > 0 else { continue }
            let z = NormalDistribution.quantile(uniform("delay " + kind.rawValue, 0))
            delays[kind, default: 0] += delay.logSD / n.squareRoot() * z
        }
    }
}

extension BehaviourStep {
    /// Position among all steps.
    var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The chance of a step that is not given. Nobody is said to start a project where nothing is known of projects.
    var defaultChance: Double {
        switch self {
        case .earlyReturn, .extended, .lawfulExit, .overstayed, .projectStarted, .projectAlive12m: 0
        default: 1
        }
    }
}

extension Behaviour {
    /// Whether replicates differ in any parameter.
    var hasUncertainParameters: Bool {
        chances.values.contains { $0.n != nil } || effects.contains { $0.deviation != nil }
            || hasUncertainDelays
    }

    var hasUncertainDelays: Bool { delays.values.contains { $0.n.map { $0 > 0 } ?? false } }
}
