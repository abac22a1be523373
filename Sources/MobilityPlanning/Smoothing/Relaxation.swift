import LinearProgramming
import MobilityModel

/// The linear relaxation of a stage as prices see it: what its rows push against, which prices prove something, and what is decided
/// beside itineraries.
///
/// What funds pay is priced by the rows `spending` alone, so that money has one price and not one for each fund that ties with others.
struct Relaxation {
    /// An opening, or a shortfall that the stage still allows.
    struct Side {
        var entries: [Entry]
        var cost: Double
        var least: Double
        var most: Double
        /// The people that a unit of it stands for.
        var size: Double
        /// Whether it decides what takes place.
        var isOpening: Bool
    }

    let instance: Instance
    /// By term, the coefficient of one unit of it.
    let objective: [Double]
    let rows: [Bounds]
    /// By row, what a plan should be made for: the rows, and a little more of the terms before, since rounding costs some.
    private(set) var aims: [Bounds]
    private(set) var sides: [Side]
    /// By row: the range of prices that prove something; one point where the row is left to others.
    private(set) var lowest: [Double]
    private(set) var highest: [Double]
    /// By row, what it can hold about; never less than 1.
    let capacity: [Double]
    private let sideBounds: [Bounds]
    private let sideCosts: [Double]

    /// - Parameters:
    ///   - kept: by term of those before, what is kept of it and what is proven.
    ///   - points: what soft rules may cost; `nil` where that is what the stage is about.
    ///   - isValid: whether every hard rule, pin and demand must hold, though the stage may still be looking for such a plan.
    init(_ master: borrowing Master, kept: [Int: (value: Int64, ceiling: Int64)], points: Int64?, isValid: Bool = false) {
        let instance = master.instance
        self.instance = instance
        objective = master.objective
        let rows = master.rowBounds
        self.rows = rows
        aims = rows
        // Soft rules whose term is settled fall short by no more points than that.
        var sideBounds = master.sideBounds
        for (index, side) in instance.sideColumns.enumerated() {
            if case .shortfall = side.kind, let points, side.penalty > 0 {
                let bounds = sideBounds[index]
                sideBounds[index] = .between(bounds.lower, max(bounds.lower, min(bounds.upper, Double(points / side.penalty))))
            }
            if isValid, side.infeasibility > 0 { sideBounds[index] = .exactly(0) }
        }
        self.sideBounds = sideBounds
        var costs: [Double] = []
        for side in instance.sideColumns { costs.append(master.cost(side)) }
        sideCosts = costs
        var lowest = rows.map { $0.lower == -.infinity ? 0.0 : -Double.infinity }
        var highest = rows.map { $0.upper == .infinity ? 0.0 : Double.infinity }
        var capacity = rows.map { max(1, $0.upper.isFinite ? abs($0.upper) : 0, $0.lower.isFinite ? abs($0.lower) : 0) }
        let everyone = instance.groups.reduce(0.0) { $0 + Double($1.places) }
        for (index, row) in instance.table.rows.enumerated() {
            switch row.kind {
            case .people, .paid, .fund: (lowest[index], highest[index]) = (0, 0)
            case .term(let term):
                guard let known = kept[term] else { continue }
                let more = Self.margin(known.value, known.ceiling) / instance.scales[term]
                aims[index] = Bounds(lower: rows[index].lower + more, upper: rows[index].upper - more)
            case .rule(let rule):
                if case .share(let share) = instance.scenario.rules[rule].target {
                    capacity[index] = max(capacity[index], everyone * Double(share.numerator) / row.scale)
                }
            default: break
            }
        }
        var sides: [Side] = []
        for (index, side) in instance.sideColumns.enumerated() {
            if case .payment = side.kind { continue }
            let (bounds, cost) = (sideBounds[index], sideCosts[index])
            let entries = side.entries + instance.termEntries(of: side)
            if case .shortfall = side.kind, bounds.upper > 0, bounds.upper >= side.upper, let entry = side.entries.first {
                // Without an end to it, falling short must not pay.
                if entry.value > 0 {
                    lowest[entry.row] = max(lowest[entry.row], cost / entry.value)
                } else {
                    highest[entry.row] = min(highest[entry.row], cost / entry.value)
                }
                continue
            }
            let people = entries.filter { lowest[$0.row] < highest[$0.row] && instance.table.rows[$0.row].kind.isOfPeople }
            let size = max(1, people.map { abs($0.value) }.max() ?? 1)
            if bounds.upper <= 1 { for entry in people { capacity[entry.row] = max(capacity[entry.row], abs(entry.value)) } }
            sides.append(Side(entries: entries, cost: cost, least: bounds.lower, most: bounds.upper, size: size, isOpening: side.kind.isOpening))
        }
        (self.sides, self.lowest, self.highest, self.capacity) = (sides, lowest, highest, capacity)
    }

