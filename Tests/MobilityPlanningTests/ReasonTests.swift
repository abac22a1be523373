import MobilityChecking
import MobilityModel
import Testing

@testable import MobilityPlanning

/// What people and employers are told, in scenarios small enough to know it by hand: the code and the exact words.
@Suite struct ReasonTests {
    /// One woman at home, one place in her own country.
    private func hamlet() -> Scenario {
        Scenario(
            name: "hamlet", horizon: day("2027-01-01")...day("2029-12-31"),
            candidates: [Candidate(id: "a", origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["w"], from: day("2027-01-01"))],
            requests: [request("r", "2027-06-01", "2027-08-31")], channels: ["c": Channel(name: "c")])
    }

    private func request(_ id: Request.ID, _ start: String, _ end: String, places: Int = 1) -> Request {
        Request(id: id, employer: "e", country: "ML", channel: "c", sector: "s", occupation: "w", start: day(start), end: day(end), places: places)
    }

    private func course(seats: Int, minSeats: Int = 0, runCost: Int64 = 0) -> CourseSession {
        CourseSession(
            id: "s", grants: [.certificate("X")], start: day("2027-02-01"), end: day("2027-02-10"), seats: seats, minSeats: minSeats,
            runCost: Cents(runCost))
    }

    private func plan(_ scenario: Scenario) -> PlanResult {
        let result = Planner(scenario: scenario).plan()
        #expect(PlanChecker(scenario: scenario).check(result.plan).isValid)
        return result
    }

