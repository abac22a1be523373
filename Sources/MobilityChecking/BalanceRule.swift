import MobilityModel

extension PlanChecker {
    /// **V9 Rules**: what every rule counts, and by how much it is missed.
    func measures(_ tally: Tally) -> [RuleMeasure] {
        scenario.rules.enumerated().map { index, rule in
            let matched = tally.ruleMatched[index]
            let total = tally.ruleTotal[index]
            let missedBy =
                switch rule.kind {
                case .atLeast: max(0, target(of: rule, total, roundedUp: true).minus(matched))
                case .atMost: max(0, matched.minus(target(of: rule, total, roundedUp: false)))
                }
            return RuleMeasure(
                rule: rule.id, matched: matched, total: total, missedBy: missedBy,
                points: rule.penalty.map { Int64($0).times(Int64(missedBy)) })
        }
    }

    /// The number of placements that the rule asks for or allows among `total`. Rounding it up or down here rounds a
    /// shortage or an excess up, as the placements that match are whole.
    private func target(of rule: Rule, _ total: Int, roundedUp: Bool) -> Int {
        switch rule.target {
        case .count(let count): return count
        case .share(let share):
            let denominator = max(1, share.denominator)
            let numerator = min(max(0, share.numerator), denominator)
            let (quotient, remainder) = denominator.dividingFullWidth(numerator.multipliedFullWidth(by: Int64(total)))
            return Int(quotient) + (roundedUp && remainder > 0 ? 1 : 0)
        }
    }

    /// **V9 Rules**: hard ones hold; soft ones cost points instead.
    func checkRules(_ measures: [RuleMeasure], _ violations: inout [Violation]) {
        for (rule, measure) in zip(scenario.rules, measures) where rule.penalty == nil && measure.missedBy > 0 {
            let bound = rule.kind == .atLeast ? "at least" : "at most"
            let wanted =
                switch rule.target {
                case .count(let count): "\(bound) \(counted(count, "placement"))"
                case .share(let share): "\(bound) \(percent(share)) of \(counted(measure.total, "placement"))"
                }
            let missed = "\(measure.missedBy) \(rule.kind == .atLeast ? "short" : "too many")"
            violations.append(
                Violation(
                    rule: "V9", subjects: [rule.id.text],
                    message: "rule \(rule.id) asks for \(wanted), \(measure.matched) match: \(missed)"))
        }
    }

    /// `30%`; `1/3` where no whole number of thousandths of a percent says it.
    private func percent(_ share: Fraction) -> String {
        let (scaled, overflow) = share.numerator.multipliedReportingOverflow(by: 100_000)
        guard !overflow, share.denominator > 0, scaled % share.denominator == 0 else { return share.description }
        let thousandths = scaled / share.denominator
        var decimals = String(thousandths % 1000 + 1000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(thousandths / 1000)\(decimals.isEmpty ? "" : "." + decimals)%"
    }
}