    /// What to aim for beyond a value that must be kept: never all that may be possible.
    private static func margin(_ value: Int64, _ ceiling: Int64) -> Double {
        min(1.5e-3 * Double(abs(value)), abs(Double(ceiling) - Double(value)) * 0.75)
    }

    /// Whether a row has a price of its own.
    func isPriced(_ row: Int) -> Bool { lowest[row] < highest[row] }

    /// Whether a row keeps a term of an earlier stage.
    func isKeptTerm(_ row: Int) -> Bool {
        if case .term = instance.table.rows[row].kind { isPriced(row) } else { false }
    }

    /// The nearest prices that prove something.
    func admissible(_ prices: [Double]) -> [Double] {
        prices.indices.map { min(max(prices[$0], lowest[$0]), highest[$0]) }
    }

    /// What a plan that has begun leaves of it: less room, and what takes place does.
    ///
    /// - Parameter most: of people one by one, the greatest price. What takes place with too few, and finds nobody, would have one without an end.
    func left(after begun: Filling, mostPrice most: Double) -> Relaxation {
        var result = self
        let values = begun.assignment.terms
        let isOfPersons = instance.isOfPersons
        for (index, row) in instance.table.rows.enumerated() {
            var used = Double(begun.activity[index]) / row.scale
            if case .term(let term) = row.kind { used = Double(values[term]) / instance.scales[term] }
            if isOfPersons, row.kind.isOfPeople {
                result.lowest[index] = max(lowest[index], min(-most, highest[index]))
                result.highest[index] = min(highest[index], max(most, lowest[index]))
            }
            guard used != 0 else { continue }
            result.aims[index] = Bounds(lower: aims[index].lower - used, upper: aims[index].upper - used)
        }
        for (index, side) in sides.enumerated() where side.isOpening {
            let isOpen = side.entries.contains { begun.activity[$0.row] > 0 && instance.table.rows[$0.row].kind.isOfPeople }
            guard isOpen else { continue }
            result.sides[index].least = side.most
            // What opening costs is spent.
            result.sides[index].entries.removeAll { !instance.table.rows[$0.row].kind.isOfPeople }
            result.sides[index].cost = 0
        }
        return result
    }

    /// Aims so much further beyond the bounds of some rows, as far as their other bounds leave room.
    mutating func aim(beyond missed: [(row: Int, amount: Double)]) {
        for (row, amount) in missed {
            let aim = Bounds(lower: aims[row].lower + amount, upper: aims[row].upper - amount)
            if aim.lower <= aim.upper { aims[row] = aim }
        }
    }

    /// What a row pushes against at a price.
    func limit(_ row: Int, at price: Double) -> Double {
        let (lower, upper) = (aims[row].lower, aims[row].upper)
        if price > 0 || lower == -.infinity { return upper.isFinite ? upper : lower }
        return lower.isFinite ? lower : upper
    }

    /// What one person on an itinerary gains at some prices.
    func profit(of column: Column, at prices: [Double]) -> Double {
        var profit = column.gain(objective)
        for entry in column.entries where prices[entry.row] != 0 { profit -= prices[entry.row] * entry.value }
        for entry in instance.termEntries(of: column) where prices[entry.row] != 0 { profit -= prices[entry.row] * entry.value }
        return profit
    }

    /// What admissible prices prove, given the best profit of each class at them.
    func bound(_ prices: [Double], profits: [Double]) -> DualBound {
        DualBound(instance, duals: prices, rows: rows, sideBounds: sideBounds, sideCosts: sideCosts, profits: profits)
    }
}

extension RowKind {
    /// Whether the row counts people or placements, and neither cents nor what a term counts.
    var isOfPeople: Bool {
        switch self {
        case .paid, .fund, .spending, .term: false
        default: true
        }
    }
}

extension SideColumn.Kind {
    var isOpening: Bool {
        switch self {
        case .openRequest, .openSession: true
        case .shortfall, .missing, .unmet, .payment: false
        }
    }
}
