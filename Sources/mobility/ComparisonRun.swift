import Foundation
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport
import MobilitySimulation

/// A base and its variants from their files to the files of their comparison: plan, read, check, play, write, tell.
struct ComparisonRun {
    private struct Refusal: Error {
        var lines: [String]
        var status: ExitStatus
    }

    let entries: [ComparedEntry]
    let directory: String
    let gap: Double
    let timeLimit: Double?
    let replicates: Int
    let seed: UInt64?
    let behaviour: String?
    let jobs: Int
    let format: OutputFormat
    let isQuiet: Bool

    func run() -> ExitStatus {
        let console = Console()
        do throws(Refusal) {
            let output = OutputDirectory(path: directory, owned: ComparisonFile.allCases.map(\.rawValue))
            if let obstacle = output.obstacle { throw Refusal(lines: ["\(obstacle)"], status: .internalFailure) }
            let filling = try filling()
            try plan(console)
            var plans: [ComparedPlan] = []
            for entry in entries { plans.append(try read(entry, base: plans.first?.plan)) }
            let behaviours = plans.map { ProjectedBehaviour($0.scenario, filling) }
            let (projection, note) = project(&plans, behaviours, console)
            let own = Set(ScenarioAncestry.directories(of: entries[0].scenario.path))
            let variants = zip(entries, plans).dropFirst().map { entry, plan in
                (plan: plan, sharesBase: !own.isDisjoint(with: ScenarioAncestry.directories(of: entry.scenario.path)))
            }
            let comparison = Comparison(
                base: plans[0], variants: variants, projection: projection, projectionNote: note, behaviourSource: behaviour,
                otherChances: zip(plans, behaviours).filter { $1.behaviour != behaviours[0].behaviour }.map(\.0.name),
                version: programVersion)
            do {
                try output.replace(with: comparison.files)
            } catch {
                throw Refusal(lines: ["\(error)"], status: .internalFailure)
            }
            switch format {
            case .text: StandardStreams.writeOutput(
                ComparisonText(comparison).text + "\nWritten to \(directory.printable): "
                    + ComparisonFile.allCases.map(\.rawValue).joined(separator: ", ") + "\n")
            case .json: StandardStreams.writeOutput(ComparisonJSON(comparison).document.text)
            }
            return .done
        } catch {
            for (index, line) in error.lines.enumerated() {
                console.write(index > 0 ? "  \(line)" : line.hasPrefix("error: ") ? line : "error: \(line)")
            }
            return error.status
        }
    }

    /// Plans what has no plan of this input and these options, each in a process of its own.
    private func plan(_ console: Console) throws(Refusal) {
        for entry in entries { if let problem = entry.scenario.problem { throw Refusal(lines: [problem], status: .invalidInput) } }
        if !isQuiet { console.write("\(entries.count) scenarios to compare: each is planned, unless it has a plan already") }
        // The base first: its variants begin with its plan.
        try plan(Array(entries.prefix(1)), console)
        try plan(Array(entries.dropFirst()), console)
    }

    private func plan(_ entries: [ComparedEntry], _ console: Console) throws(Refusal) {
        let calls = entries.map { entry in
            ["plan", "--resume", "--quiet", "--format", "json", "--gap", "\(gap)", "--policy", entry.policy.rawValue, "--out", entry.directory]
                + (timeLimit.map { ["--time-limit", "\($0)"] } ?? []) + (entry.start.map { ["--start", $0, "--as-proven"] } ?? []) + ["--", entry.scenario.path]
        }
        for (entry, outcome) in zip(entries, ChildRuns.run(calls, jobs: jobs, line: { console.write($0) })) {
            guard let outcome else { throw Refusal(lines: ["stopped before \(entry.name) was planned"], status: .internalFailure) }
            guard outcome.status == .done else {
                let conflict = PlanFailure.words(outcome.output)
                let why = outcome.status == .infeasible
                    ? "no valid plan exists, \(conflict.isEmpty ? "" : conflict + "; ")see \(entry.directory)/summary.json"
                    : outcome.crash.map { "planning \($0)" } ?? "it was not planned"
                throw Refusal(lines: ["\(entry.name): \(why)"], status: outcome.status)
            }
        }
    }

