import MobilityModel

/// Everything that is told about a projection: its files and its summary are made of it.
public struct OutcomeReport: Sendable {
    public var scenario: Scenario
    /// As the user named them.
    public var scenarioPath: String
    public var planPath: String
    /// Where the chances come from that the scenario does not give itself: a file or a shipped regime; `nil` for nowhere.
    public var behaviourSource: String?
    /// Levers of that regime that change what the scenario gives itself.
    public var leversOnGiven: [String]
    public var projection: Projection
    /// Of the program.
    public var version: String
    /// Whether small groups are left out.
    public let isPublic: Bool
    /// Groups that are left out.
    public let suppressed: Int

    /// - Parameter isPublic: whether groups are to be left out that would speak of single people.
    public init(
        scenario: Scenario, scenarioPath: String, planPath: String, behaviourSource: String? = nil, leversOnGiven: [String] = [],
        projection: Projection, isPublic: Bool = false, version: String
    ) {
        self.scenario = scenario; self.scenarioPath = scenarioPath; self.planPath = planPath
        self.behaviourSource = behaviourSource; self.leversOnGiven = leversOnGiven; self.version = version; self.isPublic = isPublic
        let shown = isPublic ? PublicRounding(scenario).rounded(SmallGroups.leftOut(of: projection, of: scenario)) : projection
        suppressed = projection.groups.count - shown.groups.count
        self.projection = shown
    }

    /// What the projection takes as sure since nothing is said of it.
    var silences: [BehaviourSilence] { BehaviourSilence.all(of: scenario.behaviour) }

    /// The files with their contents, by name.
    public var files: [(name: String, bytes: [UInt8])] {
        [
            (OutcomeFile.table.rawValue, OutcomeTable.csv(projection, isPublic: isPublic).bytes),
            (OutcomeFile.document.rawValue, Array(OutcomeJSON(self).document.text.utf8)),
        ]
    }
}

/// The files of a projection.
public enum OutcomeFile: String, CaseIterable, Sendable {
    case table = "outcomes.csv"
    case document = "outcomes.json"
}
