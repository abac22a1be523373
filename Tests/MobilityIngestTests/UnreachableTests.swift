import MobilityIngest
import Testing

/// Warnings about lines, sessions, rules and pairs of countries that nobody can use.
@Suite struct UnreachableTests {
    @Test func linesSessionsAndRulesWithoutUse() throws {
        let folder = try ScenarioFolder(
            soundBut: [
                "quotas.csv": ScenarioFolder.sound["quotas.csv"]! + "sn,all,2026-01-01,2026-12-31,,seasonal,,SN,,,5,\n",
                "courses.csv": ScenarioFolder.sound["courses.csv"]! + "c1,saftey,,,2026-02-01,2026-04-01,3,5,,\nc2,it:B1,,SN,2026-02-01,2026-04-01,5,,,\n",
                "scenario.yaml": ScenarioFolder.sound["scenario.yaml"]!.changing("who: {sex: F}, of", to: "who: {sex: M}, where: {year: 2027}, of"),
            ])
        #expect(
            folder.findings() == [
                "courses.csv:3: warning: session `c1` grants `saftey`, which no request and no other session needs; did you mean `safety`?",
                "courses.csv:3: warning: session `c1` runs with at least 5 people and has 3 seats; it can never run",
                "courses.csv:4: warning: session `c2` is for people from `SN`, and no candidate is",
                "quotas.csv:4: warning: no request can use quota line `sn`: no request that fits takes people from `SN`",
                "scenario.yaml:10:14: warning: rule `women` speaks of nobody: no candidate matches its `who` and `of`",
                "scenario.yaml:10:14: warning: rule `women` speaks of no request: none matches its `where`",
            ])
    }

    @Test func candidatesAreCountedByWhatKeepsThemOut() throws {
        let row = "ML,Kayes,F,1990-02-28,picker,safety,it:A2,2026-01-01,2026-12-31,,,,,,IT,\n"
        let header = "id,origin,area,sex,born,occupations,certificates,languages,from,until,passport_until,cycles,last_employer,last_stay_from,last_stay_until,countries,guarantor\n"
        let folder = try ScenarioFolder(
            soundBut: [
                "requests.csv": ScenarioFolder.sound["requests.csv"]!.changing(",c1,ML,", to: ",,ML|SN,"),
                "candidates.csv": header + "ok," + row + "no-trade," + row.changing("picker", to: "smith")
                    + "abroad," + row.changing("ML,", to: "SN,") + "elsewhere," + row.changing(",IT,", to: ",FR,")
                    + "unskilled," + row.changing("safety", to: "") + "young," + row.changing("1990", to: "2010")
                    + "late," + row.changing("2026-01-01", to: "2026-06-01") + "late2," + row.changing("2026-12-31", to: "2026-09-01"),
            ])
        #expect(
            folder.findings().map { $0.split(separator: ": warning: ").map(String.init) } == [
                ["candidates.csv:3", "1 person (row `no-trade`) can reach no request: no request asks for any of their occupations (`smith`)"],
                ["candidates.csv:4", "1 person (row `abroad`) can reach no request: the open requests for their occupations, or the quota lines of these, exclude their origin"],
                ["candidates.csv:5", "1 person (row `elsewhere`) can reach no request: the requests for their occupations are in none of their `countries`"],
                ["candidates.csv:6", "1 person (row `unskilled`) can reach no request: the requests for their occupations need a certificate or language that they lack and no session grants in time"],
                ["candidates.csv:7", "1 person (row `young`) can reach no request: they are too young or too old on the start of every request for their occupations"],
                ["candidates.csv:8", "2 people (2 rows, such as `late` and `late2`) can reach no request: they are not free, or their passports not valid, for any of the requests for their occupations"],
            ])
    }

    private static let header = "id,origin,area,sex,born,occupations,certificates,languages,from,until,passport_until,cycles,last_employer,last_stay_from,last_stay_until,countries,guarantor\n"
    private static let row = "ML,Kayes,F,1990-02-28,picker,safety,it:A2,2026-01-01,2026-12-31,,,,,,IT,\n"

    private func warnings(_ files: [String: String]) throws -> [String] {
        try ScenarioFolder(soundBut: files.mapValues { $0 }).findings().map { $0.replacing(" warning:", with: "") }
    }

    /// At the row of the first who has it, however many rows can go nowhere for other causes.
    @Test func misspeltOccupationsAndEmployersAreGroupedByWhatIsMeant() throws {
        let r = Self.row
        let found = try warnings([
            "requests.csv": ScenarioFolder.sound["requests.csv"]!.changing(",c1,ML,", to: ",,ML,"),
            "candidates.csv": Self.header + "ok," + r + "smith," + r.changing("picker", to: "smith")
                + "a," + r.changing("picker", to: "pickr") + "b," + r.changing("picker", to: "smith|pickr")
                + "both," + r.changing("picker", to: "pickers|picker") + "late," + r.changing(",,,,,,IT", to: ",,,frm,,,IT"),
        ])
        #expect(found == [
            "candidates.csv:3: 1 person (row `smith`) can reach no request: no request asks for any of their occupations (`smith`)",
            "candidates.csv:4: `occupations`: no request asks for \"pickr\" (2 rows, such as `a` and `b`); did you mean `picker`?",
            "candidates.csv:7: `last_employer`: no request is from \"frm\" (row `late`); did you mean `farm`?",
        ])
    }

    @Test func listsWithAnotherSeparatorAreRecognised() throws {
        let found = try warnings([
            "candidates.csv": Self.header + "c1," + Self.row + "two," + Self.row.changing("picker", to: "picker;packer")
        ])
        #expect(found.contains("candidates.csv:3: `occupations`: no request asks for \"picker;packer\" (row `two`); did you mean `picker|packer`?"), "\(found)")
    }

    @Test func aLineThatOpensAfterTheRequestIsFiledIsNamedWithItsDay() throws {
        let found = try warnings(["quotas.csv": ScenarioFolder.sound["quotas.csv"]!.changing("2026-01-12,seasonal", to: "2026-02-01,seasonal")])
        #expect(found.contains("requests.csv:2: nobody can fill request `r1`: quota line `seasonal-2026` opens on 2026-02-01, the request is filed on 2026-01-12; file on the opening day or after"), "\(found)")
    }

    @Test func aLineLargerThanTheOneAroundItIsPointedOut() throws {
        let found = try warnings(["quotas.csv": ScenarioFolder.sound["quotas.csv"]! + "big,all,2026-01-01,2026-12-31,,seasonal,,,,,50000,\n"])
        #expect(found.contains { $0.hasPrefix("quotas.csv:4: quota line `big` has 50000 places, the line `all` that it is within only ") }, "\(found)")
    }

    @Test func whatNoFundPaysIsSaidOnceWithThePeopleItKeeps() throws {
        let header = "id,amount_eur,kinds,origins,from,until\n"
        let candidates = Self.header + "c1," + Self.row + "young," + Self.row.changing("1990", to: "2015")
        let requests = ScenarioFolder.sound["requests.csv"]!.changing(",c1,ML,", to: ",,ML|SN,")
        func money(_ funds: String, isNamed: Bool = false) throws -> [String] {
            try warnings(["candidates.csv": candidates, "requests.csv": isNamed ? ScenarioFolder.sound["requests.csv"]! : requests, "funds.csv": header + funds]).filter { $0.contains("no fund pays") }
        }
        #expect(try money("f,100000,,,,\n") == [])
        #expect(try money("f,100000,training|reintegration|travel,,,\n") == [
            "funds.csv:1: no fund pays the visa fee of `bko` of people from ML; 1 person (row `c1`) can go nowhere"
        ])
        #expect(try money("f,100000,,,2028-01-01,\n").first?.contains("on the days in question (`f` pays from 2028-01-01)") == true)
        #expect(try money("f,100000,,SN,,\n").count == 1)
        #expect(try money("f,100000,visa|travel|reintegration,,,\n") == [])
        #expect(try money("f,100000,training|visa|travel,,,\n", isNamed: true).first?.hasPrefix("funds.csv:1: no fund pays the reintegration of people from ML") == true)
    }

    /// An effect that speaks of nobody, though every name in it is somebody's, is told where it stands.
    @Test(arguments: [
        ("who: {sex: M}", "no candidate matches its `who`"), ("where: {year: 2031}", "no request matches its `where`"),
        ("who: {age_min: 90}", "no candidate matches its `who` at the start of any stay that it speaks of (age and `returning` are judged then)"),
    ])
    func effectsWithoutUseAreWarnedOf(filter: String, words: String) throws {
        let folder = try ScenarioFolder(
            soundBut: ["scenario.yaml": ScenarioFolder.sound["scenario.yaml"]!.changing("authorised, who: {sex: F}", to: "authorised, \(filter)")])
        let findings = folder.findings()
        #expect(findings.count == 1 && findings[0].hasSuffix(": warning: the effect on `authorised` changes nothing: \(words)"), "\(findings)")
    }
}
