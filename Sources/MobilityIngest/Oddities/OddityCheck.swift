import MobilityModel

/// Looks at a scenario without errors for what can hardly be meant: requests that nobody can fill, people who can go
/// nowhere, lines and sessions without use. All of it is legal, so all of it is a warning.
struct OddityCheck {
    let scenario: Scenario
    let settings: ScenarioSettings
    let tables: ScenarioTables
    let log: FindingLog

    func run() {
        for (name, isEmpty) in [(TableName.candidates, scenario.candidates.isEmpty), (.requests, scenario.requests.isEmpty)] where isEmpty {
            let absence = tables.hasFile(name) ? "" : ", as there is no file \(name.fileName) (`tables` may name another)"
            log.warning("empty_table", at: tables.head(name), "there are no \(name.rawValue)\(absence): there is nothing to plan")
        }
        let quotas = QuotaLeaves(scenario)
        FilterOddities(scenario: scenario, settings: settings, log: log).run()
        SessionOddities(scenario: scenario, tables: tables, log: log).run()
        QuotaOddities(scenario: scenario, tables: tables, leaves: quotas, log: log).run()
        let open = RequestOddities(scenario: scenario, tables: tables, leaves: quotas, log: log).run()
        let misspelt = NameOddities(scenario: scenario, tables: tables, log: log).run()
        ReachCheck(scenario: scenario, tables: tables, leaves: quotas, open: open, misspelt: misspelt, log: log).run()
    }
}
