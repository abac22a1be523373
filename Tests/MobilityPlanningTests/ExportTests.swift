import Foundation
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// The exported model against the planner, whose optimum trying everything confirms elsewhere.
@Suite struct ExportTests {
    @Test(arguments: 0..<8) func hasTheOptimumOfEveryStage(block: Int) throws {
        var judged = 0
        let size = ProcessInfo.processInfo.environment["EXPORT_SEEDS"].flatMap(Int.init) ?? 12
        for seed in (block * size)..<((block + 1) * size) {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = Planner(scenario: scenario).plan()
            guard result.status == .optimal || result.status == .infeasible else { continue }
            judged += 1
            try check(scenario, result, "seed \(seed)")
        }
        #expect(judged >= size * 3 / 4)
    }

    /// Term after term, those before kept at their optimum.
    private func check(_ scenario: Scenario, _ result: PlanResult, _ comment: String) throws {
        let path = NSTemporaryDirectory() + "export-\(UUID().uuidString).mps"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = try PlanningModel(scenario)
        var kept: [PlanningModel.Kept] = []
        for (index, term) in model.terms.enumerated() {
            _ = try model.write(term, keeping: kept, to: path)
            let answer = MPSFile(path: path).minimum()
            guard result.status == .optimal else {
                #expect(answer == .infeasible, "\(comment), \(term)")
                return
            }
            let value = result.terms[index].value
            #expect(answer == .optimal(term.isMaximised ? -value : value), "\(comment), \(term)")
            kept.append(PlanningModel.Kept(term: term, value: value))
        }
    }
}
