import MobilityModel

/// What reading a scenario gave.
public struct ReadResult: Sendable {
    /// `nil` where there is an error.
    public var scenario: Scenario?
    /// Errors and warnings of all files, by file, line and column. Of each kind at most 100 a file are listed; one more
    /// finding says how many others there are.
    public var findings: [Finding]

    public init(scenario: Scenario?, findings: [Finding]) {
        self.scenario = scenario
        self.findings = findings
    }

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
