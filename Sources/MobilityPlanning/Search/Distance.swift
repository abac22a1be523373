import LinearProgramming
import MobilityModel

/// How far a plan is from another, as rows and columns of an integer problem.
///
/// With A people of a class placed, B of them placed in the other plan, and u, d >= 0:  A - u + d = B, so that u + d is at least
/// |A - B|, the people of the class who are moved. With P people on a pattern that W followed, min(P, W) keep what they did, and
/// B - d people of a class are placed in both plans.
struct Distance {
    enum Goal {
        /// Minus the people moved.
        case fewestMoved
        /// Minus the people placed in both plans who do something else, and all who are placed in the other, with so many moved at most.
        case fewestChanged(moved: Int)
    }

    /// Rows of one problem.
    struct Rows {
        fileprivate var followers: [(key: Pattern.Key, row: Int)] = []
        fileprivate var followed: [Pattern.Key: Int] = [:]
        fileprivate var people: [Int: Int] = [:]
        fileprivate var moved: Int?

        /// Of a person who follows a pattern.
        func entries(of key: Pattern.Key) -> [Entry] {
            (followed[key].map { [Entry(row: $0, value: -1)] } ?? []) + (people[key.owner].map { [Entry(row: $0, value: 1)] } ?? [])
        }
    }

    let near: NearPlan
    let goal: Goal
    let instance: Instance

    func rows(in problem: inout LinearProblem, patterns: [Pattern.Key]) throws(SolverError) -> Rows {
        var rows = Rows()
        var present = Set(near.placedOfClass.indices.filter { near.placedOfClass[$0] > 0 })
        for key in patterns { present.insert(key.owner) }
        for owner in present.sorted() {
            rows.people[owner] = try problem.addRow(.exactly(Double(near.placedOfClass[owner]))).index
        }
        if case .fewestChanged(let moved) = goal {
            rows.moved = try problem.addRow(.atMost(Double(moved))).index
            for key in patterns where near.followers[key] != nil {
                let row = try problem.addRow(.atMost(0)).index
                rows.followed[key] = row
                rows.followers.append((key, row))
            }
        }
        return rows
    }

    func addColumns(to problem: inout LinearProblem, _ rows: Rows) throws(SolverError) {
        for (owner, row) in rows.people.sorted(by: { $0.key < $1.key }) {
            let before = near.placedOfClass[owner]
            let count = instance.classes[owner].count
            for (sign, most) in [(-1.0, count - before), (1.0, before)] where most > 0 {
                let cost = rows.moved == nil ? -1.0 : sign > 0 ? 1 : 0
                let entries = [Entry(row: row, value: sign)] + (rows.moved.map { [Entry(row: $0, value: 1)] } ?? [])
                try problem.addColumn(
                    cost: cost, bounds: .between(0, Double(most)), integer: false, rows: entries.map { Int32($0.row) },
                    coefficients: entries.map(\.value))
            }
        }
        for (key, row) in rows.followers {
            try problem.addColumn(
                cost: 1, bounds: .between(0, Double(near.followers[key] ?? 0)), integer: false, rows: [Int32(row)], coefficients: [1])
        }
    }
}
