import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport

/// A plan held against its scenario: what it breaks, and what it says of itself that is not so.
struct Verification {
    let plan: PlanPath
    private(set) var scenario: ScenarioPath?
    /// What keeps the files from being read, and what is odd in them.
    private(set) var findings: [Finding] = []
    private(set) var violations: [(violation: Violation, lines: [Int])] = []
    private(set) var wrongFigures: [WrongFigure] = []
    /// What was not looked at, or only seems odd.
    private(set) var notes: [String] = []
    private(set) var terms: [TermValue] = []
    private(set) var people = 0
    private(set) var placements = 0
    /// Whether `summary.json` had terms to compare.
    private(set) var comparesTerms = false
    /// Whether the plan is the one that `summary.json` speaks of; `nil` where that does not say which.
    private(set) var isRecorded: Bool?
    /// What the certificate beside the plan proves; `nil` where there is none, or nothing to prove.
    private(set) var proof: CertificateProof?

    private static let edited = "edited since it was planned: " + RecordedSummary.isOfAnother

    var isAccepted: Bool { !findings.contains { $0.severity == .error } && violations.isEmpty && wrongFigures.isEmpty }

    /// - Parameter pin: a plan whose pinned cycles must be in this one.
    init(plan: PlanPath, scenario named: ScenarioPath?, pin: String?) {
        self.plan = plan
        verify(against: named, pin: pin)
    }

    private mutating func verify(against named: ScenarioPath?, pin: String?) {
        if let problem = plan.problem { return fail("no_plan", problem) }
        let claim = RecordedSummary(directory: plan.directory)
        let path: ScenarioPath
        do throws(PlanPath.NoScenario) {
            path = try plan.scenario(named, claim: claim)
        } catch {
            scenario = error.path
            return fail(PlanPath.NoScenario.code, error.message)
        }
        scenario = path
        let input = ScenarioReader(looksForOddities: false).read(path.path)
        guard let scenario = input.scenario, !input.hasErrors else {
            findings = input.findings
            return
        }
        let read = PlanReader.read(planCSV: plan.table, scenario: scenario)
        findings = read.findings
        guard let table = read.plan else { return }
        var pins: Plan?
        if let pin {
            let path = PlanPath(pin)
            if let problem = path.problem { return fail("no_plan", problem) }
            let read = PlanReader.read(planCSV: path.table, scenario: scenario, isWhole: false)
            guard let plan = read.plan else {
                findings += read.findings
                return
            }
            pins = plan
            if !read.rows.contains(where: \.pinned) { notes.append("\(path.table): \(PinnedPlan.nothingPinned)") }
        } else if claim?.options?.pins != nil {
            notes.append("it was made with pinned cycles; --pin PLAN checks that they are in it")
        }
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(table, pins: pins)
        let rows = PlanRows(read.rows, scenario: scenario)
        violations = report.violations.map { ($0, rows.lines(of: $0)) }
        terms = report.terms
        let written = WrittenFigures(claim: claim, rows: read.rows, plan: table)
        people = written.people
        placements = written.placements
        comparesTerms = written.hasTerms
        wrongFigures = written.wrongColumns(scenario: scenario, checker: checker) + written.wrongTotals(report) + written.wrongProofs()
        isRecorded = claim.flatMap { $0.plan_digest == nil ? nil : $0.isOf(table) }
        if isRecorded == false { notes.append(Self.edited) }
        if let digest = claim?.digest, digest != scenario.digest {
            notes.append("the scenario's files have changed since the plan was made")
        }
        if violations.isEmpty { prove(report, by: checker, pins: pins, claim: claim) }
    }

    /// Proves the bounds of a valid plan again.
    private mutating func prove(_ report: CheckReport, by checker: PlanChecker, pins: Plan?, claim: RecordedSummary?) {
        switch CertificateProof.read(plan.directory, report, checker: checker, pins: pins, claim: claim) {
        case .missing: if comparesTerms { notes.append(CertificateProof.missing) }
        case .unreadable(let found): findings += found
        case .read(let proof):
            findings += proof.findings
            self.proof = proof
        }
    }

    private mutating func fail(_ code: String, _ message: String) {
        findings.append(Finding(severity: .error, code: code, file: "", message: message))
    }
}
