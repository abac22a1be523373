import MobilityChecking
import MobilityIngest
import MobilityModel

/// What the files of a plan say of it, to be held against what its scenario makes of it.
struct WrittenFigures {
    let claim: PlanClaim?
    let rows: [PlanRow]
    let people: Int
    let placements: Int

    init(claim: PlanClaim?, rows: [PlanRow], plan: Plan) {
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
