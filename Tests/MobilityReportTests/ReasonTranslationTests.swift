import MobilityModel
import Testing

@testable import MobilityReport

/// Reasons on pages in French and Italian.
@Suite struct ReasonTranslationTests {
    @Test(arguments: ReasonTemplate.allCases) func everySentenceIsSaidInEveryLanguage(template: ReasonTemplate) {
        let slots = Set(template.pattern.slots)
        for language in [Language.french, .italian] {
            let text = template.phrase(language)
            let pattern = ReasonPattern(text)
            #expect(text != template.rawValue && !text.isEmpty)
            #expect(Set(pattern.slots) == slots && pattern.slots.count == slots.count, "\(language): \(text)")
            #expect(!pattern.filled { _ in "" }.contains { "{}".contains($0) }, "\(language): \(text)")
        }
        #expect(template.phrase(.english) == template.rawValue)
    }

    /// No line begins with a mark before which French has a space; other languages, and what is put in, stay as written.
    @Test func frenchMarksStayWithTheWordBeforeThem() {
        let phrase = Phrase("a : {0}", "a : {0} ; b ? c! 5:7", "a : {0} ; b")
        #expect(phrase.with(.french, "x : y") == "a\u{A0}: x : y\u{A0}; b\u{A0}? c! 5:7")
        #expect(phrase.with(.italian, "x") == "a : x ; b" && phrase(.english) == "a : {0}")
    }

    /// A person's nearest request is said by what they lack for it, not by what others have.
    @Test func nobodyIsEligibleForLackOfSomething() {
        let sentence = ReasonSentence(.nobodyByPassport, [])
        #expect(
            ReasonTranslation(.french).text([sentence])
                == "personne n’est éligible\u{A0}; ce qui manque à la personne la plus proche\u{A0}: un passeport valable jusqu’à la fin")
        #expect(
            ReasonTranslation(.italian).text([sentence])
                == "nessuno è idoneo; che cosa manca alla persona più vicina: un passaporto valido fino alla fine")
    }

    private func report(_ details: [String], request: String = "r1") -> PlanReport {
        let day = SampleReport.day
        let scenario = Scenario(
            name: "s", horizon: day("2026-01-01")...day("2026-12-31"),
            candidates: details.indices.map {
                Candidate(
                    id: .init("c\($0)"), count: 3, origin: "ML", sex: .male, born: day("1990-01-01"), occupations: ["picker"],
                    from: day("2026-01-01"))
            },
            requests: [
                Request(
                    id: .init(request), employer: "e", country: "IT", channel: "seasonal", sector: "farming", occupation: "picker",
                    start: day("2026-07-01"), end: day("2026-12-31"), places: 60, certificates: ["workplace_safety"])
            ],
            quotas: ["q1", "q2"].map { QuotaLine(id: $0, from: day("2026-01-01"), until: day("2026-12-31"), places: 9) },
            consulates: [Consulate(id: "italy-ML", origin: "ML", country: "IT", monthlyCapacity: 1200, processingDays: 30)])
        let result = PlanResult(
            status: .optimal,
            unplaced: details.enumerated().map { Unplaced(candidate: .init("c\($0)"), count: 3, reason: Reason(code: "code\($0)", detail: $1)) },
            unfilled: [
                Unfilled(
                    request: .init(request), places: 60, filled: 0, reason: Reason(code: "places", detail: "3 of 3: quota line q1 is full"))
            ])
        return PlanReport(scenario: scenario, scenarioPath: "s", result: result, usage: PlanUsage(), version: "1")
    }

    private func page(_ details: [String], _ language: Language, isPublic: Bool = false, request: String = "r1") -> String {
        PlanPage(report(details, request: request), language: language, isPublic: isPublic).document.html
    }

    private let details = [
        "no seat in a session for workplace_safety before 2026-02-23; and consulate italy-ML is full in 2026-02",
        "resting until 2026-03-08", "outbid by 1200 points of match, the places of r1 are taken", "quota lines q1 and q2 are full",
    ]

    @Test func reasonsAreSaidInTheLanguageOfThePage() {
        let french = page(details, .french)
        #expect(!french.contains("lang=\"en\""))
        let inFrench = "il n’y a plus de place dans aucune session pour workplace_safety avant le 23\u{A0}févr. 2026\u{A0}; "
            + "et le consulat italy-ML n’a plus de capacité en févr. 2026"
        #expect(french.contains(inFrench))
        #expect(french.contains("en période de repos jusqu’au 8\u{A0}mars 2026") && french.contains("les lignes de quota q1 et q2 sont épuisées"))
        #expect(french.contains("personne devancée de 1\u{202F}200 points d’adéquation\u{A0}: les postes de la demande r1 sont pris"))
        #expect(french.contains("la ligne de quota q1 est épuisée"))
        let italian = page(details, .italian)
        #expect(!italian.contains("lang=\"en\""))
        let inItalian = "non c’è più posto in nessuna sessione per workplace_safety prima del 23\u{A0}feb 2026; "
            + "e il consolato italy-ML ha esaurito la capacità nel mese di feb 2026"
        #expect(italian.contains(inItalian))
        #expect(italian.contains("in periodo di riposo fino all’8\u{A0}mar 2026") && italian.contains("le linee di quota q1 e q2 sono esaurite"))
    }

    @Test func italianArticlesGiveWayToVowels() {
        func text(_ day: String, _ template: ReasonTemplate) -> String {
            ReasonTranslation(.italian).text([ReasonSentence(template, [.day(SampleReport.day(day))])])
        }
        #expect(text("2026-03-11", .personAvailable) == "la persona è disponibile dall’11\u{A0}mar 2026")
        #expect(text("2026-03-18", .personAvailable) == "la persona è disponibile dal 18\u{A0}mar 2026")
        #expect(text("2026-03-08", .passport).hasPrefix("il passaporto scade l’8\u{A0}mar 2026, prima"))
        #expect(text("2026-03-01", .passport).hasPrefix("il passaporto scade il 1º\u{A0}mar 2026, prima"))
    }

    @Test func whatNoPlannerWroteStaysAsItIs() {
        for language in [Language.french, .italian] {
            let html = page(["the places of r9 are taken", "noted by hand"], language)
            #expect(html.contains("<span lang=\"en\">the places of r9 are taken</span>") && html.contains("<span lang=\"en\">noted by hand</span>"))
        }
        #expect(page(details, .english).contains("resting until 2026-03-08"))
    }

    @Test func namesInSentencesAreText() {
        let name = "<b>&\"r\"</b>"
        let html = page(["the places of \(name) are taken"], .french, request: name)
        #expect(html.contains("les postes de la demande &lt;b&gt;&amp;&quot;r&quot;&lt;/b&gt; sont pris"))
    }

    /// In public no sentence is shown, in any language.
    @Test func thePublicReadsNoSentence() {
        for language in Language.allCases {
            let html = page(details, language, isPublic: true)
            for word in ["workplace_safety", "q1 and", "q1 et", "q1 e ", "1200", "2026-03-08", "8\u{A0}mar"] {
                #expect(!html.contains(word), "\(word)")
            }
        }
    }
}
