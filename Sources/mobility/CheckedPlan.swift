import MobilityChecking
import MobilityIngest
import MobilityModel

/// A plan read back from its directory and held against every rule of its scenario.
struct CheckedPlan {
    /// What keeps a plan from being read, or from what is to be done with it.
    struct Refusal: Error {
        var findings: [Finding]
        var status = ExitStatus.invalidInput

        init(_ findings: [Finding]) { self.findings = findings }
        init(_ code: String, _ message: String, file: String = "", status: ExitStatus = .invalidInput) {
            findings = [Finding(severity: .error, code: code, file: file, message: message)]
            self.status = status
        }
    }

    let scenario: Scenario
    let scenarioPath: ScenarioPath
    let plan: Plan
    let rows: [PlanRow]
    let checker: PlanChecker
    let report: CheckReport
    let claim: RecordedSummary?
    /// Whether the plan was made from other files than the scenario has now: so only where the user names the scenario.
    let isOfOtherFiles: Bool
    /// What is odd in the scenario, and in the plan.
    let scenarioNotes, planNotes: [Finding]

    /// - Parameters:
    ///   - named: the scenario of the plan; `nil`: the one that its `summary.json` names.
    ///   - emptiness: why a plan without people will not do; `nil`: it will.
    init(_ path: PlanPath, scenario named: ScenarioPath?, emptiness: (code: String, message: String)? = nil) throws(Refusal) {
        if let problem = path.problem { throw Refusal("no_plan", problem) }
        claim = RecordedSummary(directory: path.directory)
        do { scenarioPath = try path.scenario(named, claim: claim) } catch { throw Refusal(PlanPath.NoScenario.code, error.message) }
        let input = ScenarioReader(looksForOddities: false).read(scenarioPath.path)
        guard let scenario = input.scenario, !input.hasErrors else { throw Refusal(input.findings) }
        isOfOtherFiles = claim?.digest.map { $0 != scenario.digest } ?? false
        if isOfOtherFiles, named == nil {
            throw Refusal(
                "stale_plan",
                "was made from other files than those now in \(scenarioPath.path): plan again, or name the plan's scenario with --scenario",
                file: path.table)
        }
        let read = PlanReader.read(planCSV: path.table, scenario: scenario)
        guard let plan = read.plan else { throw Refusal(read.findings) }
        if let emptiness, plan.itineraries.isEmpty { throw Refusal(emptiness.code, emptiness.message, file: path.table) }
        checker = PlanChecker(scenario: scenario)
        report = checker.check(plan)
        guard report.isValid else {
            let lines = PlanRows(read.rows, scenario: scenario)
            throw Refusal(report.violations.map { violation in
                Finding(
                    severity: .error, code: "broken_rule", file: path.table, line: lines.lines(of: violation).first ?? 0,
                    message: "\(violation.rule): \(violation.message)")
            })
        }
        self.scenario = scenario; self.plan = plan
        rows = read.rows
        scenarioNotes = input.findings
        planNotes = read.findings
    }
}
