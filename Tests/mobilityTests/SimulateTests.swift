import Foundation
import Testing

@Suite struct SimulateTests {
    private static let behaviour = """
        behaviour:
          authorised: {rate: 0.8, n: 20, source: made up}
          visa_granted: {rate: 0.7, spread: 0.1, source: made up}
          overstayed: {rate: 0.1, source: made up}

        """

    private func planned() throws -> Workplace {
        let place = try Workplace.planned("two-seasons")
        try place.write(Self.behaviour, to: "b.yaml")
        return place
    }

    private func simulate(_ place: Workplace, _ more: String...) throws -> Binary.Run {
        try Binary.run(["simulate", "plans/two-seasons", "--behaviour", "b.yaml"] + more, in: place.url)
    }

    /// The scenario that the program ships, with a plan and a behaviour kept beside this test.
    @Test func theSummaryIsWhatAPlannerShouldRead() throws {
        let place = try Workplace()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = "scenarios/mali-spain-2009"
        let run = try place.run(
            "simulate", folder, "--scenario", root.appendingPathComponent(folder).path, "--behaviour", "\(folder)/behaviour.yaml",
            "--replicates", "500", "--quiet", "--out", "out")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == place.text("\(folder)/expected-summary.txt"), "\(run.output)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(run.output.hasPrefix("Return rate  "))
    }

