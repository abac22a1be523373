import Distributions
import MobilityModel

/// Means over all that the chance of a cohort may be, in one replicate.
struct CohortMeans {
    private let behaviour: Behaviour
    private let parameters: ReplicateParameters
    private var rules: [Key: BetaQuadrature] = [:]

    private struct Key: Hashable {
        var step: BehaviourStep
        var points: Int
    }

    init(_ behaviour: Behaviour, _ parameters: ReplicateParameters) {
        self.behaviour = behaviour; self.parameters = parameters
    }

    /// The mean of a function of a step's chance after effects.
    ///
    /// - Parameter shift: of the log-odds.
    /// - Complexity: what is the same for every function is worked out once.
    mutating func mean(of step: BehaviourStep, shiftedBy shift: Double, _ function: (Double) -> Double) -> Double {
        let chance = parameters.chances[step.position]
        guard let spread = behaviour.chances[step]?.spread, let shapes = ChanceTable.shapeParameters(chance, spread: spread) else {
            return function(ChanceTable.shifted(chance, by: shift))
        }
        guard let points = Self.points(shift) else {
            let parts = (0..<Self.parts).map { (Double($0) + 0.5) / Double(Self.parts) }
            return parts.reduce(0) {
                $0 + function(ChanceTable.shifted(BetaDistribution.quantile($1, shapes.a, shapes.b), by: shift))
            } / Double(Self.parts)
        }
        let key = Key(step: step, points: points)
        let rule = rules[key] ?? BetaQuadrature(shapes.a, shapes.b, points: points)
        rules[key] = rule
        return rule.mean { function(ChanceTable.shifted($0, by: shift)) }
    }

    /// Quantiles of which a mean is taken where the rule of Gauss is too coarse: off by less than one of them.
    private static let parts = 500

    /// The shifted chance is steep at one end where the shift is great: its pole 1 / (1 - odds ratio) comes near. With so many points means
    /// are off, relative, by 0.03 % at most for odds ratios up to 20, and by 0.01 % up to 1,000, or as far below 1 (chances 0.02 to 0.98, spreads
    /// 0.05 to 0.7, against the hypergeometric function). Beyond, `nil`.
    private static func points(_ shift: Double) -> Int? {
        switch abs(shift) {
        case ..<3: 10
        case ..<5.3: 40
        case ..<6.91: 80
        default: nil
        }
    }
}
