import MobilityChecking
import MobilityIngest
import MobilityModel

/// What the files of a plan say of it, to be held against what its scenario makes of it.
struct WrittenFigures {
    let claim: RecordedSummary?
    let rows: [PlanRow]
    let people: Int
    let placements: Int

    init(claim: RecordedSummary?, rows: [PlanRow], plan: Plan) {
        self.claim = claim; self.rows = rows
        people = plan.itineraries.reduce(0) { $0 + $1.count }
        placements = plan.itineraries.reduce(0) { $0 + $1.count * $1.cycles.count }
    }

    /// Whether `summary.json` has terms to compare.
    var hasTerms: Bool { claim?.terms?.isEmpty == false }

    /// Counts and terms of `summary.json` that are not those of the plan.
    func wrongTotals(_ report: CheckReport) -> [WrongFigure] {
        let counts: [(String, Int?, Int)] = [
            ("placed", claim?.placed, people), ("placements", claim?.placements, placements), ("filled", claim?.filled, placements),
        ]
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

    /// Bounds, gaps and the status of `summary.json` that contradict the values beside them. Whether a bound is proven cannot be told
    /// from these files.
    func wrongProofs() -> [WrongFigure] {
        var wrong: [WrongFigure] = []
        func hold(_ name: String, _ written: String, if holds: Bool, _ computed: String) {
            if !holds { wrong.append(WrongFigure(line: nil, name: name, written: written, recomputed: computed)) }
        }
        var gaps: [Double] = []
        for claimed in claim?.terms ?? [] {
            guard let term = ObjectiveTerm(rawValue: claimed.term), let bound = claimed.bound else { continue }
            let holds = term.isMaximised ? bound >= claimed.value : bound <= claimed.value
            hold("bound of \(term.rawValue)", String(bound), if: holds, "at \(term.isMaximised ? "least" : "most") \(claimed.value)")
            let gap = TermResult.gap(value: claimed.value, bound: bound)
            gaps.append(gap)
            if let written = claimed.gap { hold("gap of \(term.rawValue)", "\(written)", if: abs(written - gap) <= 1e-9 * max(1, gap), "\(gap)") }
        }
        if let status = claim?.status {
            let known = PlanStatus(rawValue: status)
            hold("status", status, if: known != nil, "no such status")
            let asked = claim?.options?.gap ?? 0
            if known == .optimal { hold("status", status, if: gaps.allSatisfy { $0 <= asked }, "a gap is greater than \(asked)") }
        }
        return wrong
    }

    /// Cells of `plan.csv` that can be told from the scenario; empty ones say nothing and are not wrong.
    func wrongColumns(scenario: Scenario, checker: PlanChecker) -> [WrongFigure] {
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