    @Test func theSameInputGivesTheSameBytesOnAnyThreads() throws {
        let place = try planned()
        for threads in ["1", "2"] {
            let run = try simulate(place, "--threads", threads, "--out", "t\(threads)", "--replicates", "300")
            #expect(run.exitCode == 0, "\(run.errors)")
        }
        #expect(place.listing("t1") == ["outcomes.csv", "outcomes.json"])
        for file in ["outcomes.csv", "outcomes.json"] { #expect(place.text("t1/\(file)") == place.text("t2/\(file)")) }
        let other = try simulate(place, "--seed", "8", "--out", "t3", "--replicates", "300")
        #expect(other.exitCode == 0)
        #expect(place.text("t1/outcomes.csv") != place.text("t3/outcomes.csv"))
    }

    @Test func outcomesJoinThePlanAndLeaveItAlone() throws {
        let place = try planned()
        let plan = place.text("plans/two-seasons/plan.csv")
        #expect(try simulate(place).exitCode == 0)
        #expect(place.listing("plans/two-seasons") == [
            "certificate.csv", "outcomes.csv", "outcomes.json", "plan.csv", "summary.json", "unfilled.csv", "unplaced.csv",
        ])
        #expect(place.text("plans/two-seasons/plan.csv") == plan)
        #expect(try place.run("verify", "plans/two-seasons").exitCode == 0)
        let rows = try #require(place.text("plans/two-seasons/outcomes.csv")).split(separator: "\n")
        #expect(rows[0] == "group,figure,mean,low,high,parameter_share,standard_error")
        #expect(rows[1] == "all,planned,5,5,5,0,0")
        #expect(rows.count % 23 == 1)
    }

    @Test func jsonIsAllThereIsOnStandardOutput() throws {
        let place = try planned()
        let run = try simulate(place, "--format", "json", "--replicates", "50")
        #expect(run.output == place.text("plans/two-seasons/outcomes.json"))
        let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["replicates"] as? Int == 50 && json["seed"] as? Int == 7)
        let groups = try #require(json["groups"] as? [[String: Any]])
        #expect(groups.first?["group"] as? String == "all" && groups.first?["people"] as? Int == 3)
    }

    /// Outcomes say under which chances they are, and that those of others go.
    @Test func outcomesOfOtherChancesAreNotReplacedInSilence() throws {
        let place = try planned()
        let first = try simulate(place, "--replicates", "20")
        #expect(first.output.split(separator: "\n")[2] == "Under the chances of      b.yaml, where the scenario gives none")
        #expect(!first.errors.contains("replaced"))
        let same = try simulate(place, "--replicates", "30")
        #expect(!same.errors.contains("replaced"))
        let other = try place.run("simulate", "plans/two-seasons", "--behaviour", "circular-scheme", "--replicates", "20")
        #expect(other.errors.contains("plans/two-seasons: the outcomes there, under the chances of b.yaml, are replaced by those under circular-scheme\n"))
        let quiet = try simulate(place, "--replicates", "20", "--quiet")
        #expect(quiet.errors.isEmpty)
    }

    @Test func fewPeopleAreNotShownInPublic() throws {
        let place = try planned()
        let run = try simulate(place, "--public")
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("Nothing can be shown: these are fewer than 5 people."), "\(run.output)")
        #expect(place.text("plans/two-seasons/outcomes.csv") == "group,figure,mean,low,high,parameter_share,standard_error\n")
    }

    /// A lever that its regime contains is pulled all the same, but not in silence; two of a kind are not.
    @Test func leversThatCountTwiceAreTold() throws {
        let place = try planned()
        let twice = try place.run("simulate", "plans/two-seasons", "--behaviour", "historical-funnel+offices-2023", "--replicates", "20")
        #expect(twice.exitCode == 0 && twice.errors.contains("warning: historical-funnel+offices-2023 counts the same thing twice, "))
        // Nothing of the regime is left for the lever to act on where the scenario says it all.
        let yaml = try #require(place.text("scenarios/two-seasons/scenario.yaml"))
        try place.write(yaml + "behaviour: {returned_on_time: {rate: 0.9, source: x}, overstayed: {rate: 0.1, source: x}, reapplied: {rate: 1, source: x}}\n", to: "scenarios/two-seasons/scenario.yaml")
        #expect(try place.run("plan", "scenarios/two-seasons", "--quiet", "--out", "own").exitCode == 0)
        let own = try place.run("simulate", "own", "--behaviour", "circular-scheme+follow-up", "--replicates", "20")
        #expect(own.exitCode == 0 && !own.errors.contains("counts the same thing twice"), "\(own.errors)")
        try place.write(yaml + "behaviour: {reapplied: {rate: 1, source: x}}\n", to: "scenarios/two-seasons/scenario.yaml")
        #expect(try place.run("plan", "scenarios/two-seasons", "--quiet", "--out", "part").exitCode == 0)
        let part = try place.run("simulate", "part", "--behaviour", "circular-scheme+follow-up", "--replicates", "20")
        #expect(part.exitCode == 0 && part.errors.contains("counts the same thing twice"), "\(part.errors)")
        try place.write(yaml, to: "scenarios/two-seasons/scenario.yaml")
        let both = try place.run("simulate", "plans/two-seasons", "--behaviour", "circular-scheme+offices-2022+offices-2023")
        #expect(both.exitCode == 2 && both.errors.contains("offices-2022 and offices-2023 are both of offices: pull one of them"))
    }

    /// Effects of a file that speak of nobody here are named; shipped ones are for everybody.
    @Test func effectsThatChangeNothingAreTold() throws {
        let place = try planned()
        let effects = "effects: [{step: visa_granted, who: {sex: F}, odds_ratio: 2, source: x}, {step: authorised, where: {country: FR}, odds_ratio: 2, source: x}]"
        try place.write("behaviour: {authorised: {rate: 0.5, source: x}, visa_granted: {rate: 0.5, source: x}, \(effects)}\n", to: "c.yaml")
        let run = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "20")
        #expect(run.errors.contains("warning: effect 2 under `behaviour`, on `authorised`, changes nothing: no request matches its `where`"), "\(run.errors)")
        #expect(!run.errors.contains("effect 1"))
        let shipped = try place.run("simulate", "plans/two-seasons", "--behaviour", "circular-scheme", "--replicates", "20")
        #expect(shipped.exitCode == 0 && !shipped.errors.contains("changes nothing: no"), "\(shipped.errors)")
    }

    /// Effects of people of an age, or with a past, that nobody planned has, and those on steps that are no question.
    @Test(arguments: [
        ("who: {age_min: 90}", "no candidate matches its `who` at the start of any stay"),
        ("who: {age_max: 20}", "no candidate matches its `who` at the start of any stay"),
        ("who: {returning: true, sex: M}", "in this plan: no planned cycle that it holds for has that step"),
        ("who: {returning: true}", nil), ("who: {age_min: 30, age_max: 31}", nil),
    ])
    func effectsOfAgesAndPastsThatNobodyHasAreTold(who: String, words: String?) throws {
        let place = try planned()
        try place.write("behaviour: {authorised: {rate: 0.5, source: x}, effects: [{step: authorised, \(who), odds_ratio: 2, source: x}]}\n", to: "c.yaml")
        let run = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "20")
        #expect(run.exitCode == 0, "\(run.errors)")
        if let words {
            #expect(run.errors.contains("warning: effect 1 under `behaviour`, on `authorised`, changes nothing") && run.errors.contains(words), "\(run.errors)")
        } else {
            #expect(!run.errors.contains("changes nothing"), "\(run.errors)")
        }
    }

    @Test func effectsOnCertainStepsAreToldWithTheReason() throws {
        let place = try planned()
        for (rate, isTold) in [("0", true), ("1", true), ("0.5", false), ("0, n: 10", false)] {
            try place.write("behaviour: {overstayed: {rate: \(rate), source: x}, effects: [{step: overstayed, odds_ratio: 2, source: x}]}\n", to: "c.yaml")
            let run = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "20")
            let told = run.errors.contains("effects on `overstayed` change nothing: its chance is given as exactly 0 or 1")
            #expect(run.exitCode == 0 && told == isTold && !run.errors.contains("no chance is given"), "\(rate): \(run.errors)")
        }
    }

    /// At home nobody waits for a visa: neither what grants it nor what delays it changes anything.
    @Test func whatChangesNothingInAPlanWithoutVisasIsTold() throws {
        let place = try Workplace()
        let folder = "scenarios/two-seasons"
        for (file, old, new) in [
            ("requests.csv", ",ES,", ",ML,"), ("quotas.csv", ",seasonal,", ",,"), ("scenario.yaml", "quota: true", "quota: false"),
        ] {
            let text = try #require(place.text("\(folder)/\(file)"))
            try place.write(text.replacingOccurrences(of: old, with: new), to: "\(folder)/\(file)")
        }
        #expect(try place.run("plan", folder, "--quiet").exitCode == 0)
        try place.write("behaviour: {visa_granted: {rate: 0.5, source: x}, effects: [{step: visa_granted, odds_ratio: 2, source: x}]}\n", to: "c.yaml")
        let effect = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "20")
        #expect(effect.errors.contains("effect 1 under `behaviour`, on `visa_granted`, changes nothing in this plan"), "\(effect.errors)")
        let idle = "warning: the lever offices-2022 changes nothing in this plan: no planned cycle has a step that it changes"
        let home = try place.run("simulate", "plans/two-seasons", "--behaviour", "circular-scheme+offices-2022+border-shock", "--replicates", "20")
        #expect(home.exitCode == 0 && home.errors.contains(idle) && !home.errors.contains("the lever border-shock"), "\(home.errors)")
        let abroad = try Workplace.planned("two-seasons")
        let there = try abroad.run("simulate", "plans/two-seasons", "--behaviour", "circular-scheme+offices-2022", "--replicates", "20")
        #expect(there.exitCode == 0 && !there.errors.contains("changes nothing"), "\(there.errors)")
    }

    /// What a lever does to the scenario's own chances stands in the headline.
    @Test func leversOnGivenChancesStandInTheHeadline() throws {
        let place = try planned()
        func headline(_ lever: String) throws -> String {
            let run = try place.run("simulate", "own", "--behaviour", "circular-scheme+\(lever)", "--replicates", "20")
            return run.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        }
        let yaml = try #require(place.text("scenarios/two-seasons/scenario.yaml"))
        try place.write(yaml + "behaviour: {overstayed: {rate: 0.1, source: x}}\n", to: "scenarios/two-seasons/scenario.yaml")
        #expect(try place.run("plan", "scenarios/two-seasons", "--quiet", "--out", "own").exitCode == 0)
        #expect(try headline("border-shock").contains("where the scenario gives none; the lever border-shock on those that it gives, too "))
        #expect(try !headline("offices-2022").contains("on those that it gives"))
    }

    /// What is not given is certain, and the summary says so; ends that cannot all be are warned of.
    @Test func whatIsTakenAsSureIsTold() throws {
        let place = try planned()
        let run = try simulate(place, "--replicates", "20")
        #expect(run.output.contains("No chance is given, so taken as certain: trained, not_withdrawn, arrived_in_time, reapplied\n"))
        #expect(run.output.contains("No chance is given, so taken never to happen: early_return, extended, lawful_exit\n"))
        let json = try #require(place.text("plans/two-seasons/outcomes.json"))
        #expect(json.contains("\"taken_as_never\""))
        try place.write("behaviour: {returned_on_time: {rate: 0.9, source: x}, overstayed: {rate: 0.9, source: x}}\n", to: "c.yaml")
        let odd = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "20")
        #expect(odd.exitCode == 0 && odd.errors.contains("sum to 1.8, expected 1: `returned_on_time` is kept"), "\(odd.errors)")
    }

    /// Great numbers of observations and hardly any scatter are parameters that are nearly known, and no work.
    @Test func parametersThatAreNearlyKnownTakeNoTime() throws {
        let place = try planned()
        try place.write("behaviour: {authorised: {rate: 0.5, n: 1000000000, source: x}, visa_granted: {rate: 0.5, n: 2000000, spread: 1e-300, source: x}}\n", to: "c.yaml")
        let run = try place.run("simulate", "plans/two-seasons", "--behaviour", "c.yaml", "--replicates", "200")
        #expect(run.exitCode == 0, "\(run.errors)")
        let table = try #require(place.text("plans/two-seasons/outcomes.csv"))
        func mean(_ figure: String) throws -> Double {
            let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("all,\(figure),") })
            return try #require(Double(row.split(separator: ",")[2]))
        }
        #expect(try abs(mean("authorised") / mean("taken_up") - 0.5) < 0.1 && mean("taken_up") >= 3, "\(table)")
    }

    @Test func whatCannotBeProjectedIsAClearFinding() throws {
        let place = try planned()
        func refused(_ arguments: [String], _ words: String, code: Int32 = 2) throws {
            let run = try Binary.run(["simulate"] + arguments, in: place.url)
            #expect(run.exitCode == code, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        try refused(["plans/two-seasons"], "scenarios/two-seasons/scenario.yaml: error: the scenario says nothing of behaviour")
        try refused(["plans/two-seasons"], "; there are circular-scheme, historical-funnel\n")
        try refused(["plans/two-seasons", "--behaviour", "circular-schem"], "no shipped regime of that name; did you mean circular-scheme?\n")
        try refused(["plans/two-seasons", "--behaviour", "scenarios/two-seasons"], "is a scenario directory; name it with --scenario")
        try refused(["plans/nowhere"], "there is no plan directory plans/nowhere")
        try refused(["plans/two-seasons", "--behaviour", "well-runn"], "no shipped regime of that name")
        try refused(["plans/two-seasons", "--behaviour", "circular-scheme+folow-up"], "has no lever folow-up; did you mean follow-up?")
        try refused(["plans/two-seasons", "--behaviour", "c.yaml"], "c.yaml: error: does not exist")
        try place.write("behaviour: {authorised: 1.2, extended: {rate: 0.1, spread: 1}}\n", to: "c.yaml")
        try refused(["plans/two-seasons", "--behaviour", "c.yaml"], "c.yaml:1:25: error: `authorised`: found 1.2, expected a number from 0 to 1")
        try refused(["plans/two-seasons", "--behaviour", "c.yaml"], "`spread`: found 1, expected a number from 0 to below 1")
        try place.write("behaviour: {effects: [{step: arrives, odds_ratio: 2}]}\n", to: "c.yaml")
        try refused(["plans/two-seasons", "--behaviour", "c.yaml"], "c.yaml:1:30: error: `step`: found \"arrives\"")
        // A plan that somebody has edited into one that breaks rules.
        let table = try #require(place.text("plans/two-seasons/plan.csv"))
        try place.write(table.replacingOccurrences(of: "2,bakary,1,", with: "2,bakary,3,"), to: "plans/two-seasons/plan.csv")
        try refused(["plans/two-seasons", "--behaviour", "b.yaml"], "plans/two-seasons/plan.csv:4: error: V11: ")
        try place.write(String(table.split(separator: "\n")[0]) + "\n", to: "plans/two-seasons/plan.csv")
        try refused(["plans/two-seasons", "--behaviour", "b.yaml"], "plan.csv: error: the plan is empty")
        // One edited into another that keeps every rule, but is not what its summary says.
        let cheaper = table.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("2,") }.joined(separator: "\n")
        #expect(cheaper != table)
        try place.write(cheaper, to: "plans/two-seasons/plan.csv")
        try refused(["plans/two-seasons", "--behaviour", "b.yaml"], "summary.json: error: `placed` is ")
        try refused(["plans/two-seasons", "--behaviour", "b.yaml"], "plan.csv is not the plan that summary.json speaks of; plan again, or")
        // A scenario that has changed since.
        try place.write(table, to: "plans/two-seasons/plan.csv")
        let yaml = try #require(place.text("scenarios/two-seasons/scenario.yaml"))
        try place.write(yaml + "# changed\n", to: "scenarios/two-seasons/scenario.yaml")
        try refused(["plans/two-seasons", "--behaviour", "b.yaml"], "was made from other files than those now in scenarios/two-seasons")
        let json = try simulate(place, "--format", "json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(document["status"] as? String == "invalid")
        #expect(place.listing("plans/two-seasons").contains("outcomes.csv") == false)
    }

    /// Edits that leave every total as it is are noticed as well; pins, and rows in another order or dealt out, are none.
    @Test func anyEditOfWhoDoesWhatIsNoticed() throws {
        let place = try planned()
        let path = "plans/two-seasons/plan.csv"
        let table = try #require(place.text(path))
        let summary = try #require(place.text("plans/two-seasons/summary.json"))
        let later = table.replacingOccurrences(of: ",2027-05-03,", with: ",2027-05-04,")
        try #require(later != table)
        try place.write(later, to: path)
        #expect(try place.run("verify", "plans/two-seasons").exitCode == 0)
        let refused = try simulate(place, "--replicates", "20")
        #expect(refused.exitCode == 2 && refused.errors.contains("plan.csv: error: somebody does something else than was planned"), "\(refused.errors)")
        #expect(!place.listing("plans/two-seasons").contains("outcomes.csv"))
        let page = try place.run("report", "plans/two-seasons")
        #expect(page.exitCode == 0 && page.errors.contains("summary.json is not of this plan and scenario"), "\(page.errors)")
        // A summary of before there was a digest says nothing of who does what.
        let old = summary.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("plan_digest") }.joined(separator: "\n")
        try #require(old != summary)
        try place.write(old, to: "plans/two-seasons/summary.json")
        #expect(try simulate(place, "--replicates", "20").exitCode == 0)
        try place.write(summary, to: "plans/two-seasons/summary.json")

        let lines = table.split(separator: "\n").map(String.init)
        let pinned = lines.map { $0.hasPrefix("1,") ? $0 + "true" : $0 }
        let alone = lines[1...2].map { $0.replacingOccurrences(of: "1,awa,2,", with: "1,awa,1,") }
        let dealt = lines[...0] + alone + alone.map { "7" + $0.dropFirst() } + lines[3...]
        try place.write(table, to: path)
        #expect(try simulate(place, "--replicates", "20").exitCode == 0)
        let outcomes = try #require(place.text("plans/two-seasons/outcomes.csv"))
        for rows in [pinned, lines[...0] + lines[1...].reversed(), Array(dealt)] {
            try place.write(rows.joined(separator: "\r\n") + "\r\n", to: path)
            let run = try simulate(place, "--replicates", "20")
            #expect(run.exitCode == 0, "\(run.errors)")
            #expect(place.text("plans/two-seasons/outcomes.csv") == outcomes)
            #expect(try place.run("report", "plans/two-seasons").errors.contains("summary.json is not of this plan") == false)
        }
    }

    @Test func theScenariosOwnChancesWin() throws {
        let place = try Workplace()
        let yaml = try #require(place.text("scenarios/two-seasons/scenario.yaml"))
        try place.write(yaml + "behaviour: {authorised: 1, visa_granted: {rate: 1, source: given}}\n", to: "scenarios/two-seasons/scenario.yaml")
        try place.write(Self.behaviour, to: "b.yaml")
        #expect(try place.run("plan", "scenarios/two-seasons", "--quiet").exitCode == 0)
        let run = try simulate(place, "--replicates", "20")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("scenario.yaml:16:25: warning: `authorised` has no `source`"), "\(run.errors)")
        let rows = try #require(place.text("plans/two-seasons/outcomes.csv"))
        // Some overstay, as the file says; of those who try, all are authorised and get their visas.
        let taken = try #require(rows.split(separator: "\n").first { $0.hasPrefix("all,taken_up,") })
        #expect(rows.contains(taken.replacingOccurrences(of: "taken_up", with: "departed")))
        #expect(!rows.contains("all,overstayed,0,0,0,0,0"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalEndsWithTheReplicatesDone(signal: Int32) throws {
        let place = try planned()
        let run = try Binary.run(
            ["simulate", "plans/two-seasons", "--behaviour", "b.yaml", "--replicates", "100000000"], in: place.url,
            interruption: .init(signals: [signal], text: "replicate "))
        #expect(!run.wasKilled && run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains(" of 100000000 replicates"))
        #expect(run.output.contains("stopped early, 100,000,000 were asked for"), "\(run.output)")
        #expect(place.listing("plans/two-seasons").contains("outcomes.json"))
    }
}
