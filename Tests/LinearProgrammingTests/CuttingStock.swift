import LinearProgramming

/// Cutting stock by column generation: patterns as columns, priced by an integer knapsack over the duals.
///
///     minimise   sum of x(p)
///     subject to sum of pieces(i,p) x(p) >= demand(i)    for every width i
struct CuttingStock {
    let roll: Int
    let widths: [Int]
    let demands: [Int]

    struct Outcome {
        let relaxation: Double
        let rolls: Double
        let rounds: Int
        let patterns: [[Int]]
        let uses: [Double]
    }

    /// Solves the relaxation to optimality by pricing, then the integer problem over the patterns found.
    func solve(_ options: SimplexOptions = SimplexOptions()) throws -> Outcome {
        var master = LinearProblem(sense: .minimise)
        for demand in demands { try master.addRow(.atLeast(Double(demand))) }
        var patterns: [[Int]] = []
        func add(_ pattern: [Int], to master: inout LinearProblem) throws {
            patterns.append(pattern)
            try master.addColumn(
                cost: 1, bounds: .nonNegative, integer: true, rows: pattern.indices.map { Int32($0) },
                coefficients: pattern.map(Double.init))
        }
        for (index, width) in widths.enumerated() {
            var pattern = [Int](repeating: 0, count: widths.count)
            pattern[index] = roll / width
            try add(pattern, to: &master)
        }
        var rounds = 0
        while true {
            rounds += 1
            let solution = try master.solveRelaxation(options)
            precondition(solution.status == .optimal && solution.rescues.isEmpty)
            let (pattern, worth) = bestPattern(master.duals())
            if worth <= 1 + 1e-9 {
                let integer = try master.solveInteger(IntegerOptions(objectiveIsIntegral: true))
                return Outcome(
                    relaxation: solution.objective, rolls: integer.objective, rounds: rounds, patterns: patterns, uses: integer.values)
            }
            try add(pattern, to: &master)
        }
    }

    /// The pattern worth most at the given prices, by dynamic programming over the roll.
    private func bestPattern(_ prices: [Double]) -> (pattern: [Int], worth: Double) {
        var worth = [Double](repeating: 0, count: roll + 1)
        var choice = [Int?](repeating: nil, count: roll + 1)
        for length in 1...roll {
            worth[length] = worth[length - 1]
            for (index, width) in widths.enumerated() where width <= length {
                if worth[length - width] + prices[index] > worth[length] + 1e-12 {
                    worth[length] = worth[length - width] + prices[index]
                    choice[length] = index
                }
            }
        }
        var pattern = [Int](repeating: 0, count: widths.count)
        var length = roll
        while length > 0 {
            if let index = choice[length] {
                pattern[index] += 1
                length -= widths[index]
            } else {
                length -= 1
            }
        }
        return (pattern, worth[roll])
    }
}
