import MobilityModel

/// People of one candidate row who follow the same cycles.
struct Strand {
    /// In order of time; empty for people at home.
    var cycles: [PlannedCycle] = []
    /// By cycle: an index into `scenario.requests`.
    var requests: [Int] = []
    var count: Int
    /// Of the column that the cycles make, in `PlacementBook`; 0 for nobody's.
    var column = 0
    /// The later it was made, the greater.
    var serial = 0
    /// Whether hard rules and pins rest on it, so that it is never taken away.
    var isKept = false
    /// The strand of the row to which these people go back when they are taken back: the kept one that they grew from, or home.
    var base = 0
    /// By cycle: the days of the stay.
    private(set) var stays: [ClosedRange<Day>] = []

    /// Whether a stay that they have keeps them from another one, with the rest between the two.
    func isAway(_ start: Day, _ end: Day, rest: Int) -> Bool {
        stays.contains { start <= $0.upperBound + rest && $0.lowerBound <= end + rest }
    }

    /// Notes when the stays are.
    mutating func note(_ groups: [RequestGroup]) {
        stays = cycles.map { groups[$0.group].request.start...groups[$0.group].request.end }
    }
}
