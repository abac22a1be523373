import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport

/// A plan held against its scenario: what it breaks, and what it says of itself that is not so.
struct Verification {
    /// A figure in the files that is not the one computed anew.
    struct WrongFigure {
        /// Of `plan.csv`; `nil` for `summary.json`.
        var line: Int?
        /// A column or a term.
        var name: String
        var written: String
        var recomputed: String
    }

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

    var isAccepted: Bool { !findings.contains { $0.severity == .error } && violations.isEmpty && wrongFigures.isEmpty }

    /// - Parameter pin: a plan whose pinned cycles must be in this one.
    init(plan: PlanPath, scenario named: ScenarioPath?, pin: String?) {
        self.plan = plan
        verify(against: named, pin: pin)
    }

    private mutating func verify(against named: ScenarioPath?, pin: String?) {
        if let problem = plan.problem { return fail("no_plan", problem) }
        let claim = PlanClaim(directory: plan.directory)
        guard let path = named ?? claim?.scenario.flatMap({ plan.scenario(named: $0) }) else {
            return fail("no_scenario", claim?.scenario.map { "the scenario \($0) of \(plan.directory) is not there; name it with --scenario" }
                ?? "nothing in \(plan.directory) names its scenario; name it with --scenario")
        }
        scenario = path
        if let problem = path.problem { return fail("no_scenario", problem) }
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
            let read = PlanReader.read(planCSV: path.table, scenario: scenario)
            guard let plan = read.plan else {
                findings += read.findings
                return
            }
            pins = plan
        } else if claim?.options?.pins != nil {
            notes.append("it was made with pinned cycles; --pin PLAN checks that they are in it")
        }
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(table, pins: pins)
        let rows = PlanRows(read.rows, scenario: scenario)
        violations = report.violations.map { ($0, rows.lines(of: $0)) }
        terms = report.terms
        people = table.itineraries.reduce(0) { $0 + $1.count }
        placements = table.itineraries.reduce(0) { $0 + $1.count * $1.cycles.count }
        wrongFigures = Self.wrongColumns(read.rows, scenario: scenario, checker: checker) + wrongTerms(claim, report)
        if let digest = claim?.digest, digest != scenario.digest {
            notes.append("the scenario's files have changed since the plan was made")
        }
    }

    private mutating func fail(_ code: String, _ message: String) {
        findings.append(Finding(severity: .error, code: code, file: "", message: message))
    }

    private mutating func wrongTerms(_ claim: PlanClaim?, _ report: CheckReport) -> [WrongFigure] {
        comparesTerms = claim?.terms?.isEmpty == false
        let counts: [(String, Int?, Int)] = [("placed", claim?.placed, people), ("placements", claim?.placements, placements), ("filled", claim?.filled, placements)]
        let wrongCounts = counts.compactMap { name, claimed, counted in
            claimed.flatMap { $0 == counted ? nil : WrongFigure(line: nil, name: name, written: String($0), recomputed: String(counted)) }
        }
        return wrongCounts + (claim?.terms ?? []).compactMap { claimed in
            guard let term = ObjectiveTerm(rawValue: claimed.term) else {
                return WrongFigure(line: nil, name: claimed.term, written: String(claimed.value), recomputed: "no such term")
            }
            let value = report.value(of: term)
            return value == claimed.value
                ? nil : WrongFigure(line: nil, name: claimed.term, written: String(claimed.value), recomputed: String(value))
        }
    }

    /// Cells that can be told from the scenario; empty ones say nothing and are not wrong.
    private static func wrongColumns(_ rows: [PlanRow], scenario: Scenario, checker: PlanChecker) -> [WrongFigure] {
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var wrong: [WrongFigure] = []
        for row in rows {
            guard let request = requests[row.request] else { continue }
            func compare<Value: Equatable>(_ name: String, _ written: Value?, _ recomputed: Value) {
                guard let written, written != recomputed else { return }
                wrong.append(WrongFigure(line: row.line, name: name, written: "\(written)", recomputed: "\(recomputed)"))
            }
            let cycle = Cycle(
                request: row.request, quota: row.quota, sessions: row.sessions, consulate: row.consulate, visaDate: row.visaDate)
            compare("country", row.country, request.country)
            compare("sector", row.sector, request.sector)
            compare("channel", row.channel, request.channel)
            compare("start", row.start, request.start)
            compare("end", row.end, request.end)
            compare("match", row.match.map(Int64.init), checker.match(of: cycle, by: row.candidate))
            compare("cost_eur", row.cost, checker.costPerPerson(of: cycle, by: row.candidate))
        }
        return wrong
    }
}
