import Testing

/// What a planner is told about the common mistakes in `scenario.yaml`, word by word.
@Suite struct YAMLFindingTests {
    private static let scenario = ScenarioFolder.sound["scenario.yaml"]!

    private static let cases: [(file: String, text: String?, findings: [String])] = [
        (
            "scenario.yaml", nil,
            [
                "scenario.yaml: error: does not exist; a scenario is a directory with this file in it",
            ]
        ),
        (
            "scenario.yaml", "",
            [
                "quotas.csv:3:6: error: `channels`: `channels` has no `seasonal`",
                "requests.csv:2:5: error: `channel`: `channels` has no `seasonal`",
                "scenario.yaml:1: error: `scenario.yaml` has no `horizon`, which is required",
            ]
        ),
        (
            "scenario.yaml", "- a",
            [
                "scenario.yaml:1:1: error: found a list, expected a mapping with keys such as `horizon`",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("rest_days", to: "restdays"),
            [
                "scenario.yaml:5:9: error: unknown key `restdays` in `cycle`; did you mean `rest_days`?",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("rest_days: 60", to: "rest_days: 6O"),
            [
                "scenario.yaml:5:20: error: `rest_days`: found \"6O\", expected a whole number from 0 to 100000",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("min: 18", to: "min: 16"),
            [
                "scenario.yaml:5:71: error: `min`: found 16, expected a whole number from 18 to 150",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("share: 0.3", to: "share: 30%"),
            [
                "scenario.yaml:10:44: error: `share`: found \"30%\", expected a share from 0 to 1: 30% is 0.3",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("share: 0.3", to: "share: 30"),
            [
                "scenario.yaml:10:44: error: `share`: found 30, expected a share from 0 to 1: 30% is 0.3",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("share: 0.3", to: "share: 1.3"),
            [
                "scenario.yaml:10:44: error: `share`: found 1.3, expected a share from 0 to 1",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("share: 0.3", to: "share: 0.3, count: 3"),
            [
                "scenario.yaml:10:44: error: `share` stands beside `count`, expected one of them",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("share: 0.3, ", to: ""),
            [
                "scenario.yaml:10:9: error: `rules` has neither `count` nor `share`, one of which is required",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("at_least", to: "atleast"),
            [
                "scenario.yaml:10:27: error: `kind`: found \"atleast\", expected one of `at_least` and `at_most`; did you mean `at_least`?",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("[placements, match, cost]", to: "[placement, penalty, cost, cost]"),
            [
                "scenario.yaml:11:13: error: `objective`: found \"placement\", expected one of `placements`, `stay_days`, `match`, `returns` and `cost`; did you mean `placements`?",
                "scenario.yaml:11:24: error: `objective`: `penalty` is not listed; wherever a rule has one, its points come before everything else",
                "scenario.yaml:11:39: error: `objective`: `cost` is there already",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("until: 2026-12-31", to: "until: 31.12.2026"),
            [
                "scenario.yaml:2:36: error: `until`: found \"31.12.2026\", expected a date as YYYY-MM-DD: 2026-12-31",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("title: Sound", to: "title: Sound\ntitle: Again\nseeds: 1"),
            [
                "scenario.yaml:2:1: error: key `title` is there already, in line 1",
                "scenario.yaml:3:1: error: unknown key `seeds` in `scenario.yaml`; did you mean `seed`?",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("rest_days: 60", to: "rest_days: 60, rest_days: 50, rest_days: 3"),
            [
                "scenario.yaml:5:24: error: key `rest_days` is there already, in line 5",
                "scenario.yaml:5:39: error: key `rest_days` is there already, in line 5",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("{rest_days: 60,", to: "{rest_days: 60"),
            [
                "scenario.yaml:5:39: error: not YAML: while parsing a flow mapping did not find expected ',' or '}'",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("title: Sound", to: "title: [Sound"),
            [
                "scenario.yaml:2:8: error: not YAML: while parsing a flow sequence did not find expected ',' or ']'",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("title: Sound", to: "\ttitle: Sound"),
            [
                "scenario.yaml:1:1: error: not YAML: while scanning for the next token found character that cannot start any token; tabs are no indentation in YAML, and texts with %, @ or ` are quoted",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("title: Sound", to: "title: \"Sound"),
            [
                "scenario.yaml:16:8: error: not YAML: while scanning a quoted scalar found unexpected end of stream",
            ]
        ),
        (
            "scenario.yaml", scenario.changing("quota: true", to: "quota: yes"),
            [
                "scenario.yaml:4:21: error: `quota`: found \"yes\", expected `true` or `false`",
            ]
        ),
        (
            "scenario.yaml", scenario + "\namend: {quotas: {seasonal-206: {places: 3}}, request: {}, candidates: {c1: {count: many, id: x, cont: 3}}}",
            [
                "scenario.yaml:17:18: error: `quotas` has no row with the id \"seasonal-206\"; did you mean `seasonal-2026`?",
                "scenario.yaml:17:46: error: unknown key `request` in `amend`; did you mean `requests`?",
                "scenario.yaml:17:84: error: `count`: found \"many\", expected a whole number from 1 to 1000000000",
                "scenario.yaml:17:90: error: `id` cannot be amended; a row keeps its id",
                "scenario.yaml:17:97: error: `candidates` has no column `cont`; did you mean `count`?",
            ]
        ),
        (
            "scenario.yaml", scenario + "\ntables: {candidates: nobody.csv, funds: [], quota: x}",
            [
                "scenario.yaml:17:22: error: `candidates`: there is no file `nobody.csv`",
                "scenario.yaml:17:41: error: `funds`: found a list, expected a text",
                "scenario.yaml:17:45: error: unknown key `quota` in `tables`; did you mean `quotas`?",
            ]
        ),
        (
            "scenario.yaml", scenario + "\n<<: {a: b}",
            [
                "scenario.yaml:17:1: error: unknown key `<<` in `scenario.yaml`; expected one of `amend`, `behaviour`, `channels`, `costs`, `cycle`, `description`, `extends`, `horizon`, `match`, `objective`, `priorities`, `references`, `rules`, `seed`, `tables`, `title` and `visa_free`",
            ]
        ),
        (
            "scenario.yaml", "a: *x",
            [
                "scenario.yaml:1:4: error: not YAML: found undefined alias",
            ]
        ),
        (
            "scenario.yaml", "title: a\n---\ntitle: b",
            [
                "scenario.yaml:2:1: error: not YAML: expected a single document in the stream but found another document",
            ]
        ),
    ]

    @Test(arguments: cases.indices) func commonMistakeIsExplained(index: Int) throws {
        let (file, text, expected) = Self.cases[index]
        let folder = try ScenarioFolder(soundBut: [file: text])
        #expect(folder.findings() == expected)
    }
}
