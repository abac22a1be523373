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
        guard let grid = result.grid else { return .invalidInput }
        if let behaviour, case let named = NamedBehaviour(behaviour), named.behaviour == nil {
            for finding in named.findings { console.write(finding.description) }
            return .invalidInput
        }
        if let obstacle = OutputDirectory(path: directory, owned: [SweepTable.name]).obstacle {
            console.write("error: \(obstacle)")
            return .internalFailure
        }
        let impossible = impossible(grid)
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
                try write(text, to: "\(point.directory)/scenario.yaml")
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

    /// What is wrong with single values, each over the base alone: found before anything is planned.
    private func impossible(_ grid: SweepGrid) -> [String] {
        let probe = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-sweep-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: probe) }
        let base = URL(fileURLWithPath: grid.base).standardizedFileURL.path
        let before = Set(ScenarioReader(looksForOddities: false).read(grid.base).findings.filter { $0.severity == .error }.map(\.description))
        guard before.isEmpty else { return before.sorted() }
        var lines: [String] = []
        for (axis, value) in grid.axes.enumerated() {
            for (number, label) in value.labels.enumerated() {
                var point = [Int?](repeating: nil, count: grid.axes.count)
                point[axis] = number
                do {
                    try write(grid.yaml(point, extends: base), to: probe.appendingPathComponent("scenario.yaml").path)
                } catch {
                    return ["error: nothing can be written to \(probe.path)"]
                }
                for finding in ScenarioReader(looksForOddities: false).read(probe.path).findings where finding.severity == .error {
                    lines.append("\(path):\(value.lines[number]): error: axis \(value.name), value \(label): \(finding.message)".printable)
                }
            }
        }
        return lines
    }

    private func planning(_ point: SweepPoint) -> [String] {
        ["plan", "--resume", "--quiet", "--format", "json", "--gap", "\(gap)", "--out", point.plan]
            + (timeLimit.map { ["--time-limit", "\($0)"] } ?? []) + ["--", point.directory]
    }

    private func projecting(_ point: SweepPoint) -> [String] {
        ["simulate", "--quiet", "--threads", "1", "--replicates", "\(replicates)", "--scenario", point.directory]
            + (behaviour.map { ["--behaviour", $0] } ?? []) + ["--", point.plan]
    }

    /// Written only where it says something else, so that a point that is planned stays so.
    private func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        if let there = FileManager.default.contents(atPath: path), there == Data(text.utf8) { return }
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
    }

    /// The way from one directory to another, so that a sweep can be moved together with its base.
    private static func relative(_ target: String, from start: String) -> String {
        let to = URL(fileURLWithPath: target).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        let from = URL(fileURLWithPath: start).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        let shared = zip(to, from).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)).joined(separator: "/")
    }
}
