import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel
import Testing

/// `calibrate` and `validate` as a planner runs them.
@Suite struct CalibrateTests {
    private static let evidence = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("evidence").path

    private static let pilot = URL(fileURLWithPath: evidence).deletingLastPathComponent()
        .appendingPathComponent("scenarios/mali-spain-2009").path

    private static let cohorts = """
        cohort,use,planned,authorised,visas,departed,returned_early,returned_on_time,extended,overstayed,stay_months,sex,source
        spring-24,,40,36,33,30,0,25,3,2,5,F,register
        autumn-24,,50,41,40,38,1,28,4,5,5,M,register
        spring-25,,45,44,40,40,0,36,2,2,5,F,register
        autumn-25,,60,50,41,39,2,27,6,4,5,M,register
        pilot,validation,20,20,20,20,0,19,1,0,5,F,register

        """

    @Test func aScenarioThatExtendsAnotherPassesTheCheck() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        let run = try place.run(
            "calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons", "--effects", "sex", "--out", "fitted/two-seasons")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Fitted to 4 cohorts of cohorts.csv\n"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(run.output.hasSuffix("Written to fitted/two-seasons: scenario.yaml, predictive.csv (40 rows)\n"))
        #expect(place.listing("fitted/two-seasons") == ["predictive.csv", "scenario.yaml"])
        let yaml = try #require(place.text("fitted/two-seasons/scenario.yaml"))
        #expect(yaml.contains("extends: \"../../scenarios/two-seasons\"\n"))
        #expect(yaml.contains("source: \"fitted to autumn-24 41 of 50 (register)"))
        // The ends that were counted make up all stays, so nobody's was a lawful exit.
        #expect(yaml.contains("source: \"fitted to autumn-24 0 of 37 (register)"))
        #expect(yaml.contains("      who: {sex: ["))
        // Withdrawals are in the visas here, so that a parent's own chance would count them twice.
        #expect(yaml.contains("  not_withdrawn: null\n"))
        let check = try place.run("check", "fitted/two-seasons")
        #expect(check.exitCode == 0, "\(check.output)")
        let again = try place.run(
            "calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons", "--effects", "sex", "--out", "fitted/two-seasons")
        #expect(again.exitCode == 0)
        #expect(place.text("fitted/two-seasons/scenario.yaml") == yaml)
        #expect(place.listing("fitted/two-seasons") == ["predictive.csv", "scenario.yaml"])
    }

    @Test func aPlanIsProjectedWithWhatWasFittedToItsScenario() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        #expect(try place.run("plan", "scenarios/two-seasons", "--quiet").exitCode == 0)
        #expect(try place.run("calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons", "--out", "fitted").exitCode == 0)
        let run = try place.run("simulate", "plans/two-seasons", "--scenario", "fitted", "--replicates", "50", "--out", "out")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("plan.csv: warning: was made from other files than those in fitted; it keeps every rule there"))
        #expect(place.listing("out") == ["outcomes.csv", "outcomes.json"])
        // A scenario in which the plan is worth something else.
        let changes = ["requests: {farm-2026: {priority: 7}}": "`placements` is"]
        for (amend, words) in changes {
            try place.write("title: other\nextends: ../fitted\namend:\n  \(amend)\n", to: "other/scenario.yaml")
            let other = try place.run("simulate", "plans/two-seasons", "--scenario", "other", "--out", "out2")
            #expect(other.exitCode == 2 && other.errors.contains(words), "\(other.errors)")
            #expect(place.listing("out2") == [])
        }
    }

    @Test func rowsForValidationChangeNoByte() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        let arguments = ["calibrate", "cohorts.csv", "--out", "a"]
        let first = try Binary.run(arguments, in: place.url)
        func fitted(_ run: Binary.Run) -> String { run.output.components(separatedBy: "Kept for validation")[0] }
        func files() -> [String?] {
            // All that a scenario takes over, and the checks of what was fitted.
            [place.text("a/behaviour.yaml"), place.text("a/predictive.csv")?.split(separator: "\n").filter { !$0.contains(",validation,") }.joined()]
        }
        let before = files()
        #expect(first.output.contains("Kept for validation  step"))
        try place.write(Self.cohorts.replacing("pilot,validation,20,20,20,20,0,19,1,0,5,F", with: "other,validation,9,8,7,6,5,1,0,0,3,M"), to: "cohorts.csv")
        let second = try Binary.run(arguments, in: place.url)
        #expect(first.exitCode == 0 && fitted(first) == fitted(second) && first.output != second.output)
        #expect(before == files())
    }

    /// What a table holds and no fit uses is told, and so is whom rates are of.
    @Test func whatIsNotUsedIsTold() throws {
        let place = try Workplace()
        try place.write("cohort,planned,departed,overstayed,reapplied,source\na,100,40,4,9,s\nb,100,50,2,9,s\n", to: "few.csv")
        let few = try place.run("calibrate", "few.csv", "--effects", "area")
        #expect(few.output.contains("`planned` tells of no step: it needs `authorised` beside it"), "\(few.output)")
        #expect(few.output.contains("`reapplied` tells of no step: it needs `returned_on_time` beside it"))
        #expect(few.output.contains("no cohort says its area: no effect of it was fitted"))
        #expect(!few.output.contains("stay_months"))
        try place.write("cohort,departed,overstayed,stay_months,source\na,40,4,6,s\nb,50,2,6,s\n", to: "stays.csv")
        let stays = try place.run("calibrate", "stays.csv")
        #expect(stays.output.contains("`stay_months` tells of no step: it needs `returned_early` and `departed` beside it"), "\(stays.output)")
        try place.write(Self.cohorts, to: "cohorts.csv")
        try place.write("cohort,kind,days,n_done,n_open,source\na,visa,30,20,30,s\na,visa,60,45,5,s\n", to: "delays.csv")
        let run = try place.run("calibrate", "cohorts.csv", "--delays", "delays.csv", "--effects", "sex")
        #expect(run.output.contains("or a projection counts lateness twice"), "\(run.output)")
        #expect(run.output.contains("  Rates of those with sex "))
        #expect(run.output.contains("returned_on_time: not written: it is what the other ends leave"))
    }

    @Test func somebodysScenarioIsNotReplaced() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        let before = place.text("scenarios/two-seasons/scenario.yaml")
        let run = try place.run("calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons", "--out", "scenarios/two-seasons")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("is the scenario that the result extends"))
        let other = try place.run("calibrate", "cohorts.csv", "--out", "scenarios/two-seasons")
        #expect(other.exitCode == 2 && other.errors.contains("is not the work of calibrate"))
        #expect(place.text("scenarios/two-seasons/scenario.yaml") == before)
    }

    @Test func badDataIsRefusedWithEveryFinding() throws {
        let place = try Workplace()
        try place.write(Self.cohorts.replacing("40,36,33,30", with: "40,41,33,34"), to: "cohorts.csv")
        let run = try place.run("calibrate", "cohorts.csv", "--out", "a")
        #expect(run.exitCode == 2 && run.output.isEmpty)
        #expect(run.errors == """
            cohorts.csv:2:4: error: `authorised`: found 41, expected at most `planned`, which is 40
            cohorts.csv:2:6: error: `departed`: found 34, expected at most `visas`, which is 33

            """)
        #expect(place.listing("a").isEmpty)
    }

    /// Names and sources are texts, whatever is in them.
    @Test func oddTextsComeThrough() throws {
        let place = try Workplace()
        let odd = "\"x: {y}, #z \\ \"\"q\"\" \u{1B}[2J \u{2028} \u{1F600}\n- {rate: 2}\""
        try place.write("cohort,planned,authorised,source\n\(odd),40,30,\(odd)\nb,50,41,register\n", to: "cohorts.csv")
        let run = try place.run("calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons", "--out", "a")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(!run.output.contains("\u{1B}"))
        let check = try place.run("check", "a")
        #expect(check.exitCode == 0, "\(check.output)")
    }

    @Test func wrongUsage() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        let effects = try place.run("calibrate", "cohorts.csv", "--effects", "sexx")
        #expect(effects.exitCode == 64 && effects.errors.contains("did you mean sex?"))
        #expect(try place.run("calibrate", "cohorts.csv", "--scenario", "scenarios/two-seasons").exitCode == 64)
        for option in ["--out", "--regime", "--delays"] { #expect(try place.run("calibrate", "cohorts.csv", option, "").exitCode == 64) }
        let missing = try place.run("calibrate", "nowhere.csv")
        #expect(missing.exitCode == 2 && missing.errors.contains("nowhere.csv: error: does not exist"))
        let regime = try place.run("calibrate", Self.evidence + "/cohorts.csv", "--regime", "circular")
        #expect(regime.exitCode == 2 && regime.errors.contains("error: no row has the regime circular; did you mean circular-scheme?"))
    }

    /// A table without regimes is of every regime; a name that no row has is refused where some row names another.
    @Test func rowsWithoutARegimeAreOfEveryRegime() throws {
        let place = try Workplace()
        try place.write(Self.cohorts, to: "cohorts.csv")
        let all = try place.run("calibrate", "cohorts.csv"), one = try place.run("calibrate", "cohorts.csv", "--regime", "circular-scheme")
        #expect(one.exitCode == 0 && one.errors.isEmpty, "\(one.errors)")
        #expect(one.output.split(separator: "\n").dropFirst() == all.output.split(separator: "\n").dropFirst())
        #expect(one.output.contains("Nothing was written: --out DIR writes behaviour.yaml"))
        try place.write("cohort,planned,authorised,source,regime\na,40,30,register,circular-scheme\nb,40,30,register,\n", to: "mixed.csv")
        let slip = try place.run("calibrate", "mixed.csv", "--regime", "circular-schem")
        #expect(slip.exitCode == 2 && slip.errors.contains("error: no row has the regime circular-schem; did you mean circular-scheme?"))
        try place.write("cohort,planned,authorised,source,regime\na,40,30,register,circular-scheme\n", to: "other.csv")
        #expect(try place.run("calibrate", "other.csv", "--regime", "circular-schem").exitCode == 2)
    }

    @Test func everyFigureStandsBesideItsInterval() throws {
        let place = try Workplace()
        // In a directory of its own: what it needs comes with it.
        let arguments = ["validate", "--replicates", "100"]
        let run = try Binary.run(arguments, in: place.url)
        #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let lines = run.output.split(separator: "\n")
        #expect(lines.contains { $0.contains("mali-spain-2009 ") && $0.contains("24/29") })
        #expect(lines.contains { $0.contains("mali-spain-2009, its plan") && $0.contains("29/30") })
        #expect(lines.contains { $0.contains("flussi-2023-12") && $0.contains("37,790/74,445") })
        #expect(run.output.contains("MISS"))
        let named = try Binary.run(arguments + ["--evidence", Self.evidence, "--pilot", Self.pilot], in: place.url)
        #expect(named.output == run.output)
        let json = try Binary.run(arguments + ["--format", "json"], in: place.url)
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((document?["figures"] as? [Any])?.isEmpty == false)
    }

    @Test func evidenceOrAPilotThatIsNotThereIsAFinding() throws {
        let place = try Workplace()
        let nowhere = try place.run("validate", "--evidence", "nowhere")
        #expect(nowhere.exitCode == 2 && nowhere.errors.contains("nowhere: error: there is no such directory; --evidence names"))
        let pilot = try place.run("validate", "--pilot", "nowhere")
        #expect(pilot.exitCode == 2 && pilot.errors.contains("nowhere: error: there is no such directory"), "\(pilot.errors)")
    }

    /// A plan of a cohort, played, and counts drawn without a plan: two ways to the same distribution.
    @Test func projectionsAgreeWithDrawingCounts() throws {
        let place = try Workplace()
        let replicates = 250
        let json = try place.run(
            "validate", "--replicates", String(replicates), "--format", "json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let projected = try #require(document["figures"] as? [[String: Any]]).filter { row in
            row["projected"] as? Bool == true && (row["figure"] as? String)?.hasSuffix(", its plan") == false
                // Drawing counts alone knows no delays.
                && (row["counted"] as? String)?.contains("by day") == false
        }
        var regimes: [String: Behaviour] = [:]
        for name in Regime.names {
            regimes[name] = BehaviourReader.read(try #require(Regime.files(named: name)).regime.bytes, name: name).behaviour
        }
        let drawn = Validation(
            figures: EvidenceReader.figures(Self.evidence + "/figures.csv").compared.rows,
            cohorts: EvidenceReader.cohorts([Self.evidence + "/cohorts.csv"]).rows, delays: [], regimes: regimes,
            replicates: replicates, seed: 77)
        #expect(projected.count > 20)
        for row in projected {
            let name = try #require(row["figure"] as? String), counted = try #require(row["counted"] as? String)
            let same = try #require(drawn.rows.first { $0.figure.id == name && $0.what == counted })
            let (mean, low, high) = (row["mean"] as? Double, row["low"] as? Double, row["high"] as? Double)
            // Both means have the error of a standard deviation, about a 3.3th of the interval, over the root of the replicates.
            let deviation = (same.prediction.high - same.prediction.low) / 3.3
            let error = deviation * (2 / Double(replicates)).squareRoot()
            #expect(abs(try #require(mean) - same.prediction.mean) < 4.5 * error + 1e-9, "\(name) \(counted)")
            // Quantiles of so few replicates scatter far where a tail is long.
            #expect(abs(try #require(low) - same.prediction.low) < 1.5 * deviation + 1e-9, "\(name) \(counted)")
            #expect(abs(try #require(high) - same.prediction.high) < 1.5 * deviation + 1e-9, "\(name) \(counted)")
        }
    }
}
