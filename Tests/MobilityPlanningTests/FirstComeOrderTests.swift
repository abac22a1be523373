import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// People and requests meet in the order of the click day, whoever is passed over unseen.
@Suite struct FirstComeOrderTests {
    /// Everybody is tried for every request, in order, and nothing is known beforehand.
    private struct AllPairs: OfferOrder {
        func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int {
            let (instance, scenario) = (book.instance, book.instance.scenario)
            let demands = instance.groups.indices.flatMap { group in
                instance.groups[group].members.enumerated().map { (request: $0.element, group: group, member: $0.offset) }
            }.sorted { a, b in
                func filed(_ request: Int) -> Day { scenario.requests[request].filed ?? Day(number: .max) }
                return (filed(a.request), a.request) < (filed(b.request), b.request)
            }
            var placed = 0
            for demand in demands {
                var named: [Int] = []
                for id in scenario.requests[demand.request].named {
                    guard let row = scenario.candidates.firstIndex(where: { $0.id == id }), !named.contains(row) else { continue }
                    named.append(row)
                }
                for row in named.isEmpty ? Array(scenario.candidates.indices) : named where book.owners[row] >= 0 {
                    guard instance.isPossible(book.owners[row], demand.group) else { continue }
                    guard book.hasPlaces(group: demand.group, member: demand.member) else { break }
                    book.ways.reset()
                    placed += try book.place(row: row, group: demand.group, member: demand.member)
                }
            }
            return placed
        }
    }

    @Test func whoIsPassedOverCouldNotBePlaced() throws {
        var placed = 0
        for seed in 0..<160 {
            let instance = try Instance(OracleFamily.scenario(seed: seed))
            let (plain, quick) = (PlacementBook(instance), PlacementBook(instance))
            var all: any OfferOrder = AllPairs()
            var order: any OfferOrder = FirstComeOrder(quick)
            try serve(&all, plain)
            try serve(&order, quick)
            #expect(plain.plan == quick.plan, "seed \(seed)")
            placed += quick.plan.itineraries.count
            // What is known is forgotten with those who are taken back.
            for book in [plain, quick] {
                for place in book.placed.enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) { book.takeBack(row: place.row, index: place.index) }
                book.settle()
            }
            try serve(&all, plain)
            try serve(&order, quick)
            #expect(plain.plan == quick.plan, "seed \(seed), with some taken back")
        }
        #expect(placed > 200, "\(placed)")
    }

    private func serve(_ order: inout any OfferOrder, _ book: PlacementBook) throws {
        while try order.pass(book, Interruption(timeLimit: nil, shouldStop: { false })) > 0 {}
    }
}
