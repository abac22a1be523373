import Foundation
import Testing

@Suite struct InterruptionTests {
    /// Too much for a moment: every request wants at least four of many alike people, and consulates are narrow.
    private func writeSlowScenario(_ name: String, in place: Workplace) throws {
        let folder = "scenarios/\(name)"
        try place.write("""
            title: Slow
            horizon: {from: 2026-01-01, until: 2028-12-31}
            channels: {seasonal: {quota: true, stay: {days: 270, window: 365}}}
            cycle: {rest_days: 40, visa_margin_days: 7, max_cycles: 3}
            match: {occupation: 41, destination: 17}
            objective: [placements, match, cost]

            """, to: "\(folder)/scenario.yaml")
        let occupations = ["picker", "carer", "cook", "mason", "driver"], countries = ["IT", "ES", "FR"]
        var candidates = "id,origin,sex,born,occupations,from,countries\n", requests = ""
        for i in 0..<300 {
            let first = i * 7 % 5, second = (first + 1 + i % 4) % 5
            candidates += "c\(i),ML,\(i % 3 == 0 ? "F" : "M"),19\(70 + i * 13 % 30)-05-1\(i % 10),\(occupations[first])|\(occupations[second]),2026-0\(1 + i * 5 % 9)-01,\(countries[i % 3])|\(countries[(i + 1 + i % 2) % 3])\n"
        }
        requests += "id,employer,country,channel,sector,occupation,start,end,places,min_places\n"
        for i in 0..<80 {
            let start = 3 + i * 7 % 6, year = 2026 + i % 3
            requests += "r\(i),e,\(countries[i * 11 % 3]),seasonal,farm,\(occupations[i * 3 % 5]),\(year)-0\(start)-1\(i % 10),\(year)-\(start + 3 < 10 ? "0" : "")\(start + 3)-28,\(4 + i % 5),\(i % 2 * 4)\n"
        }
        try place.write(candidates, to: "\(folder)/candidates.csv")
        try place.write(requests, to: "\(folder)/requests.csv")
        try place.write("id,from,until,places\nq,2026-01-01,2028-12-31,211\n", to: "\(folder)/quotas.csv")
        try place.write(
            "id,origin,country,monthly_capacity,processing_days,fee_eur\nk1,ML,IT,7,20,61\nk2,ML,ES,5,20,73\nk3,ML,FR,6,20,87\n",
            to: "\(folder)/consulates.csv")
    }

    private func status(_ place: Workplace, _ path: String) throws -> String? {
        let data = Data(try #require(place.text(path)).utf8)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])["status"] as? String
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalKeepsTheBestPlanSoFar(signal: Int32) throws {
        let place = try Workplace()
        try writeSlowScenario("slow", in: place)
        let run = try place.run("plan", "scenarios/slow", interruption: .init(signals: [signal], text: "optimising"))
        #expect(!run.wasKilled)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try ["interrupted", "optimal", "feasible"].contains(status(place, "plans/slow/summary.json")))
        let verified = try place.run("verify", "plans/slow")
        #expect(verified.exitCode == 0, "\(verified.output)")
    }

    @Test func aTimeLimitKeepsTheBestPlanSoFar() throws {
        let place = try Workplace()
        try writeSlowScenario("slow", in: place)
        let run = try place.run("plan", "scenarios/slow", "--time-limit", "0.5")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try place.run("verify", "plans/slow").exitCode == 0)
        // Stopped early is not finished: another run tries again.
        if try status(place, "plans/slow/summary.json") == "interrupted" {
            #expect(try !place.run("plan", "scenarios/slow", "--time-limit", "0.5", "--resume").output.contains("kept"))
        }
    }

    @Test func aBatchStopsAsAWhole() throws {
        let place = try Workplace()
        for name in ["slow", "later"] { try writeSlowScenario(name, in: place) }
        let run = try place.run(
            "plan", "scenarios/slow", "scenarios/later", interruption: .init(signals: [SIGINT], text: "optimising"))
        #expect(!run.wasKilled)
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(place.listing("plans") == ["slow"])
        #expect(run.output.contains("not started"), "\(run.output)")
    }

    @Test func aCrashInOneScenarioStopsNoOther() throws {
        let place = try Workplace()
        try writeSlowScenario("slow", in: place)
        let run = try place.run(
            "plan", "scenarios/slow", "scenarios/two-seasons",
            interruption: .init(signals: [SIGKILL], text: "optimising", reachesChildren: true))
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(run.errors.contains("scenarios/slow: error: planning crashed with signal 9"), "\(run.errors)")
        #expect(place.listing("plans") == ["two-seasons"])
        #expect(run.output.contains("crashed"))
    }

    @Test func theSecondSignalEndsAtOnce() throws {
        let place = try Workplace()
        try writeSlowScenario("slow", in: place)
        // Both arrive before it can go on.
        let signals = [SIGSTOP, SIGINT, SIGTERM, SIGCONT]
        let run = try place.run("plan", "scenarios/slow", interruption: .init(signals: signals, text: "optimising"))
        #expect(run.wasKilled)
        #expect(place.listing("plans").isEmpty)
    }
}
