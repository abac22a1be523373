import MobilityModel
import Testing

@testable import MobilityReport

@Suite struct PlanTableTests {
    private func text(_ table: CSVTable) -> String { String(decoding: table.bytes, as: UTF8.self) }

    @Test func planHasOneRecordForEachCycleByCandidate() {
        let csv = PlanTable.csv(
            plan: SampleReport.report.result.plan, scenario: SampleReport.scenario, figures: SampleReport.figures)
        #expect(
            text(csv) == """
                itinerary,candidate,count,cycle,request,country,sector,channel,quota,sessions,consulate,visa_date,start,end,match,cost_eur,pinned
                1,awa,2,1,farm,ES,agriculture,seasonal,q,,bamako,2026-05-02,2026-07-01,2026-12-31,40,565.50,true
                2,bakary,1,1,home,IT,care,domestic,,it-a1|it-a2,,,2027-03-01,2027-09-30,15,1.00,

                """)
    }

    @Test func cellsAreQuotedOnlyWhereTheyMustBe() {
        var table = CSVTable(columns: ["a", "b"])
        table.append(["plain", "with, comma"])
        table.append(["with \"quotes\"", "two\nlines"])
        table.append(["", "=1+1"])
        table.append(["carriage\rreturn", "é"])
        #expect(
            text(table)
                == "a,b\nplain,\"with, comma\"\n\"with \"\"quotes\"\"\",\"two\nlines\"\n,=1+1\n\"carriage\rreturn\",é\n")
    }

    @Test func reasonsAreSortedAndExact() {
        let unfilled = UnfilledTable.csv([
            Unfilled(request: "z", places: 2, filled: 0, reason: Reason(code: "c", detail: "d")),
            Unfilled(request: "a", places: 5, filled: 3, reason: Reason(code: "c", detail: "nobody, at all")),
        ])
        #expect(text(unfilled) == "request,places,filled,reason,detail\na,5,3,c,\"nobody, at all\"\nz,2,0,c,d\n")
        #expect(text(UnplacedTable.csv([])) == "candidate,count,reason,detail\n")
    }

    @Test func orderOfItinerariesDoesNotShow() {
        let cycles = ["r2", "r1", "r10"].map { Cycle(request: Request.ID($0)) }
        let itineraries = [
            Itinerary(candidate: "b", cycles: [cycles[0]]),
            Itinerary(candidate: "a", count: 2, cycles: [cycles[0], cycles[1]]),
            Itinerary(candidate: "a", count: 3, cycles: [cycles[0]]),
            Itinerary(candidate: "a", count: 4, cycles: [cycles[2]]),
            Itinerary(candidate: "a", count: 5, cycles: [cycles[0]]),
        ]
        let expected = Plan(itineraries: [
            itineraries[3], Itinerary(candidate: "a", count: 8, cycles: [cycles[0]]), itineraries[1], itineraries[0],
        ])
        #expect(Plan(itineraries: itineraries).inWrittenOrder == expected)
        #expect(Plan(itineraries: itineraries.reversed()).inWrittenOrder == expected)
    }
}
