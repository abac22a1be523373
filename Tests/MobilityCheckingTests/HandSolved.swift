import MobilityChecking
import MobilityModel
import Testing

/// A scenario and a plan small enough to be judged by hand, in which nearly every limit is reached exactly.
///
/// Two women of the row `awa` learn Italian, harvest in Italy, rest, and come back for the olives; `bilal` works at home.
struct HandSolved {
    var scenario: Scenario
    var plan: Plan
    var pins: Plan?

    init() {
        let italian = LanguageSkill(language: "it", level: .a1)
        var scenario = Scenario(name: "hand-solved", horizon: "2026-01-01".day..."2026-12-31".day)
        scenario.candidates = [
            Candidate(
                id: "awa", count: 2, origin: "ML", area: "kayes", sex: .female, born: "2000-05-10".day, occupations: ["field", "kitchen"],
                certificates: [HeldCertificate(name: "safety", expiry: "2026-12-31".day)], from: "2026-01-01".day, countries: ["ES", "IT"]),
            Candidate(
                id: "bilal", origin: "ML", sex: .male, born: "1990-01-31".day, occupations: ["care", "field", "vendor"],
                from: "2026-01-01".day, lastEmployer: "acme"),
        ]
        scenario.requests = [
            Request(
                id: "harvest", employer: "orto", country: "IT", region: "Puglia", channel: "seasonal", sector: "agriculture", occupation: "field",
                start: "2026-06-01".day, end: "2026-08-29".day, places: 2, minPlaces: 2, languages: [italian], priority: 2,
                filed: "2026-02-01".day),
            Request(
                id: "olives", employer: "orto", country: "IT", region: "Puglia", channel: "seasonal", sector: "agriculture", occupation: "kitchen",
                start: "2026-11-01".day, end: "2026-11-30".day, places: 2, certificates: ["safety"], languages: [italian],
                filed: "2026-07-01".day),
            Request(
                id: "market", employer: "acme", country: "ML", channel: "local", sector: "trade", occupation: "vendor",
                start: "2026-05-01".day, end: "2026-05-31".day, places: 1),
        ]
        scenario.quotas = [
            QuotaLine(id: "decree", from: "2026-01-01".day, until: "2026-12-31".day, places: 4),
            QuotaLine(
                id: "mali", within: "decree", from: "2026-01-01".day, until: "2026-12-31".day, opens: "2026-01-15".day,
                channels: ["seasonal"], sectors: ["agriculture"], origins: ["ML"], countries: ["IT"], places: 4),
            QuotaLine(
                id: "returners", within: "decree", from: "2026-01-01".day, until: "2026-12-31".day, audience: .returning, places: 4),
        ]
        scenario.sessions = [
            CourseSession(
                id: "italian", grants: [.language(italian)], requires: [.certificate("safety")], origins: ["ML"],
                start: "2026-03-01".day, end: "2026-03-31".day, seats: 2, minSeats: 2, seatCost: Cents(10_000), runCost: Cents(40_000)),
            CourseSession(
                id: "farming", grants: [.certificate("agroecology")], start: "2026-03-15".day, end: "2026-04-10".day, seats: 5),
        ]
        scenario.consulates = [
            Consulate(id: "bamako", origin: "ML", country: "IT", monthlyCapacity: 2, processingDays: 30, fee: Cents(11_600)),
            Consulate(id: "dakar", origin: "SN", country: "IT", monthlyCapacity: 9, processingDays: 30, fee: Cents(11_600)),
        ]
        scenario.funds = [
            Fund(id: "europe", amount: Cents(106_400), kinds: [.training, .visa]),
            Fund(id: "return", amount: Cents(683_500), kinds: [.travel, .reintegration]),
        ]
        scenario.channels = [
            "seasonal": Channel(
                name: "seasonal", quota: true, sectors: ["agriculture", "tourism"], authorisationDays: 20, labourMarketTestDays: 8,
                stay: StayLimit(days: 120, window: 365)),
            "local": Channel(name: "local"),
        ]
        scenario.cycle = CycleRules(restDays: 30, visaMarginDays: 7, maxCycles: 2, minAge: 18, maxAge: 60)
        scenario.costs = Costs(travel: [Costs.Travel(origin: "ML", country: "IT", price: Cents(56_500))], reintegration: Cents(91_500))
        scenario.priorities = [Priority(who: Who(returning: true), add: 3)]
        scenario.match = MatchWeights(occupation: 41, language: 20, employer: 15, destination: 21)
        scenario.rules = [
            Rule(id: "women", kind: .atLeast, target: .share(Fraction(3, over: 10)), who: Who(sex: [.female])),
            Rule(id: "italy", kind: .atMost, target: .count(3), place: Where(country: ["IT"]), penalty: 5),
        ]
        scenario.objective = [.placements, .stayDays, .match, .returns, .cost]
        let half = Chance(rate: 0.5)
        scenario.behaviour = Behaviour(chances: [
            .authorised: half, .trained: half, .notWithdrawn: half, .visaGranted: half, .arrivedInTime: half, .earlyReturn: half, .extended: half,
        ])
        self.scenario = scenario
        plan = Plan(itineraries: [
            Itinerary(
                candidate: "awa", count: 2,
                cycles: [
                    Cycle(request: "harvest", quota: "mali", sessions: ["italian"], consulate: "bamako", visaDate: "2026-04-15".day),
                    Cycle(request: "olives", quota: "mali", consulate: "bamako", visaDate: "2026-09-10".day),
                ]),
            Itinerary(candidate: "bilal", cycles: [Cycle(request: "market")]),
        ])
    }

