import Foundation
import Testing

@Suite struct BatchTests {
    private func file(_ place: Workplace, _ path: String) -> NSNumber? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: place.url.appendingPathComponent(path).path)
        return attributes?[.systemFileNumber] as? NSNumber
    }

    @Test func oneBrokenScenarioStopsNoOther() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/broken", "scenarios/impossible", "scenarios/two-seasons", "--jobs", "2", "--out", "out")
        #expect(run.exitCode == 2)
        #expect(place.listing("out") == ["impossible", "two-seasons"])
        #expect(run.errors.contains("candidates.csv:2:4: error"))
        let table = run.output.components(separatedBy: "\n\n").suffix(2).joined(separator: "\n\n")
        #expect(table == """
            Scenario     status         people placed  places filled  largest gap  exit
            broken       invalid input                                                2
            impossible   infeasible                                                   3
            two-seasons  optimal               3 of 3         5 of 5          0 %     0

            3 scenarios: 1 planned, 1 infeasible, 1 with invalid input.

            """)
    }

    @Test func theGravestCounts() throws {
        let place = try Workplace()
        #expect(try place.run("plan", "scenarios/impossible", "scenarios/two-seasons").exitCode == 3)
        try place.write("in the way", to: "out/two-seasons")
        let run = try place.run("plan", "scenarios/broken", "scenarios/impossible", "scenarios/two-seasons", "--out", "out")
        #expect(run.exitCode == 1)
        #expect(place.listing("out/impossible") == ["summary.json"])
    }

    @Test func jsonIsOneDocumentInTheOrderOfTheNames() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-seasons", "scenarios/broken", "scenarios/impossible", "--jobs", "3", "--format", "json")
        #expect(run.exitCode == 2)
        let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let scenarios = try #require(json["scenarios"] as? [[String: Any]])
        #expect(scenarios.map { $0["name"] as? String } == ["two-seasons", "broken", "impossible"])
        #expect(scenarios.map { $0["status"] as? String } == ["optimal", "invalid", "infeasible"])
    }

    @Test func aBatchWritesTheSameAsSingleRuns() throws {
        let place = try Workplace()
        _ = try place.run("plan", "scenarios/two-seasons", "--out", "single")
        _ = try place.run("plan", "scenarios/two-seasons", "scenarios/impossible", "--jobs", "2", "--out", "batch")
        #expect(place.text("single/plan.csv") == place.text("batch/two-seasons/plan.csv"))
    }

    @Test func resumeSkipsWhatIsDone() throws {
        let place = try Workplace()
        let plan = "plans/two-seasons/plan.csv"
        _ = try place.run("plan", "scenarios/two-seasons")
        let first = file(place, plan)
        let again = try place.run("plan", "scenarios/two-seasons", "--resume")
        #expect(again.exitCode == 0)
        #expect(again.output == "two-seasons: the plan in plans/two-seasons is of this input and these options (optimal); kept.\n")
        #expect(file(place, plan) == first)
        let batch = try place.run("plan", "scenarios/two-seasons", "scenarios/impossible", "--resume")
        #expect(batch.output.contains("optimal (kept)"), "\(batch.output)")
        #expect(batch.output.hasSuffix("2 scenarios: 1 kept, 1 infeasible.\n"), "\(batch.output)")
        #expect(file(place, plan) == first)
        let json = try place.run("plan", "scenarios/two-seasons", "--resume", "--format", "json")
        #expect(json.output == place.text("plans/two-seasons/summary.json"))
    }

    @Test func resumePlansAnewWhatHasChanged() throws {
        let place = try Workplace()
        let plan = "plans/two-seasons/plan.csv"
        _ = try place.run("plan", "scenarios/two-seasons")
        var last = file(place, plan)
        func expectPlanned(_ arguments: [String], _ comment: Comment) throws {
            let run = try Binary.run(["plan", "scenarios/two-seasons", "--resume"] + arguments, in: place.url)
            #expect(run.exitCode == 0)
            #expect(file(place, plan) != last, comment)
            last = file(place, plan)
        }
        try expectPlanned(["--gap", "0.05"], "another gap")
        try expectPlanned([], "the gap of before")
        try FileManager.default.removeItem(at: place.url.appendingPathComponent("plans/two-seasons/unplaced.csv"))
        try expectPlanned([], "a file lost")
        try place.write(String(#require(place.text(plan)).prefix(200)), to: plan)
        last = file(place, plan)
        try expectPlanned([], "a plan cut short")
        try place.write(#require(place.text("scenarios/two-seasons/funds.csv")) + "more,100\n", to: "scenarios/two-seasons/funds.csv")
        try expectPlanned([], "another input")
        try expectPlanned(["--pin", "plans/two-seasons"], "pins")
    }
}
