import MobilityModel

extension Calibration {
    /// The `behaviour:` mapping of `scenario.yaml`, with shifts of levers as remarks: a scenario cannot say who they hold for, so
    /// that a planner adds them where they apply.
    public var yaml: String {
        var lines = BehaviourYAML(behaviour, removed: removed).lines
        for fit in steps {
            for shift in fit.shifts where shift.filter == nil {
                lines.append(
                    "# lever \(shift.covariate.rawValue) \(shift.value) against \(fit.references[shift.covariate] ?? ""): "
                        + "{step: \(fit.step.rawValue), odds_ratio: \(shift.oddsRatio), low: \(shift.low), high: \(shift.high)}")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