    var report: CheckReport { PlanChecker(scenario: scenario).check(plan, pins: pins) }

    /// For tests of what concerns one person: nothing is scarce, nothing has a minimum, nothing has to be paid.
    static var plentiful: HandSolved {
        var fixture = HandSolved()
        fixture.scenario.funds = []
        fixture.scenario.rules = []
        for index in fixture.scenario.requests.indices {
            fixture.scenario.requests[index].places = 100
            fixture.scenario.requests[index].minPlaces = 0
        }
        for index in fixture.scenario.sessions.indices {
            fixture.scenario.sessions[index].seats = 100
            fixture.scenario.sessions[index].minSeats = 0
        }
        for index in fixture.scenario.quotas.indices { fixture.scenario.quotas[index].places = 100 }
        for index in fixture.scenario.consulates.indices { fixture.scenario.consulates[index].monthlyCapacity = 100 }
        return fixture
    }
}

/// Short ways to the parts that the tests change.
extension HandSolved {
    var awa: Candidate {
        get { scenario.candidates[0] }
        set { scenario.candidates[0] = newValue }
    }
    var harvest: Request {
        get { scenario.requests[0] }
        set { scenario.requests[0] = newValue }
    }
    var olives: Request {
        get { scenario.requests[1] }
        set { scenario.requests[1] = newValue }
    }
    var market: Request {
        get { scenario.requests[2] }
        set { scenario.requests[2] = newValue }
    }
    var italian: CourseSession {
        get { scenario.sessions[0] }
        set { scenario.sessions[0] = newValue }
    }
    var farming: CourseSession {
        get { scenario.sessions[1] }
        set { scenario.sessions[1] = newValue }
    }
    var bamako: Consulate {
        get { scenario.consulates[0] }
        set { scenario.consulates[0] = newValue }
    }
    var mali: QuotaLine {
        get { scenario.quotas[1] }
        set { scenario.quotas[1] = newValue }
    }
    var seasonal: Channel {
        get { scenario.channels["seasonal"]! }
        set { scenario.channels["seasonal"] = newValue }
    }
    /// The harvest.
    var first: Cycle {
        get { plan.itineraries[0].cycles[0] }
        set { plan.itineraries[0].cycles[0] = newValue }
    }
    /// The olives.
    var second: Cycle {
        get { plan.itineraries[0].cycles[1] }
        set { plan.itineraries[0].cycles[1] = newValue }
    }
    /// At home.
    var home: Cycle {
        get { plan.itineraries[1].cycles[0] }
        set { plan.itineraries[1].cycles[0] = newValue }
    }
}

extension String {
    /// A day of a test that exists.
    var day: Day { Day(self)! }
}

/// A change of the hand-solved plan or scenario, the rules that it breaks (none for what is still allowed), and a part of
/// the first message.
struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var breaks: [String]
    var saying: String
    var apply: @Sendable (inout HandSolved) -> Void

    init(_ name: String, breaks: [String] = [], saying: String = "", _ apply: @escaping @Sendable (inout HandSolved) -> Void) {
        testDescription = name
        self.breaks = breaks
        self.saying = saying
        self.apply = apply
    }

    /// - Parameter sourceLocation: of the test.
    func verify(on fixture: HandSolved, sourceLocation: SourceLocation = #_sourceLocation) {
        var fixture = fixture
        apply(&fixture)
        let violations = fixture.report.violations
        let rules = Set(violations.map(\.rule))
        #expect(rules == Set(breaks), "\(testDescription): \(violations)", sourceLocation: sourceLocation)
        if !saying.isEmpty {
            #expect(violations.contains { $0.message.contains(saying) }, "\(testDescription): \(violations)", sourceLocation: sourceLocation)
        }
    }
}
