import MobilityModel
import Testing

@Suite struct VisaTests {
    static let changes: [Change] = [
        Change("no consulate", breaks: ["V4"], saying: "no consulate is given") { $0.first.consulate = nil },
        Change("no visa date", breaks: ["V4"], saying: "no visa date is given") { $0.first.visaDate = nil },
        Change("a consulate of another pair", breaks: ["V4"], saying: "consulate dakar serves SN to IT, not ML to IT") { $0.first.consulate = "dakar" },
        Change("at home without a visa, yet a consulate", breaks: ["V4"], saying: "no visa is needed, yet consulate bamako") { $0.home.consulate = "bamako" },
        Change("at home without a visa, yet a date", breaks: ["V4"], saying: "yet the visa date 2026-02-01 is given") { $0.home.visaDate = "2026-02-01".day },
        Change("visa free, without") { $0.visaFree() },
        Change("visa free the other way round", breaks: ["V4"]) {
            $0.visaFree()
            $0.scenario.visaFree = [VisaFree(origin: "IT", countries: ["ML"])]
        },
        Change("visa free, with", breaks: ["V4"]) { $0.scenario.visaFree = [VisaFree(origin: "ML", countries: ["FR", "IT"])] },
        Change("visa free, session until the day before the start") { $0.visaFree(); $0.italian.end = "2026-05-31".day },
        Change("visa free, session until the start", breaks: ["V2", "V3", "V4"], saying: "session italian ends on 2026-06-01, not before the start") {
            $0.visaFree()
            $0.italian.end = "2026-06-01".day
        },
        Change("visa free, authorised on the start") { $0.visaFree(); $0.harvest.filed = "2026-05-04".day },
        Change("visa free, authorised the day after", breaks: ["V4"], saying: "the authorisation is there on 2026-06-02") {
            $0.visaFree()
            $0.harvest.filed = "2026-05-05".day
        },
        Change("at home, authorised the day after", breaks: ["V4"]) {
            $0.scenario.channels["local"]?.authorisationDays = 10
            $0.market.filed = "2026-04-22".day
        },
        Change("the day after the session") { $0.first.visaDate = "2026-04-01".day },
        Change("the day after the previous stay") { $0.second.visaDate = "2026-08-30".day },
        Change("on the last day of the previous stay", breaks: ["V4"], saying: "not after the previous stay, which ends on 2026-08-29") {
            $0.second.visaDate = "2026-08-29".day
        },
        Change("the day after the last stay before the plan") { $0.awa.lastStayUntil = "2026-02-28".day; $0.first.visaDate = "2026-04-01".day },
        Change("on the last day of the last stay before the plan", breaks: ["V4", "V6"]) { $0.awa.lastStayUntil = "2026-04-15".day },
        Change("authorised on the visa date: test 8 days and 20 days") { $0.harvest.filed = "2026-03-18".day },
        Change("authorised the day after", breaks: ["V4"], saying: "before the authorisation, there on 2026-04-16") { $0.harvest.filed = "2026-03-19".day },
        Change("never filed") { $0.harvest.filed = nil },
        Change("first day available is the visa date") {
            $0.awa.from = "2026-09-10".day
            $0.plan.itineraries[0].cycles.remove(at: 0)
            $0.olives.languages = []
        },
        Change("available the day after the visa date", breaks: ["V4"], saying: "before the candidate is available from 2026-09-11") {
            $0.awa.from = "2026-09-11".day
            $0.plan.itineraries[0].cycles.remove(at: 0)
            $0.olives.languages = []
        },
        Change("30 days and a margin of 7 before the start") { $0.first.visaDate = "2026-04-25".day },
        Change("a day less", breaks: ["V4"]) { $0.first.visaDate = "2026-04-26".day },
        Change("on the first day of the consulate") { $0.bamako.from = "2026-04-15".day },
        Change("before it", breaks: ["V4"], saying: "takes applications from 2026-04-16") { $0.bamako.from = "2026-04-16".day },
        Change("on the last day of the consulate") { $0.bamako.until = "2026-09-10".day },
        Change("after it", breaks: ["V4"], saying: "takes applications until 2026-09-09") { $0.bamako.until = "2026-09-09".day },
    ]

    @Test(arguments: changes) func visa(_ change: Change) { change.verify(on: .plentiful) }

    /// The capacity is one of calendar months, whatever the cycles are.
    @Test func applicationsInACalendarMonth() {
        var fixture = HandSolved()
        fixture.bamako.monthlyCapacity = 3
        fixture.olives.filed = nil
        fixture.scenario.candidates.append(fixture.awa)
        fixture.scenario.candidates[2].id = "cira"
        fixture.scenario.candidates[2].languages = [LanguageSkill(language: "it", level: .a1)]
        fixture.olives.places = 4
        fixture.scenario.quotas[0].places = 6
        fixture.mali.places = 6
        fixture.scenario.funds = []
        let late = Cycle(request: "olives", quota: "mali", consulate: "bamako", visaDate: "2026-05-01".day)
        fixture.plan.itineraries.append(Itinerary(candidate: "cira", count: 2, cycles: [late]))
        #expect(fixture.report.violations == [])
        fixture.plan.itineraries[2].cycles[0].visaDate = "2026-04-30".day
        #expect(fixture.report.violations.map(\.message) == ["consulate bamako handles 3 applications a month, 4 are in 2026-04"])
        #expect(fixture.report.violations.map(\.subjects) == [["bamako", "2026-04"]])
    }
}

extension HandSolved {
    /// Italy is free to enter, and nobody applies.
    fileprivate mutating func visaFree() {
        scenario.visaFree = [VisaFree(origin: "ML", countries: ["FR", "IT"])]
        for index in 0...1 {
            plan.itineraries[0].cycles[index].consulate = nil
            plan.itineraries[0].cycles[index].visaDate = nil
        }
    }
}
