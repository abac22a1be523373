import LinearProgramming
import MobilityModel

/// The relaxation of the search for the nearest plan, with itineraries generated as they are needed: what it proves, and which
/// itineraries it leaves in question.
///
/// Let B people of a class be placed in the plan to be near to. For any duals y of the rows that people share, no plan moves fewer than
/// minus  (sum of y times the bound of its row + sum over classes of g(p)),  g(p) = max over A of p A - |A - B|,  where p is the best
/// profit of an itinerary of the class. g is piecewise linear in A, so that A is nobody, B or everybody.
struct NearRelaxation: ~Copyable {
    private let instance: Instance
    private let near: NearPlan
    private let rows: [Bounds]
    private let sideBounds: [Bounds]
    private var problem: LinearProblem
    private var known: Set<Column.Key> = []
    /// In the order in which they were generated.
    private(set) var columns: [Column] = []
    /// The best bound so far, with the duals and profits that prove it.
    private var proof: (value: Double, duals: [Double], profits: [Double])?

    private static let rounds = 60

    /// - Parameter master: with the search for any valid plan as its objective, and all terms kept.
    init(_ master: borrowing Master, near: NearPlan, columns: [Column]) throws(SolverError) {
        instance = master.instance
        self.near = near
        (rows, sideBounds) = (master.rowBounds, master.sideBounds)
        problem = LinearProblem(sense: .maximise)
        for bounds in rows { try problem.addRow(bounds) }
        for owner in instance.classes.indices { try problem.addRow(.exactly(Double(near.placedOfClass[owner]))) }
        for (side, bounds) in zip(instance.sideColumns, sideBounds) {
            let entries = side.entries + instance.termEntries(of: side)
            try problem.addColumn(cost: 0, bounds: bounds, rows: entries.map { Int32($0.row) }, coefficients: entries.map(\.value))
        }
        for (owner, people) in instance.classes.enumerated() {
            let (before, row) = (near.placedOfClass[owner], Int32(rows.count + owner))
            try problem.addColumn(cost: -1, bounds: .between(0, Double(people.count - before)), rows: [row], coefficients: [-1])
            try problem.addColumn(cost: -1, bounds: .between(0, Double(before)), rows: [row], coefficients: [1])
        }
        try add(columns)
    }

    private mutating func add(_ new: [Column]) throws(SolverError) {
        for column in new where known.insert(column.key).inserted {
            let entries = column.entries + instance.termEntries(of: column) + [Entry(row: rows.count + column.owner, value: 1)]
            try problem.addColumn(
                cost: 0, bounds: .between(0, Double(instance.classes[column.owner].count)), rows: entries.map { Int32($0.row) },
                coefficients: entries.map(\.value))
            columns.append(column)
        }
    }

    /// Generates itineraries until none makes a nearer plan, or for as many rounds as are worth it.
    mutating func solve(_ interruption: Interruption) throws {
        for _ in 0..<Self.rounds where !interruption.hasCome {
            let solution = try problem.solveRelaxation(SimplexOptions(method: .primal), shouldStop: { interruption.hasCome })
            guard solution.status == .optimal else { return }
            let raw = problem.duals()
            let duals = DualBound.admissible(Array(raw.prefix(rows.count)), rows: rows, table: instance.table)
            let pricer = pricer(duals, interruption)
            var profits: [Double] = []
            var found: [Column] = []
            for owner in instance.classes.indices {
                let floor = raw[rows.count + owner] + (instance.table[.people(owner)].map { raw[$0] } ?? 0)
                let (profit, itineraries) = try pricer.best(owner, above: floor, limit: 4)
                profits.append(itineraries.isEmpty ? floor + 1e-7 : profit)
                found += itineraries.map { instance.column(owner: owner, cycles: $0) }
            }
            let value = bound(duals, profits)
            if value < proof?.value ?? .infinity { proof = (value, duals, profits) }
            let before = columns.count
            try add(found)
            if columns.count == before { return }
        }
    }

    private func pricer(_ duals: [Double], _ interruption: Interruption) -> Pricer {
        let nothing = [Double](repeating: 0, count: instance.terms.count)
        return Pricer(instance, prices: Prices(instance, duals: duals, objective: nothing), interruption: interruption)
    }

    private func bound(_ duals: [Double], _ profits: [Double]) -> Double {
        let shared = DualBound(
            instance, duals: duals, rows: rows, sideBounds: sideBounds, sideCosts: instance.sideColumns.map { _ in 0 },
            profits: profits.map { _ in 0 })
        return profits.enumerated().reduce(shared.value) { $0 + most($1.offset, $1.element) }
    }

    /// g of the class.
    private func most(_ owner: Int, _ profit: Double) -> Double {
        let (before, all) = (Double(near.placedOfClass[owner]), Double(instance.classes[owner].count))
        return max(-before, profit * before, profit * all - (all - before))
    }

    /// The most of the class with one person on an itinerary of no profit.
    private func mostWithOne(_ owner: Int, _ profit: Double) -> Double {
        let (before, all) = (Double(near.placedOfClass[owner]), Double(instance.classes[owner].count))
        return [1, max(1, before), all].map { profit * ($0 - 1) - abs($0 - before) }.max() ?? 0
    }

    /// Proven: no plan moves fewer, of those whom the rows have.
    var fewestMoved: Int {
        guard let value = proof?.value, value.isFinite, value < 0 else { return 0 }
        return Int((-value - 1e-6).rounded(.up))
    }

    /// All itineraries that can be part of a plan that moves no more than so many; `nil` where they are too many to list.
    func inQuestion(moved: Int, limit: Int, _ interruption: Interruption) throws -> [Column]? {
        guard let proof else { return nil }
        let pricer = pricer(proof.duals, interruption)
        var found: [Column] = []
        for owner in instance.classes.indices {
            let profit = proof.profits[owner]
            let least = -Double(moved) - (proof.value - most(owner, profit)) - mostWithOne(owner, profit) - 1e-6
            guard let itineraries = try pricer.all(owner, least: least, limit: limit - found.count) else { return nil }
            found += itineraries.map { instance.column(owner: owner, cycles: $0) }
            if found.count > limit { return nil }
        }
        return found
    }
}
