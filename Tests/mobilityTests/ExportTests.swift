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

    // MARK: The model for solvers

    /// Two classes of people, two requests, a session before the first: read through by hand.
    @Test func theModelIsTheSameByteForByte() throws {
        let place = try Workplace()
        let run = try place.run("export", "scenarios/two-seasons", "--format", "mps")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "Written to models/two-seasons/placements.mps: placements, maximised, so its negative is minimised; "
            + "22 rows, 13 columns (9 integer), 44 coefficients\n")
        #expect(place.text("models/two-seasons/placements.mps") == place.text("scenarios/two-seasons/expected-placements.mps"))
        #expect(place.listing("models/two-seasons") == ["placements.mps"])
    }

    @Test func aModelKeepsTermsAndSaysSo() throws {
        let place = try Workplace()
        let run = try place.run(
            "export", "scenarios/two-seasons", "--format", "mps", "--term", "cost", "--keep", "placements=5", "--keep", "match=280", "--out", "cost.mps")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Written to cost.mps: cost, minimised; 24 rows"))
        let text = try #require(place.text("cost.mps"))
        #expect(text.contains("* kept: placements at least 5\n* kept: match at least 280\n"))
        #expect(text.contains(" G keep.placements\n") && text.contains(" RHS keep.placements 5\n"))
    }

    @Test func whatHasNoModelIsAClearFinding() throws {
        let place = try planned()
        func refused(_ arguments: [String], _ words: String, _ code: Int32 = 2) throws {
            let run = try Binary.run(["export"] + arguments + ["--format", "mps"], in: place.url)
            #expect(run.exitCode == code, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        try refused(["plans/two-seasons"], "plans/two-seasons is a plan, not a scenario: --format mps writes the model of a scenario; that of this plan is `mobility export scenarios/two-seasons --format mps`")
        try refused(["scenarios/two-season"], "did you mean scenarios/two-seasons?")
        try refused(["scenarios/broken"], "error")
        try refused(["scenarios/two-seasons", "--term", "placement"], "did you mean placements?", 64)
        try refused(["scenarios/two-seasons", "--term", "returns"], "returns is no term of this scenario: it has placements, match, cost")
        try refused(["scenarios/two-seasons", "--keep", "placements"], "expected TERM=VALUE", 64)
        try refused(["scenarios/two-seasons", "--keep", "cost=12.50"], "expected a whole number of cents", 64)
        try refused(["scenarios/two-seasons", "--keep", "placements=5"], "placements is kept and optimised: name the term to optimise with --term")
        try refused(["scenarios/two-seasons", "--scenario", "scenarios/two-seasons"], "the scenario is the argument itself", 64)
        try refused(["scenarios/two-seasons", "--out", "no/where.mps"], "there is no directory", 1)
        let plan = try place.run("export", "scenarios/two-seasons")
        #expect(plan.exitCode == 2 && plan.errors.contains("is a scenario, not a plan"), "\(plan.errors)")
        #expect(plan.errors.contains("its model is written with --format mps"), "\(plan.errors)")
    }
}
