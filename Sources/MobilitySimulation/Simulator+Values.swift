import Dispatch
import MobilityModel
import Synchronization

extension Simulator {
    /// A figure of a group, replicate by replicate, as it was drawn: to set variants side by side, whose replicates share their
    /// random numbers, or to hold a figure against what was observed.
    ///
    /// - Parameters:
    ///   - group: as in the outcomes: `all`, `year=2009`.
    ///   - options: replicates and threads; the threads do not show in the values.
    /// - Returns: one value for each replicate, in their order; `nil` where the replicate leaves the figure undefined. Nothing where
    ///   the plan has no such group.
    /// - Complexity: memory is linear in the replicates, unlike that of ``run(_:progress:shouldStop:)``.
    public func values(of figure: OutcomeFigure, group: String = "all", _ options: Options = Options()) -> [Double?] {
        guard let number = model.groups.firstIndex(where: { $0.name == group }) else { return [] }
        let replicates = max(1, options.replicates)
        let position = number * OutcomeFigure.allCases.count + figure.position
        let values = Mutex([Double?](repeating: nil, count: replicates))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, replicates))) { _ in
            let replicator = Replicator(model)
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < replicates else { return }
                let value = replicator.replicate(number).drawn[position]
                if value.isFinite { values.withLock { $0[number] = value } }
            }
        }
        return values.withLock { $0 }
    }
}
