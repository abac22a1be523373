import Foundation
import MobilityReport
import Synchronization

/// Several scenarios, each planned by a process of its own, so many at a time; what they print comes in the order in
/// which they were named.
struct Batch {
    let runs: [ScenarioRun]
    let jobs: Int
    let settings: PlanSettings

    func run() -> ExitStatus {
        let console = Console()
        let state = BatchState(count: runs.count)
        let (runs, commands) = (runs, runs.map { arguments(for: $0, console) })
        for _ in 0..<min(jobs, runs.count) {
            Thread.detachNewThread {
                while let number = state.next() {
                    let before = PlanStamp(directory: runs[number].directory)
                    let outcome = ChildRun(arguments: commands[number]).run(
                        started: { state.started(number, process: $0) }, line: { console.write($0) })
                    let kept = outcome.status == .done && before != nil && before == PlanStamp(directory: runs[number].directory)
                    state.finished(number, BatchState.Result(outcome: outcome, isKept: kept))
                }
            }
        }
        var printed = 0
        var heard = 0
        let start = ContinuousClock.now
        if settings.format == .json { StandardStreams.writeOutput("{\n  \"scenarios\": [") }
        while printed < runs.count {
            if Interruption.count > heard {
                heard = Interruption.count
                state.stop()
                if heard > 1 { Interruption.endNow() }
            }
            while printed < runs.count, let result = state.result(of: printed) {
                report(result, of: printed, console)
                printed += 1
            }
            if settings.showsProgress {
                console.show { progressLine(state, seconds: Int((ContinuousClock.now - start) / .seconds(1))) }
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        console.clear()
        let results = runs.indices.compactMap { state.result(of: $0) }
        switch settings.format {
        case .text: StandardStreams.writeOutput(BatchTable(runs: runs, results: results).text)
        case .json: StandardStreams.writeOutput("\n  ]\n}\n")
        }
        return .gravest(results.map(\.outcome.status))
    }

    private func arguments(for run: ScenarioRun, _ console: Console) -> [String] {
        var arguments = ["plan", "--out", run.directory, "--gap", "\(settings.gap)", "--format", settings.format.rawValue]
        arguments += ["--threads", "\(settings.threads)"]
        if let limit = settings.timeLimit { arguments += ["--time-limit", "\(limit)"] }
        if let memory = settings.memory { arguments += ["--memory", "\(memory)"] }
        if let pin = settings.pin { arguments += ["--pin", pin] }
        if settings.policy != .optimal { arguments += ["--policy", settings.policy.rawValue] }
        if let seed = settings.lotterySeed { arguments += ["--seed", "\(seed)"] }
        if let start = settings.start { arguments += ["--start", start] }
        if settings.isAsProven { arguments.append("--as-proven") }
        if settings.pricesRules { arguments.append("--rule-prices") }
        if settings.resumes { arguments.append("--resume") }
        if settings.isQuiet { arguments.append("--quiet") }
        if console.isTerminal { arguments.append("--no-progress") }
        return arguments + ["--", run.scenario.path]
    }

    private func report(_ result: BatchState.Result, of number: Int, _ console: Console) {
        let outcome = result.outcome
        console.clear()
        if let crash = outcome.crash { console.write("\(runs[number].scenario.path): error: planning \(crash)") }
        switch settings.format {
        case .text:
            StandardStreams.writeOutput(outcome.output + (outcome.output.isEmpty ? "" : "\n"))
        case .json:
            var document = outcome.output
            if (try? JSONSerialization.jsonObject(with: Data(document.utf8))) == nil {
                document = JSONValue.object([
                    ("name", .string(runs[number].scenario.name)), ("scenario", .string(runs[number].scenario.path)),
                    ("status", .string("failed")), ("message", .string(outcome.crash ?? "it printed nothing")),
                ]).text
            }
            while document.last == "\n" { document.removeLast() }
            let indented = document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
            StandardStreams.writeOutput((number == 0 ? "\n    " : ",\n    ") + indented)
        }
    }

    private func progressLine(_ state: BatchState, seconds: Int) -> String {
        let (done, running) = state.progress
        let marks = done * 20 / max(1, runs.count)
        let names = running.map { runs[$0].scenario.name }.joined(separator: ", ")
        return "[" + String(repeating: "#", count: marks) + String(repeating: ".", count: 20 - marks)
            + "] \(done) of \(runs.count) scenarios, \(seconds) s\(names.isEmpty ? "" : ": \(names)")"
    }
}

/// Which plan stands in a directory: a new file, even of the same contents, is another one.
private struct PlanStamp: Equatable {
    private let file: UInt64
    private let changed: Date

    init?(directory: String) {
        let path = "\(directory)/\(PlanFile.summary.rawValue)"
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let file = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value,
            let changed = attributes[.modificationDate] as? Date
        else { return nil }
        self.file = file
        self.changed = changed
    }
}
