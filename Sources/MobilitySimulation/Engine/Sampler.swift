/// Draws what becomes of everybody, replicate after replicate; one for each thread.
///
/// People of a chain pass in blocks that stay in the nearest cache. Those at a node are a list of keys; a step sieves the
/// list, and those who go on to another node are added to that node's.
///
/// Not safe to share between threads: it owns the lists.
final class Sampler {
    /// People at a time: their lists are 8 KiB each.
    static let block = 1024
    private let model: ProjectionModel
    private let lists: UnsafeMutablePointer<UInt64>
    private let scratch: UnsafeMutablePointer<UInt64>
    private var sizes: [Int]
    /// A list takes one block and the one key more that a sieve may write.
    private static let stride = block + 8
    /// Draws made since the beginning.
    private(set) var draws = 0

    init(_ model: ProjectionModel) {
        self.model = model
        let nodes = model.chains.reduce(1) { max($0, $1.chain.nodes.count) }
        lists = .allocate(capacity: nodes * Self.stride)
        lists.initialize(repeating: 0, count: nodes * Self.stride)
        scratch = .allocate(capacity: Self.stride)
        scratch.initialize(repeating: 0, count: Self.stride)
        sizes = [Int](repeating: 0, count: nodes)
    }

    deinit {
        lists.deallocate()
        scratch.deallocate()
    }

    /// What happens in a replicate, in the order of the model's cells.
    func sample(_ table: ChanceTable, replicate: Int) -> [CellCounts<Int>] {
        let bounds = table.courses.map(CourseThresholds.init)
        let salts = (0..<model.mostCycles).map { CycleSalts(model, replicate: replicate, cycle: $0) }
        var counts = [CellCounts<Int>](repeating: CellCounts(), count: model.cells.count)
        for chain in model.chains {
            let nodes = chain.chain.nodes
            var start = chain.people.lowerBound
            while start < chain.people.upperBound {
                let count = min(Self.block, chain.people.upperBound - start)
                model.keys.withUnsafeBufferPointer { keys in
                    if let base = keys.baseAddress { lists.update(from: base + start, count: count) }
                }
                sizes[0] = count
                for number in nodes.indices where sizes[number] > 0 {
                    let cell = nodes[number].cell
                    let course = model.cells[cell].course
                    pass(
                        nodes[number], number, bounds[course], salts[nodes[number].cycle], model.courses[course].needsVisa,
                        &counts[cell])
                    sizes[number] = 0
                }
                start += count
            }
        }
        return counts
    }

    private func list(_ node: Int) -> Sieve.Keys { lists + node * Self.stride }

    /// A step that those who fail leave for the node `target`.
    @inline(__always)
    private func step(_ keys: Sieve.Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, to target: Int?) -> Int {
        if bound != Threshold.always, bound != Threshold.never { draws &+= count }
        guard let target else { return Sieve.keep(keys, count, salt, bound) }
        let kept = Sieve.split(keys, count, salt, bound, failed: list(target) + sizes[target])
        sizes[target] += count - kept
        return kept
    }

    private func pass(
        _ node: Chain.Node, _ number: Int, _ bounds: CourseThresholds, _ salts: CycleSalts, _ needsVisa: Bool,
        _ cell: inout CellCounts<Int>
    ) {
        let keys = list(number)
        var left = sizes[number]
        cell.takenUp += left
        left = step(keys, left, salts.authorised, bounds.authorised, to: node.afterFailure)
        cell.authorised += left
        for (session, target) in node.afterTraining.enumerated() {
            left = step(keys, left, salts.trained[session], bounds.trained, to: target)
        }
        left = step(keys, left, salts.notWithdrawn, bounds.notWithdrawn, to: nil)
        if needsVisa {
            cell.applied += left
            left = step(keys, left, salts.visa, bounds.visa, to: node.afterFailure)
            cell.visas += left
            left = step(keys, left, salts.arrived, bounds.arrived, to: node.afterFailure)
        }
        cell.departed += left
        let stayed = step(keys, left, salts.stayed, bounds.stayed, to: nil)
        cell.returnedEarly += left - stayed
        let back = end(keys, stayed, node, bounds, salts, &cell)
        finish(keys, back, node, bounds, salts, &cell)
    }

    /// Exactly one end for each stay; those on time to the front.
    private func end(
        _ keys: Sieve.Keys, _ count: Int, _ node: Chain.Node, _ bounds: CourseThresholds, _ salts: CycleSalts,
        _ cell: inout CellCounts<Int>
    ) -> Int {
        let salt = salts.end
        if bounds.onTime == Threshold.always {
            cell.returnedOnTime += count
            return count
        }
        // The same bits are compared with each bound in turn, so the draw is one.
        draws &+= count
        let back = Sieve.split(keys, count, salt, bounds.onTime, failed: scratch)
        var others = count - back
        cell.returnedOnTime += back
        let extended = bounds.onTimeOrExtended == bounds.onTime ? 0 : takeExtended(others, salt, bounds, node.afterExtension)
        cell.extended += extended
        others -= extended
        let lawful = bounds.notOverstayed == bounds.onTimeOrExtended ? 0 : Sieve.count(scratch, others, salt, bounds.notOverstayed)
        cell.lawfulExit += lawful
        cell.overstayed += others - lawful
        return back
    }

    /// Of those in `scratch`, sends on the extended and leaves the others at the front.
    private func takeExtended(_ count: Int, _ salt: Salt, _ bounds: CourseThresholds, _ target: Int?) -> Int {
        let bound = bounds.onTimeOrExtended
        if let target {
            let passed = Sieve.copy(scratch, count, salt, bound, to: list(target) + sizes[target])
            sizes[target] += passed
        }
        if bound == Threshold.always { return count }
        var kept = 0
        for position in 0..<count {
            let key = scratch[position]
            scratch[kept] = key
            kept &+= salt.draw(key) < bound ? 0 : 1
        }
        return count - kept
    }

    /// What on-time returners do at home.
    private func finish(
        _ keys: Sieve.Keys, _ back: Int, _ node: Chain.Node, _ bounds: CourseThresholds, _ salts: CycleSalts,
        _ cell: inout CellCounts<Int>
    ) {
        func drawing(_ bound: UInt64) -> Int { bound == Threshold.always || bound == Threshold.never ? 0 : 1 }
        draws &+= back &* drawing(bounds.started)
        let started = Sieve.copy(keys, back, salts.started, bounds.started, to: scratch)
        cell.started += started
        draws &+= started &* drawing(bounds.alive)
        cell.alive += Sieve.count(scratch, started, salts.alive, bounds.alive)
        guard node.decidesAgain else { return }
        draws &+= back &* drawing(bounds.reapplied)
        if let target = node.afterReturn {
            let again = Sieve.copy(keys, back, salts.reapplied, bounds.reapplied, to: list(target) + sizes[target])
            sizes[target] += again
            cell.reapplied += again
        } else {
            cell.reapplied += Sieve.count(keys, back, salts.reapplied, bounds.reapplied)
        }
    }
}
