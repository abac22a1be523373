import Foundation
import Testing

@Suite struct ExitCodeTests {
    @Test func aPlannedScenarioIsZero() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-seasons")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(place.listing("plans/two-seasons") == ["certificate.csv", "plan.csv", "summary.json", "unfilled.csv", "unplaced.csv"])
    }

    @Test func tooLittleMemoryIsTwoBeforeAnyWork() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-seasons", "--memory", "0.01")
        #expect(run.exitCode == 2 && run.output.isEmpty)
        #expect(run.errors.contains("takes 0.1 GiB, and 0.0 are allowed") && run.errors.contains("Allow more with --memory"), "\(run.errors)")
        #expect(place.listing("plans/two-seasons").isEmpty)
        #expect(try place.run("plan", "scenarios/two-seasons", "--memory", "0").exitCode == 64)
        #expect(try place.run("plan", "scenarios/two-seasons", "--memory", "0.5").exitCode == 0)
        #expect(place.text("plans/two-seasons/summary.json")?.contains("\"memory\": 0.5") == true)
        let again = try place.run("plan", "scenarios/two-seasons", "--memory", "0.5", "--resume")
        #expect(again.exitCode == 0 && !again.errors.contains("preparing"), "\(again.errors)")
    }

    @Test func aCommandThatIsNearlyOneIsNamed() throws {
        let run = try Workplace().run("chek", "scenarios/two-seasons")
        #expect(run.exitCode == 64 && run.errors.hasPrefix("Error: There is no command chek; did you mean check?\n"), "\(run.errors)")
    }

    @Test func filesThatCannotBeWrittenAreOne() throws {
        let place = try Workplace()
        try place.write("in the way", to: "plans")
        let run = try place.run("plan", "scenarios/two-seasons")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("cannot write to plans/two-seasons"), "\(run.errors)")
        #expect(place.text("plans") == "in the way")
    }

    @Test func resultsThatCannotBePrintedAreOne() throws {
        let place = try Workplace()
        for arguments in ["plan scenarios/two-seasons --format json", "plan scenarios/two-seasons", "check scenarios/two-seasons", "verify plans/two-seasons"] {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", "exec \"$0\" \(arguments) >/dev/full 2>/dev/null", Binary.url.path]
            shell.currentDirectoryURL = place.url
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 1, "\(arguments)")
        }
    }

    @Test func generatingDoesNotReplaceAnotherScenario() throws {
        let place = try Workplace()
        let before = place.text("scenarios/two-seasons/candidates.csv")
        let arguments = ["generate", "desk", "--people", "20", "--requests", "5", "--seed", "1", "--out"]
        let run = try Binary.run(arguments + ["scenarios/two-seasons"], in: place.url)
        #expect(run.exitCode == 64)
        #expect(run.errors.contains("candidates.csv") && run.errors.contains("--overwrite"), "\(run.errors)")
        #expect(place.text("scenarios/two-seasons/candidates.csv") == before)
        // Writing the same again changes nothing, and is no conflict.
        #expect(try Binary.run(arguments + ["made"], in: place.url).exitCode == 0)
        #expect(try Binary.run(arguments + ["made"], in: place.url).exitCode == 0)
        #expect(try Binary.run(arguments + ["scenarios/two-seasons", "--overwrite"], in: place.url).exitCode == 0)
        #expect(place.text("scenarios/two-seasons/candidates.csv") == place.text("made/candidates.csv"))
    }

    @Test func invalidInputIsTwoWithEveryFinding() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/broken")
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        for part in ["candidates.csv:1:5: error", "occupations", "candidates.csv:2:4: error", "1995-02-30", "scenario.yaml:4:1: error", "channels"] {
            #expect(run.errors.contains(part), "\(part) is missing in \(run.errors)")
        }
        #expect(place.listing("plans").isEmpty)
    }

    @Test func aScenarioThatIsNotThereIsTwoWithTheNearestName() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-saesons")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("did you mean scenarios/two-seasons?"), "\(run.errors)")
        #expect(try place.run("check", "scenarios/two-saesons").exitCode == 2)
        #expect(try place.run("plan", "nowhere/at/all").exitCode == 2)
    }

    @Test func infeasibleIsThreeAndSaysWhy() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/impossible")
        #expect(run.exitCode == 3, "\(run.errors)")
        #expect(run.output.contains("INFEASIBLE"))
        #expect(run.output.contains("rule men"))
        #expect(place.listing("plans/impossible") == ["summary.json"])
        #expect(place.text("plans/impossible/summary.json")?.contains("\"status\": \"infeasible\"") == true)
    }

    @Test(arguments: [
        ["plan"], ["plan", "scenarios/two-seasons", "--gap", "-1"], ["plan", "scenarios/two-seasons", "--gap", "much"],
        ["plan", "scenarios/two-seasons", "--time-limit", "0"], ["plan", "scenarios/two-seasons", "--time-limit", "1e300"],
        ["plan", "scenarios/two-seasons", "--jobs", "0"],
        ["plan", "scenarios/two-seasons", "--format", "xml"], ["plan", "scenarios/two-seasons", "--nonsense"],
        ["plan", ""], ["plan", "scenarios/two-seasons", "--out", ""], ["frobnicate"], ["verify"], ["check"],
        ["plan", "scenarios/two-seasons", "other/two-seasons"],
        ["plan", "scenarios/two-seasons", "other/two-seasons", "--out", "x"],
    ])
    func wrongUsageIsSixtyFour(arguments: [String]) throws {
        let place = try Workplace()
        let run = try Binary.run(arguments, in: place.url)
        #expect(run.exitCode == 64, "\(arguments): \(run.output)\(run.errors)")
        #expect(!run.errors.isEmpty)
        #expect(place.listing("plans").isEmpty)
    }

    @Test func versionAndHelpAreZero() throws {
        let place = try Workplace()
        let version = try place.run("--version")
        #expect(version.exitCode == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        let help = try place.run("plan", "--help")
        #expect(help.exitCode == 0)
        #expect(help.output.contains("--time-limit"))
        let summary = try place.run("plan", "scenarios/two-seasons", "--format", "json")
        #expect(summary.output.contains("\"version\": \"\(version.output.dropLast())\""))
    }

    @Test func aFailedRunLeavesTheEarlierPlanAlone() throws {
        let place = try Workplace()
        #expect(try place.run("plan", "scenarios/two-seasons", "--out", "out").exitCode == 0)
        try place.write("mine", to: "out/notes.txt")
        let before = place.text("out/plan.csv")
        #expect(try place.run("plan", "scenarios/broken", "--out", "out").exitCode == 2)
        #expect(place.text("out/plan.csv") == before)
        #expect(place.listing("out") == ["certificate.csv", "notes.txt", "plan.csv", "summary.json", "unfilled.csv", "unplaced.csv"])
        // An infeasible scenario has a result: it takes the place of the earlier plan, whose table stays aside.
        #expect(try place.run("plan", "scenarios/impossible", "--out", "out").exitCode == 3)
        #expect(place.listing("out") == ["notes.txt", "plan.previous.csv", "summary.json"])
        #expect(place.text("out/plan.previous.csv") == before)
    }
}
