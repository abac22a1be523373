import MobilityIngest
import MobilityModel
import Testing

/// `extends` and `amend`: what a what-if inherits, replaces and changes.
@Suite struct ExtendsTests {
    /// The sound scenario in `base`, and variants of it beside.
    private func folder(_ files: [String: String]) throws -> ScenarioFolder {
        let folder = try ScenarioFolder(files)
        for (name, text) in ScenarioFolder.sound where files["base/" + name] == nil { try folder.write("base/" + name, text) }
        return folder
    }

    @Test func extendedByNothingIsItself() throws {
        let folder = try folder(["variant/scenario.yaml": "extends: ../base\n"])
        let base = try #require(folder.read("base").scenario)
        let result = folder.read("variant")
        #expect(folder.shown(result.findings) == [])
        let variant = try #require(result.scenario)
        #expect(variant.name == "variant" && base.name == "base")
        #expect(variant.title == base.title && variant.horizon == base.horizon)
        #expect(variant.candidates == base.candidates && variant.requests == base.requests)
        #expect(variant.quotas == base.quotas && variant.sessions == base.sessions)
        #expect(variant.consulates == base.consulates && variant.funds == base.funds)
        #expect(variant.channels == base.channels && variant.cycle == base.cycle && variant.rules == base.rules)
        #expect(variant.objective == base.objective && variant.behaviour == base.behaviour && variant.seed == base.seed)
    }

