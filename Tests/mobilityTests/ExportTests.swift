import Foundation
import Testing

@Suite struct ExportTests {
    private func planned() throws -> Workplace { try .planned("two-seasons") }

    @Test func theWorkbookJoinsThePlan() throws {
        let place = try planned()
        let run = try place.run("export", "plans/two-seasons", "--format", "xlsx")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "Written to plans/two-seasons/plan.xlsx: plan, quotas, reasons, summary\n")
        #expect(place.listing("plans/two-seasons") == ["certificate.csv", "plan.csv", "plan.xlsx", "summary.json", "unfilled.csv", "unplaced.csv"])
    }

    @Test func outcomesHaveASheetWhereThereAreAny() throws {
        let place = try planned()
        try place.write("behaviour: {overstayed: {rate: 0.1, source: made up}}\n", to: "b.yaml")
        #expect(try place.run("simulate", "plans/two-seasons", "--behaviour", "b.yaml", "--replicates", "20").exitCode == 0)
        let run = try place.run("export", "plans/two-seasons", "--out", "mine.xlsx")
        #expect(run.output == "Written to mine.xlsx: plan, quotas, reasons, outcomes, summary\n", "\(run.errors)")
    }

    /// To name the scenario helps where outcomes are of another, and not where its files have changed.
    @Test func outcomesOfOtherFilesSayWhatToDo() throws {
        let place = try planned()
        let yaml = try #require(place.text("scenarios/two-seasons/scenario.yaml"))
        try place.write("behaviour: {overstayed: {rate: 0.1, source: made up}}\n", to: "b.yaml")
        try FileManager.default.copyItem(
            at: place.url.appendingPathComponent("scenarios/two-seasons"), to: place.url.appendingPathComponent("scenarios/other"))
        try place.write(yaml + "# another\n", to: "scenarios/other/scenario.yaml")
        let simulate = ["simulate", "plans/two-seasons", "--behaviour", "b.yaml", "--replicates", "20", "--quiet"]
        #expect(try Binary.run(simulate + ["--scenario", "scenarios/other"], in: place.url).exitCode == 0)
        let left = "had then and is left out: "
        let other = try place.run("export", "plans/two-seasons")
        #expect(other.errors.contains("scenarios/other \(left)name that scenario with --scenario, or project again"), "\(other.errors)")
        #expect(try Binary.run(simulate, in: place.url).exitCode == 0)
        try place.write(yaml + "# changed\n", to: "scenarios/two-seasons/scenario.yaml")
        for arguments in [["--scenario", "scenarios/two-seasons"], ["--scenario", "./scenarios/two-seasons/"]] {
            let changed = try Binary.run(["export", "plans/two-seasons"] + arguments, in: place.url)
            #expect(changed.errors.contains("\(left)project again with `mobility simulate`"), "\(changed.errors)")
        }
    }

    @Test func whatCannotBeExportedIsAClearFinding() throws {
        let place = try planned()
        func refused(_ arguments: [String], _ words: String, _ code: Int32 = 2) throws {
            let run = try Binary.run(["export"] + arguments, in: place.url)
            #expect(run.exitCode == code, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        try refused(["plans/nowhere"], "there is no plan directory plans/nowhere")
        try refused(["plans/two-seasons", "--format", "ods"], "xlsx", 64)
        try refused(["plans/two-seasons", "--out", "no/where.xlsx"], "cannot write to no/where.xlsx: there is no directory", 1)
        let table = try #require(place.text("plans/two-seasons/plan.csv"))
        try place.write(table.replacingOccurrences(of: "2,bakary,1,", with: "2,bakary,3,"), to: "plans/two-seasons/plan.csv")
        try refused(["plans/two-seasons"], "plans/two-seasons/plan.csv:4: error: V11: ")
    }

    /// Somebody's edit may be valid and yet not what the bounds and reasons speak of.
    @Test func boundsOfAnotherPlanAreLeftOut() throws {
        let place = try planned()
        let table = try #require(place.text("plans/two-seasons/plan.csv")).split(separator: "\n")
        try place.write(table.prefix(2).joined(separator: "\n") + "\n", to: "plans/two-seasons/plan.csv")
        let run = try place.run("export", "plans/two-seasons")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("summary.json is not of this plan and scenario: bounds, bottlenecks and reasons are left out"), "\(run.errors)")
    }
}
