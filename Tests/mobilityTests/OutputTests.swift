import Foundation
import Testing

@Suite struct OutputTests {
    @Test func theSummaryIsWhatAPlannerShouldRead() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-seasons")
        let expected = try #require(place.text("scenarios/two-seasons/expected-summary.txt"))
        // Marginal values of a plan in which everything fits are not unique: they are not part of the expectation.
        let sections = run.output.components(separatedBy: "\n\n").filter { !$0.hasPrefix("Bottlenecks") }
        #expect(sections.joined(separator: "\n\n") == expected)
    }

    @Test func thePlanIsTheOneSolvedByHand() throws {
        let place = try Workplace()
        _ = try place.run("plan", "scenarios/two-seasons")
        let rows = try #require(place.text("plans/two-seasons/plan.csv")).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = try #require(rows.first)
        func cells(_ row: [String], _ names: [String]) -> [String] {
            names.map { name in columns.firstIndex(of: name).map { row[$0] } ?? "?" }
        }
        let names = ["itinerary", "candidate", "count", "cycle", "request", "quota", "sessions", "match", "cost_eur"]
        #expect(rows.dropFirst().map { cells($0, names) } == [
            ["1", "awa", "2", "1", "farm-2026", "spain-2026", "", "60", "1560.00"],
            ["1", "awa", "2", "2", "farm-2027", "spain-2027", "", "60", "1560.00"],
            ["2", "bakary", "1", "1", "farm-2026", "spain-2026", "es-a1", "40", "1860.00"],
        ])
        #expect(place.text("plans/two-seasons/unplaced.csv") == "candidate,count,reason,detail\n")
        #expect(place.text("plans/two-seasons/unfilled.csv") == "request,places,filled,reason,detail\n")
    }

    @Test func jsonIsAllThereIsOnStandardOutput() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/two-seasons", "--format", "json")
        let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["status"] as? String == "optimal")
        let terms = try #require(json["terms"] as? [[String: Any]])
        #expect(terms.map { $0["value"] as? Int } == [5, 280, 860_000])
        #expect(terms.map { $0["bound"] as? Int } == [5, 280, 860_000])
        #expect(run.output == place.text("plans/two-seasons/summary.json"))
        let broken = try place.run("plan", "scenarios/broken", "--format", "json")
        let failure = try #require(JSONSerialization.jsonObject(with: Data(broken.output.utf8)) as? [String: Any])
        #expect(failure["status"] as? String == "invalid")
        #expect((failure["findings"] as? [Any])?.isEmpty == false)
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let place = try Workplace()
        for out in ["a", "b"] { #expect(try place.run("plan", "scenarios/two-seasons", "--out", out).exitCode == 0) }
        for file in ["plan.csv", "unplaced.csv", "unfilled.csv", "certificate.csv"] { #expect(place.text("a/\(file)") == place.text("b/\(file)")) }
        func withoutTimes(_ path: String) throws -> NSDictionary {
            let text = try #require(place.text(path))
            var json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(json.removeValue(forKey: "phases") != nil)
            return json as NSDictionary
        }
        #expect(try withoutTimes("a/summary.json") == withoutTimes("b/summary.json"))
    }

    @Test func orderOfRowsDoesNotShow() throws {
        let place = try Workplace()
        #expect(try place.run("plan", "scenarios/two-seasons", "--out", "a").exitCode == 0)
        for table in ["candidates", "requests", "quotas", "consulates"] {
            let path = "scenarios/two-seasons/\(table).csv"
            let lines = try #require(place.text(path)).split(separator: "\n")
            try place.write(([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n", to: path)
        }
        #expect(try place.run("plan", "scenarios/two-seasons", "--out", "b").exitCode == 0)
        #expect(place.text("a/plan.csv") == place.text("b/plan.csv"))
    }

    @Test func progressGoesToStandardErrorUnlessQuiet() throws {
        let place = try Workplace()
        let told = try place.run("plan", "scenarios/two-seasons")
        #expect(told.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("two-seasons: ") })
        #expect(!told.errors.isEmpty)
        #expect(!told.errors.contains("\u{1B}"))
        let quiet = try place.run("plan", "scenarios/two-seasons", "--quiet")
        #expect(quiet.errors.isEmpty)
        #expect(quiet.output == told.output)
    }

    @Test func checkPrintsFindings() throws {
        let place = try Workplace()
        let clean = try place.run("check", "scenarios/two-seasons")
        #expect(clean.exitCode == 0)
        #expect(clean.output.hasSuffix("scenarios/two-seasons: 0 errors, 0 warnings\n"))
        let broken = try place.run("check", "scenarios/two-seasons", "scenarios/broken", "--format", "json")
        #expect(broken.exitCode == 2)
        let json = try #require(JSONSerialization.jsonObject(with: Data(broken.output.utf8)) as? [String: Any])
        let scenarios = try #require(json["scenarios"] as? [[String: Any]])
        #expect(scenarios.map { $0["errors"] as? Int == 0 } == [true, false])
        let findings = try #require(scenarios[1]["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["line"] as? Int == 2 && $0["column"] as? Int == 4 })
    }

    @Test func aReaderThatGoesAwayDoesNoHarm() throws {
        let place = try Workplace()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "\"$0\" plan scenarios/two-seasons scenarios/impossible 2>errors | true; exit ${PIPESTATUS[0]}", Binary.url.path]
        process.currentDirectoryURL = place.url
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 3)
        #expect(place.listing("plans/two-seasons").contains("plan.csv"))
        #expect(place.listing("plans/impossible") == ["summary.json"])
        #expect(place.text("errors")?.contains("Fatal") == false)
    }

    /// A search that runs into its limit of work a hundredth of a cent below a whole one, and a better plan after it.
    @Test func aBoundIsNeverBetterThanThePlan() throws {
        let place = try Workplace()
        let run = try place.run("plan", "scenarios/cooperative-more", "--quiet", "--format", "json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let terms = try #require(summary["terms"] as? [[String: Any]])
        #expect(terms.map { $0["value"] as? Int } == [0, 109, 1880, 3_541_400])
        for term in terms {
            let (value, bound) = (try #require(term["value"] as? Int), try #require(term["bound"] as? Int))
            #expect(["penalty", "cost"].contains(term["term"] as? String) ? bound <= value : bound >= value)
        }
    }

    /// What the READMEs of shipped scenarios claim to be proven, and what of it prices alone prove again.
    @Test(arguments: [
        ("mali-spain-2009", [0, 81, 2_360, 10_842_800], [0, 0.025, 0, 0.025]), ("before-you-go", [0, 88, 4_480, 21_492_800], [0, 0, 0, 0.01]),
        ("decreto-flussi-2026-mali", [0, 474, 16_990, 55_736_600], [0, 0, 0, 0.006]),
    ]) func shippedScenariosAreProvenOptimal(name: String, values: [Int], certifiedGaps: [Double]) throws {
        let place = try Workplace()
        let scenario = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../scenarios/\(name)").standardizedFileURL
        let run = try Binary.run(["plan", scenario.path, "--quiet", "--format", "json", "--out", "plan"], in: place.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let terms = try #require(summary["terms"] as? [[String: Any]])
        #expect(summary["status"] as? String == "optimal")
        #expect(terms.map { $0["value"] as? Int } == values)
        #expect(terms.map { $0["bound"] as? Int } == values)
        let verified = try Binary.run(["verify", "plan", "--scenario", scenario.path, "--format", "json"], in: place.url)
        #expect(verified.exitCode == 0, "\(verified.output)")
        let proof = try #require(try JSONSerialization.jsonObject(with: Data(verified.output.utf8)) as? [String: Any])
        let bounds = try #require(proof["bounds"] as? [[String: Any]])
        #expect(bounds.map { $0["claimed"] as? Int } == values)
        #expect(bounds.map { $0["is_certified"] as? Bool } == certifiedGaps.map { $0 == 0 })
        for (bound, most) in zip(bounds, certifiedGaps) {
            let gap = try #require(bound["gap"] as? Double)
            #expect(gap <= most, "\(bound)")
            #expect(bound["loosened_groups"] as? Int == 0)
        }
    }
}
