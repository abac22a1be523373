import Foundation
import MobilityIngest
import MobilityModel
import MobilityReport

/// A grid from its file to the table of its points.
struct SweepRun {
    let path: String
    let directory: String
    let jobs: Int
    let gap: Double
    let timeLimit: Double?
    let replicates: Int
    /// What fills in the behaviour of the scenarios.
    let behaviour: String?
    let isQuiet: Bool

    func run() -> ExitStatus {
        let console = Console()
        let result = GridReader.read(path)
        for finding in result.findings { console.write(finding.description) }
        let probe = SweepProbe(path: path)
        guard let grid = result.grid else {
            // All that is wrong is told at once: the values of the axes that can be read are tried all the same.
            for line in result.readable.map({ probe.impossibleValues($0) }) ?? [] { console.write(line) }
            return .invalidInput
        }
        if let behaviour, case let named = NamedBehaviour(behaviour), named.behaviour == nil {
            for finding in named.findings { console.write(finding.description) }
            return .invalidInput
        }
        if let obstacle = OutputDirectory(path: directory, owned: [SweepTable.name]).obstacle {
            console.write("error: \(obstacle)")
            return .internalFailure
        }
        var impossible = probe.impossibleValues(grid)
        if impossible.isEmpty { impossible = probe.impossiblePoints(grid) }
        guard impossible.isEmpty else {
            for line in impossible { console.write(line) }
            return .invalidInput
        }
        let points = grid.points.enumerated().map { number, point in
            SweepPoint(number: number + 1, of: grid.points.count, labels: grid.labels(of: point), directory: directory)
        }
        do {
            for (point, values) in zip(points, grid.points) {
                let text = grid.yaml(values, extends: Self.relative(grid.base, from: point.directory))
                try SweepProbe.write(text, to: "\(point.directory)/scenario.yaml")
            }
        } catch {
            console.write("error: the points could not be written: \(error.localizedDescription)")
            return .internalFailure
        }
        if !isQuiet { console.write("\(points.count) points, \(jobs) at a time") }
        let plans = ChildRuns.run(points.map(planning), jobs: jobs, line: { _ in })
        let hasBehaviour = behaviour != nil || !(ScenarioReader(looksForOddities: false).read(grid.base).scenario?.behaviour.isEmpty ?? true)
        // What a file says may have changed since; a regime comes with the version.
        let isRegime = behaviour.map { !FileManager.default.fileExists(atPath: $0) } ?? true
        let due = points.indices.filter {
            plans[$0]?.status == .done && hasBehaviour
                && !(isRegime && points[$0].isProjected(replicates: replicates, behaviour: behaviour))
        }
        let projections = ChildRuns.run(due.map { projecting(points[$0]) }, jobs: jobs, line: { _ in })
        let failures = Dictionary(zip(due, projections).filter { $1?.status != .done }.map { ($0, $1) }, uniquingKeysWith: { a, _ in a })
        var table = SweepTable(axes: grid.axes.map(\.name))
        for (number, point) in points.enumerated() {
            table.append(point, planned: plans[number], projected: failures.keys.contains(number) ? "not projected" : "")
        }
        do {
            try OutputDirectory(path: directory, owned: [SweepTable.name]).replace(with: [(SweepTable.name, table.bytes)])
        } catch {
            console.write("error: \(error)")
            return .internalFailure
        }
        let done = plans.count { $0?.status == .done }
        StandardStreams.writeOutput("\(done) of \(points.count) points planned; written to \(directory.printable)/\(SweepTable.name)\n")
        return Interruption.count > 0 ? .internalFailure : .done
    }

    private func planning(_ point: SweepPoint) -> [String] {
        ["plan", "--resume", "--quiet", "--format", "json", "--gap", "\(gap)", "--out", point.plan]
            + (timeLimit.map { ["--time-limit", "\($0)"] } ?? []) + ["--", point.directory]
    }

    private func projecting(_ point: SweepPoint) -> [String] {
        ["simulate", "--quiet", "--threads", "1", "--replicates", "\(replicates)", "--scenario", point.directory]
            + (behaviour.map { ["--behaviour", $0] } ?? []) + ["--", point.plan]
    }

    /// The way from one directory to another, so that a sweep can be moved together with its base.
    private static func relative(_ target: String, from start: String) -> String {
        let to = URL(fileURLWithPath: target).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        let from = URL(fileURLWithPath: start).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        let shared = zip(to, from).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)).joined(separator: "/")
    }
}
