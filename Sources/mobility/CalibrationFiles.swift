import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel
import MobilityReport

/// The files of a calibration: what a scenario takes over, and the predictive checks.
struct CalibrationFiles {
    /// All that a calibration may write, the one that says that the others are there last.
    static let names = ["predictive.csv", "behaviour.yaml", "scenario.yaml"]
    private static let mark = "# Written by mobility calibrate; the next run into this directory replaces it.\n"

    let all: [(name: String, bytes: [UInt8])]
    /// What was written where.
    let summary: String

    init(_ calibration: Calibration, parent: ScenarioPath?, out: String) {
        var text = Self.mark
        if let parent {
            text += "title: \(YAMLString.quoted("\(parent.name), calibrated"))\nextends: \(YAMLString.quoted(Self.path(from: out, to: parent.path)))\n"
        }
        text += calibration.yaml
        let name = parent == nil ? "behaviour.yaml" : "scenario.yaml"
        var table = CSVTable(columns: ["cohort", "use", "step", "trials", "observed", "mean", "low", "high", "tail_probability", "inside"])
        let uses = [(Cohort.Use.calibration, calibration.checks), (.validation, calibration.predictions)]
        for (use, check) in uses.flatMap({ use, checks in checks.map { (use, $0) } }) {
            table.append([
                check.cohort.text, use.rawValue, check.step.rawValue, String(check.trials), String(check.observed),
                Figures.plain(check.mean, digits: 3), String(check.low), String(check.high), Figures.plain(check.tailProbability, digits: 6),
                check.isInside ? "true" : "false",
            ])
        }
        all = [(Self.names[0], table.bytes), (name, Array(text.utf8))]
        summary = "Written to \(out): \(name), predictive.csv (\(Figures.counted(calibration.checks.count + calibration.predictions.count, "row", "rows")))"
    }

    /// What keeps `out` from being written to: somebody else's files, or that the result would extend itself.
    static func problem(out: String, parent: ScenarioPath?) -> String? {
        if let parent, parts(of: out) == parts(of: parent.path) {
            return "\(out) is the scenario that the result extends; choose another --out"
        }
        let yaml = ["scenario.yaml", "behaviour.yaml"].filter { FileManager.default.fileExists(atPath: "\(out)/\($0)") }
        let foreign = yaml.first { FileManager.default.contents(atPath: "\(out)/\($0)")?.starts(with: Array(mark.utf8)) != true }
            ?? (yaml.isEmpty && FileManager.default.fileExists(atPath: "\(out)/predictive.csv") ? "predictive.csv" : nil)
        return foreign.map { "\(out)/\($0) is not the work of calibrate and would be replaced; choose another --out" }
    }

    /// `target` as seen from `directory`; absolute where it was given so.
    private static func path(from directory: String, to target: String) -> String {
        if target.hasPrefix("/") { return target }
        let here = parts(of: directory), there = parts(of: target)
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared) + there[shared...]
        return up.isEmpty ? "." : up.joined(separator: "/")
    }

    private static func parts(of path: String) -> [String] {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path.split(separator: "/").map(String.init)
    }
}
