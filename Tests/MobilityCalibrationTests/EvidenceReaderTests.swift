import Foundation
import MobilityIngest
import MobilityModel
import Testing

/// What is wrong in monitoring data is said all at once, with file, line and field.
@Suite struct EvidenceReaderTests {
    private func findings(_ text: String, delays: Bool = false) throws -> [String] {
        let folder = try Folder(["t.csv": text])
        let path = folder.path + "/t.csv"
        let findings = delays ? EvidenceReader.delays(path).findings : EvidenceReader.cohorts([path]).findings
        return findings.map { "\($0)".replacing(folder.path + "/", with: "") }
    }

    @Test func countsBeyondTheirBaseNameBothNumbers() throws {
        #expect(try findings("cohort,visas,departed,returned_on_time,source\na,30,31,20,s\nb,30,29,30,s\n") == [
            "t.csv:2:3: error: `departed`: found 31, expected at most `visas`, which is 30",
            "t.csv:3:4: error: `returned_on_time`: found 30, expected at most `departed`, which is 29",
        ])
    }

    @Test func theNearestCountBeforeIsTheBase() throws {
        #expect(try findings("cohort,planned,departed,source\na,30,31,s\n") == [
            "t.csv:2:3: error: `departed`: found 31, expected at most `planned`, which is 30"
        ])
    }

    @Test func endsTogetherAreNoMoreThanDepartures() throws {
        #expect(try findings("cohort,departed,returned_on_time,extended,source\na,29,25,5,s\n") == [
            "t.csv:2:2: error: `departed`: found 29, but `returned_on_time` + `extended` make 30; every departure ends once"
        ])
    }

    @Test func allAtOnceWithTheNearestNames() throws {
        #expect(try findings("cohort,departd,sex,use,source\na,3,W,calibraton,s\na,2,F,,\n") == [
            "t.csv:1:2: error: unknown column `departd`; did you mean `departed`?",
            "t.csv:2:3: error: `sex`: found \"W\", expected one of `F`, `M` and `X`",
            "t.csv:2:4: error: `use`: found \"calibraton\", expected one of `calibration` and `validation`; did you mean `calibration`?",
            "t.csv:3:1: error: `cohort`: the id \"a\" is that of line 2 already",
            "t.csv:3:5: error: `source`: is empty, expected a value",
        ])
    }

    @Test func oneCohortInTwoFiles() throws {
        let folder = try Folder(["a.csv": "cohort,source\nx,s\n", "b.csv": "cohort,source\nx,s\n"])
        let findings = EvidenceReader.cohorts([folder.path + "/a.csv", folder.path + "/b.csv"]).findings
        #expect(findings.count == 1 && findings[0].code == "duplicate_id" && findings[0].message.contains("a.csv:2"))
    }

    @Test func doneFilesDoNotBecomeFewer() throws {
        #expect(try findings("cohort,kind,days,n_done,n_open,source\na,visa,30,20,80,s\na,visa,60,10,80,s\nb,viza,0,1,1,s\n", delays: true) == [
            "t.csv:3: error: `n_done`: found 10 by day 60, expected at least 20, done by day 30 (line 2)",
            "t.csv:4:2: error: `kind`: found \"viza\", expected one of `authorisation` and `visa`; did you mean `visa`?",
            "t.csv:4:3: error: `days`: found 0, expected a whole number from 1 to 100000",
        ])
    }

    @Test func aFigureIsComparedOrSaysWhyNot() throws {
        let folder = try Folder(["f.csv": """
            figure,regime,count,among,people,observed,share,days,flag,source
            a,r,visas,planned,100,12,,80,,s
            b,r,,,,,,,no step says it,s
            c,r,visas,planned,,,0.1,80,,s
            d,r,,,100,12,,,no step says it,s
            e,r,,,,,,,,s

            """])
        let read = EvidenceReader.figures(folder.path + "/f.csv")
        #expect(read.compared.rows.map(\.id) == ["a"] && read.compared.rows.first?.days == 80)
        #expect(read.uncompared == [UncomparedFigure(id: "b", reason: "no step says it", source: "s")])
        #expect(read.compared.findings.map { "\($0.line):\($0.code)" } == ["4:missing_value", "5:not_compared", "5:not_compared", "6:missing_value", "6:missing_value"])
    }

    @Test func theProjectsOwnEvidenceIsSound() {
        #expect(EvidenceReader.cohorts([Folder.evidence + "/cohorts.csv"]).findings == [])
        #expect(EvidenceReader.delays(Folder.evidence + "/delays.csv").findings == [])
        #expect(EvidenceReader.figures(Folder.evidence + "/figures.csv").compared.findings == [])
    }
}
