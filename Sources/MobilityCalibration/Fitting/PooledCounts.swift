/// Counts of many cohorts of one mean chance, put together: their likelihood asks only how many of them have so many successes, so many
/// failures and so many trials, and cohorts are many where such numbers are few.
struct PooledCounts {
    /// A number, and how many cohorts have it.
    typealias Tally = (count: Double, cohorts: Double)

    /// In ascending order, 0 left out.
    let successes: [Tally]
    let failures: [Tally]
    let trials: [Tally]

    init(_ observations: [StepObservation]) {
        func tallies(_ number: (StepObservation) -> Double) -> [Tally] {
            var cohorts: [Double: Double] = [:]
            for row in observations { cohorts[number(row), default: 0] += 1 }
            return cohorts.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        successes = tallies(\.successes)
        failures = tallies { $0.trials - $0.successes }
        trials = tallies(\.trials)
    }

    /// Over all cohorts.
    static func sum(_ tallies: [Tally], _ value: (Double) -> Double) -> Double {
        tallies.reduce(0) { $0 + $1.cohorts * value($1.count) }
    }
}
