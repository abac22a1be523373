import MobilityModel
import Testing

@Suite struct TrainedTests {
    static let changes: [Change] = [
        Change("twice in a cycle", breaks: ["V3"], saying: "session italian is attended twice") { $0.first.sessions = ["italian", "italian"] },
        Change("twice in a plan", breaks: ["V3", "V6"], saying: "session italian is attended twice") { $0.second.sessions = ["italian"] },
        Change("own skill valid on the start of the session") {
            $0.olives.certificates = []
            $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-03-01".day)]
        },
        Change("own skill expired before the session", breaks: ["V3"], saying: "session italian requires safety, not held when it starts on 2026-03-01") {
            $0.olives.certificates = []
            $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-02-28".day)]
        },
        Change("a chain: one session grants what the next requires") { $0.chain(farmingEnds: "2026-02-28") },
        Change("a chain broken: they meet on a day", breaks: ["V3"], saying: "requires agroecology") { $0.chain(farmingEnds: "2026-03-01") },
        Change("other origins", breaks: ["V3"], saying: "takes people from SN only") { $0.italian.origins = ["SN"] },
        Change("any origin") { $0.italian.origins = [] },
        Change("available on the session's start") { $0.awa.from = "2026-03-01".day },
        Change("available the day after", breaks: ["V3"], saying: "session italian starts on 2026-03-01, before the candidate is available from 2026-03-02") {
            $0.awa.from = "2026-03-02".day
        },
        Change("two sessions one after the other") { $0.two(farming: "2026-04-01", "2026-04-05") },
        Change("two sessions that share a day", breaks: ["V3"], saying: "are at the same time") { $0.two(farming: "2026-03-31", "2026-04-05") },
        Change("a session within another", breaks: ["V3"], saying: "are at the same time") { $0.two(farming: "2026-03-10", "2026-03-11") },
        Change("a session during an earlier stay", breaks: ["V3", "V6"], saying: "session farming (2026-08-29 to 2026-09-01) is during the stay on harvest") {
            $0.olives.certificates = ["agroecology"]
            $0.second.sessions = ["farming"]
            $0.farming.start = "2026-08-29".day
            $0.farming.end = "2026-09-01".day
        },
        Change("a session after an earlier stay") {
            $0.olives.certificates = ["agroecology"]
            $0.second.sessions = ["farming"]
            $0.farming.start = "2026-08-30".day
            $0.farming.end = "2026-09-01".day
        },
        Change("for nothing: the row has the skill already", breaks: ["V3"], saying: "attended for nothing") {
            $0.awa.languages = [LanguageSkill(language: "it", level: .a1)]
        },
        Change("for nothing: an earlier cycle granted it", breaks: ["V3"], saying: "attended for nothing") {
            $0.farming.grants = [.language(LanguageSkill(language: "it", level: .a1))]
            $0.farming.start = "2026-08-30".day
            $0.farming.end = "2026-09-01".day
            $0.second.sessions = ["farming"]
        },
        Change("for nothing: only a later cycle needs it", breaks: ["V3"], saying: "session farming is attended for nothing") {
            $0.two(farming: "2026-04-01", "2026-04-05")
            $0.harvest.certificates = []
            $0.olives.certificates = ["agroecology"]
        },
        Change("for nothing: two sessions, either would do", breaks: ["V3"], saying: "attended for nothing") {
            $0.two(farming: "2026-04-01", "2026-04-05")
            $0.harvest.certificates = []
            $0.farming.grants = $0.italian.grants
        },
        Change("not for nothing: the own certificate expires before the start") {
            $0.two(farming: "2026-04-01", "2026-04-05")
            $0.awa.certificates.append(HeldCertificate(name: "agroecology", expiry: "2026-05-31".day))
        },
    ]

    @Test(arguments: changes) func trained(_ change: Change) { change.verify(on: .plentiful) }

    @Test func attendanceHasAMaximumAndAMinimumOrNobody() {
        var fixture = HandSolved()
        fixture.farming.minSeats = 5
        #expect(fixture.report.violations == [])
        fixture.italian.seats = 1
        #expect(fixture.report.violations.map(\.rule) == ["V3"])
        fixture.italian.seats = 5
        fixture.italian.minSeats = 3
        #expect(fixture.report.violations.map(\.message) == ["session italian is held for at least 3 people, 2 attend"])
    }
}

extension HandSolved {
    /// Farming grants what Italian requires.
    fileprivate mutating func chain(farmingEnds: String) {
        italian.requires = [.certificate("agroecology")]
        farming.start = "2026-02-01".day
        farming.end = farmingEnds.day
        if farming.end >= italian.start {
            // Nothing else is at fault: the two are not at the same time for anybody but on that day.
            italian.start = farming.end
        }
        first.sessions = ["farming", "italian"]
    }

    /// The harvest asks for what farming grants, too.
    fileprivate mutating func two(farming from: String, _ until: String) {
        harvest.certificates = ["agroecology"]
        farming.start = from.day
        farming.end = until.day
        first.sessions = ["italian", "farming"]
    }
}
