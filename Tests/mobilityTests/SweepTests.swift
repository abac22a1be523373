import Foundation
import Testing

@Suite struct SweepTests {
    private let grid = """
        base: scenarios/two-seasons
        axes:
          places: {change: {amend: {requests: {farm-2027: places}}}, values: [0, 1, 2]}
          money:
            cases:
              as-it-is: {}
              less: {amend: {funds: {programme: {amount_eur: 4000}}}}
          women: {change: {rules}, values: [[], [{id: women, kind: at_least, count: 9, who: {sex: F}}]]}
        """

    @Test func everyPointIsARowAndAFailureToo() throws {
        let place = try Workplace()
        try place.write(grid.replacingOccurrences(of: "{rules}", with: "rules"), to: "grid.yaml")
        let run = try place.run("sweep", "grid.yaml", "--jobs", "2")
        #expect(run.exitCode == 0, "\(run.errors)")
        let table = try #require(place.text("sweeps/grid/sweep.csv"))
        let rows = table.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.count == 13)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows[1].prefix(6) == ["point-01", "0", "as-it-is", "1", "optimal", "0"])
        // Nine women there are not: no valid plan, and a row all the same.
        #expect(rows[2].prefix(6) == ["point-02", "0", "as-it-is", "2", "infeasible", "3"])
        #expect(rows[2][6].hasPrefix("cannot hold together: "), "\(rows[2][6])")
        let filled = try #require(rows[0].firstIndex(of: "places_filled"))
        #expect([1, 5, 9].map { rows[$0][filled] } == ["3", "4", "5"])
        #expect(place.listing("sweeps/grid").count == 13)
        let summary = place.url.appendingPathComponent("sweeps/grid/point-01/plan/summary.json").path
        let before = try FileManager.default.attributesOfItem(atPath: summary)[.systemFileNumber] as? NSNumber
        #expect(try place.run("sweep", "grid.yaml").exitCode == 0)
        #expect(place.text("sweeps/grid/sweep.csv") == table)
        #expect(try FileManager.default.attributesOfItem(atPath: summary)[.systemFileNumber] as? NSNumber == before)
    }

    @Test func aSweepTakesItsBehaviourFromARegime() throws {
        let place = try Workplace()
        try place.write("base: scenarios/two-seasons\naxes: {a: {change: {amend: {requests: {farm-2027: places}}}, values: [1, 2]}}\n", to: "grid.yaml")
        #expect(try place.run("sweep", "grid.yaml", "--behaviour", "no-such-regime").exitCode == 2)
        #expect(place.listing("sweeps").isEmpty)
        func departed() throws -> [String] {
            let table = try #require(place.text("sweeps/grid/sweep.csv"))
            let rows = table.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            let column = try #require(rows[0].firstIndex(of: "projected_departed"))
            return rows.dropFirst().map { $0[column] }
        }
        #expect(try place.run("sweep", "grid.yaml", "--behaviour", "circular-scheme", "--replicates", "50").exitCode == 0)
        let scheme = try departed()
        #expect(scheme.allSatisfy { (Double($0) ?? 0) > 0 })
        #expect(try place.run("sweep", "grid.yaml", "--behaviour", "historical-funnel", "--replicates", "50").exitCode == 0)
        #expect(try departed() != scheme)
    }

    @Test func anAxisThatCannotBeReadHidesNoErrorOfAnother() throws {
        let place = try Workplace()
        try place.write("""
            base: scenarios/two-seasons
            axes:
              empty: {change: {amend: {requests: {farm-2027: places}}}, values: []}
              wrong: {change: {amend: {requests: {farm-2072: places}}}, values: [1]}

            """, to: "grid.yaml")
        let run = try place.run("sweep", "grid.yaml")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("axis `empty`") && run.errors.contains("farm-2027"), "\(run.errors)")
    }

    /// Either end of the horizon is possible with the base's other end, not both together.
    @Test func whatIsImpossibleOnlyTogetherIsRefusedBeforeAnythingRuns() throws {
        let place = try Workplace()
        try place.write("""
            base: scenarios/two-seasons
            axes:
              from: {change: {amend: {requests: {farm-2027: start}}}, values: [2027-07-01, 2027-11-20]}
              until: {change: {amend: {requests: {farm-2027: end}}}, values: [2027-08-31, 2027-12-31]}

            """, to: "grid.yaml")
        let run = try place.run("sweep", "grid.yaml")
        #expect(run.exitCode == 2, "\(run.errors)")
        #expect(run.errors.contains("point 3 (from 2027-11-20, until 2027-08-31)"), "\(run.errors)")
        #expect(place.listing("sweeps").isEmpty)
    }

    @Test func anImpossibleCellIsRefusedBeforeAnythingRuns() throws {
        let place = try Workplace()
        let wrong = [
            ("{amend: {requests: {farm-2072: places}}}", "farm-2027"), ("{amend: {requests: {farm-2027: place}}}", "places"),
            ("{amend: {request: {farm-2027: places}}}", "requests"),
        ]
        for (change, near) in wrong {
            try place.write("base: scenarios/two-seasons\naxes:\n  a: {change: \(change), values: [1]}\n", to: "grid.yaml")
            let run = try place.run("sweep", "grid.yaml")
            #expect(run.exitCode == 2, "\(change)")
            #expect(run.errors.contains(near), "\(change): \(run.errors)")
            #expect(place.listing("sweeps").isEmpty)
        }
    }
}
