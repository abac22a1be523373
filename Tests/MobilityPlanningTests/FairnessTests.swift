import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Lots among people alike, placements by lottery as a reference, and what rules cost.
@Suite struct FairnessTests {
    /// Three places in their own country for six people alike: three rows of one and a pool of three.
    private func village(seed: UInt64 = 0) -> Scenario {
        func row(_ id: Candidate.ID, _ count: Int = 1) -> Candidate {
            Candidate(id: id, count: count, origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["w"], from: day("2027-01-01"))
        }
        return Scenario(
            name: "village", horizon: day("2027-01-01")...day("2027-12-31"), candidates: [row("a"), row("b"), row("c"), row("pool", 3)],
            requests: [
                Request(
                    id: "r", employer: "e", country: "ML", channel: "c", sector: "s", occupation: "w", start: day("2027-06-01"),
                    end: day("2027-08-31"), places: 3)
            ], channels: ["c": Channel(name: "c")], seed: seed)
    }

    private func placed(_ result: PlanResult) -> [Candidate.ID: Int] {
        result.plan.itineraries.reduce(into: [:]) { $0[$1.candidate, default: 0] += $1.count }
    }

    @Test func everyPersonAlikeHasTheSameChance() {
        var counts: [Candidate.ID: Int] = [:]
        for seed in 0..<400 as Range<UInt64> { counts.merge(placed(Planner(scenario: village(seed: seed)).plan())) { $0 + $1 } }
        // Half of 400 draws: five standard deviations are 50, those of the pool's three people 75.
        for id in ["a", "b", "c"] as [Candidate.ID] { #expect(abs((counts[id] ?? 0) - 200) < 50, "\(id): \(counts)") }
        #expect(abs((counts["pool"] ?? 0) - 600) < 75, "\(counts)")
    }

    @Test func theDrawIsOfTheSeedAndTheIdsAndNotOfTheRows() {
        for seed in 0..<20 as Range<UInt64> {
            var turned = village(seed: seed)
            turned.candidates.reverse()
            #expect(Planner(scenario: village(seed: seed)).plan().plan == Planner(scenario: turned).plan().plan)
        }
        let plans = Set((0..<20 as Range<UInt64>).map { Planner(scenario: village(seed: $0)).plan().plan })
        #expect(plans.count > 3)
    }

    @Test func whoeverIsDrawnIsDrawnInEveryVariant() {
        let few = placed(Planner(scenario: village(seed: 7)).plan())
        var variant = village(seed: 7)
        variant.requests[0].places = 4
        let more = placed(Planner(scenario: variant).plan())
        for (id, count) in few { #expect((more[id] ?? 0) >= count) }
    }

    @Test func aLotteryIsRecordedAndToldToThoseWhoStay() throws {
        let result = Planner(scenario: village()).plan()
        let lottery = try #require(result.lotteries.first)
        #expect(result.lotteries.count == 1 && lottery.people == 6 && lottery.placed == 3)
        #expect(lottery.rows.map(\.candidate) == ["a", "b", "c", "pool"])
        #expect(Dictionary(uniqueKeysWithValues: lottery.rows.map { ($0.candidate, $0.placed) }).filter { $1 > 0 } == placed(result))
        #expect(result.unplaced.allSatisfy { $0.reason.detail.hasSuffix("; lots were drawn among 6 alike, of whom 3 go") })
        var room = village()
        room.requests[0].places = 6
        #expect(Planner(scenario: room).plan().lotteries.isEmpty)
        var different = village()
        different.candidates = [different.candidates[3]]
        #expect(Planner(scenario: different).plan().lotteries.isEmpty)
    }

    @Test func aLotteryGivesNobodyWhoCannotReachThePlace() {
        var scenario = village()
        scenario.candidates[0].occupations = ["x"]
        scenario.candidates[1].from = day("2027-09-01")
        let chances = Planner(scenario: scenario).plan().chances
        #expect(chances.map(\.isInReach) == [false, false, true, true])
        #expect(chances.map(\.expected) == [0, 0, 0.75, 0.75])
    }

    @Test func onlyAReturnerReachesALineForReturners() {
        var scenario = village()
        scenario.channels["c"] = Channel(name: "c", quota: true)
        scenario.quotas = [QuotaLine(id: "q", from: day("2027-01-01"), until: day("2027-12-31"), audience: .returning, places: 9)]
        scenario.candidates[1].cycles = 1
        let chances = Planner(scenario: scenario).plan().chances
        #expect(chances.map(\.isInReach) == [false, true, false, false])
        #expect(chances.map(\.expected) == [0, 1, 0, 0])
    }

    @Test(arguments: 1_000..<1_040) func whatIsExpectedIsWhatIsFilled(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let result = Planner(scenario: scenario).plan()
        let counts = Dictionary(uniqueKeysWithValues: scenario.candidates.map { ($0.id, Double($0.count)) })
        let expected = result.chances.reduce(0) { $0 + $1.expected * (counts[$1.candidate] ?? 0) }
        let filled = result.plan.itineraries.reduce(0) { $0 + $1.count * $1.cycles.count }
        #expect(abs(expected - Double(filled)) < 1e-9)
    }

    /// A rule costs what the best plan without it, made from nothing, brings more.
    @Test(arguments: 0..<4) func aRuleCostsWhatThePlanWithoutItBrings(block: Int) throws {
        var (judged, dear) = (0, 0)
        for seed in (1_000 + block * 10)..<(1_010 + block * 10) {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = Planner(scenario: scenario, options: PlanOptions(pricesRules: true)).plan()
            guard result.status == .optimal else { continue }
            #expect(result.rulePrices.map(\.rule) == scenario.rules.map(\.id), "seed \(seed)")
            for price in result.rulePrices where price.isProven {
                var without = scenario
                without.rules.removeAll { $0.id == price.rule }
                let other = Planner(scenario: without).plan()
                guard other.status == .optimal else { continue }
                judged += 1
                if price.price != 0 { dear += 1 }
                #expect(other.terms.first { $0.term == price.term }?.value == price.valueWithout, "seed \(seed), \(price)")
            }
        }
        #expect(judged >= 3 && dear >= 1, "\(judged), \(dear)")
    }
}
