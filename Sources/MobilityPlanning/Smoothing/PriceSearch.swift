import MobilityModel

/// Looks for the prices that prove most, and for the itineraries that belong to them, without a basis: column generation on the smoothed
/// master.
///
/// Prices of a simplex basis jump from one corner to the next, and the more people are alike the wilder; those of the smoothed master lie
/// in the middle of all that are nearly as good, so that few rounds of pricing bring what is missing. The temperature goes down as
/// the itineraries become complete. What the prices prove is computed apart, by pricing every class exactly (`DualBound`).
struct PriceSearch {
    private(set) var relaxation: Relaxation
    private let whole: Relaxation
    let interruption: Interruption
    /// By class.
    private(set) var columns: [[Column]]
    private var known: Set<Column.Key> = []
    /// What is proven.
    private(set) var best: DualBound?
    private(set) var prices: [Double]
    /// By class: people who are not placed for good.
    private var people: [Double]
    /// By class and column: the people who follow it.
    private(set) var shares: [[Double]] = []
    /// What a cycle is worth about, in the objective of the stage.
    private var worth = 0.0

    static let rounds = 100
    static let stepsPerRound = 150
    static let itinerariesPerClass = 4
    /// Temperatures, in parts of what a cycle is worth.
    static let warmest = 0.2
    static let coldest = 0.002

    init(_ relaxation: Relaxation, interruption: Interruption, columns known: [Column]) {
        self.relaxation = relaxation
        whole = relaxation
        people = relaxation.instance.classes.map { Double($0.count) }
        self.interruption = interruption
        columns = Array(repeating: [], count: relaxation.instance.classes.count)
        prices = relaxation.admissible(Array(repeating: 0, count: relaxation.rows.count))
        for column in known { add(column) }
        let gains = columns.joined().map { abs(relaxation.gain(of: $0)) / Double(max(1, $0.cycles.count)) }.filter { $0 > 0 }
        worth = gains.isEmpty ? 1 : gains.reduce(0, +) / Double(gains.count)
    }

    @discardableResult private mutating func add(_ column: Column) -> Bool {
        guard known.insert(column.key).inserted else { return false }
        columns[column.owner].append(column)
        return true
    }

    /// - Parameters:
    ///   - isClosed: whether a bound is as near to the best plan as was asked for.
    ///   - report: told of every bound that is better than those before.
    mutating func run(isClosed: (DualBound) -> Bool, report: (DualBound) -> Void) throws {
        var part = Self.warmest
        var still = 0
        for _ in 0..<Self.rounds where !interruption.hasCome {
            let found: DualBound
            do { found = try price() } catch StageFailure.interrupted { break }
            let before = best?.value ?? .infinity
            if found.value < before {
                best = found
                report(found)
                if isClosed(found) { break }
            }
            still = before - found.value < 1e-5 * abs(found.value) && part == Self.coldest ? still + 1 : 0
            if still == 5 { break }
            let (value, unrest) = descend(temperature: part * worth)
            debugPrint("round", relaxation.interruptionTime(interruption), part, found.value, value, unrest / abs(value), columns.reduce(0) { $0 + $1.count })
            let isNearlyComplete = found.value < value + 3e-3 * abs(value)
            if unrest < 2e-2 * abs(value) { part = max(Self.coldest, part * (isNearlyComplete ? 0.7 : 0.9)) }
        }
        if shares.isEmpty { _ = descend(temperature: part * worth) }
    }

    /// Shares the people who are left out over what a plan that has begun leaves room for.
    mutating func shareOut(after begun: Filling) throws {
        relaxation = whole.left(after: begun)
        people = begun.left.map { Double($0) }
        prices = relaxation.admissible(prices)
        _ = descend(temperature: Self.coldest * worth)
        do { _ = try price() } catch StageFailure.interrupted { return }
        _ = descend(temperature: Self.coldest * worth)
    }

    /// What the present prices prove, where nobody is placed for good; adds the itineraries that are best at them.
    private mutating func price() throws -> DualBound {
        let instance = relaxation.instance
        let pricer = Pricer(
            instance, prices: Prices(instance, duals: prices, objective: relaxation.objective), interruption: interruption)
        var profits: [Double] = []
        for owner in instance.classes.indices where people[owner] > 0 {
            let (profit, itineraries) = try pricer.best(owner, above: 0, limit: Self.itinerariesPerClass)
            profits.append(profit)
            for cycles in itineraries { add(instance.column(owner: owner, cycles: cycles)) }
        }
        return relaxation.bound(prices, profits: profits)
    }

    private mutating func descend(temperature: Double) -> (value: Double, unrest: Double) {
        var problem = SmoothedProblem(relaxation, columns: columns, people: people, temperature: temperature)
        let found = problem.descend(from: prices, steps: Self.stepsPerRound)
        prices = found.prices
        var rest = problem.shares[...]
        shares = columns.map { list in
            defer { rest = rest.dropFirst(list.count) }
            return Array(rest.prefix(list.count))
        }
        return (found.value, found.unrest)
    }
}
