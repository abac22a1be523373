import Foundation
import MobilityModel
import MobilityReport

/// `sweep.csv`: a row for every point, whatever became of it.
struct SweepTable {
    static let name = "sweep.csv"
    private static let projected: [OutcomeFigure] = [
        .departed, .returnedOnTime, .returnRate, .onTimeRate, .overstayed, .cost, .costPerOnTimeReturn, .projectsAlive12m,
    ]
    private var table: CSVTable
    var bytes: [UInt8] { table.bytes }

    init(axes: [String]) {
        let terms = ObjectiveTerm.allCases.flatMap { ["\($0.rawValue)", "\($0.rawValue)_bound", "\($0.rawValue)_gap"].map { "term_\($0)" } }
        let figures = Self.projected.flatMap { ["\($0.rawValue)", "\($0.rawValue)_low", "\($0.rawValue)_high"].map { "projected_\($0)" } }
        table = CSVTable(
            columns: ["point"] + axes + ["status", "exit", "message", "people", "people_placed", "placements", "places", "places_filled"] + terms + figures)
    }

    mutating func append(_ point: SweepPoint, planned: ChildRun.Outcome?, projected problem: String) {
        let isDone = planned?.status == .done
        let finished = isDone || planned?.status == .infeasible ? RecordedSummary(directory: point.plan) : nil
        let status = finished?.status ?? (planned?.status == .invalidInput ? "invalid" : planned == nil ? "not_started" : "failed")
        let message = planned.map { $0.crash ?? (isDone ? problem : PlanFailure.words($0.output)) } ?? "stopped before its turn"
        var row = [point.name] + point.labels + [status, planned.map { String($0.status.rawValue) } ?? "", message]
        row += [finished?.people, finished?.placed, finished?.placements, finished?.places, finished?.filled].map { $0.map(String.init) ?? "" }
        for term in ObjectiveTerm.allCases {
            let found = finished?.terms?.first { $0.term == term.rawValue }
            row += found.map { ["\($0.value)", $0.bound.map { "\($0)" } ?? "", $0.gap.map { "\($0)" } ?? ""] } ?? ["", "", ""]
        }
        let outcomes = isDone && problem.isEmpty ? Self.outcomes(point) : [:]
        for figure in Self.projected { row += outcomes[figure.rawValue] ?? ["", "", ""] }
        table.append(row)
    }

    /// Mean, low and high of everybody, by figure.
    private static func outcomes(_ point: SweepPoint) -> [String: [String]] {
        let data = FileManager.default.contents(atPath: "\(point.plan)/\(OutcomeFile.table.rawValue)") ?? Data()
        var result: [String: [String]] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where line.hasPrefix("all,") {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if cells.count > 4 { result[cells[1]] = Array(cells[2...4]) }
        }
        return result
    }
}
