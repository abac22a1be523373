import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

/// What a spreadsheet holds, read back from its XML.
@Suite struct WorkbookTests {
    private static let hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "<script>alert(1)</script>", "a & \"b\"", "x\u{1}y\u{FFFE}"]

    private func written(_ body: (String) throws -> Void) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file.path)
        return try Data(contentsOf: file)
    }

    /// The text of a part of the package, through `unzip`.
    private func part(_ name: String, of data: Data) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try data.write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unzip", "-p", file.path, name]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "unzip \(name)")
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let projection = Projection(
        seed: 1, requested: 10, replicates: 10,
        groups: [
            GroupOutcome(
                dimension: "all", value: "", people: 3,
                figures: OutcomeFigure.allCases.map { figure in
                    figure == .returnRate
                        ? nil : FigureEstimate(mean: 2.5, low: 1, high: 3, parameterShare: 0.25, standardError: 0.1, defined: 10)
                })
        ])

    private func workbook(_ projection: Projection?) throws -> Data {
        try written { try PlanWorkbook(SampleReport.report, projection: projection, figures: SampleReport.figures).write(to: $0) }
    }

    @Test func sheetsAreThoseOfThePlan() throws {
        func names(_ data: Data) throws -> [String] {
            try part("xl/workbook.xml", of: data).matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
        }
        #expect(try names(workbook(nil)) == ["plan", "quotas", "reasons", "summary"])
        #expect(try names(workbook(Self.projection)) == ["plan", "quotas", "reasons", "outcomes", "summary"])
    }

    @Test func headersAreFrozenAndFilteredAndColumnsHaveWidths() throws {
        let data = try workbook(Self.projection)
        for number in 1...5 {
            let sheet = try part("xl/worksheets/sheet\(number).xml", of: data)
            #expect(sheet.contains(#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#))
            #expect(sheet.contains("<autoFilter ref=\"A1:"))
            #expect(sheet.contains("customWidth=\"1\""))
        }
    }

    @Test func datesAreDatesAndMoneyIsMoney() throws {
        let data = try workbook(nil)
        let sheet = try part("xl/worksheets/sheet1.xml", of: data)
        // 2 May 2026 is day 46144 of the spreadsheet's calendar; EUR 565.50.
        #expect(sheet.contains(/<c r="L2" s="\d+"><v>46144<\/v>/), "\(sheet)")
        #expect(sheet.contains(/<c r="P2" s="\d+"><v>565.5<\/v>/))
        let styles = try part("xl/styles.xml", of: data)
        #expect(styles.contains("formatCode=\"yyyy-mm-dd\""))
        #expect(styles.contains("EUR"))
    }

    @Test func inputNeverBecomesAFormula() throws {
        let sheet = Sheet(name: "s", columns: [.init("=1+1", 10)]) { body in
            for text in Self.hostile { try body([.text(text)]) }
        }
        let data = try written { try Workbook(title: "=cmd|' /C calc'!A0").write([sheet], to: $0) }
        let xml = try part("xl/worksheets/sheet1.xml", of: data)
        #expect(!xml.contains("<f>"))
        #expect(xml.matches(of: /t="inlineStr"/).count == Self.hostile.count + 1)
        #expect(xml.contains("&lt;script&gt;") && !xml.contains("<script"))
        #expect(xml.contains("a &amp; \"b\"") && xml.contains("x?y?"))
        // Style 49 is text: an edited cell stays what it was.
        #expect(try part("xl/styles.xml", of: data).contains("numFmtId=\"49\""))
        // Nothing but what XML allows.
        let parser = XMLCheck(xml)
        #expect(parser.isWellFormed)
    }

    @Test func longTextIsCutAndSaysSo() {
        let long = String(repeating: "é", count: 40_000).xmlText
        #expect(long.utf16.count == Workbook.longestText && long.hasSuffix("\u{2026}"))
    }

    @Test func whatDoesNotFitASheetGoesOnInTheNext() throws {
        let sheet = Sheet(name: "s", columns: [.init("n", 10)]) { body in
            for number in 1...5 { try body([.count(number)]) }
        }
        let data = try written { try Workbook(title: "", rowsPerSheet: 3).write([sheet], to: $0) }
        #expect(try part("xl/workbook.xml", of: data).matches(of: /<sheet name="s/).count == 3)
        #expect(try part("xl/worksheets/sheet3.xml", of: data).contains("<v>5</v>"))
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        #expect(try workbook(Self.projection) == workbook(Self.projection))
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = OutputFile(path: folder.appendingPathComponent("a.txt").path)
        try file.write(Array("old".utf8))
        struct Stop: Error {}
        #expect(throws: OutputError.self) {
            try file.replace { path in
                try Data("half".utf8).write(to: URL(fileURLWithPath: path))
                throw Stop()
            }
        }
        #expect(FileManager.default.contents(atPath: file.path) == Data("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
        #expect(OutputFile(path: folder.path).obstacle?.problem == "it is a directory, expected a file")
        #expect(throws: OutputError.self) { try OutputFile(path: "\(folder.path)/no/b").write([]) }
    }
}
