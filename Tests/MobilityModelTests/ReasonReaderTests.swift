import MobilityModel
import Testing

/// Sentences of reasons, written and known again.
@Suite struct ReasonReaderTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// - Parameter ids: of the requests.
    private func scenario(_ ids: [String] = ["r"], certificates: [String] = ["safety", "it:A2"]) -> Scenario {
        let horizon = day("2026-01-01")...day("2026-12-31")
        return Scenario(
            name: "s", horizon: horizon,
            candidates: [
                Candidate(
                    id: "c", count: 1, origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["picker", "cook"], from: day("2026-01-01"))
            ],
            requests: ids.map {
                Request(
                    id: Request.ID($0), employer: "e", country: "IT", channel: "seasonal", sector: "farming", occupation: "picker",
                    start: day("2026-07-01"), end: day("2026-12-31"), places: 9, certificates: certificates)
            },
            quotas: ["q", "p"].map { QuotaLine(id: $0, from: day("2026-01-01"), until: day("2026-12-31"), places: 9) },
            sessions: [CourseSession(id: "s1", grants: [], requires: [], start: day("2026-02-01"), end: day("2026-03-01"), seats: 9)],
            consulates: [Consulate(id: "k", origin: "ML", country: "IT", monthlyCapacity: 9, processingDays: 30)],
            funds: ["f", "g"].map { Fund(id: $0, amount: Cents(1)) },
            rules: ["women", "youth"].map { Rule(id: $0, kind: .atLeast, target: .count(1), who: Who(), of: Who(), place: Where(), penalty: 1) })
    }

    /// A value for each kind of slot.
    private func value(_ kind: ReasonSlot.Kind) -> ReasonSentence.Value {
        switch kind {
        case .number: .number(12)
        case .day: .day(day("2026-02-23"))
        case .month: .month(Month(year: 2026, month: 2))
        case .country: .name("ML")
        case .request: .name("r")
        case .session: .name("s1")
        case .consulate: .name("k")
        case .line: .name("q")
        case .rule: .name("women")
        case .channel: .name("seasonal")
        case .sector: .name("farming")
        case .occupation: .name("picker")
        case .skill: .name("it:A2")
        case .sessions: .names(["s1"])
        case .lines: .names(["q", "p"])
        case .funds: .names(["f", "g"])
        case .occupations: .names(["picker", "cook"])
        case .skills: .names(["safety", "it:A2"])
        case .conditions: .sentences([
            ReasonSentence(.placesTaken, [.name("r")]), ReasonSentence(.consulateFull, [.name("k"), .month(Month(year: 2026, month: 2))]),
        ])
        case .condition: .sentences([ReasonSentence(.requestMinimum, [.name("r"), .number(3)])])
        case .misses: .sentences([
            ReasonSentence(.short, [.name("women"), .number(1), .number(3)]), ReasonSentence(.overForOnePoint, [.name("youth"), .number(1)]),
        ])
        }
    }

    @Test(arguments: ReasonTemplate.allCases) func everySentenceIsKnownAgain(template: ReasonTemplate) {
        let sentence = ReasonSentence(template, template.pattern.slots.map { value($0.kind) })
        let isPartOnly = [.short, .shortForOnePoint, .over, .overForOnePoint].contains(template)
        let sentences = isPartOnly ? [ReasonSentence(.softRules, [.name("r"), .sentences([sentence])])] : [sentence]
        #expect(ReasonReader(scenario()).sentences(sentences.english) == sentences, "\(sentences.english)")
        #expect(!sentence.english.contains("{") && Set(template.pattern.slots).count == template.pattern.slots.count)
        // What planners write is what the reader reads.
        let pieces = zip(template.pattern.slots, sentence.values).map { text($1, $0.kind) }
        #expect(template.english(of: pieces) == sentence.english)
    }

    private func text(_ value: ReasonSentence.Value, _ kind: ReasonSlot.Kind) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .day(let day): "\(day)"
        case .month(let month): "\(month)"
        case .name(let name): name
        case .names(let names): names.joined(separator: kind == .lines ? " and " : ", ")
        case .sentences(let sentences): sentences.map(\.english).joined(separator: kind == .misses ? " and " : "; and ")
        }
    }

    @Test func severalConditionsAreKnownEachByItself() throws {
        let detail = "no seat in a session for safety, it:A2 before 2026-02-23; and consulate k is full in 2026-02; and quota lines q and p are full"
        let sentences = try #require(ReasonReader(scenario()).sentences(detail))
        #expect(sentences.map(\.template) == [.sessionFull, .consulateFull, .linesFull])
        #expect(sentences[0].values == [.names(["safety", "it:A2"]), .day(day("2026-02-23"))])
        #expect(sentences[2].values == [.names(["q", "p"])])
        #expect(sentences.english == detail)
    }

    @Test(arguments: [
        "", "nobody, \"carer\" or not, is left", "the places of nowhere are taken", "the places of r are taken.", "quota lines q and x are full",
        "the places of r are taken; and", "the places of r are taken; and something else", "no seat in a session for safety before 2026-02-30",
        "consulate k is full in 2026-13", "consulate k is full in 2026-2", "outbid by 007 points of match, the places of r are taken",
        "outbid by -7 points of match, the places of r are taken", "rule women would fall short by 1 more, 2 points",
        "5 of 9: ", "5 of 9: 5 of 9: the places of r are taken", "the places of  are taken",
    ]) func whatNoPlannerWroteIsNotKnown(detail: String) {
        #expect(ReasonReader(scenario()).sentences(detail) == nil)
    }

    /// One name that holds the words of a sentence, or two sentences with two names: nobody can tell.
    @Test func whatCanBeReadInTwoWaysIsNotKnown() throws {
        let odd = "a are taken; and the places of b"
        let detail = "the places of \(odd) are taken"
        let reader = ReasonReader(scenario(["a", "b", odd]))
        #expect(reader.sentences(detail) == nil)
        #expect(reader.sentences("5 of 9: \(detail)") == nil)
        #expect(reader.sentences("\(detail); and quota line q is full") == nil)
        // With but one of the names there is one way to read it.
        #expect(ReasonReader(scenario([odd])).sentences(detail)?.map(\.values) == [[.name(odd)]])
        #expect(ReasonReader(scenario(["a", "b"])).sentences(detail)?.map(\.values) == [[.name("a")], [.name("b")]])
        let listed = ReasonReader(scenario(certificates: ["x", "y", "x, y"]))
        #expect(listed.sentences("no session that they can attend gives x, y") == nil)
        #expect(listed.sentences("no session that they can attend gives y, x") != nil)
    }

    @Test(arguments: [" ", "é\u{301}", "{n}", "\"r\" and 'q'", "; and ", " are taken", "2026-02-23", "r: ", "a, b", "日本"])
    func oddNamesAreKept(id: String) throws {
        let detail = "5 of 9: the places of \(id) are taken; and quota line q is full"
        let sentences = try #require(ReasonReader(scenario([id])).sentences(detail))
        #expect(sentences.english == detail)
    }

    /// However long and however many ways there are to begin, an answer comes.
    @Test func hostileTextsAreNotKnown() {
        let reader = ReasonReader(scenario(["and", "r", " and "]))
        for text in ["; and ", " and ", "with one more on and ", "quota lines q and ", "the places of r are taken; with 2 people like this "] {
            #expect(reader.sentences(String(repeating: text, count: 1_900 / text.utf8.count)) == nil)
        }
        #expect(reader.sentences(String(repeating: "quota line q is full; and ", count: 1_000)) == nil)
    }
}
