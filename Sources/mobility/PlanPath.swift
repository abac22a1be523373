import Foundation
import MobilityIngest
import MobilityReport

/// A plan directory as the user named it; its `plan.csv` may be named as well.
struct PlanPath: Hashable {
    /// The directory, without slashes at the end.
    let directory: String
    /// The table of the plan.
    let table: String

    init(_ argument: String) {
        var path = argument
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue {
            table = path
            directory = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        } else {
            directory = path
            table = "\(path)/\(PlanFile.plan.rawValue)"
        }
    }

    /// The directory's own name, for `.` and `..` too.
    var name: String { URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent }

    /// What is wrong with the path, in words; `nil` where there is a table to read.
    var problem: String? {
        let manager = FileManager.default
        if manager.fileExists(atPath: table) { return nil }
        guard manager.fileExists(atPath: directory) else { return "there is no plan directory \(directory)\(nearest)" }
        if RecordedSummary(directory: directory)?.status == "infeasible" {
            return "\(directory) holds no plan: its scenario is infeasible, as summary.json explains"
        }
        if manager.fileExists(atPath: "\(directory)/scenario.yaml") {
            return "\(directory) is a scenario, not a plan: plan it with `mobility plan \(directory)`, which writes plans/\(name)"
        }
        return "\(directory) holds no \(PlanFile.plan.rawValue)"
    }

    /// The directory beside it, with a plan or a comparison in it, that may be meant.
    private var nearest: String {
        let manager = FileManager.default
        let parent = directory.contains("/") ? String(directory[..<(directory.lastIndex(of: "/") ?? directory.startIndex)]) : "."
        let siblings = ((try? manager.contentsOfDirectory(atPath: parent.isEmpty ? "/" : parent)) ?? []).filter { sibling in
            [PlanFile.plan.rawValue, ComparisonFile.document.rawValue].contains { manager.fileExists(atPath: "\(parent)/\(sibling)/\($0)") }
        }
        guard let near = NearestName.find(name, among: siblings) else { return "" }
        return "; did you mean \(directory.contains("/") ? "\(parent)/\(near)" : near)?"
    }

    /// The scenario of the plan: the one that the user named, or that the plan's own summary does.
    /// - Throws: `NoScenario`, where there is none.
    func scenario(_ named: ScenarioPath?, claim: RecordedSummary?) throws(NoScenario) -> ScenarioPath {
        guard let path = named ?? claim?.scenario.flatMap({ scenario(named: $0) }) else {
            throw NoScenario(
                message: claim?.scenario.map { "the scenario \($0) of \(directory) is not there; name it with --scenario" }
                    ?? "nothing in \(directory) names its scenario; name it with --scenario")
        }
        if let problem = path.problem { throw NoScenario(message: problem, path: path) }
        return path
    }

    /// Why a plan has no scenario.
    struct NoScenario: Error {
        static let code = "no_scenario"
        var message: String
        /// What was named, where something was.
        var path: ScenarioPath?
    }

    /// The scenario directory at `path`, seen from the working directory or from any directory above the plan: plans are
    /// moved about less often than people change directories.
    func scenario(named path: String) -> ScenarioPath? {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) || path.hasPrefix("/") { return ScenarioPath(path) }
        var ancestor = URL(fileURLWithPath: directory).standardizedFileURL
        while ancestor.path != "/" {
            ancestor = ancestor.deletingLastPathComponent()
            let candidate = ancestor.appendingPathComponent(path).path
            // A plan has its scenario's name as often as not: plans/NAME is not where NAME is read from.
            if manager.fileExists(atPath: "\(candidate)/scenario.yaml") { return ScenarioPath(candidate) }
        }
        return nil
    }
}
