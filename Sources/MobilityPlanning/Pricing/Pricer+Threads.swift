import MobilityModel
import Synchronization

extension Pricer {
    /// What is found of some consecutive classes.
    private struct Found {
        var profits: [Double] = []
        var columns: [Column] = []
        var failure: (any Error)?
    }

    /// Classes that a thread takes at a time.
    private static let chunk = 64

    /// What `bestOfAll` finds, by several threads: the same in the same order, however many there are.
    static func bestOfAll(
        _ instance: Instance, prices: Prices, limit: Int, among included: (Int) -> Bool, above floor: (Int) -> Double = { _ in 0 },
        sample: Shortlist.Sample? = nil, isExact: Bool = true, interruption: Interruption, threads: Int
    ) throws -> (profits: [Double], columns: [Column]) {
        let count = instance.classes.count
        // Of pools, itineraries that gain less than the best matter as well: many of their people follow those.
        let few = instance.isOfPersons ? Pricer.few : Int.max
        let chunks = (count + chunk - 1) / chunk
        let found = Mutex([Found](repeating: Found(), count: chunks))
        func begin() -> Pricer { Pricer(instance, prices: prices, interruption: interruption, sample: sample, few: few, isExact: isExact) }
        Workers.run(chunks, threads: threads, begin: begin) { pricer, index in
            var own = Found()
            do {
                for owner in (index * chunk)..<min(count, (index + 1) * chunk) {
                    guard included(owner) else {
                        own.profits.append(0)
                        continue
                    }
                    let (profit, itineraries) = try pricer.best(owner, above: floor(owner), limit: limit)
                    own.profits.append(profit)
                    for cycles in itineraries { own.columns.append(instance.column(owner: owner, cycles: cycles)) }
                }
            } catch { own.failure = error }
            found.withLock { $0[index] = own }
        }
        var profits: [Double] = []
        profits.reserveCapacity(count)
        var columns: [Column] = []
        for part in found.withLock({ $0 }) {
            if let failure = part.failure { throw failure }
            profits += part.profits
            columns += part.columns
        }
        return (profits, columns)
    }
}
