import MobilityChecking
import MobilityModel
import Testing

@Suite struct KnownTests {
    static let changes: [Change] = [
        Change("candidate", breaks: ["V11"], saying: "there is no candidate nobody") { $0.plan.itineraries[1].candidate = "nobody" },
        Change("request", breaks: ["V11"], saying: "there is no request nothing") { $0.home.request = "nothing" },
        Change("session", breaks: ["V11"], saying: "there is no session none") { $0.home.sessions = ["none"] },
        Change("consulate", breaks: ["V11"], saying: "there is no consulate none") { $0.first.consulate = "none" },
        Change("quota line", breaks: ["V11"], saying: "there is no quota line none") { $0.first.quota = "none" },
        Change("channel", breaks: ["V11"], saying: "there is no channel gone, of request market") { $0.market.channel = "gone" },
        Change("followed by nobody", breaks: ["V11"], saying: "followed by 0 people, at least 1 is needed") { $0.plan.itineraries[1].count = 0 },
        Change("followed by less", breaks: ["V11"], saying: "followed by -3 people") { $0.plan.itineraries[1].count = -3 },
        Change("no cycle", breaks: ["V11"], saying: "has no cycle") { $0.plan.itineraries[1].cycles = [] },
        Change("as many as there are") { $0.awa.count = 2 },
        Change("one too many", breaks: ["V11"]) { $0.awa.count = 1 },
        Change("too many in all", breaks: ["V11"], saying: "candidate bilal stands for 1 person, 2 follow its itineraries") {
            $0.plan.itineraries.append($0.plan.itineraries[1])
        },
    ]

    @Test(arguments: changes) func known(_ change: Change) { change.verify(on: .plentiful) }

    /// Whatever is in it, a plan is judged and nothing overflows.
    @Test func rubbish() {
        var fixture = HandSolved()
        fixture.plan.itineraries[0].count = .max
        fixture.plan.itineraries.append(Itinerary(candidate: "awa", count: .max, cycles: fixture.plan.itineraries[0].cycles))
        fixture.plan.itineraries.append(Itinerary(candidate: "awa", count: .min, cycles: []))
        fixture.plan.itineraries.append(
            Itinerary(candidate: "", count: 1, cycles: [Cycle(request: "", quota: "", sessions: ["", ""], consulate: "", visaDate: Day(number: .max))]))
        fixture.plan.itineraries.append(
            Itinerary(
                candidate: "bilal", count: 7,
                cycles: Array(
                    repeating: Cycle(request: "harvest", sessions: ["italian", "italian", "farming"], consulate: "dakar", visaDate: Day(number: .min)), count: 50)))
        fixture.scenario.cycle.restDays = .max
        fixture.seasonal.authorisationDays = .max
        fixture.seasonal.labourMarketTestDays = .max
        fixture.bamako.processingDays = .max
        fixture.seasonal.stay = StayLimit(days: .min, window: .max)
        fixture.scenario.rules = [
            Rule(id: "r", kind: .atLeast, target: .share(Fraction(.max, over: 0)), penalty: .max),
            Rule(id: "s", kind: .atMost, target: .count(.min), penalty: .max),
        ]
        fixture.scenario.quotas[0].within = "mali"
        fixture.scenario.costs.reintegration = Cents(.max)
        fixture.scenario.priorities = [Priority(add: .max), Priority(add: .max)]
        fixture.pins = fixture.plan
        for itinerary in 0..<2 { fixture.pins?.itineraries[itinerary].cycles[0].pinned = true }
        let report = fixture.report
        #expect(Set(report.violations.map(\.rule)).isSuperset(of: ["V2", "V3", "V4", "V5", "V6", "V7", "V8", "V11"]))
        #expect(report.value(of: .cost) == .max)
        #expect(report.value(of: .placements) == .max)
    }

    @Test func violationsComeInTheOrderOfTheRules() {
        var fixture = HandSolved()
        fixture.plan.itineraries[0].cycles.reverse()
        fixture.plan.itineraries[1].candidate = "nobody"
        let numbers = fixture.report.violations.map { Int($0.rule.dropFirst())! }
        #expect(numbers == numbers.sorted())
        #expect(numbers.count > 3)
    }

    @Test func subjectsNameTheItineraryAndTheIds() {
        var fixture = HandSolved.plentiful
        fixture.scenario.candidates[1].from = "2026-05-02".day
        #expect(fixture.report.violations.map(\.subjects) == [["2", "bilal", "market"]])
    }
}
