import Foundation
import MobilityModel
import MobilityReport

extension RecordedSummary {
    /// Of a policy's plan, that of the first term that is maximised: the bounds of the others say little.
    var largestGap: Double? {
        guard options?.policy ?? PlanPolicy.optimal.rawValue == PlanPolicy.optimal.rawValue else {
            return terms?.first { ObjectiveTerm(rawValue: $0.term)?.isMaximised ?? false }?.gap
        }
        return terms?.compactMap(\.gap).max()
    }

    /// By term, of those that are not proven best.
    var openGaps: [ObjectiveTerm: Double] {
        Dictionary((terms ?? []).compactMap { term -> (ObjectiveTerm, Double)? in
            guard let gap = term.gap, gap > 0 else { return nil }
            return ObjectiveTerm(rawValue: term.term).map { ($0, gap) }
        }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether planning the same input with the same options and program would only do the same again: what was
    /// stopped early, failed or has lost a file is planned anew.
    func isUpToDate(digest: String, options: RecordedOptions, directory: String) -> Bool {
        let finished = status == PlanStatus.optimal.rawValue || status == PlanStatus.feasible.rawValue
        // What rules cost is told beside the plan: where nobody asks for it, it does no harm.
        let asked = Options(
            gap: options.gap, time_limit: options.timeLimit, pins: options.pins, policy: options.policy.rawValue,
            lottery_seed: options.lotterySeed, rule_prices: options.pricesRules ? true : self.options?.rule_prices,
            start: options.start, memory: options.memory)
        return finished && self.digest == digest && version == programVersion && self.options == asked
            && PlanFile.required.allSatisfy { FileManager.default.fileExists(atPath: "\(directory)/\($0.rawValue)") }
    }
}
