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

    func evaluate(_ prices: [Double], temperature: Double, withCurvature: Bool) {
        value = 0
        for index in activity.indices { activity[index] = 0 }
        if withCurvature { for index in curvature.indices { curvature[index] = 0 } }
        for owner in people.indices where first[owner] < first[owner + 1] && people[owner] > 0 {
            value += people[owner] * spread(owner, prices, temperature, withCurvature: withCurvature)
        }
    }

    /// Spreads the people of a class over its columns; returns what one of them gains.
    private func spread(_ owner: Int, _ prices: [Double], _ temperature: Double, withCurvature: Bool) -> Double {
        let columns = first[owner]..<first[owner + 1]
        var most = 0.0
        for column in columns {
            var profit = gain[column]
            for index in begin[column]..<begin[column + 1] { profit -= prices[Int(row[index])] * coefficient[index] }
            shares[column] = profit
            most = max(most, profit)
        }
        // What is worth less by 30 temperatures has a share that no sum shows.
        let least = most - 30 * temperature
        var sum = most < 30 * temperature ? exp(-most / temperature) : 0
        for column in columns {
            shares[column] = shares[column] > least ? exp((shares[column] - most) / temperature) : 0
            sum += shares[column]
        }
        let scale = people[owner] / sum
        let nobody = 1e-9 * people[owner]
        for column in columns where shares[column] > 0 {
            shares[column] *= scale
            let share = shares[column]
            guard share > nobody else { continue }
            for index in begin[column]..<begin[column + 1] { activity[Int(row[index])] += share * coefficient[index] }
            guard withCurvature else { continue }
            for index in begin[column]..<begin[column + 1] { curvature[Int(row[index])] += share * coefficient[index] * coefficient[index] }
        }
        return most + temperature * log(sum)
    }
}
