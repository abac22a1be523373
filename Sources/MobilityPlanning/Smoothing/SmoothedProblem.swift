import Foundation
import MobilityModel

/// The dual of the restricted master, made smooth by entropy, and its descent.
///
/// Where the simplex method would have each class follow its one best itinerary, here its people spread over all that are nearly as
/// good: with profits p at prices d and a temperature mu, itinerary i of a class of n people gets
///
///     x(i) = n exp(p(i) / mu) / (1 + sum over j of exp(p(j) / mu)),
///
/// the 1 for staying at home. These shares are the gradient of
///
///     F(d) = sum of limits d + sum over sides of their softened gain + sum over classes of n mu log(1 + sum over j of exp(p(j) / mu)),
///
/// which is convex, smooth, and at most  mu log(1 + itineraries)  a person above the dual of the master (Nesterov, "Smooth minimization of
/// non-smooth functions", 2005). It is minimised by accelerated projected gradient steps (Beck and Teboulle 2009), scaled row by row with
/// the curvature, started anew where they turn back (O'Donoghue and Candès 2015). A step costs one pass over the coefficients, where a
/// simplex iteration costs a basis. Classes are cut into parts, as many as there are coefficients for, whose sums are added up in order:
/// threads share the parts and change nothing.
struct SmoothedProblem {
    private let relaxation: Relaxation
    private let temperature: Double
    private let threads: Int
    /// The rows that have a price; prices and activities here go by the position in it.
    private let rows: [Int]
    private let parts: [SmoothedPart]
    private let reach: [Double]
    private let sides: [Relaxation.Side]
    /// By side: how much of it there is, at the prices last looked at.
    private(set) var sideValues: [Double] = []

    /// What the shares make of the rows.
    private var activity: [Double]
    private var curvature: [Double]

    /// Coefficients that make a part of their own, and the most parts.
    private static let partSize = 60_000
    /// How many parts there are.
    var partCount: Int { parts.count }
    private static let mostParts = 16

    /// - Parameters:
    ///   - columns: by class.
    ///   - people: by class.
    ///   - partSize: coefficients that make a part of their own.
    init(_ relaxation: Relaxation, columns: [[Column]], people: [Double], temperature: Double, threads: Int = 1, partSize: Int = Self.partSize) {
        self.relaxation = relaxation
        self.temperature = temperature
        self.threads = threads
        let rows = relaxation.rows.indices.filter { relaxation.isPriced($0) }
        self.rows = rows
        var numbers = [Int32](repeating: -1, count: relaxation.rows.count)
        for (number, row) in rows.enumerated() { numbers[row] = Int32(number) }
        let ranges = Self.ranges(columns.map { $0.reduce(0) { $0 + $1.entries.count } }, partSize: partSize)
        let parts = ranges.map { SmoothedPart(people: people[$0], rows: rows.count) }
        Workers.run(parts.count, threads: threads, begin: {}) { _, index in
            parts[index].load(columns[ranges[index]], relaxation, numbers: numbers)
        }
        self.parts = parts
        var reach = [Double](repeating: 1, count: rows.count)
        for part in parts { part.reach(&reach) }
        self.reach = reach
        sides = relaxation.sides.map { side in
            var side = side
            side.entries = side.entries.compactMap { numbers[$0.row] < 0 ? nil : Entry(row: Int(numbers[$0.row]), value: $0.value) }
            return side
        }
        activity = Array(repeating: 0, count: rows.count)
        curvature = activity
        sideValues = Array(repeating: 0, count: sides.count)
    }

    /// Consecutive classes of about as many coefficients each.
    private static func ranges(_ sizes: [Int], partSize: Int) -> [Range<Int>] {
        let total = sizes.reduce(0, +)
        let count = max(1, min(mostParts, total / partSize))
        var ranges: [Range<Int>] = []
        var (start, sum) = (0, 0)
        for (index, size) in sizes.enumerated() {
            sum += size
            guard ranges.count < count - 1, sum * count >= total * (ranges.count + 1) else { continue }
            ranges.append(start..<(index + 1))
            start = index + 1
        }
        ranges.append(start..<sizes.count)
        return ranges
    }

    /// How many people follow each column, in the order of classes and columns.
    var shares: [Double] { parts.flatMap(\.shares) }

    /// By row of the instance, what the shares make of it; 0 where it has no price.
    var wholeActivity: [Double] { spreadOut(activity, over: [Double](repeating: 0, count: relaxation.rows.count)) }

    private func spreadOut(_ values: [Double], over whole: [Double]) -> [Double] {
        var whole = whole
        for (number, row) in rows.enumerated() { whole[row] = values[number] }
        return whole
    }

    // MARK: Descent

    /// The part of a step that the curvature would allow if it were that of the rows alone: columns tie rows together.
    private static let firstStep = 0.3
    private static let curvatureEvery = 25

