import Foundation
import MobilityModel
import Testing

@testable import MobilityIngest

/// Files that are made to be trouble, or are no files.
@Suite struct HostileInputTests {
    private func codes(_ files: [String: String?]) throws -> [String] {
        try ScenarioFolder(soundBut: files).read().findings.map(\.code)
    }

    @Test func missingAndMisplacedDirectories() throws {
        let folder = try ScenarioFolder(["a.txt": "x"])
        #expect(folder.findings("nowhere") == ["nowhere: error: there is no such directory"])
        #expect(folder.findings("a.txt") == ["a.txt: error: is a file, expected the directory of a scenario"])
        #expect(folder.findings() == ["scenario.yaml: error: does not exist; a scenario is a directory with this file in it"])
        #expect(ScenarioReader().read("").hasErrors)
    }

    @Test func aDirectoryInPlaceOfAFile() throws {
        let folder = try ScenarioFolder(soundBut: ["funds.csv": nil, "scenario.yaml": nil])
        for name in ["funds.csv", "scenario.yaml"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        #expect(
            folder.findings() == [
                "funds.csv: error: is a directory, expected a file", "scenario.yaml: error: is a directory, expected a file",
            ])
    }

    @Test func aPipeIsNotWaitedFor() throws {
        let folder = try ScenarioFolder(soundBut: ["funds.csv": nil])
        #expect(mkfifo(folder.path + "/funds.csv", 0o600) == 0)
        #expect(folder.findings() == ["funds.csv: error: is no regular file"])
    }

