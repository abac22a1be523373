import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport
import MobilitySimulation

/// One plan from its files to the files of its projection: read, check, project, write, tell.
struct SimulationRun {
    /// How it ended, and what of it goes to standard output.
    struct Ending {
        var status: ExitStatus
        var text = ""
        var document: JSONValue
    }
    /// What keeps a plan from being projected.
    private struct Refusal: Error {
        var findings: [Finding]
        var status = ExitStatus.invalidInput

        init(_ findings: [Finding]) { self.findings = findings }
        init(_ code: String, _ message: String, file: String = "", status: ExitStatus = .invalidInput) {
            findings = [Finding(severity: .error, code: code, file: file, message: message)]
            self.status = status
        }
    }

    let plan: PlanPath
    /// Where the outcomes go.
    let directory: String
    let settings: SimulationSettings
    private let console = Console()

    init(plan: PlanPath, directory: String, settings: SimulationSettings) {
        self.plan = plan; self.directory = directory; self.settings = settings
    }

    func run() -> Ending {
        do throws(Refusal) {
            return try project()
        } catch {
            tell(error.findings)
            let members: [(key: String, value: JSONValue)] = [
                ("plan", .string(plan.directory)),
                ("status", .string(error.status == .invalidInput ? "invalid" : "failed")),
                ("findings", .array(error.findings.map(\.json))),
            ]
            return Ending(status: error.status, document: .object(members))
        }
    }

    private func project() throws(Refusal) -> Ending {
        if let problem = plan.problem { throw Refusal("no_plan", problem) }
        let claim = PlanClaim(directory: plan.directory)
        let path: ScenarioPath
        do { path = try plan.scenario(settings.scenario, claim: claim) } catch { throw Refusal(PlanPath.NoScenario.code, error.message) }
        var scenario = try read(path)
        let isStale = claim?.digest.map { $0 != scenario.digest } ?? false
        if isStale, settings.scenario == nil {
            throw Refusal(
                "stale_plan", "was made from other files than those now in \(path.path): plan again, or name the plan's scenario with --scenario",
                file: plan.table)
        }
        let table = try readPlan(scenario, path: path, mustMatch: isStale ? claim : nil)
        if let name = settings.behaviour {
            let named = NamedBehaviour(name)
            guard let behaviour = named.behaviour else { throw Refusal(named.findings) }
            tell(named.findings)
            scenario.behaviour = scenario.behaviour.filled(from: behaviour)
        }
        let simulator: Simulator
        do throws(ProjectionProblem) {
            simulator = try Simulator(scenario: scenario, plan: table, seed: settings.seed)
        } catch {
            let file = error == .noBehaviour ? "\(path.path)/scenario.yaml" : plan.table
            throw Refusal(error.code, error.description, file: file)
        }
        let projection = run(simulator)
        guard projection.replicates > 0 else {
            throw Refusal("interrupted", "stopped before the first replicate was done", file: plan.table, status: .internalFailure)
        }
        return try write(
            OutcomeReport(
                scenario: scenario, scenarioPath: path.path, planPath: plan.directory, behaviourSource: settings.behaviour,
                projection: projection, isPublic: settings.isPublic, version: programVersion))
    }

    private func read(_ path: ScenarioPath) throws(Refusal) -> Scenario {
        let input = ScenarioReader(looksForOddities: false).read(path.path)
        guard let scenario = input.scenario, !input.hasErrors else { throw Refusal(input.findings) }
        tell(input.findings)
        return scenario
    }

    /// - Parameter claim: what the plan says of itself, where it was made from other files: it must be so here too.
    private func readPlan(_ scenario: Scenario, path: ScenarioPath, mustMatch claim: PlanClaim?) throws(Refusal) -> Plan {
        let read = PlanReader.read(planCSV: plan.table, scenario: scenario)
        guard let table = read.plan else { throw Refusal(read.findings) }
        tell(read.findings)
        if table.itineraries.isEmpty {
            throw Refusal(ProjectionProblem.emptyPlan.code, ProjectionProblem.emptyPlan.description, file: plan.table)
        }
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(table)
        guard report.violations.isEmpty else {
            let rows = PlanRows(read.rows, scenario: scenario)
            throw Refusal(report.violations.map { violation in
                Finding(
                    severity: .error, code: "broken_rule", file: plan.table, line: rows.lines(of: violation).first ?? 0,
                    message: "\(violation.rule): \(violation.message)")
            })
        }
        if let claim {
            try match(WrittenFigures(claim: claim, rows: read.rows, plan: table), report, checker, scenario: scenario, path: path)
        }
        return table
    }

    /// A scenario other than the plan's own that the user names, such as one that only adds what was fitted of behaviour, will do
    /// where everything that the plan says of itself is so there too. The chance of an on-time return is what may differ.
    private func match(
        _ written: WrittenFigures, _ report: CheckReport, _ checker: PlanChecker, scenario: Scenario, path: ScenarioPath
    ) throws(Refusal) {
        guard written.hasTerms else {
            throw Refusal(
                "stale_plan", "was made from other files than those in \(path.path), and \(plan.directory) has no terms to compare: plan again",
                file: plan.table)
        }
        let wrong = written.wrongColumns(scenario: scenario, checker: checker)
            + written.wrongTotals(report).filter { $0.name != ObjectiveTerm.returns.rawValue }
        guard wrong.isEmpty else {
            throw Refusal(wrong.map { figure in
                Finding(
                    severity: .error, code: "other_plan", file: figure.line == nil ? "\(plan.directory)/summary.json" : plan.table,
                    line: figure.line ?? 0,
                    message: "`\(figure.name)` is \(figure.written), but \(figure.recomputed) in \(path.path): the plan does not match this scenario")
            })
        }
        tell([
            Finding(
                severity: .warning, code: "other_scenario", file: plan.table,
                message: "was made from other files than those in \(path.path); it keeps every rule there, and its figures are the same")
        ])
    }

    private func run(_ simulator: Simulator) -> Projection {
        let display = SimulationProgress(name: plan.name, console: console, isShown: !settings.isQuiet)
        let projection = simulator.run(
            .init(replicates: settings.replicates, threads: settings.threads), progress: { display.update($0) },
            shouldStop: { Interruption.count > 0 })
        console.clear()
        if projection.replicates < projection.requested {
            console.write("\(plan.name): stopped after \(projection.replicates) of \(projection.requested) replicates")
        }
        return projection
    }

    private func write(_ report: OutcomeReport) throws(Refusal) -> Ending {
        do {
            try OutputDirectory(outcomesIn: directory).replace(with: report.files)
        } catch {
            throw Refusal("not_written", "\(error)", status: .internalFailure)
        }
        return Ending(
            status: .done, text: OutcomeSummary(report).text(directory: directory), document: OutcomeJSON(report).document)
    }

    private func tell(_ findings: [Finding]) {
        for finding in findings where !settings.isQuiet || finding.severity == .error { console.write(finding.description) }
    }
}