    private func atHome(_ scenario: Scenario) throws -> Reason { try #require(plan(scenario).unplaced.first?.reason) }
    private func empty(_ id: Request.ID, _ scenario: Scenario) throws -> Reason {
        try #require(plan(scenario).unfilled.first { $0.request == id }?.reason)
    }

    @Test func nobodyCanPayForTheSession() throws {
        var scenario = hamlet()
        scenario.requests[0].certificates = ["X"]
        scenario.sessions = [course(seats: 5, runCost: 10_000)]
        scenario.funds = [Fund(id: "f", amount: Cents(50_000), kinds: [.visa])]
        #expect(try atHome(scenario) == Reason(code: "no_fund", detail: "no fund can pay the run cost of s"))
        scenario.funds[0].kinds.insert(.training)
        #expect(plan(scenario).unplaced.isEmpty)
    }

    @Test func theItemThatNobodyCanPayIsNamedWithItsDay() throws {
        var scenario = hamlet()
        scenario.costs.reintegration = Cents(100)
        scenario.funds = [Fund(id: "f", amount: Cents(50_000), until: day("2027-07-01"))]
        #expect(try atHome(scenario) == Reason(code: "no_fund", detail: "no fund can pay the reintegration of people from ML on 2027-08-31"))
        scenario.funds[0].until = day("2027-08-31")
        #expect(plan(scenario).unplaced.isEmpty)
    }

    @Test func everythingThatMustChangeIsNamed() throws {
        var scenario = hamlet()
        scenario.candidates[0].born = day("2010-01-01")
        scenario.candidates[0].passportUntil = day("2027-07-01")
        #expect(try atHome(scenario) == Reason(
            code: "age", detail: "age on the start is not 18 or more; and passport expires on 2027-07-01, before the end of every stay that fits"))
        scenario.candidates[0].born = day("1990-01-01")
        #expect(try atHome(scenario).code == "passport_expires")
    }

    @Test func whoIsPlacedAndCouldGoAgainIsKeptBackBySomething() throws {
        var scenario = hamlet()
        scenario.requests.append(request("r2", "2028-06-01", "2028-08-31"))
        #expect(plan(scenario).unfilled.isEmpty)
        scenario.cycle.maxCycles = 1
        #expect(try empty("r2", scenario).code == "max_cycles" || empty("r", scenario).code == "max_cycles")
        scenario.cycle.maxCycles = nil
        scenario.cycle.restDays = 400
        let reason = plan(scenario).unfilled.first?.reason
        #expect(reason == Reason(code: "resting", detail: "1 of 1: placed too shortly before or after it to rest for 400 days"))
        scenario.cycle.restDays = 0
        scenario.channels["c"]?.quota = true
        scenario.quotas = [QuotaLine(id: "q", from: day("2027-01-01"), until: day("2029-12-31"), places: 1)]
        #expect(plan(scenario).unfilled.first?.reason == Reason(code: "quota_full", detail: "1 of 1: quota line q is full"))
    }

    /// A consulate that takes nobody is one thing in the way among others, and hides none of them.
    @Test func aConsulateWithoutCapacityHidesNothing() throws {
        var scenario = Scenario.queue(capacity: 0)
        #expect(try atHome(scenario) == Reason(code: "consulate_full", detail: "consulate k has no capacity for applications"))
        scenario.channels["c"]?.quota = true
        scenario.quotas = [QuotaLine(id: "q", from: day("2027-01-01"), until: day("2029-12-31"), places: 0)]
        scenario.rules = [Rule(id: "none", kind: .atMost, target: .count(0), who: Who(), of: Who(), place: Where(), penalty: nil)]
        let detail = try atHome(scenario).detail
        for part in ["consulate k has no capacity for applications", "quota line q is full", "rule none leaves no room for one more like this"] {
            #expect(detail.contains(part), "\(detail)")
        }
        scenario.rules = []
        scenario.quotas = []
        #expect(try atHome(scenario).code == "no_quota_line")
    }

    @Test func allWhoAreEligibleAreCounted() throws {
        var scenario = hamlet()
        scenario.candidates[0].count = 10
        scenario.requests = [request("r1", "2027-06-01", "2027-08-31", places: 7), request("r2", "2027-06-01", "2027-08-31", places: 9)]
        scenario.requests[1].certificates = ["X"]
        scenario.sessions = [course(seats: 1)]
        #expect(try empty("r2", scenario) == Reason(code: "session_full", detail: "2 of 10: no seat in a session for X before 2027-06-01"))
    }

    /// A course that another builds on must end before that one, however late the stay.
    @Test func aSeatMustBeFreeBeforeTheNextCourse() throws {
        var scenario = hamlet()
        scenario.candidates[0].count = 2
        scenario.requests = [request("r", "2028-05-01", "2028-08-31", places: 2)]
        scenario.requests[0].certificates = ["Y"]
        func course(_ id: CourseSession.ID, _ grants: String, _ requires: [Skill], _ start: String, _ end: String, _ seats: Int) -> CourseSession {
            CourseSession(id: id, grants: [.certificate(grants)], requires: requires, start: day(start), end: day(end), seats: seats)
        }
        scenario.sessions = [
            course("early", "X", [], "2027-03-01", "2027-04-30", 1), course("late", "X", [], "2028-01-10", "2028-03-10", 9),
            course("next", "Y", [.certificate("X")], "2027-05-01", "2027-05-20", 9),
        ]
        #expect(try atHome(scenario) == Reason(code: "session_full", detail: "no seat in a session for X before 2027-05-01"))
    }

    /// Of two ways to prepare, the one that can be paid is what counts.
    @Test func aFreeWayIsNotCalledTooDear() throws {
        var scenario = hamlet()
        scenario.requests[0].certificates = ["X"]
        scenario.requests[0].places = 2
        scenario.candidates[0].count = 2
        scenario.sessions = [course(seats: 5), course(seats: 5)]
        scenario.sessions[0].id = "dear"
        scenario.sessions[0].seatCost = Cents(10_000)
        scenario.priorities = [Priority(who: Who(), place: Where(), add: -1)]
        scenario.funds = [Fund(id: "f", amount: Cents(1))]
        scenario.objective = [.placements, .cost]
        #expect(try atHome(scenario).code == "not_better")
    }

    /// What is open but for the tolerance of floating point lets nobody in, and proves nothing.
    @Test(arguments: [1_000, 5_000_000, 10_000_000, 300_000_000, 1_000_000_000]) func greatCapacitiesMisleadNobody(size: Int) throws {
        var scenario = hamlet()
        scenario.candidates[0].count = 5
        scenario.requests[0].places = size
        scenario.requests[0].minPlaces = 2
        #expect(plan(scenario).terms.map(\.value) == [5])
        scenario.requests[0].minPlaces = 0
        scenario.requests[0].certificates = ["X"]
        scenario.sessions = [course(seats: size, runCost: 500)]
        #expect(plan(scenario).terms.map(\.value) == [5])
        scenario.sessions = [course(seats: size, minSeats: 2)]
        #expect(plan(scenario).terms.map(\.value) == [5])
        scenario.rules = [Rule(id: "some", kind: .atLeast, target: .count(1), who: Who(), of: Who(), place: Where(), penalty: nil)]
        #expect(plan(scenario).status == .optimal)
    }

    @Test func oneMoreOfAFundAndOfASessionIsWorthWhatTheRelaxationSays() throws {
        var scenario = hamlet()
        scenario.candidates[0].count = 9
        scenario.requests[0].places = 9
        scenario.costs.reintegration = Cents(1_000)
        scenario.funds = [Fund(id: "f", amount: Cents(2_500)), Fund(id: "g", amount: Cents(2_000))]
        let result = plan(scenario)
        #expect(result.terms.map(\.value) == [4])
        // 45 euro in two funds pay four and a half; a further euro in either is a tenth of one more.
        let funds = result.marginalValues.filter { $0.kind == "fund" }
        #expect(funds.reduce(0) { $0 + $1.value } > 0)
    }

    /// Who only happens to do the same as somebody pinned is not pinned with them.
    @Test func pinsDoNotGrow() throws {
        var scenario = hamlet()
        scenario.candidates[0].count = 3
        scenario.requests[0].places = 3
        let pins = Plan(itineraries: [Itinerary(
            candidate: "a", count: 1, cycles: [Cycle(request: "r", quota: nil, sessions: [], consulate: nil, visaDate: nil, pinned: true)])])
        let result = Planner(scenario: scenario, options: PlanOptions(pins: pins)).plan()
        #expect(result.terms.map(\.value) == [3])
        let people = { (pinned: Bool) in
            result.plan.itineraries.filter { $0.cycles.contains { $0.pinned == pinned } }.reduce(0) { $0 + $1.count }
        }
        #expect(people(true) == 1)
        #expect(people(false) == 2)
        #expect(PlanChecker(scenario: scenario).check(result.plan, pins: pins).isValid)
    }

    private func man(_ id: Candidate.ID, count: Int) -> Candidate {
        Candidate(id: id, count: count, origin: "ML", sex: .male, born: day("1990-01-01"), occupations: ["w"], from: day("2027-01-01"))
    }

    private func women(_ share: Fraction, penalty: Int?) -> Rule {
        Rule(id: "women", kind: .atLeast, target: .share(share), who: Who(sex: [.female]), of: Who(), place: Where(), penalty: penalty)
    }

    /// One woman and one man are half; a second man makes a third of it.
    @Test func theSoftRuleThatOneMoreWouldMissIsNamedWithItsPoints() throws {
        var scenario = hamlet()
        scenario.candidates.append(man("b", count: 3))
        scenario.requests[0].places = 4
        scenario.rules = [women(Fraction(1, over: 2), penalty: 3)]
        let detail = "with one more on r rule women would fall short by 1 more, 3 points"
        #expect(try atHome(scenario) == Reason(code: "soft_rule", detail: detail))
        #expect(try empty("r", scenario) == Reason(code: "soft_rule", detail: "2 of 4: \(detail)"))
        #expect(ReasonAuditor(scenario: scenario, result: plan(scenario)).falseClaims() == [])
        scenario.rules = []
        #expect(plan(scenario).unplaced.isEmpty)
    }

    @Test func theSoftRuleThatAMinimumWouldMissIsNamed() throws {
        var scenario = hamlet()
        scenario.candidates = [man("b", count: 3)]
        scenario.requests[0].places = 3
        scenario.requests[0].minPlaces = 2
        scenario.rules = [women(Fraction(1, over: 2), penalty: 1)]
        #expect(try atHome(scenario) == Reason(
            code: "request_minimum",
            detail: "request r does not reach its minimum of 2; with 2 people like this rule women would fall short by 1 more, 1 point"))
    }

    @Test func aRequestFiledBeforeItsLineOpensIsToldTheDay() throws {
        var scenario = hamlet()
        scenario.channels["c"]?.quota = true
        scenario.quotas = [QuotaLine(id: "q", from: day("2027-01-01"), until: day("2027-12-31"), opens: day("2027-02-16"), places: 9)]
        scenario.requests[0].filed = day("2027-02-01")
        let detail = "quota line q opens on 2027-02-16, the request is filed on 2027-02-01: file on the opening day or after"
        #expect(try atHome(scenario) == Reason(code: "no_quota_line", detail: detail))
        #expect(try empty("r", scenario).detail == detail)
        scenario.quotas[0].audience = .returning
        #expect(try atHome(scenario).detail == detail)
        scenario.requests[0].filed = day("2027-02-16")
        scenario.quotas[0].audience = .any
        #expect(plan(scenario).unplaced.isEmpty)
    }

    /// With a visa that takes 30 days.
    private func abroad() -> Scenario {
        var scenario = hamlet()
        scenario.requests[0].country = "IT"
        scenario.consulates = [Consulate(id: "bamako", origin: "ML", country: "IT", monthlyCapacity: 9, processingDays: 30, fee: Cents(5_000))]
        return scenario
    }

    @Test func whatMakesTheVisaTooLateIsNamed() throws {
        var scenario = abroad()
        scenario.cycle.visaMarginDays = 0
        scenario.candidates[0].from = day("2027-05-10")
        #expect(try atHome(scenario) == Reason(
            code: "visa_too_late", detail: "available from 2027-05-10, the visa must be asked for by 2027-05-02 to start on 2027-06-01"))
        scenario.candidates[0].from = day("2027-01-01")
        scenario.candidates[0].lastStayUntil = day("2027-05-20")
        scenario.cycle.restDays = 0
        #expect(try atHome(scenario).detail.hasPrefix("the previous stay ends on 2027-05-20, the visa must be asked for by 2027-05-02"))
    }

    @Test func theVeryItemThatNobodyPaysForIsNamed() throws {
        var scenario = abroad()
        scenario.cycle.visaMarginDays = 0
        scenario.requests[0].certificates = ["X"]
        scenario.sessions = [course(seats: 5)]
        scenario.sessions[0].seatCost = Cents(100)
        scenario.funds = [Fund(id: "f", amount: Cents(50_000), kinds: [.training])]
        #expect(try atHome(scenario) == Reason(
            code: "no_fund", detail: "no fund can pay the visa fee of bamako for people from ML from 2027-02-11 to 2027-05-02"))
        scenario.funds[0].kinds = [.visa]
        #expect(try atHome(scenario) == Reason(code: "no_fund", detail: "no fund can pay training in s for people from ML on 2027-02-01"))
    }

    @Test func onePersonIsNotAllPeople() throws {
        var scenario = hamlet()
        scenario.requests.append(request("r2", "2027-06-01", "2027-08-31"))
        let reasons = plan(scenario).unfilled.map(\.reason.detail)
        #expect(reasons == ["the 1 person who is eligible is placed, here or elsewhere at that time"])
    }
}