    /// Descends from `start`, some prices held as they are; the shares are then those at the prices returned. The unrest is what rows
    /// are missed by, at their prices.
    ///
    /// Complexity: O(steps x coefficients).
    mutating func descend(from start: [Double], steps: Int, holding held: Set<Int> = []) -> (prices: [Double], value: Double, unrest: Double) {
        let lowest = rows.map { held.contains($0) ? start[$0] : relaxation.lowest[$0] }
        let highest = rows.map { held.contains($0) ? start[$0] : relaxation.highest[$0] }
        var point = rows.map { start[$0] }
        var ahead = point
        var (momentum, length, last) = (1.0, Self.firstStep, Double.infinity)
        var best = (prices: point, value: Double.infinity)
        var unrest = 0.0
        for step in 0..<steps {
            let value = evaluate(ahead, withCurvature: step % Self.curvatureEvery == 0, step: step)
            if value < best.value { best = (ahead, value) }
            if value > last + 1e-7 * abs(last) {
                momentum = 1
                length = max(length / 2, 1e-4)
                if value > best.value + 1e-3 * abs(best.value) {
                    (point, ahead, last) = (best.prices, best.prices, .infinity)
                    continue
                }
            } else {
                length = min(length * 1.02, 1)
            }
            last = value
            var next = ahead
            var turn = 0.0
            unrest = 0
            for row in rows.indices where lowest[row] < highest[row] {
                let slope = relaxation.limit(rows[row], at: ahead[row]) - activity[row]
                next[row] = min(max(ahead[row] - length * slope / curvature[row], lowest[row]), highest[row])
                turn += (ahead[row] - next[row]) * (next[row] - point[row]) * curvature[row]
                unrest += abs(ahead[row] - next[row]) * curvature[row] / length * max(abs(ahead[row]), abs(next[row]))
            }
            let previous = point
            point = next
            ahead = next
            guard turn <= 0 else {
                momentum = 1
                continue
            }
            let grown = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
            let share = (momentum - 1) / grown
            momentum = grown
            for row in rows.indices {
                let moved = point[row] + share * (point[row] - previous[row])
                ahead[row] = min(max(moved, lowest[row]), highest[row])
            }
        }
        let value = evaluate(point, withCurvature: false, step: 0)
        if value <= best.value { return (spreadOut(point, over: start), value, unrest) }
        return (spreadOut(best.prices, over: start), evaluate(best.prices, withCurvature: false, step: 0), unrest)
    }

    // MARK: One point

    /// F at some prices; leaves the shares, and the activity of the rows.
    private mutating func evaluate(_ prices: [Double], withCurvature: Bool, step: Int) -> Double {
        let (parts, temperature) = (parts, temperature)
        Workers.run(parts.count, threads: threads, begin: {}) { _, index in
            parts[index].evaluate(prices, temperature: temperature, withCurvature: withCurvature, step: step)
        }
        var total = 0.0
        for row in rows.indices {
            var sum = 0.0
            for part in parts { sum += part.activity[row] }
            activity[row] = sum
            if withCurvature {
                var bend = 0.0
                for part in parts { bend += part.curvature[row] }
                curvature[row] = bend
            }
            guard prices[row] != 0 else { continue }
            let limit = relaxation.limit(rows[row], at: prices[row])
            if limit.isFinite { total += prices[row] * limit }
        }
        for part in parts { total += part.value }
        for (index, side) in sides.enumerated() {
            let (value, gain) = soften(side, prices, withCurvature: withCurvature)
            sideValues[index] = value
            total += gain
        }
        if withCurvature {
            // What hardly anybody uses at present may be wanted at the next prices.
            for row in rows.indices { curvature[row] = (curvature[row] + 0.02 * relaxation.capacity[rows[row]] * reach[row]) / temperature }
        }
        return total
    }

    private mutating func soften(_ side: Relaxation.Side, _ prices: [Double], withCurvature: Bool) -> (value: Double, gain: Double) {
        var reduced = side.cost
        for entry in side.entries { reduced -= prices[entry.row] * entry.value }
        let room = side.most - side.least
        var (value, gain) = (side.least, side.least * reduced)
        var bend = 0.0
        if room > 0 {
            let width = temperature * side.size
            let chance = 1 / (1 + exp(-reduced / width))
            value += room * chance
            gain += room * (reduced > 30 * width ? reduced : width * log(1 + exp(reduced / width)))
            bend = room * chance * (1 - chance) / side.size
        }
        guard value != 0 else { return (value, gain) }
        for entry in side.entries {
            activity[entry.row] += value * entry.value
            if withCurvature { curvature[entry.row] += bend * entry.value * entry.value }
        }
        return (value, gain)
    }
}
