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
/// simplex iteration costs a basis.
struct SmoothedProblem {
    private let relaxation: Relaxation
    private let temperature: Double
    /// By class.
    private let people: [Double]
    /// By class: its first column; one more at the end.
    private let first: [Int]
    /// By column: its first coefficient; one more at the end.
    private let begin: [Int]
    private let row: [Int32]
    private let coefficient: [Double]
    private let gain: [Double]
    private let reach: [Double]

    /// How many people follow each column, at the prices last looked at.
    private(set) var shares: [Double]
    /// By row, what they make of it.
    private(set) var activity: [Double]
    private var curvature: [Double]

    /// - Parameters:
    ///   - columns: by class.
    ///   - people: by class.
    init(_ relaxation: Relaxation, columns: [[Column]], people: [Double], temperature: Double) {
        self.relaxation = relaxation
        self.temperature = temperature
        self.people = people
        var (first, begin, row, coefficient, gain) = ([0], [0], [Int32](), [Double](), [Double]())
        var reach = [Double](repeating: 1, count: relaxation.rows.count)
        for list in columns {
            for column in list {
                gain.append(column.gain(relaxation.objective))
                for entry in column.entries + relaxation.instance.termEntries(of: column) where relaxation.isPriced(entry.row) {
                    row.append(Int32(entry.row))
                    coefficient.append(entry.value)
                    reach[entry.row] = max(reach[entry.row], abs(entry.value))
                }
                begin.append(row.count)
            }
            first.append(gain.count)
        }
        (self.first, self.begin, self.row, self.coefficient, self.gain, self.reach) = (first, begin, row, coefficient, gain, reach)
        shares = Array(repeating: 0, count: gain.count)
        activity = Array(repeating: 0, count: relaxation.rows.count)
        curvature = activity
    }

    // MARK: Descent

    /// The part of a step that the curvature would allow if it were that of the rows alone: columns tie rows together.
    private static let firstStep = 0.3
    private static let curvatureEvery = 25

    /// Descends from `start`; the shares are then those at the prices returned. The unrest is what rows are missed by, at their prices.
    ///
    /// Complexity: O(steps x coefficients).
    mutating func descend(from start: [Double], steps: Int) -> (prices: [Double], value: Double, unrest: Double) {
        let rows = relaxation.rows.indices.filter { relaxation.isPriced($0) }
        var (point, ahead) = (start, start)
        var (momentum, length, last) = (1.0, Self.firstStep, Double.infinity)
        var best = (prices: start, value: Double.infinity)
        var unrest = 0.0
        for step in 0..<steps {
            let value = evaluate(ahead, withCurvature: step % Self.curvatureEvery == 0)
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
            for row in rows {
                let slope = relaxation.limit(row, at: ahead[row]) - activity[row]
                next[row] = min(max(ahead[row] - length * slope / curvature[row], relaxation.lowest[row]), relaxation.highest[row])
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
            for row in rows {
                let moved = point[row] + share * (point[row] - previous[row])
                ahead[row] = min(max(moved, relaxation.lowest[row]), relaxation.highest[row])
            }
        }
        let value = evaluate(point, withCurvature: false)
        if value <= best.value { return (point, value, unrest) }
        return (best.prices, evaluate(best.prices, withCurvature: false), unrest)
    }

    // MARK: One point

    /// F at some prices; leaves the shares, and the activity of the rows.
    private mutating func evaluate(_ prices: [Double], withCurvature: Bool) -> Double {
        var total = 0.0
        for row in prices.indices {
            activity[row] = 0
            if withCurvature { curvature[row] = 0 }
            guard prices[row] != 0 else { continue }
            let limit = relaxation.limit(row, at: prices[row])
            if limit.isFinite { total += prices[row] * limit }
        }
        for owner in people.indices where first[owner] < first[owner + 1] && people[owner] > 0 {
            total += people[owner] * spread(owner, prices, withCurvature: withCurvature)
        }
        for side in relaxation.sides { total += soften(side, prices, withCurvature: withCurvature) }
        if withCurvature {
            // What hardly anybody uses at present may be wanted at the next prices.
            for row in curvature.indices { curvature[row] = (curvature[row] + 0.02 * relaxation.capacity[row] * reach[row]) / temperature }
        }
        return total
    }

    /// Spreads the people of a class over its columns; returns what one of them gains.
    private mutating func spread(_ owner: Int, _ prices: [Double], withCurvature: Bool) -> Double {
        let columns = first[owner]..<first[owner + 1]
        var most = 0.0
        for column in columns {
            var profit = gain[column]
            for index in begin[column]..<begin[column + 1] { profit -= prices[Int(row[index])] * coefficient[index] }
            shares[column] = profit
            most = max(most, profit)
        }
        var sum = exp(-most / temperature)
        for column in columns {
            shares[column] = exp((shares[column] - most) / temperature)
            sum += shares[column]
        }
        let scale = people[owner] / sum
        let nobody = 1e-9 * people[owner]
        for column in columns {
            shares[column] *= scale
            let share = shares[column]
            guard share > nobody else { continue }
            for index in begin[column]..<begin[column + 1] { activity[Int(row[index])] += share * coefficient[index] }
            guard withCurvature else { continue }
            for index in begin[column]..<begin[column + 1] { curvature[Int(row[index])] += share * coefficient[index] * coefficient[index] }
        }
        return most + temperature * log(sum)
    }

    private mutating func soften(_ side: Relaxation.Side, _ prices: [Double], withCurvature: Bool) -> Double {
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
        guard value != 0 else { return gain }
        for entry in side.entries {
            activity[entry.row] += value * entry.value
            if withCurvature { curvature[entry.row] += bend * entry.value * entry.value }
        }
        return gain
    }
}