    private func read(_ entry: ComparedEntry, base: Plan?) throws(Refusal) -> ComparedPlan {
        let input = ScenarioReader(looksForOddities: false).read(entry.scenario.path)
        let table = "\(entry.directory)/\(PlanFile.plan.rawValue)"
        guard let scenario = input.scenario else { throw Refusal(lines: input.findings.map(\.description), status: .invalidInput) }
        let file = PlanReader.read(planCSV: table, scenario: scenario)
        guard let plan = file.plan, let finished = RecordedSummary(directory: entry.directory),
            let status = finished.status
        else {
            throw Refusal(lines: ["\(table) cannot be read"] + file.findings.map(\.description), status: .internalFailure)
        }
        let checker = PlanChecker(scenario: scenario)
        let check = checker.check(plan)
        guard check.isValid else { throw Refusal(lines: check.violations.map(\.description), status: .invalidInput) }
        return ComparedPlan(
            name: entry.name, scenario: scenario, scenarioPath: entry.scenario.path, planPath: entry.directory, status: status,
            plan: plan, terms: finished.termResults, usage: PlanUsage(check),
            costs: plan.itineraries.map { itinerary in
                itinerary.cycles.map { checker.costPerPerson(of: $0, by: itinerary.candidate) }
            },
            totalCost: Cents(check.value(of: .cost)), nearness: base.flatMap { finished.nearness(to: $0) })
    }

    /// What the scenarios do not say of behaviour; looked for before anything is planned.
    private func filling() throws(Refusal) -> NamedBehaviour? {
        guard let behaviour else { return nil }
        let named = NamedBehaviour(behaviour)
        guard named.behaviour != nil else { throw Refusal(lines: named.findings.map(\.description), status: .invalidInput) }
        return named
    }

    private func project(
        _ plans: inout [ComparedPlan], _ behaviours: [ProjectedBehaviour], _ console: Console
    ) -> (PairedProjection?, String) {
        var notes = behaviours.map(\.notes)
        var simulators: [Simulator] = []
        var obstacle = ""
        for (index, plan) in plans.enumerated() where obstacle.isEmpty {
            do throws(ProjectionProblem) {
                let simulator = try Simulator(
                    scenario: plan.scenario, plan: plan.plan, behaviour: behaviours[index].behaviour, seed: seed ?? plans[0].scenario.seed)
                simulators.append(simulator)
                notes[index] += behaviours[index].notes(in: simulator)
                plans[index].idle = notes[index].flatMap(\.idle)
            } catch {
                obstacle = "\(plan.name): \(error.description)"
            }
        }
        tell(notes.map { $0.map(\.finding) }, of: plans, console)
        guard obstacle.isEmpty else { return (nil, obstacle) }
        let paired = PairedSimulator(base: simulators[0], variants: Array(simulators.dropFirst()))
        let result = paired.run(.init(replicates: replicates, threads: jobs), shouldStop: { Interruption.count > 0 })
        return result.base.replicates > 0 ? (result, "") : (nil, "stopped before the first replicate was done")
    }

    /// Each finding once, with the plans that it is of where it is not of all.
    private func tell(_ findings: [[Finding]], of plans: [ComparedPlan], _ console: Console) {
        guard !isQuiet else { return }
        var told: Set<Finding> = []
        for finding in findings.joined() where told.insert(finding).inserted {
            let names = zip(plans, findings).filter { $1.contains(finding) }.map(\.0.name)
            console.write((names.count < plans.count ? names.joined(separator: ", ") + ": " : "") + finding.description)
        }
    }
}
