import LinearProgramming
import MobilityModel

/// The master restricted to the patterns of some itineraries, as an integer problem in whole steps of the stage.
///
/// How many people follow which pattern and how many of their cycles take which quota line and which stretch of applications
/// are variables of their own, tied by one row for each set of alternatives. The relaxation is as tight as with a variable
/// for each itinerary: whatever is chosen for one cycle leaves all choices for the others, so fractions of choices can be dealt
/// to fractions of people. Given who goes where, what is left to choose is nearly a flow.
struct IntegerProblem: ~Copyable {
    private let instance: Instance
    private var problem: LinearProblem
    private let sides: Int
    private let patterns: [Pattern]
    /// In the order of their columns.
    private let alternatives: [Alternatives]
    /// Columns after all others: they count how far a solution is from a plan.
    private var distances = 0

    /// - Parameters:
    ///   - kept: itineraries that stay as they are: what they use is taken off the rows.
    ///   - distance: what is looked for, where that is a plan near another.
    init(
        _ master: borrowing Master, columns: [Column], stage: Stage, kept: [(column: Column, count: Int)] = [],
        distance: Distance? = nil
    ) throws(SolverError) {
        instance = master.instance
        sides = instance.sideColumns.count
        let unit = if case .term(let index) = stage { instance.scales[index] / Double(instance.steps[index]) } else { 1.0 }
        problem = LinearProblem(sense: .maximise)
        (patterns, alternatives) = Self.patterns(instance, columns)
        var used = [Double](repeating: 0, count: instance.table.rows.count)
        for use in kept {
            for entry in use.column.entries + instance.termEntries(of: use.column) { used[entry.row] += entry.value * Double(use.count) }
        }
        for index in instance.table.rows.indices {
            let bounds = master.problem.bounds(of: RowID(index)) ?? .free
            try problem.addRow(Bounds(lower: bounds.lower - used[index], upper: bounds.upper - used[index]))
        }
        var choiceRows: [Alternatives: Int] = [:]
        for item in alternatives {
            choiceRows[item] = instance.table.rows.count + choiceRows.count
            try problem.addRow(.exactly(0))
        }
        let rows = try distance?.rows(in: &problem, patterns: patterns.map(\.key))
        try problem.setObjectiveOffset(kept.reduce(0.0) { $0 + master.cost($1.column) * unit * Double($1.count) })
        for (index, side) in instance.sideColumns.enumerated() {
            let entries = side.entries + instance.termEntries(of: side)
            try problem.addColumn(
                cost: master.cost(side) * unit, bounds: master.problem.bounds(of: ColumnID(index)) ?? .nonNegative,
                integer: side.isInteger, rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
        for pattern in patterns {
            var entries = pattern.column.entries + instance.termEntries(of: pattern.column)
            for (item, cycles) in pattern.needs {
                if let row = choiceRows[item] { entries.append(Entry(row: row, value: Double(cycles))) }
            }
            entries += rows?.entries(of: pattern.key) ?? []
            try problem.addColumn(
                cost: master.cost(pattern.column) * unit, bounds: .between(0, Double(instance.classes[pattern.key.owner].count)),
                integer: true, rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
        let costTerm = instance.terms.firstIndex(of: .cost)
        for item in alternatives {
            for index in 0..<item.count {
                var (entries, cents) = instance.entries(of: item, index)
                if let costTerm, cents != 0, let row = instance.table[.term(costTerm)] {
                    entries.append(Entry(row: row, value: Double(cents) / instance.scales[costTerm]))
                }
                if let row = choiceRows[item] { entries.append(Entry(row: row, value: -1)) }
                let cost = costTerm.map { master.objective[$0] * Double(cents) * unit } ?? 0
                try problem.addColumn(
                    cost: cost, bounds: .nonNegative, integer: false, rows: entries.map { Int32($0.row) },
                    coefficients: entries.map(\.value))
            }
        }
        if let rows { try distance?.addColumns(to: &problem, rows) }
        distances = problem.columnCount - sides - patterns.count - alternatives.reduce(0) { $0 + $1.count }
    }

    /// The patterns of itineraries, each once, and the sets of alternatives that they choose from, in order of first use.
    private static func patterns(_ instance: Instance, _ columns: [Column]) -> ([Pattern], [Alternatives]) {
        var known: Set<Pattern.Key> = []
        var seen: Set<Alternatives> = []
        var (patterns, alternatives): ([Pattern], [Alternatives]) = ([], [])
        for column in columns {
            let pattern = instance.pattern(of: column)
            guard known.insert(pattern.key).inserted else { continue }
            patterns.append(pattern)
            for item in pattern.alternatives where seen.insert(item).inserted { alternatives.append(item) }
        }
        return (patterns, alternatives)
    }

    struct Ending {
        /// People by itinerary; `nil` where none was found.
        var uses: [(column: Column, count: Int)]?
        /// Proven for solutions at least as good as the cut-off; `nil` where the search did not get that far.
        var bound: Double?
    }

    /// Columns, those of the master's side included, those of distances not.
    var size: Int { sides + patterns.count + alternatives.reduce(0) { $0 + $1.count } }

    /// Searches with whole people first, whatever parts of choices they make: few choices are not whole then. Where some are,
    /// the same people choose anew, and only where that is no plan as good is everything decided together.
    ///
    /// - Parameters:
    ///   - cutoff: only solutions at least this good are wanted.
    ///   - ceiling: no solution is better than this.
    ///   - isExact: whether to decide everything together where it comes to that; otherwise a solution may be missed.
    mutating func solve(
        cutoff: Double?, ceiling: Double, gap: Double, nodeLimit: Int, isExact: Bool, interruption: Interruption
    ) throws -> Ending {
        func search(_ problem: inout LinearProblem, _ cutoff: Double?, _ ceiling: Double) throws -> MIPSolution {
            let options = IntegerOptions(relativeGap: gap, objectiveIsIntegral: true, nodeLimit: nodeLimit, cutoff: cutoff)
            return try problem.solveInteger(options) { progress in
                interruption.hasCome || progress.incumbent >= ceiling - 1e-6 ? .stop : .continue
            }
        }
        func bound(_ solution: MIPSolution, _ cutoff: Double?) -> Double? {
            switch solution.status {
            case .optimal, .feasible: solution.bound
            case .cutOff, .infeasible: (cutoff ?? ceiling + 1) - 1
            default: solution.bound.isFinite ? solution.bound : nil
            }
        }
        let relaxed = try search(&problem, cutoff, ceiling)
        var ending = Ending(bound: bound(relaxed, cutoff))
        guard relaxed.status == .optimal || relaxed.status == .feasible, relaxed.values.count == size + distances else { return ending }
        if choicesAreWhole(relaxed.values) {
            ending.uses = deal(relaxed.values)
            return ending
        }
        for index in choices { try problem.setInteger(column: ColumnID(index), true) }
        let before = people.map { problem.bounds(of: ColumnID($0)) ?? .nonNegative }
        for index in people { try problem.setBounds(column: ColumnID(index), .exactly(relaxed.values[index])) }
        let chosen = try search(&problem, cutoff, ceiling)
        for (index, bounds) in zip(people, before) { try problem.setBounds(column: ColumnID(index), bounds) }
        var reached = cutoff
        if chosen.status == .optimal || chosen.status == .feasible, chosen.values.count == size + distances {
            ending.uses = deal(chosen.values)
            reached = max(chosen.objective.rounded() + 1, cutoff ?? -.infinity)
            if let proven = ending.bound, chosen.objective.rounded() >= (proven + 1e-6).rounded(.down) { return ending }
        }
        guard isExact else { return ending }
        let least = min(ceiling, ending.bound ?? ceiling)
        let whole = try search(&problem, reached, least)
        if whole.status == .optimal || whole.status == .feasible, whole.values.count == size + distances { ending.uses = deal(whole.values) }
        if let proven = bound(whole, reached) { ending.bound = min(proven, ending.bound ?? proven) }
        return ending
    }

    private var people: Range<Int> { sides..<(sides + patterns.count) }
    private var choices: Range<Int> { people.upperBound..<size }

    private func choicesAreWhole(_ values: [Double]) -> Bool {
        values[choices].allSatisfy { abs($0 - $0.rounded()) <= 1e-6 }
    }

    /// Deals what was chosen to the people who follow the patterns; `nil` where there is not as much of it as they need.
    private func deal(_ values: [Double]) -> [(column: Column, count: Int)]? {
        let values = values.map { Int($0.rounded()) }
        var left: [Alternatives: [Int]] = [:]
        var next = choices.lowerBound
        for item in alternatives {
            left[item] = Array(values[next..<(next + item.count)])
            next += item.count
        }
        var uses: [(column: Column, count: Int)] = []
        for (pattern, count) in zip(patterns, values[people]) where count > 0 {
            // One cycle after the other takes what it needs; people are together as long as each of their choices lasts.
            var runs: [[(choice: Int, count: Int)]] = []
            for item in pattern.alternatives {
                guard let run = Self.taken(count, from: &left[item, default: []]) else { return nil }
                runs.append(run)
            }
            var remaining = count
            while remaining > 0 {
                let together = runs.compactMap { $0.last?.count }.min() ?? remaining
                uses.append((instance.column(of: pattern, chosen: runs.compactMap { $0.last?.choice }), together))
                remaining -= together
                for index in runs.indices {
                    runs[index][runs[index].count - 1].count -= together
                    if runs[index].last?.count == 0 { runs[index].removeLast() }
                }
            }
        }
        return uses
    }

    /// Takes as many of the alternatives as are asked for, the first that are left; the last taken first. `nil` where there are too few.
    private static func taken(_ count: Int, from left: inout [Int]) -> [(choice: Int, count: Int)]? {
        var run: [(choice: Int, count: Int)] = []
        var due = count
        for choice in left.indices where due > 0 && left[choice] > 0 {
            let part = min(due, left[choice])
            left[choice] -= part
            due -= part
            run.append((choice, part))
        }
        return due == 0 ? run.reversed() : nil
    }
}

extension Pattern {
    /// Each set of alternatives once, with the number of cycles that choose from it.
    var needs: [(alternatives: Alternatives, cycles: Int)] {
        var needs: [(alternatives: Alternatives, cycles: Int)] = []
        for item in alternatives {
            if let known = needs.firstIndex(where: { $0.alternatives == item }) {
                needs[known].cycles += 1
            } else {
                needs.append((item, 1))
            }
        }
        return needs
    }
}
