import MobilityChecking
import MobilityModel
import Testing

@Suite struct HandSolvedTests {
    @Test func thePlanIsValid() {
        #expect(HandSolved().report.violations == [])
    }

    /// 2 x (2 + (1 + 3)) + 1 placements; 2 x (90 + 30) + 31 days; 2 x ((41 + 10) + (20 + 10)) + (10 + 20 + 15) points;
    /// 2 x (2^-9 + 2^-6) + 2^-4 of an on-time return; seats 200, run 400, visas 464, travel 2260, reintegration 4575 euro;
    /// 4 placements in Italy, 1 over, at 5 points.
    @Test func everyTermIsWhatTheHandSays() {
        let report = HandSolved().report
        #expect(report.terms.map(\.term) == [.penalty, .placements, .stayDays, .match, .returns, .cost])
        #expect(report.terms.map(\.value) == [5, 13, 271, 207, 97_656, 789_900])
        for term in report.terms { #expect(report.value(of: term.term) == term.value) }
    }

    @Test func everyUseIsWhatTheHandSays() {
        let usage = HandSolved().report.usage
        #expect(usage.quotas.map(\.used) == [4, 4, 0])
        #expect(usage.quotas.map(\.id) == ["decree", "mali", "returners"])
        #expect(usage.sessions.map(\.used) == [2, 0])
        #expect(usage.requests.map(\.used) == [2, 2, 1])
        #expect(usage.requests.map(\.limit) == [2, 2, 1])
        #expect(usage.consulateMonths.map(\.month.description) == ["2026-04", "2026-09"])
        #expect(usage.consulateMonths.map(\.used) == [2, 2])
        #expect(usage.funds.map(\.paid.amount) == [106_400, 683_500])
        #expect(usage.funds.map(\.amount.amount) == [106_400, 683_500])
    }

    @Test func everyRuleIsMeasured() {
        let measures = HandSolved().report.ruleMeasures
        #expect(measures.map(\.matched) == [4, 4])
        #expect(measures.map(\.total) == [5, 4])
        #expect(measures.map(\.missedBy) == [0, 1])
        #expect(measures.map(\.points) == [nil, 5])
    }

    @Test func factsOfOneCycle() {
        let fixture = HandSolved()
        let checker = PlanChecker(scenario: fixture.scenario)
        #expect(checker.match(of: fixture.first, by: "awa") == 51)
        #expect(checker.match(of: fixture.home, by: "bilal") == 45)
        // 100 for the seat, 116, 565 and 915; the 400 of the session are nobody's in particular.
        #expect(checker.costPerPerson(of: fixture.first, by: "awa") == Cents(169_600))
        #expect(checker.costPerPerson(of: fixture.home, by: "bilal") == Cents(91_500))
        #expect(checker.returns(of: fixture.first, number: 1, by: "awa") == 1953)
        #expect(checker.match(of: fixture.first, by: "nobody") == 0)
        #expect(checker.costPerPerson(of: Cycle(request: "nothing"), by: "awa") == .zero)
    }

    @Test func nobodyAtAllIsAValidPlan() {
        var fixture = HandSolved()
        fixture.plan = Plan()
        #expect(fixture.report.violations == [])
        #expect(fixture.report.terms.map(\.value) == [0, 0, 0, 0, 0, 0])
    }

    @Test func peopleOfARowMayBeSplitOverItineraries() {
        var fixture = HandSolved()
        let whole = fixture.report
        fixture.plan.itineraries[0].count = 1
        fixture.plan.itineraries.append(fixture.plan.itineraries[0])
        #expect(fixture.report.violations == [])
        #expect(fixture.report.terms == whole.terms)
    }

    static let oneOfEach: [Change] = [
        Change("V1", breaks: ["V1"], saying: "before the candidate is available from 2026-05-02") { $0.scenario.candidates[1].from = "2026-05-02".day },
        Change("V2", breaks: ["V2"], saying: "safety is neither held on 2026-11-01 nor granted by a session that ends before 2026-09-10") {
            $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-10-31".day)]
        },
        Change("V3", breaks: ["V3"], saying: "session farming is attended for nothing") { $0.second.sessions = ["farming"]; $0.farming.start = "2026-09-01".day; $0.farming.end = "2026-09-02".day },
        Change("V3 seats", breaks: ["V3"], saying: "session italian has 1 seat, 2 people attend") { $0.italian.seats = 1; $0.italian.minSeats = 0 },
        Change("V4", breaks: ["V4"], saying: "applied for on 2026-04-26, the visa is there with its margin on 2026-06-02, the stay starts on 2026-06-01") {
            $0.first.visaDate = "2026-04-26".day
        },
        Change("V4 month", breaks: ["V4"], saying: "consulate bamako handles 1 application a month, 2 are in 2026-04") { $0.bamako.monthlyCapacity = 1 },
        Change("V5", breaks: ["V5"], saying: "request harvest takes nobody or at least 3 people, 2 are on it") { $0.harvest.minPlaces = 3 },
        Change("V6", breaks: ["V6"], saying: "within the 64 days of rest after the previous one, which ends on 2026-08-29") { $0.scenario.cycle.restDays = 64 },
        Change("V7", breaks: ["V7"], saying: "120 days of stay in channel seasonal in the 365 days from 2025-12-01, at most 119 are allowed") { $0.seasonal.stay?.days = 119 },
        Change("V8", breaks: ["V8"], saying: "quota line decree has 3 places, 4 are taken") { $0.scenario.quotas[0].places = 3 },
        Change("V9", breaks: ["V9"], saying: "rule women asks for at least 81% of 5 placements, 4 match: 1 short") {
            $0.scenario.rules[0].target = .share(Fraction(81, over: 100))
        },
        Change("V10", breaks: ["V10"], saying: "1064.00 EUR of training, visa can be paid by europe only, which holds 1063.99 EUR: 0.01 EUR short") {
            $0.scenario.funds[0].amount = Cents(106_399)
        },
        Change("V11", breaks: ["V11"], saying: "candidate awa stands for 1 person, 2 follow its itineraries") { $0.awa.count = 1 },
        Change("V12", breaks: ["V12"], saying: "the pinned cycle of bilal on market was followed by 2, now by 1") { fixture in
            var cycle = fixture.home
            cycle.pinned = true
            fixture.pins = Plan(itineraries: [Itinerary(candidate: "bilal", count: 2, cycles: [cycle])])
        },
    ]

    @Test(arguments: oneOfEach) func oneChangeBreaksOneRule(_ change: Change) { change.verify(on: HandSolved()) }
}
