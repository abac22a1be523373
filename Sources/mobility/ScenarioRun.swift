import Foundation
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityPlanning
import MobilityReport

/// One scenario from its files to the files of its plan: read, plan, check, write, tell.
struct ScenarioRun: Sendable {
    let scenario: ScenarioPath
    /// Where the plan goes, as the user named it.
    let directory: String
    let settings: PlanSettings

    func run() -> ExitStatus {
        let console = Console()
        var phases: [PlanPhase] = []
        guard let (input, warnings) = timed("reading", &phases, { read(console) }) else { return .invalidInput }
        var pinned: PinnedPlan?
        if let path = settings.pin {
            guard let plan = readPins(path, for: input, console) else { return .invalidInput }
            pinned = plan
        }
        let pins = pinned?.plan
        let start = settings.start.flatMap { begin(with: $0, console) }
        let options = RecordedOptions(
            gap: settings.gap, timeLimit: settings.timeLimit, pins: pins.map(PlanFingerprint.ofPins), policy: settings.policy,
            lotterySeed: settings.policy == .lottery ? settings.lotterySeed ?? input.seed : nil, pricesRules: settings.pricesRules,
            start: start.map { PlanFingerprint.of($0.plan) + ($0.gaps.isEmpty ? "" : " as proven: \($0.gapsInWords)") }, memory: settings.memory == Double(MemoryNeed.usual >> 30) ? nil : settings.memory)
        if let obstacle = OutputDirectory(planIn: directory).obstacle { return refuse(["\(obstacle)"], console) }
        if settings.resumes, keepsFinishedPlan(of: input, options: options) { return .done }

        if let refusal = memoryRefusal(input) { return refuse(refusal, console, .invalidInput) }
        let progress = ProgressDisplay(name: input.name, console: console, isShown: settings.showsProgress)
        var planOptions = PlanOptions(
            gap: settings.gap, timeLimit: settings.timeLimit, pins: pins, policy: settings.policy, lotterySeed: settings.lotterySeed,
            pricesRules: settings.pricesRules, start: start?.plan, startGaps: start?.gaps ?? [:])
        planOptions.startPrices = start?.prices
        planOptions.threads = settings.threads
        if let memory = settings.memory { planOptions.memory = Int(memory * Double(1 << 30)) }
        let planner = Planner(scenario: input, options: planOptions)
        let result = planner.plan(progress: progress.update, shouldStop: { Interruption.count > 0 })
        progress.end()
        phases += result.phases
        if result.status == .failed {
            return refuse(["planning failed: \(result.message)"], console)
        }
        if result.status == .interrupted, result.terms.isEmpty {
            return refuse(["stopped before a valid plan was found: \(result.message)"], console)
        }

        var report = PlanReport(
            scenario: input, scenarioPath: scenario.path, result: result, warnings: warnings + (pinned?.moved ?? []),
            options: options, version: programVersion)
        if result.status == .infeasible, let broken = pinned?.brokenRules(in: input), !broken.isEmpty {
            report.result.message = "the pinned cycles by themselves break " + broken.joined(separator: "; ")
        }
        let checker = PlanChecker(scenario: input)
        if report.hasPlan {
            let plan = report.result.plan
            let check = timed("checking", &phases) { checker.check(plan, pins: pins) }
            let objections = Objections(to: report.result, check: check).lines
            if !objections.isEmpty {
                return refuse(["the plan was refused by the checker and not written"] + objections, console)
            }
            report.usage = PlanUsage(check)
        }
        report.result.phases = phases
        return write(report, checker: checker, console)
    }

    private func read(_ console: Console) -> (Scenario, [Finding])? {
        if let problem = scenario.problem {
            let finding = Finding(severity: .error, code: "no_scenario", file: "", message: problem)
            return reject([finding], console)
        }
        let result = ScenarioReader().read(scenario.path)
        guard let input = result.scenario, !result.hasErrors else {
            return reject(result.findings, console)
        }
        if !settings.isQuiet { for finding in result.findings { console.write(finding.description) } }
        return (input, result.findings)
    }

    /// A plan to begin with is read against its own scenario, which may differ from this one; without one the search begins anew.
    private func begin(with path: String, _ console: Console) -> PlanToBeginWith? {
        let plan = PlanPath(path)
        let claim = RecordedSummary(directory: plan.directory)
        guard plan.problem == nil, let own = try? plan.scenario(nil, claim: claim),
            let scenario = ScenarioReader(looksForOddities: false).read(own.path).scenario,
            let start = PlanReader.read(planCSV: plan.table, scenario: scenario, isWhole: false).plan
        else {
            console.write("\(scenario.path): warning: \(path) cannot be read as a plan to begin with: the search begins anew")
            return nil
        }
        let certificate = "\(plan.directory)/\(PlanFile.certificate.rawValue)"
        let hasPrices = FileManager.default.fileExists(atPath: certificate)
        return PlanToBeginWith(
            plan: start, prices: hasPrices ? CertificateReader.read(certificate, scenario: scenario).certificate : nil,
            gaps: settings.isAsProven ? claim?.openGaps ?? [:] : [:])
    }

