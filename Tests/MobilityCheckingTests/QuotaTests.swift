import MobilityModel
import Testing

@Suite struct QuotaTests {
    static let changes: [Change] = [
        Change("no line", breaks: ["V8"], saying: "takes a place of a quota line, none is given") { $0.first.quota = nil },
        Change("a line where none is needed", breaks: ["V8"], saying: "channel local has no quota, yet line mali is given") { $0.home.quota = "mali" },
        Change("a line with lines within it", breaks: ["V8"], saying: "line decree has lines within it") { $0.first.quota = "decree" },
        Change("another channel", breaks: ["V8"], saying: "line mali is for channels local") { $0.mali.channels = ["local"] },
        Change("another sector", breaks: ["V8"], saying: "line mali is for sectors tourism") { $0.mali.sectors = ["tourism"] },
        Change("another origin", breaks: ["V8"], saying: "line mali is for people from SN") { $0.mali.origins = ["SN"] },
        Change("another country", breaks: ["V8"], saying: "line mali is for stays in ES, FR, not in IT") { $0.mali.countries = ["ES", "FR"] },
        Change("no filters at all") { $0.mali.channels = []; $0.mali.sectors = []; $0.mali.origins = []; $0.mali.countries = [] },
        Change("the second cycle is a returner's") { $0.second.quota = "returners" },
        Change("the first is not", breaks: ["V8"], saying: "for people who have completed a cycle") { $0.first.quota = "returners" },
        Change("the first is, with a cycle before the horizon") { $0.first.quota = "returners"; $0.awa.cycles = 1 },
        Change("entry on the first and on the last day") { $0.mali.from = "2026-06-01".day; $0.mali.until = "2026-11-01".day },
        Change("entry before the first day", breaks: ["V8"], saying: "counts entries from 2026-06-02") { $0.mali.from = "2026-06-02".day },
        Change("entry after the last day", breaks: ["V8"], saying: "the stay starts on 2026-11-01") { $0.mali.until = "2026-10-31".day },
        Change("filed on the click day") { $0.mali.opens = "2026-02-01".day },
        Change("filed before it", breaks: ["V8"], saying: "line mali opens on 2026-02-02, the request was filed on 2026-02-01") { $0.mali.opens = "2026-02-02".day },
        Change("never filed") { $0.mali.opens = "2026-02-02".day; $0.harvest.filed = nil },
        Change("filters of the lines above are not looked at") {
            $0.scenario.quotas[0].origins = ["SN"]
            $0.scenario.quotas[0].until = "2026-01-01".day
            $0.scenario.quotas[0].opens = "2027-01-01".day
            $0.scenario.quotas[0].audience = .returning
        },
        Change("at home, in a channel with a quota", breaks: ["V8"]) { $0.scenario.channels["local"]?.quota = true },
        Change("at home, with a place") {
            $0.scenario.channels["local"]?.quota = true
            $0.scenario.quotas.append(QuotaLine(id: "home", from: "2026-01-01".day, until: "2026-12-31".day, places: 1))
            $0.home.quota = "home"
        },
    ]

    @Test(arguments: changes) func quota(_ change: Change) { change.verify(on: .plentiful) }

    @Test func everyAncestorGivesAPlace() {
        var fixture = HandSolved()
        fixture.second.quota = "returners"
        #expect(fixture.report.violations == [])
        #expect(fixture.report.usage.quotas.map(\.used) == [4, 2, 2])
        fixture.scenario.quotas[0].places = 3
        #expect(fixture.report.violations.map(\.subjects) == [["decree"]])
        fixture.scenario.quotas[0].places = 4
        fixture.mali.places = 1
        #expect(fixture.report.violations.map(\.message) == ["quota line mali has 1 place, 2 are taken"])
    }
}
