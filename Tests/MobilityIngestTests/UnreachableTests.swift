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
                ["candidates.csv:3", "1 person (row `no-trade`) can reach no request: no open request asks for any of their occupations (`smith`)"],
                ["candidates.csv:4", "1 person (row `abroad`) can reach no request: the open requests for their occupations, or the quota lines of these, exclude their origin"],
                ["candidates.csv:5", "1 person (row `elsewhere`) can reach no request: the requests for their occupations are in none of their `countries`"],
                ["candidates.csv:6", "1 person (row `unskilled`) can reach no request: the requests for their occupations need a certificate or language that they lack and no session grants in time"],
                ["candidates.csv:7", "1 person (row `young`) can reach no request: they are too young or too old on the start of every request for their occupations"],
                ["candidates.csv:8", "2 people (2 rows, such as `late` and `late2`) can reach no request: they are not free, or their passports not valid, for any of the requests for their occupations"],
            ])
    }
}
