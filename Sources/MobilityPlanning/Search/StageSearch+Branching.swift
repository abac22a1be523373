import LinearProgramming
import MobilityModel

/// Branch and price: where too many itineraries are in question, decide first what takes place and how full it is.
///
/// Branching on openings and on the activity of rows that count people changes bounds only, so pricing stays as it is
/// (Vanderbeck 2000 gives the reasons to branch on such sums). Nodes are taken best bound first, of equal ones the newest, so
/// that the search goes deep where bounds do not tell; each whose itineraries in question are few is closed exactly.
extension StageSearch {
    private struct Branch {
        enum Target: Hashable { case column(Int), row(Int) }
        var target: Target
        var bounds: Bounds
    }

    private struct Node {
        var branches: [Branch]
        var ceiling: Int64
    }

    /// Returns what is proven in the end.
    mutating func branch(_ stage: Stage, _ ceiling: Int64) throws -> Int64 {
        let saved = (bound, duals, sides)
        defer { (bound, duals, sides) = saved }
        var open = [Node(branches: [], ceiling: ceiling)]
        // Nodes that could be neither closed nor split keep their bound to the end.
        var stuck: [Int64] = []
        var nodes = 0
        let limit = max(8, Self.branchingWork / max(1, master.columns.count))
        while let index = nextNode(open, stage), nodes < limit, !interruption.hasCome {
            let node = open[index]
            if isClosed(node.ceiling, stage) { break }
            open.remove(at: index)
            nodes += 1
            let before = bounds(of: node.branches)
            defer { restore(before) }
            let floor = proven(open + [node], stuck, stage)
            var local: Int64?
            do {
                try apply(node.branches)
                local = try generateColumns(stage, floor: floor).map { tighter($0, node.ceiling, stage) }
            } catch {
                // Nothing more is known of this node than of the one it comes from.
                stuck.append(node.ceiling)
                continue
            }
            if let local {
                if isClosed(local, stage) {
                    // Within the gap asked for, or no better than the best: either way what it leaves is not forgotten.
                    stuck.append(local)
                } else if let all = try enumerateColumns(stage, limit: Self.smallProblem) {
                    let exact = try integers(stage, among: all, ceiling: local, isExact: true)
                    stuck.append(exact.ceiling)
                } else if let pair = split() {
                    open.append(Node(branches: node.branches + [pair.0], ceiling: local))
                    open.append(Node(branches: node.branches + [pair.1], ceiling: local))
                } else {
                    stuck.append(local)
                }
            }
            report(stage, best.map { value(of: $0, stage) }, proven(open, stuck, stage))
        }
        return tighter(proven(open, stuck, stage), ceiling, stage)
    }

    /// The bound that all that is open leaves.
    private func proven(_ open: [Node], _ stuck: [Int64], _ stage: Stage) -> Int64 {
        let values = open.map(\.ceiling) + stuck + (best.map { [value(of: $0, stage)] } ?? [])
        return (isMaximised(stage) ? values.max() : values.min()) ?? 0
    }

    /// The bound of two that says more.
    func tighter(_ a: Int64, _ b: Int64, _ stage: Stage) -> Int64 { isMaximised(stage) ? min(a, b) : max(a, b) }

    private func nextNode(_ open: [Node], _ stage: Stage) -> Int? {
        var chosen: Int?
        for index in open.indices {
            guard let present = chosen else { chosen = index; continue }
            let (a, b) = (open[index].ceiling, open[present].ceiling)
            if isMaximised(stage) ? a >= b : a <= b { chosen = index }
        }
        return chosen
    }

    /// The opening, else the row that counts people, whose value is furthest from whole; both ways.
    private func split() -> (Branch, Branch)? {
        let values = master.problem.values()
        var best: (distance: Double, pair: (Branch, Branch))?
        for index in Openings(instance: instance).columns {
            let distance = abs(values[index] - values[index].rounded())
            if distance > 1e-6, distance > best?.distance ?? 0 {
                best = (distance, (Branch(target: .column(index), bounds: .exactly(1)), Branch(target: .column(index), bounds: .exactly(0))))
            }
        }
        if let best { return best.pair }
        for (index, row) in instance.table.rows.enumerated() {
            switch row.kind {
            case .places(let group) where !instance.groups[group].needsOpening: break
            case .seats(let session) where !instance.needsOpening(instance.scenario.sessions[session]): break
            case .applications, .quota: break
            default: continue
            }
            let activity = master.problem.activity(of: RowID(index))
            let distance = abs(activity - activity.rounded())
            guard distance > 1e-6, distance > best?.distance ?? 0, let bounds = master.problem.bounds(of: RowID(index)) else { continue }
            let up = Branch(target: .row(index), bounds: Bounds(lower: activity.rounded(.up), upper: bounds.upper))
            let down = Branch(target: .row(index), bounds: Bounds(lower: bounds.lower, upper: activity.rounded(.down)))
            best = (distance, (up, down))
        }
        return best?.pair
    }

    /// What the bounds that branches change are now, the last changed first.
    private func bounds(of branches: [Branch]) -> [Branch] {
        var present: [Branch] = []
        for branch in branches {
            let bounds = switch branch.target {
            case .column(let index): master.problem.bounds(of: ColumnID(index))
            case .row(let index): master.problem.bounds(of: RowID(index))
            }
            if let bounds { present.append(Branch(target: branch.target, bounds: bounds)) }
        }
        return present.reversed()
    }

    private mutating func apply(_ branches: [Branch]) throws {
        for branch in branches {
            switch branch.target {
            case .column(let index): try master.problem.setBounds(column: ColumnID(index), branch.bounds)
            case .row(let index): try master.problem.setBounds(row: RowID(index), branch.bounds)
            }
        }
    }

    private mutating func restore(_ before: [Branch]) {
        // They have been bounds of the same rows and columns, so this cannot fail.
        try? apply(before)
    }
}
