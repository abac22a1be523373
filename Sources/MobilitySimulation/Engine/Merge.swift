/// Replicates put together in their own order, whatever the order in which threads finish them.
struct Merge {
    private(set) var tallies: [FigureTally]
    private(set) var done = 0
    private var waiting: [Int: ReplicateFigures] = [:]
    private let tellsExpectations: Bool

    init(figures: Int, tellsExpectations: Bool = false) {
        self.tellsExpectations = tellsExpectations
        tallies = [FigureTally](repeating: FigureTally(), count: figures)
    }

    mutating func add(_ figures: ReplicateFigures, of number: Int) {
        waiting[number] = figures
        while let next = waiting.removeValue(forKey: done) {
            for position in tallies.indices {
                tallies[position].add(next.drawn[position], expected: next.expected[position])
                if tellsExpectations { tallies[position].add(withoutLuck: next.withoutLuck[position]) }
            }
            done += 1
        }
    }
}