    @Test func aliasesOfAliasesEnd() throws {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 { bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n" }
        #expect(try codes(["scenario.yaml": bomb]) == ["too_long"])
        #expect(try codes(["scenario.yaml": bomb + "? *a12\n: x\n"]) == ["too_long"])
        #expect(try codes(["scenario.yaml": bomb + "*a12 : x\n"]) == ["too_long"])
        #expect(try codes(["scenario.yaml": bomb + "[*a12]: x\n"]) == ["too_long"])
    }

    @Test func aliasesOfValuesAreFine() throws {
        let yaml = ScenarioFolder.sound["scenario.yaml"]!
            .changing("countries: [CI, SN]}", to: "countries: &free [CI, SN]}, {origin: SN, countries: *free}")
        let scenario = try #require(try ScenarioFolder(soundBut: ["scenario.yaml": yaml]).read().scenario)
        #expect(scenario.visaFree.map(\.countries) == [["CI", "SN"], ["CI", "SN"]])
    }

    @Test func deepNestingEnds() throws {
        for text in [
            "a: " + String(repeating: "[", count: 100_000), "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            "a: " + String(repeating: "{a: ", count: 50_000), String(repeating: "- ", count: 50_000) + "x",
            (0..<3000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
        ] {
            let result = try ScenarioFolder(soundBut: ["scenario.yaml": text]).read()
            #expect(result.hasErrors && result.scenario == nil)
        }
    }

    @Test func endlessFieldsAndLinesEnd() throws {
        let header = "id,amount_eur\n"
        #expect(try codes(["funds.csv": header + "f1,\"" + String(repeating: "1\n", count: 700_000)]) == ["too_long"])
        #expect(try codes(["funds.csv": header + "f1," + String(repeating: "1", count: 2_000_000) + "\n"]) == ["too_long"])
        #expect(try codes(["funds.csv": String(repeating: "x", count: 9_000_000)]).last == "too_long")
        #expect(try codes(["funds.csv": header + String(repeating: ",", count: 1_000_000) + "\nf1,1\n"]) == [])
        #expect(try codes(["scenario.yaml": "title: " + String(repeating: "x", count: 17 << 20)]) == ["too_long"])
    }

    @Test func otherEncodingsAreNamed() throws {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        try folder.write("funds.csv", [0xFF, 0xFE] + "id,amount_eur\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        try folder.write("courses.csv", [0x50, 0x4B, 0x03, 0x04])
        try folder.write("quotas.csv", Array("id,from,until,places,source\nq,2026-01-01,2026-12-31,5,d".utf8) + [0xE9] + Array("cret\n".utf8))
        try folder.write("scenario.yaml", Array("title: caf".utf8) + [0xE9])
        #expect(
            folder.findings() == [
                "courses.csv:1: error: this is a workbook or an archive; save the sheet as \"CSV UTF-8\"",
                "funds.csv:1: error: the file is UTF-16; save it as \"CSV UTF-8\"",
                "quotas.csv:2: error: not UTF-8: byte 0xE9 after \"d\"; save the file as \"CSV UTF-8\"",
                "scenario.yaml:1:11: error: not UTF-8: byte 0xE9; save the file as UTF-8",
            ])
    }

    @Test func controlCharactersAreShownNotSent() throws {
        let candidates = ScenarioFolder.sound["candidates.csv"]!.changing("community", to: "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 500))
        let finding = try #require(try ScenarioFolder(soundBut: ["candidates.csv": candidates]).read().findings.first)
        #expect(finding.message.contains("\\u{1B}[31m\\u{202E}"))
        #expect(finding.message.utf8.count < 200)
    }

    @Test func repetitionIsCounted() throws {
        let rows = (0..<500).map { "f\($0),x\n" }.joined() + "f500,1,2\n"
        let findings = try ScenarioFolder(soundBut: ["funds.csv": "id,amount_eur\n" + rows]).read().findings
        #expect(findings.count == 7)
        #expect(findings[5].message == "and 495 more rows like this (`bad_money`): lines 7 to 501")
        #expect(findings[5].line == 7 && findings[5].column == 2)
        #expect(findings[6].code == "ragged_row" && findings[6].line == 502)
        // Every date that a spreadsheet has made its own, and one that is wrong in another way.
        let log = FindingLog()
        for line in [2, 3, 4, 5, 6, 9, 12, 13] {
            log.error("bad_date", at: Place(file: "plan.csv", line: line, column: 8), "found \"\(line)/03/2027\", expected 2027-03-\(line)")
        }
        log.error("bad_date", at: Place(file: "plan.csv", line: 14, column: 8), "found \"soon\", which is no day")
        #expect(log.sorted().map(\.line) == [2, 3, 4, 5, 6, 9, 14])
        #expect(log.sorted()[5].message == "and 3 more rows like this (`bad_date`): lines 9, 12 to 13")
        // What differs is not folded, but there is an end to it.
        let many = FindingLog()
        for line in 1...150 { many.error("bad_key", at: Place(file: "a.yaml", line: line, column: 1), "unknown") }
        #expect(many.sorted().count == 101)
        #expect(many.sorted()[100].message == "and 50 more of this kind (`bad_key`) in this file, from here on")
    }

    /// A file in another encoding is wrong once, however many rows show it.
    @Test func anEncodingIsWrongOnce() throws {
        let folder = try ScenarioFolder(soundBut: [:])
        var bytes = Array("id,amount_eur\n".utf8)
        for row in 0..<40 { bytes += Array("S".utf8) + [0xE9] + Array("gou\(row),1\n".utf8) }
        try folder.write("funds.csv", bytes)
        let findings = folder.read().findings.filter { $0.file.hasSuffix("funds.csv") }
        #expect(findings.map(\.code) == ["bad_encoding", "bad_encoding", "bad_csv"], "\(findings)")
        #expect(findings.dropFirst().first?.message.hasPrefix("and 19 more rows like this (`bad_encoding`): lines 3 to ") == true, "\(findings)")
    }

    @Test func sumsThatDoNotFitAreRefused() throws {
        let funds = "id,amount_eur\n" + (0..<50_000).map { "f\($0),1000000000000\n" }.joined()
        #expect(try codes(["funds.csv": funds]) == ["too_large"])
        let yaml = ScenarioFolder.sound["scenario.yaml"]!.changing("reintegration_eur: 915.5", to: "reintegration_eur: 1e12")
        #expect(try codes(["scenario.yaml": yaml]) == [])
        let requests = ScenarioFolder.sound["requests.csv"]!.changing(",5,2,", to: ",1000000000,2,")
        #expect(try codes(["scenario.yaml": yaml, "requests.csv": requests]) == ["too_large"])
        #expect(try codes(["funds.csv": "id,amount_eur\nf1,1000000000000.01\n"]) == ["out_of_range"])
    }

    @Test func loneCarriageReturnsEndLines() throws {
        let folder = try ScenarioFolder(soundBut: ["funds.csv": "id,amount_eur\rf1,1\rf2,x\r"])
        #expect(folder.findings() == ["funds.csv:3:2: error: `amount_eur`: found \"x\", expected euro with at most two decimals, such as 1234.50"])
    }

    @Test func linesAreCountedBehindQuotedBreaks() throws {
        let quotas = "id,from,until,places,source\r\nq1,2026-01-01,2026-12-31,5,\"a\r\nb\nc\"\r\n\r\nq2,2026-01-01,2026-12-31,x,\"d\"\r\n"
        #expect(try ScenarioFolder(soundBut: ["quotas.csv": quotas]).findings().first == "quotas.csv:6:4: error: `places`: found \"x\", expected a whole number from 0 to 1000000000")
    }

    @Test func emptyColumnsAndRowsOfASpreadsheetAreNothing() throws {
        #expect(try codes(["funds.csv": "id,amount_eur,,\nf1,1,,\n,,,\n\n"]) == [])
        #expect(try codes(["funds.csv": "id,amount_eur,,\nf1,1,,x\n"]) == ["unknown_column"])
    }
}
