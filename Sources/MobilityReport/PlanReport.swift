import MobilityModel

/// The options that change what a plan looks like, as `summary.json` records them.
public struct RecordedOptions: Sendable, Hashable {
    /// The gap asked for, 0 or more.
    public var gap: Double
    /// Seconds; `nil` = none.
    public var timeLimit: Double?
    /// A fingerprint of the pinned cycles; `nil` = nothing pinned.
    public var pins: String?
    public var policy: PlanPolicy
    /// `nil` where nothing was drawn.
    public var lotterySeed: UInt64?
    public var pricesRules: Bool
    /// A fingerprint of the plan that the search began with; `nil` = none.
    public var start: String?
    /// GiB; `nil` = as many as usual.
    public var memory: Double?
    public init(
        gap: Double = 0, timeLimit: Double? = nil, pins: String? = nil, policy: PlanPolicy = .optimal, lotterySeed: UInt64? = nil,
        pricesRules: Bool = false, start: String? = nil, memory: Double? = nil
    ) {
        self.gap = gap; self.timeLimit = timeLimit; self.pins = pins; self.policy = policy; self.lotterySeed = lotterySeed
        self.pricesRules = pricesRules; self.start = start; self.memory = memory
    }
}

/// Everything that is told about a finished run: the files, the summary in text and the summary in JSON are made of it.
public struct PlanReport: Sendable {
    public var scenario: Scenario
    /// As the user named it.
    public var scenarioPath: String
    /// Its plan is in the order in which it is written.
    public var result: PlanResult
    public var usage: PlanUsage
    /// What the reader of the scenario warned of.
    public var warnings: [Finding]
    public var options: RecordedOptions
    /// Of the program.
    public var version: String
    /// Of the plan.
    let counts: GroupCounts
    /// `nil` where nobody has recorded it.
    public var fairness: FairnessFigures?

    public init(
        scenario: Scenario, scenarioPath: String, result: PlanResult, usage: PlanUsage = PlanUsage(),
        warnings: [Finding] = [], options: RecordedOptions = RecordedOptions(), version: String
    ) {
        self.scenario = scenario; self.scenarioPath = scenarioPath; self.usage = usage; self.warnings = warnings
        self.options = options; self.version = version
        let hasPlan = result.status != .infeasible && result.status != .failed
        self.result = hasPlan ? result.accountingForEverybody(of: scenario) : result
        self.result.plan = result.plan.inWrittenOrder
        counts = GroupCounts(plan: result.plan, scenario: scenario)
        fairness = FairnessFigures(result, scenario: scenario)
    }

    /// Whether there is a plan to write: every status but `infeasible` and `failed`.
    public var hasPlan: Bool { result.status != .infeasible && result.status != .failed }

    /// The files of the plan with their contents, by name; for an infeasible scenario `summary.json` alone.
    ///
    /// - Parameter figures: of a cycle followed by a person of a candidate row.
    public func files(figures: (Cycle, Candidate.ID) -> CycleFigures) -> [(name: String, bytes: [UInt8])] {
        let summary = (PlanFile.summary.rawValue, Array(SummaryJSON(self).document.text.utf8))
        guard hasPlan else { return [summary] }
        let lottery = result.lotteries.isEmpty
            ? [] : [(PlanFile.lottery.rawValue, LotteryTable.csv(result.lotteries).bytes)]
        return lottery + [
            (PlanFile.plan.rawValue, PlanTable.csv(plan: result.plan, scenario: scenario, figures: figures).bytes),
            (PlanFile.unplaced.rawValue, UnplacedTable.csv(result.unplaced).bytes),
            (PlanFile.unfilled.rawValue, UnfilledTable.csv(result.unfilled).bytes),
            (PlanFile.certificate.rawValue, CertificateTable.csv(result.certificate).bytes),
            summary,
        ]
    }
}

/// The files of a plan directory that this program writes and may replace; all others in it are left alone.
public enum PlanFile: String, CaseIterable, Sendable {
    /// Only where lots were drawn.
    case lottery = "lottery.csv"
    case plan = "plan.csv"
    case unplaced = "unplaced.csv"
    case unfilled = "unfilled.csv"
    case certificate = "certificate.csv"
    case summary = "summary.json"

    /// Those that every plan has.
    public static let required: [PlanFile] = [.plan, .unplaced, .unfilled, .certificate, .summary]
}
