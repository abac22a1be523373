/// Replicates put together in their own order, whatever the order in which threads finish them.
struct Merge {
    private(set) var tallies: [FigureTally]
    private(set) var done = 0
    private var waiting: [Int: ReplicateFigures] = [:]

    init(figures: Int, tellsExpectations: Bool = false) {
        tallies = [FigureTally](repeating: FigureTally(tellsExpectation: tellsExpectations), count: figures)
    }

    mutating func add(_ figures: ReplicateFigures, of number: Int) {
        waiting[number] = figures
        while let next = waiting.removeValue(forKey: done) {
            for position in tallies.indices { tallies[position].add(next.drawn[position], expected: next.expected[position]) }
            done += 1
        }
    }
}
