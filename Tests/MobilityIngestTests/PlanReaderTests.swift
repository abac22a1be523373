import Foundation
import MobilityIngest
import MobilityModel
import Testing

@Suite struct PlanReaderTests {
    private static let header =
        "itinerary,candidate,count,cycle,request,country,sector,channel,quota,sessions,consulate,visa_date,start,end,match,cost_eur,pinned\n"

    private func read(_ rows: String, header: String = header, isWhole: Bool = true) throws -> (result: PlanReadResult, findings: [String]) {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        let scenario = try #require(folder.read().scenario)
        try folder.write("plan.csv", header + rows)
        let result = PlanReader.read(planCSV: folder.path + "/plan.csv", scenario: scenario, isWhole: isWhole)
        return (result, folder.shown(result.findings))
    }

    @Test func rowsAreReadAndPutTogether() throws {
        let (result, findings) = try read(
            """
            i1,c1,2,1,r1,IT,agriculture,seasonal,seasonal-2026,it2,bko,2026-05-01,2026-07-01,2026-10-31,120,1696.25,true
            i2,c1,1,2,r1,,,,,,,,,,,,
            i2,c1,1,1,r1,,,,,,,,,,,,

            """)
        #expect(findings == [])
        #expect(
            result.rows.first
                == PlanRow(
                    line: 2, itinerary: "i1", candidate: "c1", count: 2, cycle: 1, request: "r1", quota: "seasonal-2026",
                    sessions: ["it2"], consulate: "bko", visaDate: Day("2026-05-01"), pinned: true, country: "IT",
                    sector: "agriculture", channel: "seasonal", start: Day("2026-07-01"), end: Day("2026-10-31"), match: 120,
                    cost: Cents(169_625)))
        let plan = try #require(result.plan)
        #expect(
            plan.itineraries == [
                Itinerary(
                    candidate: "c1", count: 2,
                    cycles: [
                        Cycle(
                            request: "r1", quota: "seasonal-2026", sessions: ["it2"], consulate: "bko",
                            visaDate: Day("2026-05-01"), pinned: true)
                    ]),
                Itinerary(candidate: "c1", cycles: [Cycle(request: "r1"), Cycle(request: "r1")]),
            ])
    }

    @Test(arguments: [
        ("true", true), ("TRUE", true), ("Yes", true), ("1", true), ("false", false), ("No", false), ("0", false), ("", false),
    ]) func pinnedIsReadAsPlannersTypeIt(text: String, isPinned: Bool) throws {
        let (result, findings) = try read("i1,c1,r1,1,\(text)\n", header: "itinerary,candidate,request,cycle,pinned\n")
        #expect(findings == [])
        #expect(result.rows.map(\.pinned) == [isPinned])
    }

    @Test func mistakesAreFound() throws {
        let (result, findings) = try read(
            """
            i1,c1,2,1,r1,,,,,,,,,,,,maybe
            i1,c1,2,0,r1,,,,,,,,,,,,
            i2,c1,1,1,r1,,,,,,,,,,,,
            i2,c2,2,1,r7,,,,,,,,,,,,
            ,c1,1,1,,,,,,,,,,,,,

            """)
        #expect(result.plan == nil)
        #expect(
            findings == [
                "plan.csv:2:17: error: `pinned`: found \"maybe\", expected `true` or `false`",
                "plan.csv:3:4: error: `cycle`: found 0, expected a whole number from 1 to 1000000000",
                "plan.csv:5: warning: `candidate`: `candidates` has no row with the id \"c2\"; expected one of `c1`",
                "plan.csv:5: warning: `request`: `requests` has no row with the id \"r7\"; expected one of `r1`",
                "plan.csv:5: error: itinerary `i2` has candidate \"c2\" here and \"c1\" in line 4",
                "plan.csv:5: error: itinerary `i2` has count 2 here and 1 in line 4",
                "plan.csv:5: error: itinerary `i2` has cycle 1 in line 4 already",
                "plan.csv:6:1: error: `itinerary`: is empty, expected a value",
                "plan.csv:6:5: error: `request`: is empty, expected a value",
            ])
    }

    /// A row that was lost leaves a gap; of pins, some of one's rows are enough.
    @Test func cyclesAreNumberedWithoutAGap() throws {
        let (header, rows) = ("itinerary,candidate,cycle,request\n", "i1,c1,3,r1\ni1,c1,1,r1\ni2,c1,2,r1\n")
        let (result, findings) = try read(rows, header: header)
        #expect(result.plan == nil)
        #expect(findings == [
            "plan.csv:2: error: itinerary `i1` has cycle 3 and no cycle 2: put back the row that is missing, or number what is left 1, 2, ...",
            "plan.csv:4: error: itinerary `i2` has cycle 2 and no cycle 1: put back the row that is missing, or number what is left 1, 2, ...",
        ])
        #expect(try read(rows, header: header, isWhole: false).result.plan?.itineraries.map(\.cycles.count) == [2, 1])
    }

    @Test func anEmptyPlanIsAPlan() throws {
        #expect(try read("").result.plan == Plan())
    }

    @Test func aMissingFileIsAFinding() throws {
        let scenario = try #require(try ScenarioFolder(ScenarioFolder.sound).read().scenario)
        #expect(PlanReader.read(planCSV: "/nowhere/plan.csv", scenario: scenario).findings.map(\.code) == ["missing_file"])
    }

    @Test func lotteriesAreReadDrawByDraw() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("lottery,candidate,count,placed\n2,c,1,1\n1,a,3,0\n1,b,1,1\n2,d,1,0\n".utf8).write(to: URL(fileURLWithPath: path))
        let result = LotteryReader.read(path)
        #expect(!result.hasErrors && result.rows.map { $0.rows.map(\.candidate) } == [["a", "b"], ["c", "d"]])
        #expect(result.rows.map(\.people) == [4, 2] && result.rows.map(\.placed) == [1, 1])
        try Data("lottery,candidate,count,placed\nx,c,1,1\n1,a,0,\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(LotteryReader.read(path).findings.count == 3 && LotteryReader.read(path).rows.isEmpty)
    }
}
