import MobilityModel

/// The plan that the projection and its peers in `peers/simulate_*.py` all project: two seasons with one session and a visa
/// each, every chance given, half of the people women who withdraw less often. Keep the peers' numbers the same as these.
struct SharedPlan {
    let scenario: Scenario
    let plan: Plan

    init(people: Int) {
        let day = { (text: String) in Day(text) ?? Day(number: 0) }
        var scenario = Scenario(name: "shared", horizon: day("2026-01-01")...day("2027-12-31"), seed: 1)
        scenario.channels = ["seasonal": Channel(name: "seasonal")]
        scenario.requests = [2026, 2027].map { year in
            Request(
                id: .init("harvest-\(year)"), employer: "farm", country: "IT", channel: "seasonal", sector: "agriculture",
                occupation: "picker", start: day("\(year)-07-01"), end: day("\(year)-12-30"), places: people)
        }
        scenario.sessions = [2026, 2027].map { year in
            CourseSession(
                id: .init("course-\(year)"), grants: [.certificate("c\(year)")], start: day("\(year)-01-10"),
                end: day("\(year)-02-10"), seats: people, seatCost: Cents(10_000))
        }
        scenario.consulates = [
            Consulate(id: "k", origin: "ML", country: "IT", monthlyCapacity: people, processingDays: 30, fee: Cents(11_600))
        ]
        scenario.costs = Costs(
            travel: [.init(origin: "ML", country: "IT", price: Cents(56_500))], reintegration: Cents(91_500))
        let chances: [(BehaviourStep, Double)] = [
            (.authorised, 0.9), (.trained, 0.95), (.notWithdrawn, 0.92), (.visaGranted, 0.85), (.arrivedInTime, 0.97),
            (.earlyReturn, 0.01), (.extended, 0.05), (.lawfulExit, 0.03), (.overstayed, 0.06), (.reapplied, 0.8),
            (.projectStarted, 0.3), (.projectAlive12m, 0.7),
        ]
        scenario.behaviour = Behaviour(
            chances: Dictionary(chances.map { ($0.0, Chance(rate: $0.1)) }, uniquingKeysWith: { first, _ in first }),
            effects: [Effect(step: .notWithdrawn, who: Who(sex: [.female]), oddsRatio: 1.5)],
            jobsPerProject: SourcedNumber(value: 2))
        let rows: [(Candidate.ID, Sex, Int)] = [("men", .male, people - people / 2), ("women", .female, people / 2)]
        scenario.candidates = rows.map { id, sex, count in
            Candidate(
                id: id, count: count, origin: "ML", area: "Kayes", sex: sex, born: day("1995-01-01"), occupations: ["picker"],
                from: day("2026-01-01"))
        }
        let cycles = [2026, 2027].map { year in
            Cycle(
                request: .init("harvest-\(year)"), sessions: [.init("course-\(year)")], consulate: "k",
                visaDate: day("\(year)-04-01"))
        }
        plan = Plan(itineraries: rows.filter { $0.2 > 0 }.map { Itinerary(candidate: $0.0, count: $0.2, cycles: cycles) })
        self.scenario = scenario
    }
}
