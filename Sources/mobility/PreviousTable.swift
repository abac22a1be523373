import Foundation
import MobilityIngest
import MobilityModel
import MobilityReport

/// The table of the plan that a new one takes the place of, where it holds what the new one does not: pins that nobody
/// asked for with `--pin`, edits that cannot be read, a plan where there is none any more, or one that was not cut short. It
/// then stays beside the new plan under another name.
struct PreviousTable {
    /// Why it is kept, in words.
    let reason: String
    private let directory: String

    /// - Parameters:
    ///   - report: of the new plan.
    ///   - pin: the plan that `--pin` names.
    /// - Returns: `nil` where the directory has no table, or none that anybody would miss.
    init?(directory: String, report: PlanReport, pin: String?) {
        self.directory = directory
        let table = "\(directory)/\(PlanFile.plan.rawValue)"
        guard FileManager.default.fileExists(atPath: table) else { return nil }
        guard report.hasPlan else {
            reason = "there is no plan any more"
            return
        }
        guard report.result.status != .interrupted else {
            reason = "the new plan was stopped early, and may be worse"
            return
        }
        if let pin, Self.resolved(PlanPath(pin).table) == Self.resolved(table) { return nil }
        let read = PlanReader.read(planCSV: table, scenario: report.scenario)
        let pinned = read.rows.count { $0.pinned }
        if pinned > 0 {
            reason = "\(pinned == 1 ? "a row" : "\(pinned) rows") of it \(pinned == 1 ? "is" : "are") marked pinned, and --pin \(directory) was not given"
        } else if read.plan == nil {
            reason = "it has been edited and does not read as a plan"
        } else {
            return nil
        }
    }

    /// Copies the table to `plan.previous.csv`, or to the same with the first number that is free; returns that name.
    func keep() -> String {
        let manager = FileManager.default
        let numbered = (2...9_999).lazy.map { "plan.previous-\($0).csv" }
        let isTaken = { (name: String) in manager.fileExists(atPath: "\(directory)/\(name)") }
        let plain = "plan.previous.csv"
        let name = isTaken(plain) ? numbered.first { !isTaken($0) } ?? plain : plain
        let kept = "\(directory)/\(name)"
        let stage = "\(directory)/.\(name).\(ProcessInfo.processInfo.processIdentifier)"
        try? manager.removeItem(atPath: stage)
        guard (try? manager.copyItem(atPath: "\(directory)/\(PlanFile.plan.rawValue)", toPath: stage)) != nil else { return name }
        if rename(stage, kept) != 0 { try? manager.removeItem(atPath: stage) }
        return name
    }

    private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
