import MobilityModel

/// What reading a `plan.csv` gave.
public struct PlanReadResult: Sendable {
    /// `nil` where there is an error.
    public var plan: Plan?
    /// The sound rows, in the order of the file.
    public var rows: [PlanRow]
    public var findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
