import Dispatch
import MobilityModel
import Synchronization

/// Plays a plan and its variants side by side, replicate by replicate, with the same luck for the same people: what differs
/// between two plans in one replicate is then the plans and not the luck.
///
/// Of differences the expectation is told beside what was drawn: what the change does with luck left out. Memory is bounded whatever
/// the replicates: a figure of a group takes at most 6 KB in a level, and 12 KB in a difference.
public struct PairedSimulator: Sendable {
    private let base: Simulator
    private let variants: [Simulator]
    /// By variant: positions of the groups that both have, in the base and in the variant.
    private let shared: [[(base: Int, variant: Int)]]

    /// - Parameter variants: of the same seed as the base, or nothing is shared.
    public init(base: Simulator, variants: [Simulator]) {
        self.base = base
        self.variants = variants
        let own = Dictionary(base.model.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        shared = variants.map { variant in
            let pairs = variant.model.groups.enumerated().compactMap { number, key in own[key].map { (base: $0, variant: number) } }
            return pairs.sorted { GroupKey.isBefore(base.model.groups[$0.base], base.model.groups[$1.base]) }
        }
    }

    /// - Complexity: that of projecting each plan once.
    public func run(_ options: Simulator.Options = .init(), shouldStop: @Sendable () -> Bool = { false }) -> PairedProjection {
        let replicates = max(1, options.replicates)
        let width = OutcomeFigure.allCases.count
        let all = [base] + variants
        let levels = Mutex(all.map { Merge(figures: $0.model.groups.count * width) })
        let differences = Mutex(shared.map { Merge(figures: $0.count * width, tellsExpectations: true) })
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, replicates))) { _ in
            let replicators = all.map { Replicator($0.model) }
            while !shouldStop() {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < replicates else { return }
                let figures = replicators.map { $0.replicate(number) }
                levels.withLock { merges in for index in merges.indices { merges[index].add(figures[index], of: number) } }
                let changes = shared.enumerated().map { Self.difference(figures[0], figures[$0 + 1], $1, width) }
                differences.withLock { merges in for index in merges.indices { merges[index].add(changes[index], of: number) } }
            }
        }
        let projections = levels.withLock { merges in zip(all, merges).map { $0.projection($1, requested: replicates) } }
        let changes = differences.withLock { merges in
            zip(zip(variants, shared), merges).map { pair, merge in Self.groups(pair.0, pair.1, merge, width) }
        }
        return PairedProjection(base: projections[0], variants: Array(projections.dropFirst()), differences: changes)
    }

    /// Variant less base; a figure that either leaves undefined is undefined.
    private static func difference(
        _ base: ReplicateFigures, _ variant: ReplicateFigures, _ pairs: [(base: Int, variant: Int)], _ width: Int
    ) -> ReplicateFigures {
        var result = ReplicateFigures(drawn: [], expected: [], draws: 0)
        // What is drawn has a cost per return from one return on. Below one that is expected the ratio of expectations grows without bound.
        let perReturn = OutcomeFigure.costPerOnTimeReturn.position, toReturns = OutcomeFigure.returnedOnTime.position - perReturn
        for pair in pairs {
            for figure in 0..<width {
                let (old, new) = (pair.base * width + figure, pair.variant * width + figure)
                result.drawn.append(variant.drawn[new] - base.drawn[old])
                let isTold = figure != perReturn || min(base.expected[old + toReturns], variant.expected[new + toReturns]) >= 1
                result.expected.append(isTold ? difference(base.expected[old], variant.expected[new]) : .nan)
            }
        }
        return result
    }

    /// Exactly 0 where two expectations differ by no more than the order in which they are summed can make them: nothing would
    /// scatter then that could be taken for an effect.
    private static func difference(_ base: Double, _ variant: Double) -> Double {
        let difference = variant - base
        return difference.magnitude <= 1e-9 + 1e-12 * (base.magnitude + variant.magnitude) ? 0 : difference
    }

    private static func groups(
        _ variant: Simulator, _ pairs: [(base: Int, variant: Int)], _ merge: Merge, _ width: Int
    ) -> [GroupOutcome] {
        pairs.enumerated().map { position, pair in
            let key = variant.model.groups[pair.variant]
            return GroupOutcome(
                dimension: key.dimension.rawValue, value: key.value, people: variant.model.people[pair.variant],
                figures: (0..<width).map { merge.tallies[position * width + $0].estimate })
        }
    }
}
