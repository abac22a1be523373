import Testing

/// What a planner is warned of in scenarios that can be read.
@Suite struct OddityTests {
    private static let scenario = ScenarioFolder.sound["scenario.yaml"]!
    private static let requests = ScenarioFolder.sound["requests.csv"]!
    private static let courses = ScenarioFolder.sound["courses.csv"]!

    private static let cases: [(file: String, text: String?, findings: [String])] = [
        (
            "requests.csv", requests.changing(",5,2,", to: ",5,6,"),
            [
                "requests.csv:2: warning: nobody can fill request `r1`: `min_places` is 6, `places` only 5",
            ]
        ),
        (
            "requests.csv", requests.changing("2026-07-01,2026-10-31", to: "2026-01-15,2026-12-31"),
            [
                "requests.csv:2: warning: nobody can fill request `r1`: the stay has 351 days, channel `seasonal` allows 270 in 365",
            ]
        ),
        (
            "requests.csv", requests.changing("2026-07-01,2026-10-31", to: "2027-01-15,2027-12-31"),
            [
                "quotas.csv:3: warning: no request can use quota line `seasonal-2026`: no request that fits starts from 2026-01-01 to 2026-12-31",
                "requests.csv:2: warning: nobody can fill request `r1`: it starts on 2027-01-15, the horizon is from 2026-01-01 to 2026-12-31",
                "requests.csv:2: warning: nobody can fill request `r1`: the stay has 351 days, channel `seasonal` allows 270 in 365",
                "requests.csv:2: warning: nobody can fill request `r1`: no quota line counts channel `seasonal`, sector `agriculture`, IT and a start on 2027-01-15, filed on 2026-01-12",
            ]
        ),
        (
            "requests.csv", requests.changing(",2026-01-12,", to: ",2026-06-12,"),
            [
                "candidates.csv:2: warning: 3 people (row `c1`) can reach no request: authorisation and visa for the requests for their occupations come after the start",
                "requests.csv:2: warning: nobody can fill request `r1`: authorisation and visa take longer than the time from its filing on 2026-06-12 to the start on 2026-07-01",
            ]
        ),
        (
            "requests.csv", requests.changing("agriculture,picker", to: "tourism,pickr"),
            [
                "candidates.csv:2: warning: `occupations`: no request asks for \"picker\" (row `c1`); did you mean `pickr`?",
                "quotas.csv:3: warning: no request can use quota line `seasonal-2026`: no request is in sector `agriculture`",
                "requests.csv:2: warning: nobody can fill request `r1`: channel `seasonal` is for `agriculture`, not `tourism`",
                "requests.csv:2: warning: nobody can fill request `r1`: no quota line counts channel `seasonal`, sector `tourism`, IT and a start on 2026-07-01, filed on 2026-01-12",
            ]
        ),
        (
            "courses.csv", courses.changing("it:A2,it:A1", to: "fr:A2,it:A1"),
            [
                "courses.csv:2: warning: session `it2` grants `fr:A2`, which no request and no other session needs",
                "requests.csv:2: warning: nobody can fill request `r1`: no candidate holds `it:A2`, and no session grants it before the start",
            ]
        ),
        (
            "consulates.csv", nil,
            [
                "candidates.csv:2: warning: 3 people (row `c1`) can reach no request: no consulate serves their origin and the countries of the requests for their occupations",
                "scenario.yaml:1: warning: no consulate serves ML to IT, which is not visa-free; people from ML cannot take 1 request (5 places) there",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("who: {sex: F}, of", to: "who: {sex: F, area: Kaye}, of"),
            [
                "scenario.yaml:10:69: warning: `area`: no candidate has \"Kaye\"; did you mean `Kayes`?",
            ]
        ),
    ]

    @Test(arguments: cases.indices) func oddityIsPointedOut(index: Int) throws {
        let (file, text, expected) = Self.cases[index]
        let folder = try ScenarioFolder(soundBut: [file: text])
        #expect(folder.findings() == expected)
    }

    @Test func aTableUnderNearlyItsNameIsPointedOut() throws {
        let folder = try ScenarioFolder(soundBut: ["candidates.csv": nil, "Candidates.csv": ScenarioFolder.sound["candidates.csv"], "notes.csv": "a\n", "requests.csv": Self.requests.changing(",c1,ML,", to: ",,ML,")])
        let findings = folder.findings()
        #expect(findings.contains("Candidates.csv: warning: is not read: the table is looked for in `candidates.csv`; rename the file, or name it in `tables`"), "\(findings)")
        #expect(findings.contains("scenario.yaml:1: warning: there are no candidates, as there is no file candidates.csv (`tables` may name another): there is nothing to plan"), "\(findings)")
        #expect(!findings.contains { $0.contains("notes.csv") })
    }
}
