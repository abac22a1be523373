import Foundation
import Testing

@Suite struct VerifyTests {
    private func planned() throws -> Workplace { try .planned("two-seasons") }

    private func edit(_ place: Workplace, _ change: (String) -> String) throws {
        let path = "plans/two-seasons/plan.csv"
        let before = try #require(place.text(path))
        let after = change(before)
        try #require(after != before)
        try place.write(after, to: path)
    }

    @Test func whatWasPlannedIsAccepted() throws {
        let place = try planned()
        let run = try place.run("verify", "plans/two-seasons")
        #expect(run.exitCode == 0)
        #expect(run.output == """
            plans/two-seasons: ACCEPTED against scenarios/two-seasons
              3 people in 5 placements; every rule holds
              placements 5, match 280, cost EUR 8,600.00, as summary.json says
              proven again from the scenario's files and the prices in certificate.csv, in whole numbers:
                placements  at most 5, gap 0 %
                match       at most 280, gap 0 %
                cost        at least EUR 8,280.00, gap 3.72 %
                            at least EUR 8,600.00 by search (branching), not certified

            """)
        // From within as well, though the path of the scenario was relative to somewhere else.
        #expect(try Binary.run(["verify", "."], in: place.url.appendingPathComponent("plans/two-seasons")).exitCode == 0)
    }

    @Test func aBrokenRuleIsToldWithRuleRowsAndNumbers() throws {
        let place = try planned()
        try edit(place) { $0.replacingOccurrences(of: "2,bakary,1,", with: "2,bakary,3,") }
        let run = try place.run("verify", "plans/two-seasons", "--format", "json")
        #expect(run.exitCode == 2)
        let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["accepted"] as? Bool == false)
        let violations = try #require(json["violations"] as? [[String: Any]])
        func lines(_ rule: String) -> [[Int]] { violations.filter { $0["rule"] as? String == rule }.compactMap { $0["lines"] as? [Int] } }
        #expect(lines("V5") == [[2, 4]])
        #expect(lines("V8") == [[2, 4]])
        #expect(lines("V11") == [[4]])
        let text = try place.run("verify", "plans/two-seasons").output
        #expect(text.contains("V5 plan.csv:2, 4: "), "\(text)")
        #expect(text.contains("summary.json, placements: 5 written, 7 computed"), "\(text)")
    }

    @Test func aWrongFigureIsToldWithItsLine() throws {
        let place = try planned()
        try edit(place) { $0.replacingOccurrences(of: "1860.00", with: "1860.01").replacingOccurrences(of: ",ES,", with: ",IT,") }
        let run = try place.run("verify", "plans/two-seasons")
        #expect(run.exitCode == 2)
        #expect(run.output.contains("plan.csv:4, cost_eur: 1860.01 written, 1860.00 computed"), "\(run.output)")
        #expect(run.output.contains("plan.csv:2, country: IT written, ES computed"), "\(run.output)")
    }

    /// A valid edit that leaves every total as it is stays accepted, but what summary.json says is of another plan, and that is told.
    @Test func aValidEditIsAcceptedAndTold() throws {
        let place = try planned()
        func recorded() throws -> Any? {
            let run = try place.run("verify", "plans/two-seasons", "--format", "json")
            #expect(run.exitCode == 0, "\(run.output)")
            return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])["is_recorded_plan"]
        }
        #expect(try recorded() as? Bool == true)
        let note = "  note: edited since it was planned: plan.csv is not the plan that summary.json speaks of\n"
        #expect(try !place.run("verify", "plans/two-seasons").output.contains("edited since"))
        try edit(place) { $0.replacingOccurrences(of: ",2027-05-03,", with: ",2027-05-04,") }
        let run = try place.run("verify", "plans/two-seasons")
        #expect(run.exitCode == 0 && run.output.contains("ACCEPTED against") && run.output.hasSuffix(note), "\(run.output)")
        #expect(try recorded() as? Bool == false)
        // Without a digest nobody can tell.
        let path = "plans/two-seasons/summary.json"
        let summary = try #require(place.text(path))
        try place.write(
            summary.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("plan_digest") }.joined(separator: "\n"), to: path)
        #expect(try recorded() is NSNull)
        #expect(try !place.run("verify", "plans/two-seasons").output.contains("edited since"))
    }

    @Test func aProofThatContradictsItselfIsTold() throws {
        let place = try planned()
        let path = "plans/two-seasons/summary.json"
        let before = try #require(place.text(path))
        func verified(_ old: String, _ new: String) throws -> String {
            try #require(before.contains(old), "\(before)")
            try place.write(before.replacingOccurrences(of: old, with: new), to: path)
            let run = try place.run("verify", "plans/two-seasons")
            #expect(run.exitCode == 2)
            return run.output
        }
        let below = try verified("\"value\": 280, \"bound\": 280", "\"value\": 280, \"bound\": 270")
        #expect(below.contains("summary.json, bound of match: 270 written, at least 280 computed"), "\(below)")
        #expect(below.contains("summary.json, gap of match: 0.0 written, 0.03571"), "\(below)")
        let open = try verified("\"value\": 280, \"bound\": 280, \"gap\": 0.0", "\"value\": 280, \"bound\": 560, \"gap\": 1.0")
        #expect(open.contains("summary.json, status: optimal written, a gap is greater than 0.0 computed"), "\(open)")
        let strange = try verified("\"status\": \"optimal\"", "\"status\": \"splendid\"")
        #expect(strange.contains("summary.json, status: splendid written, no such status computed"), "\(strange)")
    }

    @Test func aPlanFromSomebodyElseNeedsItsScenarioNamed() throws {
        let place = try planned()
        try FileManager.default.removeItem(at: place.url.appendingPathComponent("plans/two-seasons/summary.json"))
        try edit(place) { text in
            // Nothing but what identifies the cycles, in another order.
            let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            let lines = rows.map { "\($0[1]),\($0[2]),\($0[4]),i\($0[0]),\($0[3]),\($0[8]),\($0[9]),\($0[10]),\($0[11])" }
            return "candidate,count,request,itinerary,cycle,quota,sessions,consulate,visa_date\n" + lines.reversed().joined(separator: "\n") + "\n"
        }
        let unnamed = try place.run("verify", "plans/two-seasons")
        #expect(unnamed.exitCode == 2)
        #expect(unnamed.output.contains("--scenario"))
        let named = try place.run("verify", "plans/two-seasons", "--scenario", "scenarios/two-seasons")
        #expect(named.exitCode == 0, "\(named.output)")
    }

    @Test func whatCannotBeReadIsNotAccepted() throws {
        let place = try planned()
        #expect(try place.run("verify", "plans/nowhere").exitCode == 2)
        try edit(place) { $0.replacingOccurrences(of: "bakary,1", with: "bakary,one") }
        let run = try place.run("verify", "plans/two-seasons")
        #expect(run.exitCode == 2)
        #expect(run.output.contains("plan.csv:4:3: error"), "\(run.output)")
        _ = try place.run("plan", "scenarios/impossible")
        let infeasible = try place.run("verify", "plans/impossible")
        #expect(infeasible.exitCode == 2)
        #expect(infeasible.output.contains("its scenario is infeasible"))
    }

    @Test func pinnedCyclesStay() throws {
        let place = try planned()
        try edit(place) { text in
            text.split(separator: "\n").map { $0.contains("bakary") ? $0 + "true" : $0 }.joined(separator: "\n") + "\n"
        }
        let run = try place.run("plan", "scenarios/two-seasons", "--pin", "plans/two-seasons", "--out", "again")
        #expect(run.exitCode == 0, "\(run.errors)")
        let rows = try #require(place.text("again/plan.csv")).split(separator: "\n")
        #expect(rows.filter { $0.hasSuffix(",true") }.count == 1)
        #expect(rows.contains { $0.contains("bakary") && $0.hasSuffix(",true") })
        #expect(try place.run("verify", "again", "--pin", "plans/two-seasons").exitCode == 0)
        let unchecked = try place.run("verify", "again")
        #expect(unchecked.exitCode == 0)
        #expect(unchecked.output.contains("note: it was made with pinned cycles"))
    }

    @Test func pinsThatWereNotAskedForAreKeptAside() throws {
        let place = try planned()
        try edit(place) { text in text.replacingOccurrences(of: ",\n", with: ",true\n") }
        let edited = try #require(place.text("plans/two-seasons/plan.csv"))
        #expect(edited.contains(",true\n"))
        let run = try place.run("plan", "scenarios/two-seasons")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("plans/two-seasons: the earlier plan.csv is kept as plan.previous.csv"), "\(run.errors)")
        #expect(place.text("plans/two-seasons/plan.previous.csv") == edited)
        #expect(place.text("plans/two-seasons/plan.csv")?.contains(",true\n") == false)
        // Asked for, they are in the new plan, and nothing is set aside.
        try edit(place) { text in text.replacingOccurrences(of: ",\n", with: ",true\n") }
        try FileManager.default.removeItem(at: place.url.appendingPathComponent("plans/two-seasons/plan.previous.csv"))
        #expect(try place.run("plan", "scenarios/two-seasons", "--pin", "plans/two-seasons").exitCode == 0)
        #expect(place.text("plans/two-seasons/plan.previous.csv") == nil)
        #expect(place.text("plans/two-seasons/plan.csv")?.contains(",true\n") == true)
    }

    @Test func aPlanThatWasStoppedEarlyLeavesTheOneBeforeBesideIt() throws {
        let place = try planned()
        let before = try #require(place.text("plans/two-seasons/plan.csv"))
        let run = try place.run("plan", "scenarios/two-seasons", "--time-limit", "0.000001")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("INTERRUPTED"), "\(run.output)")
        #expect(place.text("plans/two-seasons/plan.previous.csv") == before)
    }

    @Test func pinsThatPinNothingAreTold() throws {
        let place = try planned()
        let run = try place.run("plan", "scenarios/two-seasons", "--pin", "plans/two-seasons", "--out", "again")
        #expect(run.errors.contains("plan.csv:1: warning: no row is pinned"), "\(run.errors)")
        #expect(try place.run("verify", "again", "--pin", "plans/two-seasons").output.contains("no row is pinned"))
    }

    @Test func whatHasBecomeOfPinnedCyclesIsTold() throws {
        let place = try planned()
        try edit(place) { text in
            text.split(separator: "\n").map { $0.contains("bakary") ? $0 + "true" : $0 }.joined(separator: "\n") + "\n"
        }
        try place.write("extends: ../two-seasons\namend: {requests: {farm-2026: {start: 2026-07-10}}}\n", to: "scenarios/later/scenario.yaml")
        let later = try place.run("plan", "scenarios/later", "--pin", "plans/two-seasons")
        #expect(later.exitCode == 0)
        #expect(later.errors.contains("plans/two-seasons/plan.csv:4: warning: bakary is pinned to farm-2026, which starts on 2026-07-10 now, not on 2026-07-01"), "\(later.errors)")
        try place.write("extends: ../two-seasons\namend: {quotas: {spain-2026: {places: 0}}}\n", to: "scenarios/none/scenario.yaml")
        let none = try place.run("plan", "scenarios/none", "--pin", "plans/two-seasons")
        #expect(none.exitCode == 3)
        #expect(none.output.contains("pin bakary on farm-2026") && none.output.contains("The pinned cycles by themselves break V8"), "\(none.output)")
    }

    /// A pin on a second cycle needs a first one that the search adds, and is not to blame.
    @Test func onlyThePinThatNothingCanMendIsBlamed() throws {
        let place = try planned()
        try edit(place) { text in
            text.split(separator: "\n").map { row in
                row.hasPrefix("1,awa,2,2,") ? row + "true"
                    : row.contains("bakary") ? row.replacingOccurrences(of: "2026-05-04", with: "2026-06-20") + "true" : String(row)
            }.joined(separator: "\n") + "\n"
        }
        let run = try place.run("plan", "scenarios/two-seasons", "--pin", "plans/two-seasons", "--out", "again")
        #expect(run.exitCode == 3)
        let words = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains(
            "The pinned cycles by themselves break V4 (plans/two-seasons/plan.csv:4): itinerary 2, cycle 1, bakary on farm-2026: consulate bamako-2026 takes applications until 2026-05-29"), "\(words)")
        #expect(!words.contains("V8") && !words.contains("awa on farm-2027") && !words.contains("with the others here"), "\(words)")
    }
}