    @Test func mappingsMergeAndListsReplace() throws {
        let folder = try folder([
            "variant/scenario.yaml": """
                extends: ../base
                title: Variant
                channels: {seasonal: {authorisation_days: 5, stay: {days: 200}}, open: {}}
                cycle: {rest_days: 10, max_cycles: null}
                objective: [cost]
                rules: []
                """
        ])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.title == "Variant")
        #expect(
            scenario.channels["seasonal"]
                == Channel(name: "seasonal", quota: true, sectors: ["agriculture"], authorisationDays: 5, stay: StayLimit(days: 200, window: 365)))
        #expect(scenario.channels["open"] == Channel(name: "open"))
        #expect(scenario.cycle.restDays == 10 && scenario.cycle.visaMarginDays == 7)
        #expect(scenario.cycle.maxCycles == nil, "null takes the parent's value away")
        #expect(scenario.objective == [.cost])
        #expect(scenario.rules.isEmpty)
        #expect(scenario.seed == 7)
    }

    @Test func tablesReplaceAsAWhole() throws {
        let folder = try folder([
            "variant/scenario.yaml": "extends: ../base\ntables: {requests: more.csv}\n",
            "variant/consulates.csv": "id,origin,country,monthly_capacity,processing_days\ndkr,SN,IT,5,20\n",
            "variant/more.csv": ScenarioFolder.sound["requests.csv"]!.changing("r1,", to: "r9,"),
        ])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.consulates.map(\.id) == ["dkr"])
        #expect(scenario.requests.map(\.id) == ["r9"])
        #expect(scenario.candidates.map(\.id) == ["c1"])
    }

    @Test func filesOfAParentAreFoundFromItsOwnDirectory() throws {
        let folder = try folder([
            "base/scenario.yaml": ScenarioFolder.sound["scenario.yaml"]! + "\ntables: {candidates: ../pool/people.csv}\n",
            "base/candidates.csv": "not looked at, since `tables` names another\n",
            "pool/people.csv": ScenarioFolder.sound["candidates.csv"]!.changing("c1,3", to: "c1,4"),
            "deep/down/variant/scenario.yaml": "extends: ../../../base\n",
        ])
        let scenario = try #require(folder.read("deep/down/variant").scenario)
        #expect(scenario.candidates.map(\.count) == [4])
    }

    @Test func amendChangesSingleCells() throws {
        let folder = try folder([
            "variant/scenario.yaml": """
                extends: ../base
                amend:
                  quotas: {seasonal-2026: {places: 95000, source: null, origins: [ML, SN]}}
                  requests:
                    r1: {min_places: ~, certificates: , filed: 2026-01-20, monthly_wage_eur: 0x10}
                """
        ])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.quotas[1].places == 95_000)
        #expect(scenario.quotas[1].origins == ["ML", "SN"])
        #expect(scenario.quotas[0].places == 100)
        #expect(scenario.requests[0].minPlaces == 0)
        #expect(scenario.requests[0].certificates.isEmpty)
        #expect(scenario.requests[0].filed == Day("2026-01-20"))
        #expect(scenario.requests[0].monthlyWage == Cents(1600))
        #expect(scenario.requests[0].places == 5)
    }

    @Test func amendMayNameAColumnThatTheFileLacks() throws {
        let folder = try folder([
            "base/candidates.csv": """
                id,origin,sex,born,occupations,from
                c1,ML,F,1990-01-01,picker,2026-01-01
                c2,ML,F,1990-01-01,picker,2026-01-01

                """,
            "variant/scenario.yaml": "extends: ../base\namend: {candidates: {c1: {count: 9, languages: it:A1}}}\n",
        ])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.candidates.map(\.count) == [9, 1])
        #expect(scenario.candidates.map(\.languages.count) == [1, 0])
    }

    @Test func amendmentsOfTheParentComeFirst() throws {
        let folder = try folder([
            "base/scenario.yaml": ScenarioFolder.sound["scenario.yaml"]! + "\namend: {quotas: {all: {places: 7, source: base}}}\n",
            "middle/scenario.yaml": "extends: ../base\namend: {quotas: {all: {places: 8}, seasonal-2026: {places: 1}}}\n",
            "variant/scenario.yaml": "extends: ../middle\namend: {quotas: {all: {places: 9}}}\n",
        ])
        #expect(folder.read("base").scenario?.quotas.map(\.places) == [7, 50])
        #expect(folder.read("middle").scenario?.quotas.map(\.places) == [8, 1])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.quotas.map(\.places) == [9, 1])
        #expect(scenario.quotas[0].source == "base")
    }

    @Test func amendmentsOfATableThatIsReplacedAreGone() throws {
        let folder = try folder([
            "base/scenario.yaml": ScenarioFolder.sound["scenario.yaml"]! + "\namend: {funds: {f1: {amount_eur: 5}}}\n",
            "variant/scenario.yaml": "extends: ../base\namend: {funds: {f2: {amount_eur: 6.5}}}\n",
            "variant/funds.csv": "id,amount_eur\nf1,1\nf2,1\n",
        ])
        let scenario = try #require(folder.read("variant").scenario)
        #expect(scenario.funds.map(\.amount) == [Cents(100), Cents(650)])
    }

    @Test func wrongAmendmentsAreFoundInTheYAML() throws {
        let folder = try folder([
            "variant/scenario.yaml": """
                extends: ../base
                amend:
                  requests:
                    r1: {places: many, channel: seasonl, start: 2026-11-01}
                    r2: {places: 3}
                  consulates: {bko: {origin: null}}
                """
        ])
        #expect(
            folder.findings("variant") == [
                "base/requests.csv:2:9: error: `end`: 2026-10-31 is before `start`, which is 2026-11-01",
                "variant/scenario.yaml:4:18: error: `places`: found \"many\", expected a whole number from 0 to 1000000000",
                "variant/scenario.yaml:5:5: error: `requests` has no row with the id \"r2\"; expected one of `r1`",
                "variant/scenario.yaml:6:30: error: `origin`: is empty, expected a value",
            ])
    }

    @Test func amendedReferencesAreLookedUp() throws {
        let folder = try folder([
            "variant/scenario.yaml": "extends: ../base\namend:\n  requests: {r1: {channel: seasonl, named: c1|c7}}\n"
        ])
        #expect(
            folder.findings("variant") == [
                "variant/scenario.yaml:3:28: error: `channel`: `channels` has no `seasonl`; did you mean `seasonal`?",
                "variant/scenario.yaml:3:44: error: `named`: `candidates` has no row with the id \"c7\"; expected one of `c1`",
            ])
    }

    @Test func aParentNeedNotBeWhole() throws {
        let folder = try folder([
            "base/scenario.yaml": ScenarioFolder.sound["scenario.yaml"]!.changing("horizon: {from: 2026-01-01, until: 2026-12-31}\n", to: ""),
            "variant/scenario.yaml": "extends: ../base\nhorizon: {from: 2026-01-01, until: 2026-12-31}\n",
        ])
        #expect(folder.findings("base") == ["base/scenario.yaml:1:1: error: `scenario.yaml` has no `horizon`, which is required"])
        #expect(folder.findings("variant") == [])
    }

    @Test func cyclesAreFound() throws {
        let folder = try folder([
            "a/scenario.yaml": "extends: ../b\n", "b/scenario.yaml": "title: b\nextends: ../c/../c\n", "c/scenario.yaml": "extends: ../b/.\n",
            "self/scenario.yaml": "extends: .\n",
        ])
        #expect(folder.findings("a") == ["c/scenario.yaml:1:10: error: `extends` leads back to where it started: `b` extends `c` extends `b`"])
        #expect(folder.read("self").findings.map(\.code) == ["extends_cycle"])
    }

    @Test func aMissingParentIsFound() throws {
        let folder = try folder(["variant/scenario.yaml": "title: x\nextends: ../bass\n", "odd/scenario.yaml": "extends: ../base/funds.csv\n"])
        #expect(folder.read("variant").findings.map { [$0.code, "\($0.line):\($0.column)"] } == [["missing_file", "2:10"]])
        #expect(folder.read("odd").findings.map { [$0.code, "\($0.line):\($0.column)"] } == [["missing_file", "1:10"]])
        #expect(folder.findings("variant")[0].hasSuffix("`extends`: there is no directory `bass`; did you mean `../base`?"), "\(folder.findings("variant"))")
    }

    @Test func longChainsEnd() throws {
        var files: [String: String] = [:]
        for level in 0..<80 { files["s\(level)/scenario.yaml"] = "extends: ../s\(level + 1)\n" }
        #expect(try ScenarioFolder(files).read("s0").findings.map(\.code) == ["extends_cycle"])
    }

    @Test func findingsOfParentAndChildComeTogether() throws {
        let folder = try folder([
            "base/candidates.csv": ScenarioFolder.sound["candidates.csv"]!.changing("ML", to: "QQ"),
            "variant/scenario.yaml": "extends: ../base\ncycles: 3\n", "variant/funds.csv": "id,amount\nf1,3\n",
        ])
        #expect(
            folder.read("variant").findings.map(\.code).sorted() == ["bad_country", "missing_column", "unknown_column", "unknown_key"])
    }
}
