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
    /// From the first day of the first stay to the last day of the last; empty for people at home.
    private(set) var away: ClosedRange<Day>?

    /// Whether a single stay keeps them from another one, with the rest between the two.
    func isAway(_ start: Day, _ end: Day, rest: Int) -> Bool {
        guard cycles.count == 1, let away else { return false }
        return start <= away.upperBound + rest && away.lowerBound <= end + rest
    }

    /// Notes when the stays are.
    mutating func note(_ groups: [RequestGroup]) {
        guard let first = cycles.first, let last = cycles.last else { return away = nil }
        away = groups[first.group].request.start...groups[last.group].request.end
    }
}
