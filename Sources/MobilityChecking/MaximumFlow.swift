/// Exact maximum flow in integers, by Dinic's algorithm: shortest augmenting paths, level by level.
///
/// Capacities are at least 0; `.max` stands for no limit, and the flow into any node must stay below it.
struct MaximumFlow {
    /// Edge `e` and its reverse `e ^ 1` stand side by side.
    private var heads: [Int] = []
    private var residuals: [Int64] = []
    private var capacities: [Int64] = []
    private var outgoing: [[Int]]

    init(nodes: Int) { outgoing = Array(repeating: [], count: nodes) }

    /// The edge's number, for `flow(of:)` and `residual(of:)`.
    mutating func addEdge(from tail: Int, to head: Int, capacity: Int64) -> Int {
        let edge = heads.count
        heads += [head, tail]
        residuals += [capacity, 0]
        capacities += [capacity, 0]
        outgoing[tail].append(edge)
        outgoing[head].append(edge + 1)
        return edge
    }

    func flow(of edge: Int) -> Int64 { capacities[edge] - residuals[edge] }
    func residual(of edge: Int) -> Int64 { residuals[edge] }

    mutating func maximise(from source: Int, to sink: Int) {
        while true {
            let levels = levels(from: source)
            guard levels[sink] != nil else { return }
            var nextEdge = Array(repeating: 0, count: outgoing.count)
            while augment(from: source, to: sink, levels, &nextEdge) {}
        }
    }

    /// Nodes that more could still flow to: the source's side of a minimum cut, once maximised.
    func reachable(from source: Int) -> [Bool] { levels(from: source).map { $0 != nil } }

    private func levels(from source: Int) -> [Int?] {
        var levels: [Int?] = Array(repeating: nil, count: outgoing.count)
        levels[source] = 0
        var queue = [source]
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            for edge in outgoing[node] where residuals[edge] > 0 && levels[heads[edge]] == nil {
                levels[heads[edge]] = (levels[node] ?? 0) + 1
                queue.append(heads[edge])
            }
        }
        return levels
    }

    /// Sends flow along one path of rising levels; `nextEdge` skips edges that lead nowhere any more.
    private mutating func augment(from source: Int, to sink: Int, _ levels: [Int?], _ nextEdge: inout [Int]) -> Bool {
        var path: [Int] = []
        var node = source
        while node != sink {
            if nextEdge[node] < outgoing[node].count {
                let edge = outgoing[node][nextEdge[node]]
                let head = heads[edge]
                if residuals[edge] > 0, let level = levels[node], levels[head] == level + 1 {
                    path.append(edge)
                    node = head
                } else {
                    nextEdge[node] += 1
                }
            } else if let edge = path.popLast() {
                node = heads[edge ^ 1]
                nextEdge[node] += 1
            } else {
                return false
            }
        }
        let amount = path.map { residuals[$0] }.min() ?? 0
        for edge in path {
            residuals[edge] -= amount
            residuals[edge ^ 1] += amount
        }
        return amount > 0
    }
}
