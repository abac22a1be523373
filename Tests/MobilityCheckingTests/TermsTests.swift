import MobilityChecking
import MobilityModel
import Testing

@Suite struct TermsTests {
    private func value(_ term: ObjectiveTerm, _ change: (inout HandSolved) -> Void) -> Int64 {
        var fixture = HandSolved()
        change(&fixture)
        return fixture.report.value(of: term)
    }

    @Test func placementsAddEveryPriorityThatMatches() {
        #expect(value(.placements) { $0.scenario.priorities = [] } == 7)
        #expect(value(.placements) { $0.awa.cycles = 1 } == 19)
        #expect(value(.placements) { $0.scenario.priorities.append(Priority(place: Where(country: ["IT"]), add: -10)) } == -27)
        #expect(value(.placements) { $0.scenario.priorities.append(Priority(who: Who(returning: true), place: Where(sector: ["trade"]), add: 9)) } == 13)
    }

    /// A half and a quarter of 41 are 20 and 10; of 3 they are 1 and 0.
    @Test func matchIsRoundedDown() {
        #expect(value(.match) { $0.scenario.match = MatchWeights(occupation: 3) } == 2 * (3 + 1) + 0)
        #expect(value(.match) { $0.scenario.match = MatchWeights(destination: 3) } == 2 * (1 + 1))
        #expect(value(.match) { $0.scenario.match = MatchWeights(destination: 7); $0.awa.countries = ["FR", "ES", "IT"] } == 4)
        #expect(value(.match) { $0.scenario.match = MatchWeights(destination: 7); $0.awa.countries = [] } == 0)
    }

    /// Only what the row lists counts as a language known; in full where none is asked for.
    @Test func languageIsThatOfTheRow() {
        #expect(value(.match) { $0.scenario.match = MatchWeights(language: 20) } == 20)
        #expect(value(.match) {
            $0.scenario.match = MatchWeights(language: 20)
            $0.awa.languages = [LanguageSkill(language: "it", level: .b1)]
        } == 100)
    }

    @Test func employerIsTheLastOne() {
        #expect(value(.match) { $0.scenario.match = MatchWeights(employer: 15); $0.awa.lastEmployer = "orto" } == 75)
        #expect(value(.match) { $0.scenario.match = MatchWeights(employer: 15); $0.awa.lastEmployer = "acme" } == 15)
    }

    @Test func runCostsArePaidOnceWhereAnybodyAttends() {
        let all = value(.cost) { _ in }
        #expect(value(.cost) { $0.italian.runCost = .zero } == all - 40_000)
        #expect(value(.cost) { $0.farming.runCost = Cents(99) } == all)
        #expect(value(.cost) { $0.italian.seatCost = .zero } == all - 20_000)
    }

    @Test func sameCountryCyclesCostToo() {
        let all = value(.cost) { _ in }
        #expect(value(.cost) { $0.scenario.costs.travel.append(Costs.Travel(origin: "ML", country: "ML", price: Cents(500))) } == all + 500)
        #expect(value(.cost) { $0.scenario.costs.reintegration = .zero } == all - 5 * 91_500)
    }

    /// The formula of the doc comment, step by step, for the market: 1 month, no visa, no session.
    private func returnOfMarket(_ behaviour: Behaviour) -> Int64 {
        var fixture = HandSolved()
        fixture.scenario.behaviour = behaviour
        return PlanChecker(scenario: fixture.scenario).returns(of: fixture.home, number: 1, by: "bilal")
    }

    @Test func chancesThatAreNotGiven() {
        #expect(returnOfMarket(Behaviour()) == 1_000_000)
        #expect(returnOfMarket(Behaviour(chances: [.visaGranted: Chance(rate: 0), .trained: Chance(rate: 0), .arrivedInTime: Chance(rate: 0)])) == 1_000_000)
        #expect(returnOfMarket(Behaviour(chances: [.reapplied: Chance(rate: 0), .projectStarted: Chance(rate: 0)])) == 1_000_000)
    }

    @Test func shareOfThoseOnTime() {
        let rest: [BehaviourStep: Chance] = [.extended: Chance(rate: 0.125), .lawfulExit: Chance(rate: 0.25), .overstayed: Chance(rate: 0.125)]
        #expect(returnOfMarket(Behaviour(chances: rest)) == 500_000)
        #expect(returnOfMarket(Behaviour(chances: rest.merging([.returnedOnTime: Chance(rate: 0.5)]) { $1 })) == 500_000)
        #expect(returnOfMarket(Behaviour(chances: rest.merging([.returnedOnTime: Chance(rate: 0.75)]) { $1 })) == 750_000)
        #expect(returnOfMarket(Behaviour(chances: [.returnedOnTime: Chance(rate: 0.875)])) == 875_000)
        #expect(returnOfMarket(Behaviour(chances: [.extended: Chance(rate: 0.9), .overstayed: Chance(rate: 0.9)])) == 0)
        #expect(returnOfMarket(Behaviour(chances: [.returnedOnTime: Chance(rate: 0)])) == 0)
    }

    /// Odds of 1 times 3 are a chance of 3/4; 0 and 1 stay; who and where have to match.
    @Test func effectsMultiplyOdds() {
        let half = Chance(rate: 0.5)
        func shifted(_ rate: Double, _ effects: [Effect]) -> Int64 {
            returnOfMarket(Behaviour(chances: [.authorised: Chance(rate: rate)], effects: effects))
        }
        _ = half
        #expect(shifted(0.5, [Effect(step: .authorised, oddsRatio: 3)]) == 750_000)
        #expect(shifted(0.5, [Effect(step: .authorised, oddsRatio: 3), Effect(step: .authorised, oddsRatio: 1.0 / 3)]) == 500_000)
        #expect(shifted(1, [Effect(step: .authorised, oddsRatio: 0.1)]) == 1_000_000)
        #expect(shifted(0, [Effect(step: .authorised, oddsRatio: 9)]) == 0)
        #expect(shifted(0.5, [Effect(step: .authorised, who: Who(sex: [.female]), oddsRatio: 3)]) == 500_000)
        #expect(shifted(0.5, [Effect(step: .authorised, place: Where(country: ["IT"]), oddsRatio: 3)]) == 500_000)
        #expect(shifted(0.5, [Effect(step: .notWithdrawn, oddsRatio: 3)]) == 500_000)
    }

    /// 29 days are no month, 30 are one.
    @Test(arguments: [(29, 1_000_000), (30, 500_000), (59, 500_000), (60, 250_000)] as [(Int, Int64)]) func monthsOfStay(_ days: Int, _ expected: Int64) {
        var fixture = HandSolved()
        fixture.market.end = fixture.market.start + (days - 1)
        fixture.scenario.behaviour = Behaviour(chances: [.earlyReturn: Chance(rate: 0.5)])
        #expect(PlanChecker(scenario: fixture.scenario).returns(of: fixture.home, number: 1, by: "bilal") == expected)
    }

    /// Rounding is per cycle, before the people are counted.
    @Test func returnsAreRoundedDownPerCycle() {
        var fixture = HandSolved.plentiful
        fixture.scenario.behaviour = Behaviour(chances: [.authorised: Chance(rate: 1.0 / 3)])
        fixture.scenario.candidates[1].count = 3
        fixture.plan.itineraries = [fixture.plan.itineraries[1]]
        fixture.plan.itineraries[0].count = 3
        #expect(fixture.report.value(of: .returns) == 999_999)
    }
}
