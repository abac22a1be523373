import LinearProgramming

/// A random pure integer problem, small enough to try every point of its box.
struct TinyInteger {
    let sense: Sense
    let costs: [Double]
    let offset: Double
    let boxes: [(lower: Int, upper: Int)]
    let rows: [(bounds: Bounds, coefficients: [Double])]

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...5, using: &random)
        sense = Bool.random(using: &random) ? .maximise : .minimise
        let scale = [1.0, 1, 1000, 0.25][Int.random(in: 0..<4, using: &random)]
        costs = (0..<count).map { _ in scale * Double(Int.random(in: -9...9, using: &random)) }
        offset = Double(Int.random(in: -3...3, using: &random))
        boxes = (0..<count).map { _ in
            let lower = Int.random(in: -2...1, using: &random)
            return (lower, lower + Int.random(in: 0...3, using: &random))
        }
        rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let coefficients = (0..<count).map { _ in Double(Int.random(in: -5...5, using: &random)) }
            let side = Double(Int.random(in: -6...8, using: &random)) + (Bool.random(using: &random) ? 0.5 : 0)
            let bounds: Bounds =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: .exactly(side.rounded())
                case 1: .atLeast(side)
                case 2: .between(side - 3, side)
                default: .atMost(side)
                }
            return (bounds, coefficients)
        }
    }

    func problem() throws -> LinearProblem {
        var problem = LinearProblem(sense: sense)
        try problem.setObjectiveOffset(offset)
        for row in rows { try problem.addRow(row.bounds) }
        for (column, cost) in costs.enumerated() {
            try problem.addColumn(
                cost: cost, bounds: .between(Double(boxes[column].lower), Double(boxes[column].upper)), integer: true,
                rows: rows.indices.map { Int32($0) }, coefficients: rows.map { $0.coefficients[column] })
        }
        return problem
    }

    /// All points that satisfy every row, with their objectives.
    func feasiblePoints() -> [(values: [Double], objective: Double)] {
        var points: [[Double]] = [[]]
        for box in boxes { points = points.flatMap { point in (box.lower...box.upper).map { point + [Double($0)] } } }
        return points.compactMap { point in
            for row in rows {
                let activity = zip(row.coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
                if activity < row.bounds.lower || activity > row.bounds.upper { return nil }
            }
            return (point, zip(costs, point).reduce(offset) { $0 + $1.0 * $1.1 })
        }
    }
}
