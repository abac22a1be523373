import Foundation
import Testing

/// What a planner is told about the common mistakes in tables, word by word.
@Suite struct TableFindingTests {
    private static let candidates = ScenarioFolder.sound["candidates.csv"]!
    private static let requests = ScenarioFolder.sound["requests.csv"]!
    private static let quotas = ScenarioFolder.sound["quotas.csv"]!
    private static let consulates = ScenarioFolder.sound["consulates.csv"]!
    private static let funds = ScenarioFolder.sound["funds.csv"]!

    private static let cases: [(file: String, text: String?, findings: [String])] = [
        (
            "candidates.csv", candidates.changing("occupations,", to: "ocupations,"),
            [
                "candidates.csv:1: error: column `occupations` is missing",
                "candidates.csv:1:7: error: unknown column `ocupations`; did you mean `occupations`?",
            ]
        ),
        (
            "candidates.csv", candidates.changing("passport_until", to: "Passport-Until"),
            [
                "candidates.csv:1:12: error: unknown column `Passport-Until`; did you mean `passport_until`?",
            ]
        ),
        (
            "candidates.csv", candidates.changing(",area,", to: ",age,"),
            [
                "candidates.csv:1:4: error: unknown column `age`; expected one of `area`, `born`, `certificates`, `count`, `countries`, `cycles`, `from`, `guarantor`, `id`, `languages`, `last_employer`, `last_stay_from`, `last_stay_until`, `occupations`, `origin`, `passport_until`, `sex` and `until`",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: "28/02/1990"),
            [
                "candidates.csv:2:6: error: `born`: found \"28/02/1990\", expected a date as YYYY-MM-DD: 1990-02-28",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: "03/02/1990"),
            [
                "candidates.csv:2:6: error: `born`: found \"03/02/1990\", expected a date as YYYY-MM-DD: 1990-02-03 or 1990-03-02",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: "1990-02-29"),
            [
                "candidates.csv:2:6: error: `born`: found \"1990-02-29\", which is no day: 1990-02 has 28 days",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: "1990-02-28 00:00:00"),
            [
                "candidates.csv:2:6: error: `born`: found \"1990-02-28 00:00:00\", expected a date without a time: 1990-02-28",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: "32932"),
            [
                "candidates.csv:2:6: error: `born`: found \"32932\", expected a date as YYYY-MM-DD; as a spreadsheet's day number it would be 1990-02-28",
            ]
        ),
        (
            "candidates.csv", candidates.changing("1990-02-28", to: ""),
            [
                "candidates.csv:2:6: error: `born`: is empty, expected a value",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,", to: "c1,1 000,"),
            [
                "candidates.csv:2:2: error: `count`: found \"1 000\", expected a whole number without thousands separators or decimals: 1000",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,", to: "c1,3.0,"),
            [
                "candidates.csv:2:2: error: `count`: found \"3.0\", expected a whole number without thousands separators or decimals: 3",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,", to: "c1,0,"),
            [
                "candidates.csv:2:2: error: `count`: found 0, expected a whole number from 1 to 1000000000",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,", to: "c1,99999999999999999999,"),
            [
                "candidates.csv:2:2: error: `count`: found 99999999999999999999, expected a whole number from 1 to 1000000000",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,ML", to: "c1,3,ml"),
            [
                "candidates.csv:2:3: error: `origin`: found \"ml\", expected a country as two capital letters of ISO 3166-1: ML",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,ML", to: "c1,3,Mali"),
            [
                "candidates.csv:2:3: error: `origin`: found \"Mali\", expected a country as two capital letters of ISO 3166-1: ML",
            ]
        ),
        (
            "candidates.csv", candidates.changing("c1,3,ML", to: "c1,3,QQ"),
            [
                "candidates.csv:2:3: error: `origin`: found \"QQ\", expected a country as two capital letters of ISO 3166-1",
            ]
        ),
        (
            "candidates.csv", candidates.changing(",F,", to: ",female,"),
            [
                "candidates.csv:2:5: error: `sex`: found \"female\", expected one of `F`, `M` and `X`",
            ]
        ),
        (
            "candidates.csv", candidates.changing(",F,", to: ",f,"),
            [
                "candidates.csv:2:5: error: `sex`: found \"f\", expected one of `F`, `M` and `X`; did you mean `F`?",
            ]
        ),
        (
            "candidates.csv", candidates.changing("it:A1|fr:C1", to: "it:A3|IT:a1|xx:A1|fr||fr:C1"),
            [
                "candidates.csv:2:9: error: `languages`: found \"it:A3\", expected a language of ISO 639-1 and a level from A1 to C2, such as `it:A2`",
                "candidates.csv:2:9: error: `languages`: found \"IT:a1\", expected a language of ISO 639-1 and a level from A1 to C2, such as `it:A2`; did you mean `it:A1`?",
                "candidates.csv:2:9: error: `languages`: found \"xx:A1\", and `xx` is no language; expected a language of ISO 639-1 and a level from A1 to C2, such as `it:A2`",
                "candidates.csv:2:9: error: `languages`: found \"fr\" without a level, expected a language of ISO 639-1 and a level from A1 to C2, such as `it:A2`",
                "candidates.csv:2:9: error: `languages`: found \"it:A3|IT:a1|xx:A1|fr||fr:C1\" with an empty entry, expected entries with one `|` between them",
            ]
        ),
        (
            "candidates.csv", candidates.changing("safety@2027-01-01", to: "safety@2027-13-01"),
            [
                "candidates.csv:2:8: error: `certificates`: the expiry of \"safety\": found \"2027-13-01\", expected a day of the calendar, YYYY-MM-DD",
            ]
        ),
        (
            "candidates.csv", candidates.changing("community", to: "comunity"),
            [
                "candidates.csv:2:18: error: `guarantor`: found \"comunity\", expected one of `none`, `community` and `deposit`; did you mean `community`?",
            ]
        ),
        (
            "candidates.csv", candidates.changing("2026-01-01,2026-12-31", to: "2026-01-01,2025-12-31"),
            [
                "candidates.csv:2:11: error: `until`: 2025-12-31 is before `from`, which is 2026-01-01",
            ]
        ),
        (
            "candidates.csv", candidates + "c1,,ML,,F,1990-01-01,picker,,,2026-01-01,,,,,,,,\n",
            [
                "candidates.csv:3:1: error: `id`: the id \"c1\" is that of line 2 already",
            ]
        ),
        (
            "candidates.csv", candidates + "c2,ML,,F\n",
            [
                "candidates.csv:3:4: error: the row has 4 fields, the header has 18",
            ]
        ),
        (
            "candidates.csv", candidates + "c2,,ML,,F,1990-01-01,picker,,,2026-01-01,,,,,,,,,extra\n",
            [
                "candidates.csv:3:19: error: the row has 19 fields, the header has 18; a field with a comma in it is quoted: \"like, this\"",
            ]
        ),
        (
            "candidates.csv", candidates.replacingOccurrences(of: ",", with: ";"),
            [
                "candidates.csv:1:1: error: the fields are separated by semicolons, expected commas; in a spreadsheet, save as \"CSV UTF-8 (comma delimited)\"",
            ]
        ),
        (
            "candidates.csv", "",
            [
                "candidates.csv:1: error: the file is empty, expected a header with `id`, `count`, `origin`, `area`, `sex`, `born`, `occupations`, `certificates`, `languages`, `from`, `until`, `passport_until`, `cycles`, `last_employer`, `last_stay_from`, `last_stay_until`, `countries` and `guarantor`",
            ]
        ),
        (
            "candidates.csv", "\n\n",
            [
                "candidates.csv:1: error: the file is empty, expected a header with `id`, `count`, `origin`, `area`, `sex`, `born`, `occupations`, `certificates`, `languages`, `from`, `until`, `passport_until`, `cycles`, `last_employer`, `last_stay_from`, `last_stay_until`, `countries` and `guarantor`",
            ]
        ),
        (
            "candidates.csv", candidates + "c2,,ML,\"unclosed,F\n",
            [
                "candidates.csv:3:4: error: a quoted field of this record is never closed",
            ]
        ),
        (
            "candidates.csv", candidates + "c2,,ML,a\"b,F\nc3,,ML,,Q,1990-01-01,picker,,,2026-01-01,,,,,,,,\n",
            [
                "candidates.csv:3:4: error: a quotation mark inside a field; a field that holds one is quoted, and the mark doubled: \"so \"\"it\"\" is\"",
                "candidates.csv:4:5: error: `sex`: found \"Q\", expected one of `F`, `M` and `X`",
            ]
        ),
        (
            "candidates.csv", candidates + "c2,,ML,\0,F\n",
            [
                "candidates.csv:3: error: a NUL byte; this is no text file, the rest is not read",
            ]
        ),
        (
            "requests.csv", requests.changing("seasonal", to: "seasnal"),
            [
                "requests.csv:2:5: error: `channel`: `channels` has no `seasnal`; did you mean `seasonal`?",
            ]
        ),
        (
            "requests.csv", requests.changing("1234.5", to: "1.234,50"),
            [
                "requests.csv:2:19: error: the row has 19 fields, the header has 18; a field with a comma in it is quoted: \"like, this\"",
            ]
        ),
        (
            "requests.csv", requests.changing("1234.5", to: "\"1234,50\""),
            [
                "requests.csv:2:18: error: `monthly_wage_eur`: found \"1234,50\", expected euro with a decimal point: 1234.50",
            ]
        ),
        (
            "requests.csv", requests.changing("1234.5", to: "1234.505"),
            [
                "requests.csv:2:18: error: `monthly_wage_eur`: found \"1234.505\", expected euro with at most two decimals",
            ]
        ),
        (
            "requests.csv", requests.changing("1234.5", to: "-3"),
            [
                "requests.csv:2:18: error: `monthly_wage_eur`: found \"-3\", expected euro from 0 to 1000000000000",
            ]
        ),
        (
            "requests.csv", requests.changing(",c1,ML", to: ",c1|c11,ML"),
            [
                "requests.csv:2:16: error: `named`: `candidates` has no row with the id \"c11\"; did you mean `c1`?",
            ]
        ),
        (
            "requests.csv", requests.changing("2026-07-01,2026-10-31", to: "2026-10-31,2026-07-01"),
            [
                "requests.csv:2:9: error: `end`: 2026-07-01 is before `start`, which is 2026-10-31",
            ]
        ),
        (
            "quotas.csv", quotas.changing("2026,all,", to: "2026,al,"),
            [
                "quotas.csv:3:2: error: `within`: `quotas` has no row with the id \"al\"; did you mean `all`?",
            ]
        ),
        (
            "quotas.csv", quotas.changing("all,,", to: "all,seasonal-2026,"),
            [
                "quotas.csv:2:2: error: `within` leads back to the same line: `all` within `seasonal-2026` within `all`",
            ]
        ),
        (
            "quotas.csv", quotas.changing("seasonal,agriculture", to: "seasonl,agriclture"),
            [
                "quotas.csv:3:6: error: `channels`: `channels` has no `seasonl`; did you mean `seasonal`?",
            ]
        ),
        (
            "consulates.csv", consulates.changing("210,30", to: "210,-3"),
            [
                "consulates.csv:2:7: error: `processing_days`: found -3, expected a whole number from 0 to 100000",
            ]
        ),
        (
            "funds.csv", funds.changing("training|visa", to: "training|visas"),
            [
                "funds.csv:2:3: error: `kinds`: found \"visas\", expected one of `training`, `visa`, `travel` and `reintegration`; did you mean `visa`?",
            ]
        ),
    ]

    @Test(arguments: cases.indices) func commonMistakeIsExplained(index: Int) throws {
        let (file, text, expected) = Self.cases[index]
        let folder = try ScenarioFolder(soundBut: [file: text])
        #expect(folder.findings() == expected)
    }

    @Test func aMarkThatNobodySeesIsToldOf() throws {
        let rows = ScenarioFolder.sound["candidates.csv"]!
        let pasted = try ScenarioFolder(soundBut: ["candidates.csv": rows.changing("\nc1,", to: "\n\u{FEFF}c1,")])
        #expect(pasted.findings().contains { $0.hasPrefix("candidates.csv:2:1: error: the row begins with a byte order mark") }, "\(pasted.findings())")
        let twice = try ScenarioFolder(soundBut: ["candidates.csv": "\u{FEFF}\u{FEFF}" + rows])
        #expect(twice.findings().contains { $0.hasPrefix("candidates.csv:1:1: error: the row begins with a byte order mark") })
        let once = try ScenarioFolder(soundBut: ["candidates.csv": "\u{FEFF}" + rows])
        #expect(once.findings().isEmpty)
    }

    @Test func aTitleAboveTheHeaderIsOneFinding() throws {
        let rows = ScenarioFolder.sound["candidates.csv"]!
        for title in ["Candidates of 2026,,,\n", "sep=,\n"] {
            let folder = try ScenarioFolder(soundBut: ["candidates.csv": title + rows, "requests.csv": ScenarioFolder.sound["requests.csv"]!.changing(",c1,ML,", to: ",,ML,")])
            let findings = folder.findings()
            #expect(findings.count == 1 && findings[0].contains("the first row names no column of this table"), "\(findings)")
        }
    }

    @Test func accentsAreTheSameHoweverTheyArePutTogether() throws {
        let rows = ScenarioFolder.sound["candidates.csv"]!
        let composed = "S\u{E9}gou", decomposed = "Se\u{301}gou"
        let twins = try ScenarioFolder(soundBut: ["candidates.csv": rows.changing("\nc1,", to: "\n\(composed),") + rows.split(separator: "\n")[1].replacingOccurrences(of: "c1,", with: "\(decomposed),") + "\n"])
        #expect(twins.findings().contains { $0.contains("is that of line 2 already") }, "\(twins.findings())")
        let named = try ScenarioFolder(soundBut: [
            "candidates.csv": rows.changing("\nc1,", to: "\n\(composed),"),
            "requests.csv": ScenarioFolder.sound["requests.csv"]!.changing(",c1,ML,", to: ",\(decomposed),ML,"),
            "scenario.yaml": ScenarioFolder.sound["scenario.yaml"]! + "\namend: {candidates: {\(decomposed): {count: 4}}}\n",
        ])
        #expect(named.findings().isEmpty, "\(named.findings())")
    }

    @Test func aLinkThatLeadsNowhereIsNoMissingTable() throws {
        let folder = try ScenarioFolder(soundBut: ["funds.csv": nil])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/funds.csv", withDestinationPath: "/nowhere/at/all")
        #expect(folder.findings() == ["funds.csv: error: is a link that leads to no file"])
    }
}
