@testable import MobilityChecking
import MobilityModel
import Testing

@Suite struct FundsTests {
    static let changes: [Change] = [
        Change("without a table nothing is limited") { $0.scenario.funds = [] },
        Change("nothing pays travel", breaks: ["V10"], saying: "no fund can pay 1130.00 EUR of travel for people from ML on 2026-06-01") {
            $0.scenario.funds[1].kinds = [.reintegration]
        },
        Change("another origin", breaks: ["V10"], saying: "no fund can pay") { $0.scenario.funds[1].origins = ["SN"] },
        Change("this origin") { $0.scenario.funds[1].origins = ["SN", "ML"] },
        Change("run costs ask for no origin", breaks: ["V10"], saying: "200.00 EUR of training for people from ML on 2026-03-01") {
            $0.scenario.funds[0].origins = ["SN"]
        },
        Change("the first day is the session's start") { $0.scenario.funds[0].from = "2026-03-01".day },
        Change("the day after", breaks: ["V10"], saying: "400.00 EUR of training (run cost) on 2026-03-01") { $0.scenario.funds[0].from = "2026-03-02".day },
        Change("the last day is a visa date") { $0.scenario.funds[0].until = "2026-09-10".day },
        Change("the day before", breaks: ["V10"], saying: "232.00 EUR of visa for people from ML on 2026-09-10") { $0.scenario.funds[0].until = "2026-09-09".day },
        Change("travel on the start, reintegration on the end") { $0.scenario.funds[1].from = "2026-05-31".day; $0.scenario.funds[1].until = "2026-11-30".day },
        Change("a day less", breaks: ["V10"], saying: "reintegration for people from ML on 2026-11-30") { $0.scenario.funds[1].until = "2026-11-29".day },
        Change("a cent short", breaks: ["V10"], saying: "6835.00 EUR of travel, reintegration can be paid by return only, which holds 6834.99 EUR: 0.01 EUR short") {
            $0.scenario.funds[1].amount = Cents(683_499)
        },
        Change("any split will do: every fund pays a part of every kind") {
            $0.scenario.funds = [11, 12, 13].map { Fund(id: Fund.ID("f\($0)"), amount: Cents(263_300)) }
        },
        // Travel 2260 fits a or b, reintegration 4575 b or c, training 600 a, visas 464 c: b has to be split.
        Change("only a split pays") { $0.crossing(a: 200_000, b: 180_000, c: 409_900) },
        Change("a split by a cent too much", breaks: ["V10"], saying: "0.01 EUR short") { $0.crossing(a: 200_000, b: 180_000, c: 409_899) },
        Change("enough in all, but not where it is needed", breaks: ["V10"], saying: "464.00 EUR of visa can be paid by c only, which holds 463.00 EUR") {
            $0.crossing(a: 999_999, b: 999_999, c: 46_300)
        },
    ]

    @Test(arguments: changes) func funds(_ change: Change) {
        var fixture = HandSolved()
        fixture.scenario.rules = []
        change.verify(on: fixture)
    }

    @Test func whatIsPaidAddsUp() {
        var fixture = HandSolved()
        fixture.crossing(a: 200_000, b: 180_000, c: 409_900)
        #expect(fixture.report.usage.funds.map(\.paid.amount) == [200_000, 180_000, 409_900])
        fixture.crossing(a: 500_000, b: 500_000, c: 500_000)
        #expect(fixture.report.usage.funds.reduce(0) { $0 + $1.paid.amount } == 789_900)
    }

    /// Against the other side of the theorem: the flow equals the least cut, found by trying all.
    @Test func theFlowIsTheLeastCut() {
        var state: UInt64 = 3
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        for _ in 0..<200 {
            let nodes = 2 + random(5)
            var edges: [(Int, Int, Int64)] = []
            for _ in 0..<random(14) { edges.append((random(nodes), random(nodes), Int64(random(9)))) }
            edges = edges.filter { $0.0 != $0.1 }
            var flow = MaximumFlow(nodes: nodes)
            let numbers = edges.map { flow.addEdge(from: $0.0, to: $0.1, capacity: $0.2) }
            flow.maximise(from: 0, to: 1)
            let out = zip(edges, numbers).reduce(Int64(0)) { sum, pair in
                sum + (pair.0.0 == 0 ? flow.flow(of: pair.1) : 0) - (pair.0.1 == 0 ? flow.flow(of: pair.1) : 0)
            }
            let least = (0..<(1 << nodes)).filter { $0 & 1 == 1 && $0 & 2 == 0 }
                .map { side in edges.reduce(Int64(0)) { $0 + (side >> $1.0 & 1 == 1 && side >> $1.1 & 1 == 0 ? $1.2 : 0) } }.min()
            #expect(out == least)
            for number in numbers { #expect(flow.flow(of: number) >= 0 && flow.residual(of: number) >= 0) }
        }
    }
}

extension HandSolved {
    fileprivate mutating func crossing(a: Int64, b: Int64, c: Int64) {
        scenario.funds = [
            Fund(id: "a", amount: Cents(a), kinds: [.training, .travel]),
            Fund(id: "b", amount: Cents(b), kinds: [.travel, .reintegration]),
            Fund(id: "c", amount: Cents(c), kinds: [.reintegration, .visa]),
        ]
    }
}
