import MobilityIngest
import MobilityModel
import Testing

@Suite struct ScenarioReaderTests {
    @Test func soundScenarioHasNoFinding() throws {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        #expect(folder.findings() == [])
    }

    @Test func everyColumnAndKeyIsRead() throws {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        let scenario = try #require(folder.read().scenario)
        #expect(scenario.title == "Sound")
        #expect(scenario.horizon == Day("2026-01-01")!...Day("2026-12-31")!)
        #expect(
            scenario.candidates == [
                Candidate(
                    id: "c1", count: 3, origin: "ML", area: "Kayes", sex: .female, born: Day("1990-02-28")!,
                    occupations: ["picker", "cook"],
                    certificates: [HeldCertificate(name: "safety", expiry: Day("2027-01-01")), HeldCertificate(name: "agro")],
                    languages: [LanguageSkill(language: "it", level: .a1), LanguageSkill(language: "fr", level: .c1)],
                    from: Day("2026-01-01")!, until: Day("2026-12-31"), passportUntil: Day("2030-01-01"), cycles: 1,
                    lastEmployer: "farm", lastStayFrom: Day("2025-05-01"), lastStayUntil: Day("2025-10-01"),
                    countries: ["IT", "FR"], guarantor: .community)
            ])
        #expect(
            scenario.requests == [
                Request(
                    id: "r1", employer: "farm", country: "IT", region: "Puglia", channel: "seasonal", sector: "agriculture",
                    occupation: "picker", start: Day("2026-07-01")!, end: Day("2026-10-31")!, places: 5, minPlaces: 2,
                    certificates: ["safety"], languages: [LanguageSkill(language: "it", level: .a2)], priority: 2,
                    filed: Day("2026-01-12"), named: ["c1"], origins: ["ML"], monthlyWage: Cents(123_450))
            ])
        #expect(
            scenario.quotas == [
                QuotaLine(id: "all", from: Day("2026-01-01")!, until: Day("2026-12-31")!, places: 100, source: "a decree, of 2025"),
                QuotaLine(
                    id: "seasonal-2026", within: "all", from: Day("2026-01-01")!, until: Day("2026-12-31")!,
                    opens: Day("2026-01-12"), channels: ["seasonal"], sectors: ["agriculture"], origins: ["ML"],
                    countries: ["IT"], places: 50),
            ])
        #expect(
            scenario.sessions == [
                CourseSession(
                    id: "it2", grants: [.language(LanguageSkill(language: "it", level: .a2))],
                    requires: [.language(LanguageSkill(language: "it", level: .a1))], origins: ["ML"],
                    start: Day("2026-02-01")!, end: Day("2026-04-01")!, seats: 20, minSeats: 5, seatCost: Cents(10_000),
                    runCost: Cents(150_025))
            ])
        #expect(
            scenario.consulates == [
                Consulate(
                    id: "bko", origin: "ML", country: "IT", from: Day("2026-01-01"), until: Day("2026-12-31"),
                    monthlyCapacity: 210, processingDays: 30, fee: Cents(11_600))
            ])
        #expect(
            scenario.funds == [
                Fund(
                    id: "f1", amount: Cents(10_000_000), kinds: [.training, .visa, .travel, .reintegration], origins: ["ML"],
                    from: Day("2026-01-01"), until: Day("2026-12-31"))
            ])
        #expect(
            scenario.channels == [
                "seasonal": Channel(
                    name: "seasonal", quota: true, sectors: ["agriculture"], authorisationDays: 20,
                    stay: StayLimit(days: 270, window: 365))
            ])
        #expect(
            scenario.cycle
                == CycleRules(restDays: 60, visaMarginDays: 7, maxCycles: 4, minAge: 18, maxAge: 60, requireFiled: true))
        #expect(scenario.visaFree == [VisaFree(origin: "ML", countries: ["CI", "SN"])])
        #expect(
            scenario.costs
                == Costs(
                    travel: [Costs.Travel(origin: "ML", country: "IT", price: Cents(56_500))], reintegration: Cents(91_550)))
        #expect(scenario.priorities == [Priority(who: Who(returning: true), add: 1)])
        #expect(scenario.match == MatchWeights(occupation: 40, language: 20, employer: 20, destination: 20))
        #expect(
            scenario.rules == [Rule(id: "women", kind: .atLeast, target: .share(Fraction(3, over: 10)), who: Who(sex: [.female]))])
        #expect(scenario.objective == [.placements, .match, .cost])
        #expect(scenario.behaviour.chances[.authorised] == Chance(rate: 0.9, n: 100, spread: 0.2, source: "a register"))
        #expect(scenario.behaviour.chances[.trained] == Chance(rate: 0.8, source: "assumed"))
        #expect(
            scenario.behaviour.effects == [
                Effect(step: .authorised, who: Who(sex: [.female]), oddsRatio: 1.5, low: 1.1, high: 2, source: "a study")
            ])
        #expect(scenario.seed == 7)
    }

    @Test func whatIsNotGivenHasItsDefault() throws {
        let folder = try ScenarioFolder([
            "scenario.yaml": "horizon: {from: 2026-01-01, until: 2026-12-31}\nchannels: {open: , free: {}}\ncycle: null\n",
            "candidates.csv": "id,origin,sex,born,occupations,from\nc1,ML,X,1990-01-01,picker,2026-01-01\n",
            "requests.csv":
                "id,employer,country,channel,sector,occupation,start,end,places\nr1,farm,ML,open,agriculture,picker,2026-07-01,2026-07-01,1\n",
        ])
        let result = folder.read()
        #expect(folder.shown(result.findings) == [])
        let scenario = try #require(result.scenario)
        #expect(
            scenario.candidates == [
                Candidate(id: "c1", origin: "ML", sex: .other, born: Day("1990-01-01")!, occupations: ["picker"], from: Day("2026-01-01")!)
            ])
        #expect(
            scenario.requests == [
                Request(
                    id: "r1", employer: "farm", country: "ML", channel: "open", sector: "agriculture", occupation: "picker",
                    start: Day("2026-07-01")!, end: Day("2026-07-01")!, places: 1)
            ])
        #expect(scenario.channels == ["open": Channel(name: "open"), "free": Channel(name: "free")])
        #expect(scenario.cycle == CycleRules())
        #expect(scenario.costs == Costs())
        #expect(scenario.objective == [.placements])
        #expect(scenario.seed == 0)
        #expect(scenario.quotas.isEmpty && scenario.sessions.isEmpty && scenario.consulates.isEmpty && scenario.funds.isEmpty)
    }

    @Test func norwayIsNoTruthValue() throws {
        let folder = try ScenarioFolder(
            soundBut: [
                "scenario.yaml": ScenarioFolder.sound["scenario.yaml"]!
                    .changing("countries: [CI, SN]", to: "countries: [NO, SN]").changing("title: Sound", to: "title: on")
            ])
        let scenario = try #require(folder.read().scenario)
        #expect(scenario.visaFree == [VisaFree(origin: "ML", countries: ["NO", "SN"])])
        #expect(scenario.title == "on")
    }

    @Test func truthValuesAreThoseOfTheCoreRules() throws {
        let yaml = ScenarioFolder.sound["scenario.yaml"]!
        for word in ["true", "True", "TRUE"] {
            let folder = try ScenarioFolder(soundBut: ["scenario.yaml": yaml.changing("require_filed: true", to: "require_filed: \(word)")])
            #expect(folder.read().scenario?.cycle.requireFiled == true)
        }
        let folder = try ScenarioFolder(soundBut: ["scenario.yaml": yaml.changing("require_filed: true", to: "require_filed: yes")])
        #expect(folder.findings() == ["scenario.yaml:5:100: error: `require_filed`: found \"yes\", expected `true` or `false`"])
    }

    @Test func singleValuesStandForLists() throws {
        let yaml = ScenarioFolder.sound["scenario.yaml"]!
            .changing("objective: [placements, match, cost]", to: "objective: cost")
            .changing("countries: [CI, SN]", to: "countries: CI")
            .changing("rules: [{id: women, kind: at_least, share: 0.3, who: {sex: F}, of: {}}]", to: "rules: {id: all, kind: at_most, count: 5, who: {sex: [F, M], returning: [true, false]}, where: {year: 2026}, penalty: 3}")
        let scenario = try #require(try ScenarioFolder(soundBut: ["scenario.yaml": yaml]).read().scenario)
        #expect(scenario.objective == [.cost])
        #expect(scenario.visaFree == [VisaFree(origin: "ML", countries: ["CI"])])
        #expect(
            scenario.rules == [
                Rule(id: "all", kind: .atMost, target: .count(5), who: Who(sex: [.female, .male]), place: Where(year: [2026]), penalty: 3)
            ])
    }

    @Test func referencesWithAColonStayTexts() throws {
        let yaml = ScenarioFolder.sound["scenario.yaml"]! + "\nreferences: [Decree of 2 October 2025, art. 6: quotas]\n"
        let scenario = try #require(try ScenarioFolder(soundBut: ["scenario.yaml": yaml]).read().scenario)
        #expect(scenario.references == ["Decree of 2 October 2025", "art. 6: quotas"])
    }

    @Test func tablesMayHaveOtherNames() throws {
        let yaml = ScenarioFolder.sound["scenario.yaml"]! + "\ntables: {candidates: people/pool.csv, funds: null}\n"
        let folder = try ScenarioFolder(
            soundBut: [
                "scenario.yaml": yaml, "candidates.csv": nil,
                "people/pool.csv": ScenarioFolder.sound["candidates.csv"]!,
            ])
        let scenario = try #require(folder.read().scenario)
        #expect(scenario.candidates.map(\.id) == ["c1"])
        #expect(scenario.funds.map(\.id) == ["f1"])
    }

    @Test func windowsFilesAreRead() throws {
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        let expected = try #require(folder.read().scenario)
        for (name, text) in ScenarioFolder.sound {
            try folder.write(name, "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"))
        }
        let result = folder.read()
        #expect(folder.shown(result.findings) == [])
        #expect(result.scenario?.candidates == expected.candidates)
        #expect(result.scenario?.requests == expected.requests)
    }

    @Test func quotedFieldsMayHoldAnything() throws {
        let requests = ScenarioFolder.sound["requests.csv"]!
            .changing("r1,farm,IT,Puglia", to: "r1,\"Rossi, \"\"Figli\"\"\nS.r.l.\",IT,Puglia")
        let result = try ScenarioFolder(soundBut: ["requests.csv": requests + "r2,,IT\n"]).read()
        #expect(result.findings.map(\.line) == [4])
        let scenario = try #require(try ScenarioFolder(soundBut: ["requests.csv": requests]).read().scenario)
        #expect(scenario.requests[0].employer == "Rossi, \"Figli\"\nS.r.l.")
    }
}
