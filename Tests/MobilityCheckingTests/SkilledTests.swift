import MobilityModel
import Testing

@Suite struct SkilledTests {
    static let changes: [Change] = [
        Change("valid on its last day") { $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-11-01".day)] },
        Change("expired the day before", breaks: ["V2"]) { $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-10-31".day)] },
        Change("never expires") { $0.awa.certificates = [HeldCertificate(name: "safety")] },
        Change("expired once, valid once") {
            $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2020-01-01".day), HeldCertificate(name: "safety")]
        },
        Change("a higher level is asked for", breaks: ["V2"], saying: "it:B1 is neither held") { $0.olives.languages = [LanguageSkill(language: "it", level: .b1)] },
        Change("the session grants more") { $0.italian.grants = [.language(LanguageSkill(language: "it", level: .b2))] },
        Change("the session grants another language", breaks: ["V2"]) { $0.italian.grants = [.language(LanguageSkill(language: "fr", level: .c2))] },
        Change("granted skills do not expire, held ones do") {
            $0.italian.grants.append(.certificate("safety"))
            $0.awa.certificates = [HeldCertificate(name: "safety", expiry: "2026-03-01".day)]
        },
        Change("a session of a later cycle is too late", breaks: ["V2"], saying: "awa on harvest: it:A1 is neither held") {
            $0.first.sessions = []
            $0.second.sessions = ["italian"]
            $0.italian.start = "2026-08-30".day
            $0.italian.end = "2026-09-09".day
        },
        Change("without a visa, sessions end before the start") {
            $0.market.certificates = ["agroecology"]
            $0.home.sessions = ["farming"]
            $0.farming.end = "2026-04-30".day
        },
        Change("both the certificate and the language", breaks: ["V2"], saying: "agroecology is neither held") { $0.harvest.certificates = ["agroecology"] },
    ]

    @Test(arguments: changes) func skilled(_ change: Change) { change.verify(on: .plentiful) }

    /// The visa date counts, not the start: on the session's last day nothing is granted yet.
    @Test func grantedBeforeTheVisaDate() {
        var fixture = HandSolved.plentiful
        fixture.first.visaDate = "2026-04-01".day
        #expect(fixture.report.violations == [])
        fixture.first.visaDate = "2026-03-31".day
        #expect(Set(fixture.report.violations.map(\.rule)) == ["V2", "V4"])
    }
}
