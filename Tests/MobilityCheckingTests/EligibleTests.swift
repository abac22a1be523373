import MobilityModel
import Testing

@Suite struct EligibleTests {
    static let changes: [Change] = [
        Change("another occupation", breaks: ["V1"], saying: "occupation field is not among kitchen") { $0.awa.occupations = ["kitchen"] },
        Change("any country") { $0.awa.countries = [] },
        Change("other countries", breaks: ["V1"], saying: "goes to ES, FR only") { $0.awa.countries = ["ES", "FR"] },
        Change("this origin") { $0.harvest.origins = ["SN", "ML"] },
        Change("other origins", breaks: ["V1"], saying: "takes people from SN only") { $0.harvest.origins = ["SN"] },
        Change("named") { $0.harvest.named = ["bilal", "awa"] },
        Change("others named", breaks: ["V1"], saying: "names other candidates") { $0.harvest.named = ["bilal"] },
        Change("18 on the start") { $0.awa.born = "2008-06-01".day },
        Change("18 the day after", breaks: ["V1"], saying: "aged 17 on 2026-06-01, at least 18") { $0.awa.born = "2008-06-02".day },
        Change("60 until the day after the last start") { $0.awa.born = "1965-11-02".day },
        Change("61 on the last start", breaks: ["V1"], saying: "aged 61 on 2026-11-01, at most 60") { $0.awa.born = "1965-11-01".day },
        Change("no age too high") { $0.awa.born = "1900-01-01".day; $0.scenario.cycle.maxAge = nil },
        Change("not born", breaks: ["V1"]) { $0.scenario.candidates[1].born = "2030-01-01".day },
        Change("available on the start") { $0.scenario.candidates[1].from = "2026-05-01".day },
        Change("available the day after", breaks: ["V1"]) { $0.scenario.candidates[1].from = "2026-05-02".day },
        Change("until the end") { $0.awa.until = "2026-11-30".day },
        Change("until the day before the end", breaks: ["V1"], saying: "last day 2026-11-29") { $0.awa.until = "2026-11-29".day },
        Change("passport until the end") { $0.awa.passportUntil = "2026-11-30".day },
        Change("passport until the day before", breaks: ["V1"], saying: "passport's last day 2026-11-29") { $0.awa.passportUntil = "2026-11-29".day },
        Change("horizon from the first to the last start") { $0.scenario.horizon = "2026-05-01".day..."2026-11-01".day },
        Change("start before the horizon", breaks: ["V1"], saying: "outside the horizon") { $0.scenario.horizon = "2026-05-02".day..."2026-12-31".day },
        Change("start after the horizon", breaks: ["V1"]) { $0.scenario.horizon = "2026-01-01".day..."2026-10-31".day },
        Change("filing asked for", breaks: ["V1"], saying: "no filing date") { $0.scenario.cycle.requireFiled = true },
        Change("filing asked for and there") { $0.scenario.cycle.requireFiled = true; $0.market.filed = "2026-01-01".day },
        Change("sector of the channel", breaks: ["V1"], saying: "is for tourism, not for agriculture") { $0.seasonal.sectors = ["tourism"] },
        Change("any sector") { $0.seasonal.sectors = [] },
    ]

    @Test(arguments: changes) func eligible(_ change: Change) { change.verify(on: .plentiful) }

    /// A year is completed on 1 March of a common year, on 29 February of a leap year.
    @Test(arguments: [
        ("2026-02-28", true), ("2026-03-01", false), ("2028-02-28", true), ("2028-02-29", false),
    ]) func bornOnALeapDay(_ start: String, _ isTooYoung: Bool) {
        var fixture = HandSolved.plentiful
        fixture.plan.itineraries.remove(at: 0)
        fixture.scenario.horizon = "2026-01-01".day..."2030-12-31".day
        fixture.market.start = start.day
        fixture.market.end = start.day + 10
        fixture.scenario.candidates[1].born = start.hasPrefix("2026") ? "2008-02-29".day : "2004-02-29".day
        fixture.scenario.cycle.minAge = start.hasPrefix("2026") ? 18 : 24
        #expect(fixture.report.violations.map(\.rule) == (isTooYoung ? ["V1"] : []))
    }
}
