import MobilityChecking
import MobilityModel

/// What speaks against a plan before anybody sees it: broken rules, and terms that are not what the planner says.
struct Objections {
    let lines: [String]

    init(to result: PlanResult, check: CheckReport) {
        var lines = check.violations.map { "\($0)" }
        for term in result.terms {
            let recomputed = check.value(of: term.term)
            if recomputed != term.value {
                lines.append("\(term.term.rawValue): the planner says \(term.value), the checker counts \(recomputed)")
            }
            if term.term.isMaximised ? term.bound < term.value : term.bound > term.value {
                lines.append("\(term.term.rawValue): the bound \(term.bound) is worse than the value \(term.value)")
            }
        }
        self.lines = lines
    }
}
