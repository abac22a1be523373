import Foundation
import MobilityIngest
import MobilityModel

/// What is wrong with a grid, found by reading its scenarios before anything is planned.
struct SweepProbe {
    /// Of the grid's file.
    let path: String

    /// Rows of candidates and requests that are read in search of points that are impossible: above, points fail one by one.
    private static let mostRows = 2_000_000
    /// Points told of.
    private static let mostTold = 20

    /// What is wrong with single values, each over the base alone.
    func impossibleValues(_ grid: SweepGrid) -> [String] {
        guard FileManager.default.fileExists(atPath: grid.base) else { return [] }
        let before = Set(errors(ScenarioReader(looksForOddities: false).read(grid.base).findings).map(\.description))
        guard before.isEmpty else { return before.sorted() }
        return probing(grid) { read in
            var lines: [String] = []
            for (axis, value) in grid.axes.enumerated() {
                for (number, label) in value.labels.enumerated() {
                    var point = [Int?](repeating: nil, count: grid.axes.count)
                    point[axis] = number
                    lines += try read(point).map { "\(path):\(value.lines[number]): error: axis \(value.name), value \(label): \($0.message)".printable }
                }
            }
            return lines
        }
    }

    /// What is wrong with combinations of values of which each is possible by itself; nothing where to read them all would take long.
    func impossiblePoints(_ grid: SweepGrid) -> [String] {
        guard grid.axes.count > 1, let base = ScenarioReader(looksForOddities: false).read(grid.base).scenario else { return [] }
        let (points, rows) = (grid.points, max(1, base.candidates.count + base.requests.count))
        guard points.count <= Self.mostRows / rows else { return [] }
        return probing(grid) { read in
            var (lines, more): ([String], Int) = ([], 0)
            for (number, point) in points.enumerated() {
                let errors = try read(point)
                guard !errors.isEmpty else { continue }
                guard lines.count < Self.mostTold else { more += 1; continue }
                let values = zip(grid.axes, grid.labels(of: point)).map { "\($0.name) \($1)" }.joined(separator: ", ")
                lines += errors.map { "\(path): error: point \(number + 1) (\(values)): \($0.message)".printable }
            }
            return lines + (more > 0 ? ["\(path): error: \(more) more points are impossible"] : [])
        }
    }

    /// Reads points as scenarios in a directory of their own.
    private func probing(_ grid: SweepGrid, _ body: (([Int?]) throws -> [Finding]) throws -> [String]) -> [String] {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-sweep-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let base = URL(fileURLWithPath: grid.base).standardizedFileURL.path
        do {
            return try body { point in
                try Self.write(grid.yaml(point, extends: base), to: place.appendingPathComponent("scenario.yaml").path)
                return errors(ScenarioReader(looksForOddities: false).read(place.path).findings)
            }
        } catch {
            return ["error: nothing can be written to \(place.path)"]
        }
    }

    private func errors(_ findings: [Finding]) -> [Finding] { findings.filter { $0.severity == .error } }

    /// Written only where it says something else, so that a point that is planned stays so.
    static func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        if let there = FileManager.default.contents(atPath: path), there == Data(text.utf8) { return }
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
    }
}
