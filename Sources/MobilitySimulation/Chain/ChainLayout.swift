/// What of an itinerary decides the shape of its chain; cycles by number from 0.
struct ChainLayout: Hashable {
    struct Cycle: Hashable {
        /// Of the model's cells.
        var cell: Int
        /// Whether only those may go who have completed a cycle.
        var isForReturners: Bool
        /// For each session, the later cycles that cannot be without it.
        var needingSession: [[Int]]
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
        /// Later cycles that are lost.
        var lost: Set<Int>
    }

    /// The graph of everything that can happen; `nil` where it has more than `most` nodes.
    ///
    /// - Complexity: linear in the nodes: at most two for each cycle where sessions give nothing that later cycles need.
    func chain(most: Int = 4096) -> Chain? {
        var pasts = Interning<Past>()
        var nodes: [Chain.Node] = []
        func next(from first: Int, _ hasCompleted: Bool, _ lost: Set<Int>) -> Int? {
            var lost = lost
            for cycle in cycles.indices.dropFirst(first) {
                if !lost.contains(cycle), hasCompleted || !cycles[cycle].isForReturners {
                    return pasts.number(of: Past(cycle: cycle, hasCompleted: hasCompleted, lost: lost.filter { $0 > cycle }))
                }
                // Nobody attends the sessions of a cycle that is not taken up.
                for needing in cycles[cycle].needingSession { lost.formUnion(needing) }
            }
            return nil
        }
        _ = next(from: 0, hasCompleted, [])
        while nodes.count < pasts.values.count {
            guard pasts.values.count <= most else { return nil }
            let past = pasts.values[nodes.count]
            let cycle = cycles[past.cycle]
            let after = past.cycle + 1
            nodes.append(
                Chain.Node(
                    cycle: past.cycle, cell: cycle.cell, afterFailure: next(from: after, past.hasCompleted, past.lost),
                    afterTraining: cycle.needingSession.map { next(from: after, past.hasCompleted, past.lost.union($0)) },
                    afterExtension: next(from: after, past.hasCompleted, past.lost.union(cycle.overtaken)),
                    decidesAgain: after < cycles.count, afterReturn: next(from: after, true, past.lost)))
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
