import Foundation
import MobilityModel
import MobilityReport

/// What an earlier run says of its plan in `summary.json`.
struct FinishedPlan: RecordedFile {
    static let name = PlanFile.summary.rawValue

    struct Term: Decodable {
        var term: String
        var value: Int64
        var bound: Int64
        var gap: Double
    }
    struct Options: Decodable, Equatable {
        var gap: Double
        var time_limit: Double?
        var pins: String?
        var policy: String?
        var lottery_seed: UInt64?
        var rule_prices: Bool?
        var start: String?
    }
    var scenario: String
    var status: String
    var digest: String
    var version: String
    var options: Options
    var terms: [Term]?
    var people: Int?
    var placed: Int?
    var placements: Int?
    var places: Int?
    var filled: Int?

    /// Of a policy's plan, that of the first term that is maximised: the bounds of the others say little.
    var largestGap: Double? {
        guard options.policy ?? PlanPolicy.optimal.rawValue == PlanPolicy.optimal.rawValue else {
            return terms?.first { ObjectiveTerm(rawValue: $0.term)?.isMaximised ?? false }?.gap
        }
        return terms?.map(\.gap).max()
    }

    /// By term, of those that are not proven best.
    var openGaps: [ObjectiveTerm: Double] {
        Dictionary((terms ?? []).compactMap { term in
            term.gap > 0 ? ObjectiveTerm(rawValue: term.term).map { ($0, term.gap) } : nil
        }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether planning the same input with the same options and program would only do the same again: what was
    /// stopped early, failed or has lost a file is planned anew.
    func isUpToDate(digest: String, options: RecordedOptions, directory: String) -> Bool {
        let finished = status == PlanStatus.optimal.rawValue || status == PlanStatus.feasible.rawValue
        // What rules cost is told beside the plan: where nobody asks for it, it does no harm.
        let asked = Options(
            gap: options.gap, time_limit: options.timeLimit, pins: options.pins, policy: options.policy.rawValue,
            lottery_seed: options.lotterySeed, rule_prices: options.pricesRules ? true : self.options.rule_prices,
            start: options.start)
        return finished && self.digest == digest && version == programVersion && self.options == asked
            && PlanFile.required.allSatisfy { FileManager.default.fileExists(atPath: "\(directory)/\($0.rawValue)") }
    }
}
