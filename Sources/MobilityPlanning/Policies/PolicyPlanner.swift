import LinearProgramming
import MobilityModel

/// Plans by a policy: nobody looks ahead, everybody keeps to the rules.
///
/// People are added one cycle at a time while everything has room; then sessions and requests that miss their minimum are
/// closed and whom they leave over is served again; then, if need be, the last are sent back until the hard rules hold. Where
/// no such plan holds, a plan for nothing but the hard rules and pins is looked for exactly, and the policy adds to it: so a
/// valid plan is found wherever there is one.
struct PolicyPlanner {
    let instance: Instance
    let options: PlanOptions
    let interruption: Interruption
    /// Passes over all people and requests: a share rule may let in later whom it kept out before.
    static let mostPasses = 20
    /// Rounds of closing what misses its minimum, before all of it is closed at once.
    static let mostClosings = 12

    /// The plan of a policy; `nil` where hard rules or pins need a seed.
    func book(seed: Assignment?) throws -> PlacementBook? {
        let book = PlacementBook(instance)
        for use in seed?.uses ?? [] { book.keep(use.column, count: use.count) }
        if seed != nil { book.settle() }
        if seed == nil, !instance.pins.isEmpty { return nil }
        var order = order(book)
        if book.ledger.shortfall > 0 {
            book.isMending = true
            try serve(&order, book)
            book.isMending = false
        }
        try serve(&order, book)
        try close(&order, book)
        return try mend(book) ? book : nil
    }

    private func order(_ book: PlacementBook) -> any OfferOrder {
        switch options.policy {
        case .firstCome: FirstComeOrder(book)
        case .lottery: LotteryOrder(book, seed: options.lotterySeed ?? instance.scenario.seed)
        case .greedy, .optimal: GreedyOrder(book)
        }
    }

    private func serve(_ order: inout any OfferOrder, _ book: PlacementBook) throws {
        for _ in 0..<Self.mostPasses where !interruption.hasCome {
            if book.isMending, book.ledger.shortfall == 0 { break }
            if try order.pass(book, interruption) == 0 { break }
        }
    }

    /// Closes what misses its minimum, the emptiest quarter first, and serves anew whom that leaves over.
    private func close(_ order: inout any OfferOrder, _ book: PlacementBook) throws {
        var rounds = 0
        while case let missed = book.ledger.shortOfMinimum, !missed.isEmpty {
            rounds += 1
            let isLast = rounds > Self.mostClosings || interruption.hasCome
            let closing = isLast ? missed.count : max(1, missed.count / 4)
            closeAndSendHome(missed.prefix(closing).map(\.kind), book)
            if !isLast { try serve(&order, book) }
        }
    }

    private func closeAndSendHome(_ kinds: [RowKind], _ book: PlacementBook) {
        let rows = Set(kinds.compactMap { instance.table[$0] })
        for kind in kinds { book.close(kind) }
        for place in book.placed {
            let strand = book.strands[place.row][place.index]
            if !strand.isKept, book.column(of: strand).entries.contains(where: { rows.contains($0.row) }) { book.takeBack(row: place.row, index: place.index) }
        }
        book.settle()
    }

    /// Sends the last back home until every hard rule holds; whether that succeeds.
    private func mend(_ book: PlacementBook) throws -> Bool {
        while true {
            // Whoever is taken back goes home, or to what is kept: nobody else's place changes.
            var free = book.ledger.shortfall > 0 ? book.placed.filter { !book.strands[$0.row][$0.index].isKept } : []
            while book.ledger.shortfall > 0 {
                guard !free.isEmpty else { return false }
                let helpful = free.firstIndex { place in
                    let strand = book.strands[place.row][place.index]
                    return book.ledger.mending(without: book.column(of: strand), times: strand.count) > 0
                } ?? 0
                book.takeBack(row: free[helpful].row, index: free[helpful].index)
                free.remove(at: helpful)
            }
            book.settle()
            let missed = book.ledger.shortOfMinimum
            if missed.isEmpty { break }
            let before = book.placed.count
            closeAndSendHome(missed.map(\.kind), book)
            if book.placed.count == before { return false }
        }
        let assignment = book.assignment
        return assignment.shortfall == 0 && assignment.isWithinLimits
    }
}
