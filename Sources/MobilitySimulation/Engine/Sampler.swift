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
    /// Those whose stay is extended or ends in a lawful exit.
    private let stayedLawfully: UnsafeMutablePointer<UInt64>
    /// Of the lists.
    private let sizes: UnsafeMutablePointer<Int>
    /// Of the model's cells.
    private let courses: [Int]
    /// A list takes one block and the one key more that a sieve may write.
    private static let stride = block + 8
    private let drawn: UnsafeMutablePointer<Int>

    /// Draws made since the beginning.
    var draws: Int { drawn.pointee }

    init(_ model: ProjectionModel) {
        self.model = model
        let nodes = model.chains.reduce(1) { max($0, $1.chain.nodes.count) }
        lists = .allocate(capacity: nodes * Self.stride)
        lists.initialize(repeating: 0, count: nodes * Self.stride)
        scratch = .allocate(capacity: Self.stride)
        scratch.initialize(repeating: 0, count: Self.stride)
        stayedLawfully = .allocate(capacity: Self.stride)
        stayedLawfully.initialize(repeating: 0, count: Self.stride)
        sizes = .allocate(capacity: nodes)
        sizes.initialize(repeating: 0, count: nodes)
        drawn = .allocate(capacity: 1)
        drawn.initialize(to: 0)
        courses = model.cells.map(\.course)
    }

    deinit {
        lists.deallocate()
        scratch.deallocate()
        stayedLawfully.deallocate()
        sizes.deallocate()
        drawn.deallocate()
    }

    /// What happens in a replicate, in the order of the model's cells.
    func sample(_ table: ChanceTable, replicate: Int) -> [CellCounts<Int>] {
        let bounds = table.courses.map(CourseThresholds.init)
        let salts = (0..<model.mostCycles).map { CycleSalts(model, replicate: replicate, cycle: $0) }
        var counts = [CellCounts<Int>](repeating: CellCounts(), count: model.cells.count)
        // Where nearly everybody is different a chain has a person or two: nothing here may cost more than its steps do.
        salts.withUnsafeBufferPointer { salts in
            model.keys.withUnsafeBufferPointer { keys in
                guard let keys = keys.baseAddress, let salts = salts.baseAddress else { return }
                for chain in model.chains {
                    chain.chain.nodes.withUnsafeBufferPointer { nodes in
                        var start = chain.people.lowerBound
                        while start < chain.people.upperBound {
                            let count = min(Self.block, chain.people.upperBound - start)
                            lists.update(from: keys + start, count: count)
                            sizes[0] = count
                            pass(nodes, bounds, salts, &counts)
                            start += count
                        }
                    }
                }
            }
        }
        return counts
    }

    /// A block from the first node to the last.
    private func pass(
        _ nodes: UnsafeBufferPointer<Chain.Node>, _ bounds: [CourseThresholds], _ salts: UnsafePointer<CycleSalts>,
        _ counts: inout [CellCounts<Int>]
    ) {
        guard let base = nodes.baseAddress else { return }
        for number in nodes.indices where sizes[number] > 0 {
            let node = base + number
            let cell = node.pointee.cell
            let course = courses[cell]
            pass(node, number, bounds[course], salts + node.pointee.cycle, model.courses[course].needsVisa, &counts[cell])
            sizes[number] = 0
        }
    }

    private func list(_ node: Int) -> Sieve.Keys { lists + node * Self.stride }

    /// A step that those who fail leave for the node `target`.
    @inline(__always)
    private func step(_ keys: Sieve.Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, to target: Int?) -> Int {
        if bound != Threshold.always, bound != Threshold.never { drawn.pointee &+= count }
        guard let target else { return Sieve.keep(keys, count, salt, bound) }
        let kept = Sieve.split(keys, count, salt, bound, failed: list(target) + sizes[target])
        sizes[target] += count - kept
        return kept
    }

    private func pass(
        _ node: UnsafePointer<Chain.Node>, _ number: Int, _ bounds: CourseThresholds, _ salts: UnsafePointer<CycleSalts>, _ needsVisa: Bool,
        _ cell: inout CellCounts<Int>
    ) {
        let keys = list(number)
        var left = sizes[number]
        cell.takenUp += left
        left = step(keys, left, salts.pointee.authorised, bounds.authorised, to: node.pointee.afterFailure)
        cell.authorised += left
        for (session, target) in node.pointee.afterTraining.enumerated() {
            left = step(keys, left, salts.pointee.trained[session], bounds.trained, to: target)
        }
        left = step(keys, left, salts.pointee.notWithdrawn, bounds.notWithdrawn, to: nil)
        if needsVisa {
            cell.applied += left
            left = step(keys, left, salts.pointee.visa, bounds.visa, to: node.pointee.afterFailure)
            cell.visas += left
            left = step(keys, left, salts.pointee.arrived, bounds.arrived, to: node.pointee.afterFailure)
        }
        cell.departed += left
        let stayed = step(keys, left, salts.pointee.stayed, bounds.stayed, to: nil)
        cell.returnedEarly += left - stayed
        let back = end(keys, stayed, node, bounds, salts, &cell)
        finish(keys, back, node, bounds, salts, &cell)
    }

    /// Exactly one end for each stay; those on time to the front.
    private func end(
        _ keys: Sieve.Keys, _ count: Int, _ node: UnsafePointer<Chain.Node>, _ bounds: CourseThresholds,
        _ salts: UnsafePointer<CycleSalts>,
        _ cell: inout CellCounts<Int>
    ) -> Int {
        let salt = salts.pointee.end
        if bounds.onTime == Threshold.always {
            cell.returnedOnTime += count
            return count
        }
        // The same bits are compared with each bound in turn, so the draw is one.
        drawn.pointee &+= count
        let back = Sieve.split(keys, count, salt, bounds.onTime, failed: scratch)
        cell.returnedOnTime += back
        let overstayed = Sieve.split(scratch, count - back, salt, bounds.onTimeOrOverstayed, failed: stayedLawfully)
        cell.overstayed += overstayed
        let others = count - back - overstayed
        let extended: Int
        if let target = node.pointee.afterExtension {
            extended = Sieve.copy(stayedLawfully, others, salt, bounds.notLawfulExit, to: list(target) + sizes[target])
            sizes[target] += extended
        } else {
            extended = Sieve.count(stayedLawfully, others, salt, bounds.notLawfulExit)
        }
        cell.extended += extended
        cell.lawfulExit += others - extended
        return back
    }

    /// What on-time returners do at home.
    private func finish(
        _ keys: Sieve.Keys, _ back: Int, _ node: UnsafePointer<Chain.Node>, _ bounds: CourseThresholds,
        _ salts: UnsafePointer<CycleSalts>,
        _ cell: inout CellCounts<Int>
    ) {
        func drawing(_ bound: UInt64) -> Int { bound == Threshold.always || bound == Threshold.never ? 0 : 1 }
        drawn.pointee &+= back &* drawing(bounds.started)
        let started = Sieve.copy(keys, back, salts.pointee.started, bounds.started, to: scratch)
        cell.started += started
        drawn.pointee &+= started &* drawing(bounds.alive)
        cell.alive += Sieve.count(scratch, started, salts.pointee.alive, bounds.alive)
        guard node.pointee.decidesAgain else { return }
        drawn.pointee &+= back &* drawing(bounds.reapplied)
        if let target = node.pointee.afterReturn {
            let again = Sieve.copy(keys, back, salts.pointee.reapplied, bounds.reapplied, to: list(target) + sizes[target])
            sizes[target] += again
            cell.reapplied += again
        } else {
            cell.reapplied += Sieve.count(keys, back, salts.pointee.reapplied, bounds.reapplied)
        }
    }
}
