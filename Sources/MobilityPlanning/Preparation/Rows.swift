import MobilityModel

/// What a row of the master is about. The formulation and the marginal values speak of rows by these names.
enum RowKind: Hashable {
    /// People of a class who follow some itinerary: at most its count.
    case people(Int)
    /// People on a request group: at most its places (while it is open, where it has a minimum).
    case places(Int)
    case minPlaces(Int)
    case seats(Int)
    case minSeats(Int)
    case applications(calendar: Int, month: Month)
    case quota(Int)
    case rule(Int)
    /// What the items of a fund group cost is covered by the flows into it.
    case paid(Int)
    case fund(Int)
    /// What is spent on the groups of a ceiling of `FundGroups`: at most its amount.
    case spending(Int)
    case term(Int)
    case pin(Int)
    /// People of a class of its own who are placed, or people on a request of its own, as a demand asks.
    case demand(Int)
}

struct Row {
    var kind: RowKind
    var lower: Double
    var upper: Double
    /// A power of two that coefficients and bounds are divided by.
    var scale = 1.0
}

/// A sparse coefficient.
struct Entry: Sendable {
    var row: Int
    var value: Double
}

/// All rows of the master, numbered.
struct RowTable {
    private(set) var rows: [Row] = []
    private var numbers: [RowKind: Int] = [:]

    mutating func add(_ kind: RowKind, lower: Double = -.infinity, upper: Double = .infinity, scale: Double = 1) {
        numbers[kind] = rows.count
        rows.append(Row(kind: kind, lower: lower / scale, upper: upper / scale, scale: scale))
    }

    /// The whole number that a coefficient stands for.
    func exact(_ entry: Entry) -> Int64 { Int64(entry.value * rows[entry.row].scale) }

    subscript(_ kind: RowKind) -> Int? { numbers[kind] }
}

/// A column of the master that is no itinerary: an opening, a shortfall, a payment.
struct SideColumn {
    enum Kind: Hashable {
        /// Whether a request with a minimum, or a session with a minimum or a run cost, takes place.
        case openRequest(Int), openSession(Int)
        /// Placements short of, or over, a rule; people short of a pin.
        case shortfall(rule: Int), missing(pin: Int)
        /// People short of, or over, a demand.
        case unmet(demand: Int)
        case payment(group: Int, fund: Int)
    }

    var kind: Kind
    var lower: Double
    var upper: Double
    var isInteger: Bool
    var entries: [Entry]
    /// In `terms`, exact.
    var cost: Int64 = 0
    var penalty: Int64 = 0
    /// What it costs in the search for any valid plan.
    var infeasibility: Double = 0
}
