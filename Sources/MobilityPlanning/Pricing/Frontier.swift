/// The labels that further cycles may follow.
struct Frontier {
    struct Point {
        var label: Int32
        /// The first posting that can follow.
        var successor: Int
        var profit: Double
    }

    private(set) var points: [Point] = []
    /// The most that any of them is worth.
    private(set) var most = -Double.infinity

    mutating func add(_ point: Point) {
        points.append(point)
        most = max(most, point.profit)
    }
}
