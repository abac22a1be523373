import MobilityModel

/// What of an itinerary decides the shape of its chain; cycles by number from 0.
struct ChainLayout: Hashable {
    struct Cycle: Hashable {
        /// Of the model's cells.
        var cell: Int
        /// Whether only those may go who have completed a cycle.
        var isForReturners: Bool
        /// Sessions of the cycle, by their number in the itinerary.
        var sessions: Range<Int>
        /// Needs that only sessions of earlier cycles meet: for each, those sessions; one of them is enough.
        var needs: [[Int]]
        /// The later cycles that an extended stay overtakes.
        var overtaken: [Int]
    }
    var cycles: [Cycle]
    /// Whether the person has completed a cycle before the plan.
    var hasCompleted: Bool

    /// What those who come to a cycle have behind them.
    private struct Past: Hashable {
        var cycle: Int
        var hasCompleted: Bool
        /// Later cycles that a stay has gone on into.
        var overtaken: Set<Int>
        /// Sessions not attended, or failed, that a later cycle may need.
        var missing: Set<Int>
    }

    /// The graph of everything that can happen; `nil` where it has more than `most` nodes.
    ///
    /// - Complexity: linear in the nodes: at most two for each cycle where sessions give nothing that later cycles need.
    func chain(most: Int = 4096) -> Chain? {
        var pasts = Interning<Past>()
        var nodes: [Chain.Node] = []
        /// The next cycle that somebody with this past takes up.
        func next(_ past: Past) -> Int? {
            var past = past
            while past.cycle < cycles.count {
                let cycle = cycles[past.cycle]
                let isSkilled = !cycle.needs.contains { past.missing.isSuperset(of: $0) }
                if isSkilled, !past.overtaken.contains(past.cycle), past.hasCompleted || !cycle.isForReturners {
                    let needed = Set(cycles[(past.cycle + 1)...].flatMap { $0.needs.joined() })
                    past.missing.formIntersection(needed)
                    past.overtaken = past.overtaken.filter { $0 > past.cycle }
                    return pasts.number(of: past)
                }
                // Nobody attends the sessions of a cycle that is not taken up.
                past.missing.formUnion(cycle.sessions)
                past.cycle += 1
            }
            return nil
        }
        _ = next(Past(cycle: 0, hasCompleted: hasCompleted, overtaken: [], missing: []))
        while nodes.count < pasts.values.count {
            guard pasts.values.count <= most else { return nil }
            let past = pasts.values[nodes.count]
            let cycle = cycles[past.cycle]
            var later = past
            later.cycle += 1
            var extended = later, returned = later
            extended.overtaken.formUnion(cycle.overtaken)
            returned.hasCompleted = true
            let failed = cycle.sessions.map { session in
                var failed = later
                failed.missing.insert(session)
                return failed
            }
            nodes.append(
                Chain.Node(
                    cycle: past.cycle, cell: cycle.cell, afterFailure: next(later), afterTraining: failed.map(next),
                    afterExtension: next(extended), decidesAgain: later.cycle < cycles.count, afterReturn: next(returned)))
        }
        return Chain(nodes: Self.inOrderOfCycles(nodes))
    }

    /// Found breadth first, a node of a later cycle may stand before one of an earlier cycle that leads to it.
    private static func inOrderOfCycles(_ nodes: [Chain.Node]) -> [Chain.Node] {
        let order = nodes.indices.sorted { (nodes[$0].cycle, $0) < (nodes[$1].cycle, $1) }
        var place = [Int](repeating: 0, count: nodes.count)
        for (position, node) in order.enumerated() { place[node] = position }
        return order.map { number in
            var node = nodes[number]
            node.afterFailure = node.afterFailure.map { place[$0] }
            node.afterTraining = node.afterTraining.map { $0.map { place[$0] } }
            node.afterExtension = node.afterExtension.map { place[$0] }
            node.afterReturn = node.afterReturn.map { place[$0] }
            return node
        }
    }
}
