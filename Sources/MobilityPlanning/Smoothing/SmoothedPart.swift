import Foundation

/// The columns of some classes of a smoothed problem, with what they make of the rows: one thread works on a part at a time.
final class SmoothedPart {
    /// By class of the part: how many people.
    private let people: [Double]
    /// By class of the part: its first column; one more at the end.
    private var first: [Int] = [0]
    /// By column: its first coefficient; one more at the end.
    private var begin: [Int] = [0]
    private var row: [Int32] = []
    private var coefficient: [Double] = []
    private var gain: [Double] = []
    /// The columns near enough to have a share, and by class the first of them; one more at the end.
    private var near: [Int32] = []
    private var firstNear: [Int] = []

    /// How many people follow each column, at the prices last looked at.
    private(set) var shares: [Double] = []
    /// By row, what they make of it, and how much that bends.
    private(set) var activity: [Double]
    private(set) var curvature: [Double]
    /// What all of them gain.
    private(set) var value = 0.0

    init(people: ArraySlice<Double>, rows: Int) {
        self.people = Array(people)
        activity = Array(repeating: 0, count: rows)
        curvature = activity
    }

    /// - Parameters:
    ///   - columns: by class of the part.
    ///   - numbers: by row of the instance, its number among those that have a price; -1 where it has none.
    func load(_ columns: ArraySlice<[Column]>, _ relaxation: Relaxation, numbers: [Int32]) {
        for list in columns {
            for column in list {
                gain.append(column.gain(relaxation.objective))
                for entry in column.entries where numbers[entry.row] >= 0 {
                    row.append(numbers[entry.row])
                    coefficient.append(entry.value)
                }
                for entry in relaxation.instance.termEntries(of: column) where numbers[entry.row] >= 0 {
                    row.append(numbers[entry.row])
                    coefficient.append(entry.value)
                }
                begin.append(row.count)
            }
            first.append(gain.count)
        }
        shares = Array(repeating: 0, count: gain.count)
    }

    /// By row, the greatest coefficient.
    func reach(_ reach: inout [Double]) {
        for (row, value) in zip(row, coefficient) { reach[Int(row)] = max(reach[Int(row)], abs(value)) }
    }

    /// Steps after which columns that are far from the best of their class are looked at again.
    private static let glance = 8

    func evaluate(_ prices: [Double], temperature: Double, withCurvature: Bool, step: Int) {
        if step % Self.glance == 0 || withCurvature { look(prices, temperature) }
        let (people, first, near) = (people, firstNear, near)
        var value = 0.0
        var (shares, activity, curvature) = (Array<Double>(), Array<Double>(), Array<Double>())
        // Taken out while they are changed, so that nothing is checked or copied on the way.
        swap(&shares, &self.shares)
        swap(&activity, &self.activity)
        swap(&curvature, &self.curvature)
        let columns = ColumnView(begin: begin, row: row, coefficient: coefficient, gain: gain)
        columns.withPointers { columns in
            near.withUnsafeBufferPointer { near in
                shares.withUnsafeMutableBufferPointer { shares in
                    activity.withUnsafeMutableBufferPointer { activity in
                        curvature.withUnsafeMutableBufferPointer { curvature in
                            prices.withUnsafeBufferPointer { prices in
                                activity.update(repeating: 0)
                                if withCurvature { curvature.update(repeating: 0) }
                                for owner in people.indices where first[owner] < first[owner + 1] && people[owner] > 0 {
                                    let spread = Spread(columns: columns, near: near, range: first[owner]..<first[owner + 1], people: people[owner])
                                    value += people[owner] * spread.run(
                                        prices, temperature, shares, activity, withCurvature ? curvature : nil)
                                }
                            }
                        }
                    }
                }
            }
        }
        swap(&shares, &self.shares)
        swap(&activity, &self.activity)
        swap(&curvature, &self.curvature)
        self.value = value
    }

    /// Finds the columns near enough to the best of their class to have a share soon.
    private func look(_ prices: [Double], _ temperature: Double) {
        var (near, firstNear) = ([Int32](), [0])
        near.reserveCapacity(gain.count)
        let (first, begin, row, coefficient, gain) = (first, begin, row, coefficient, gain)
        var profits: [Double] = []
        var shares = shares
        for owner in people.indices {
            profits.removeAll(keepingCapacity: true)
            var most = 0.0
            if people[owner] > 0 {
                for column in first[owner]..<first[owner + 1] {
                    var profit = gain[column]
                    for index in begin[column]..<begin[column + 1] { profit -= prices[Int(row[index])] * coefficient[index] }
                    profits.append(profit)
                    most = max(most, profit)
                }
            }
            for (offset, profit) in profits.enumerated() {
                if profit > most - 60 * temperature { near.append(Int32(first[owner] + offset)) } else { shares[first[owner] + offset] = 0 }
            }
            firstNear.append(near.count)
        }
        (self.near, self.firstNear, self.shares) = (near, firstNear, shares)
    }
}

/// Columns with their coefficients, one after the other.
private struct ColumnView {
    let begin: [Int]
    let row: [Int32]
    let coefficient: [Double]
    let gain: [Double]

    struct Pointers {
        let begin: UnsafeBufferPointer<Int>
        let row: UnsafeBufferPointer<Int32>
        let coefficient: UnsafeBufferPointer<Double>
        let gain: UnsafeBufferPointer<Double>
    }

    func withPointers(_ body: (Pointers) -> Void) {
        begin.withUnsafeBufferPointer { begin in
            row.withUnsafeBufferPointer { row in
                coefficient.withUnsafeBufferPointer { coefficient in
                    gain.withUnsafeBufferPointer { body(Pointers(begin: begin, row: row, coefficient: coefficient, gain: $0)) }
                }
            }
        }
    }
}

/// The people of a class over its columns.
private struct Spread {
    let columns: ColumnView.Pointers
    let near: UnsafeBufferPointer<Int32>
    /// Of `near`.
    let range: Range<Int>
    let people: Double

    /// Returns what one of them gains.
    @inline(__always) func run(
        _ prices: UnsafeBufferPointer<Double>, _ temperature: Double, _ shares: UnsafeMutableBufferPointer<Double>,
        _ activity: UnsafeMutableBufferPointer<Double>, _ curvature: UnsafeMutableBufferPointer<Double>?
    ) -> Double {
        var most = 0.0
        for index in range {
            let column = Int(near[index])
            var profit = columns.gain[column]
            for entry in columns.begin[column]..<columns.begin[column + 1] {
                profit -= prices[Int(columns.row[entry])] * columns.coefficient[entry]
            }
            shares[column] = profit
            most = max(most, profit)
        }
        // What is worth less by 30 temperatures has a share that no sum shows.
        let least = most - 30 * temperature
        var sum = most < 30 * temperature ? exp(-most / temperature) : 0
        for index in range {
            let column = Int(near[index])
            shares[column] = shares[column] > least ? exp((shares[column] - most) / temperature) : 0
            sum += shares[column]
        }
        let scale = people / sum
        let nobody = 1e-9 * people
        for index in range {
            let column = Int(near[index])
            guard shares[column] > 0 else { continue }
            let share = shares[column] * scale
            shares[column] = share
            guard share > nobody else { continue }
            let entries = columns.begin[column]..<columns.begin[column + 1]
            for entry in entries { activity[Int(columns.row[entry])] += share * columns.coefficient[entry] }
            guard let curvature else { continue }
            for entry in entries {
                curvature[Int(columns.row[entry])] += share * columns.coefficient[entry] * columns.coefficient[entry]
            }
        }
        return most + temperature * log(sum)
    }
}
