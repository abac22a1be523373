import Foundation
import MobilityIngest
import MobilityModel
import Testing

@Suite struct CertificateReaderTests {
    private func read(_ rows: String) throws -> (certificate: BoundCertificate?, findings: [String]) {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        let scenario = try #require(folder.read().scenario)
        try folder.write("certificate.csv", "term,limit,id,month,value,price,power\n" + rows)
        let result = CertificateReader.read(folder.path + "/certificate.csv", scenario: scenario)
        return (result.certificate, folder.shown(result.findings))
    }

    @Test func pricesOfEveryLimitAreRead() throws {
        let (certificate, findings) = try read("""
            placements,places,r1,,,1,-2
            placements,min_places,r1,,,2,-2
            placements,seats,it2,,,3,-2
            placements,min_seats,it2,,,4,-2
            placements,applications,bko,2026-05,,5,-2
            placements,quota,seasonal-2026,,,6,-2
            placements,at_least,women,,,7,-2
            placements,funds,f1,,,8,-2
            placements,pinned,c1|r1,,,9,-2
            match,kept,placements,,-3,10,0
            cost,,,,,0,0

            """)
        #expect(findings == [])
        let limits: [PricedLimit] = [
            .places("r1"), .minPlaces("r1"), .seats("it2"), .minSeats("it2"), .applications("bko", Month(year: 2026, month: 5)),
            .quota("seasonal-2026"), .rule("women", .atLeast), .funds(["f1"]), .pinned("c1", "r1"),
        ]
        #expect(certificate?.stages == [
            .init(term: .placements, power: -2, prices: limits.enumerated().map { .init(limit: $1, mantissa: Int64($0 + 1)) }),
            .init(term: .match, prices: [.init(limit: .kept(.placements, -3), mantissa: 10)]), .init(term: .cost),
        ])
    }

    @Test func mistakesAreFound() throws {
        let (certificate, findings) = try read("""
            placement,places,r1,,,1,0
            placements,place,r1,,,1,0
            placements,places,r1,,,-1,0
            placements,places,r1,,,0.5,0
            placements,places,r1,,,99999999999999999999,0
            placements,places,r1,,,1,3
            placements,applications,bko,May 2026,,1,0
            placements,applications,bko,,,1,0
            match,kept,placement,,3,1,0
            match,kept,placements,,,1,0
            match,places,r1,,,1,-1
            match,places,,,,1,0
            match,pinned,c1,,,1,0
            match,quota,all,,,1,0
            match,quota,all,,,2,0

            """)
        #expect(certificate == nil)
        #expect(findings.map { $0.prefix { $0 != "`" } } == [
            "certificate.csv:2:1: error: ", "certificate.csv:3:2: error: ", "certificate.csv:4:6: error: ", "certificate.csv:5:6: error: ",
            "certificate.csv:6:6: error: ", "certificate.csv:7:7: error: ", "certificate.csv:8:4: error: ", "certificate.csv:9:4: error: ",
            "certificate.csv:10:3: error: ", "certificate.csv:11:5: error: ", "certificate.csv:12:7: error: ", "certificate.csv:13:3: error: ",
            "certificate.csv:14:3: error: ", "certificate.csv:16:3: error: ",
        ], "\(findings)")
        #expect(findings[0].contains("did you mean `placements`?") && findings[1].contains("did you mean `places`?"))
        #expect(findings[10].hasSuffix("`power`: found -1, the prices of match before it have 0"))
    }

    @Test func namesThatAreNotThereAreWarnedOf() throws {
        let (certificate, findings) = try read("""
            placements,places,r2,,,1,0
            placements,at_most,women,,,1,0
            placements,funds,f1|f2,,,1,0
            placements,applications,bk,2026-05,,1,0

            """)
        #expect(certificate?.stages.first?.prices.count == 4)
        #expect(findings == [
            "certificate.csv:2:3: warning: `id`: `requests` has nothing with the id \"r2\": the price counts for nothing; expected one of `r1`",
            "certificate.csv:3:3: warning: `id`: rule \"women\" is of the other kind: the price counts for nothing",
            "certificate.csv:4:3: warning: `id`: `funds` has nothing with the id \"f2\": the price counts for nothing; expected one of `f1`",
            "certificate.csv:5:3: warning: `id`: `consulates` has nothing with the id \"bk\": the price counts for nothing; did you mean `bko`?",
        ])
    }

    @Test func whatIsNoCertificateIsAFinding() throws {
        let scenario = try #require(try ScenarioFolder(ScenarioFolder.sound).read().scenario)
        let missing = CertificateReader.read("/nowhere/certificate.csv", scenario: scenario)
        #expect(missing.certificate == nil && missing.findings.map(\.code) == ["missing_file"])
    }
}