    private func readPins(_ path: String, for input: Scenario, _ console: Console) -> PinnedPlan? {
        let plan = PlanPath(path)
        if let problem = plan.problem {
            return reject([Finding(severity: .error, code: "no_plan", file: "", message: problem)], console)
        }
        let result = PlanReader.read(planCSV: plan.table, scenario: input, isWhole: false)
        guard let pins = result.plan else { return reject(result.findings, console) }
        let pinned = PinnedPlan(pins, rows: result.rows, table: plan.table, scenario: input)
        if !settings.isQuiet { for finding in result.findings + pinned.findings { console.write(finding.description) } }
        return pinned
    }

    /// Tells what is wrong with the input.
    private func reject<Value>(_ findings: [Finding], _ console: Console) -> Value? {
        for finding in findings where !settings.isQuiet || finding.severity == .error { console.write(finding.description) }
        printFailure("invalid", [("findings", .array(findings.map(\.json)))])
        return nil
    }

    /// Tells that there is no plan though there should be one.
    private func refuse(_ lines: [String], _ console: Console, _ status: ExitStatus = .internalFailure) -> ExitStatus {
        for (index, line) in lines.enumerated() {
            console.write(index == 0 ? "\(scenario.path): error: \(line)" : "  \(line)")
        }
        printFailure("failed", [("message", .string(lines.joined(separator: "\n")))])
        return status
    }

    /// Told before any work is done, rather than found out after an hour of it.
    private func memoryRefusal(_ input: Scenario) -> [String]? {
        let (allowed, need) = (settings.memory ?? Double(MemoryNeed.usual) / Double(1 << 30), Double(MemoryNeed(input).least) / Double(1 << 30))
        guard settings.policy == .optimal, allowed < need else { return nil }
        func told(_ gib: Double) -> String { String(format: "%.1f", gib) }
        return [
            "planning \(input.candidates.count) rows of people and \(input.requests.count) requests takes \(told((need * 10).rounded(.up) / 10)) GiB, and "
                + "\(told((allowed * 10).rounded(.down) / 10)) are allowed",
            "Allow more with --memory, where the machine has it, or give people who are alike as one row with their `count`.",
        ]
    }

    private func printFailure(_ status: String, _ members: [(key: String, value: JSONValue)]) {
        guard settings.format == .json else { return }
        let leading: [(key: String, value: JSONValue)] = [
            ("name", .string(scenario.name)), ("scenario", .string(scenario.path)), ("status", .string(status)),
        ]
        StandardStreams.writeOutput(JSONValue.object(leading + members).text)
    }

    /// Whether the plan on file is whole: read back, the checker accepts it and finds the terms that its summary claims.
    private func stillHolds(_ finished: RecordedSummary, _ input: Scenario) -> Bool {
        let file = PlanReader.read(planCSV: "\(directory)/\(PlanFile.plan.rawValue)", scenario: input)
        guard let plan = file.plan else { return false }
        let check = PlanChecker(scenario: input).check(plan)
        return check.isValid && finished.isOf(plan) && check.terms.map(\.value) == (finished.terms ?? []).map(\.value)
    }

    private func keepsFinishedPlan(of input: Scenario, options: RecordedOptions) -> Bool {
        guard let finished = RecordedSummary(directory: directory),
            finished.isUpToDate(digest: input.digest, options: options, directory: directory), stillHolds(finished, input)
        else { return false }
        switch settings.format {
        case .text:
            StandardStreams.writeOutput(
                "\(input.name): the plan in \(directory) is of this input and these options (\(finished.status ?? "planned")); kept.\n")
        case .json:
            let summary = FileManager.default.contents(atPath: "\(directory)/\(PlanFile.summary.rawValue)") ?? Data()
            StandardStreams.writeOutput(String(decoding: summary, as: UTF8.self))
        }
        return true
    }

    private func write(_ report: PlanReport, checker: PlanChecker, _ console: Console) -> ExitStatus {
        let files = report.files { cycle, candidate in
            CycleFigures(
                match: checker.match(of: cycle, by: candidate), cost: checker.costPerPerson(of: cycle, by: candidate))
        }
        let previous = PreviousTable(directory: directory, report: report, pin: settings.pin)
        if let previous {
            let name = previous.keep()
            if !settings.isQuiet {
                console.write("\(directory): the earlier plan.csv is kept as \(name): \(previous.reason)")
            }
        }
        do {
            try OutputDirectory(planIn: directory).replace(with: files)
        } catch {
            return refuse(["\(error)"], console)
        }
        switch settings.format {
        case .text:
            StandardStreams.writeOutput(TextSummary(report).text(directory: directory))
        case .json:
            let summary = files.first { $0.name == PlanFile.summary.rawValue }?.bytes ?? []
            StandardStreams.writeOutput(String(decoding: summary, as: UTF8.self))
        }
        return report.result.status == .infeasible ? .infeasible : .done
    }

    private func timed<Value>(_ name: String, _ phases: inout [PlanPhase], _ work: () -> Value) -> Value {
        let start = ContinuousClock.now
        defer { phases.append(PlanPhase(name: name, seconds: (ContinuousClock.now - start) / .seconds(1))) }
        return work()
    }
}

/// A plan that a search begins with.
private struct PlanToBeginWith {
    var plan: Plan
    /// What proves its bounds, where it has that beside it.
    var prices: BoundCertificate?
    /// By term, of those that it leaves open: as well proven will do.
    var gaps: [ObjectiveTerm: Double]

    var gapsInWords: String { gaps.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ") }
}
