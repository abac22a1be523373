import MobilityModel

/// `plan.csv`: one record for each cycle of each itinerary, in the order of the plan.
public enum PlanTable {
    public static let columns = [
        "itinerary", "candidate", "count", "cycle", "request", "country", "sector", "channel", "quota", "sessions",
        "consulate", "visa_date", "start", "end", "match", "cost_eur", "pinned",
    ]

    /// The file for a plan whose ids are all in the scenario; what an unknown id would tell is left empty.
    ///
    /// - Parameter figures: of a cycle followed by a person of a candidate row.
    public static func csv(
        plan: Plan, scenario: Scenario, figures: (Cycle, Candidate.ID) -> CycleFigures
    ) -> CSVTable {
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var table = CSVTable(columns: columns)
        for (position, itinerary) in plan.itineraries.enumerated() {
            for (number, cycle) in itinerary.cycles.enumerated() {
                let request = requests[cycle.request]
                let figures = figures(cycle, itinerary.candidate)
                table.append([
                    String(position + 1), itinerary.candidate.text, String(itinerary.count), String(number + 1),
                    cycle.request.text, request?.country.description ?? "", request?.sector ?? "",
                    request?.channel ?? "", cycle.quota?.text ?? "",
                    cycle.sessions.map(\.text).joined(separator: "|"), cycle.consulate?.text ?? "",
                    cycle.visaDate?.description ?? "", request?.start.description ?? "",
                    request?.end.description ?? "", String(figures.match), figures.cost.description,
                    cycle.pinned ? "true" : "",
                ])
            }
        }
        return table
    }
}

/// `unplaced.csv`: people who stay at home and why, by candidate.
public enum UnplacedTable {
    public static let columns = ["candidate", "count", "reason", "detail"]

    public static func csv(_ unplaced: [Unplaced]) -> CSVTable {
        var table = CSVTable(columns: columns)
        let sorted = unplaced.sorted {
            ($0.candidate, $0.reason.code, $0.reason.detail, $0.count) < ($1.candidate, $1.reason.code, $1.reason.detail, $1.count)
        }
        for row in sorted {
            table.append([row.candidate.text, String(row.count), row.reason.code, row.reason.detail])
        }
        return table
    }
}

/// `unfilled.csv`: requests with places left and why, by request.
public enum UnfilledTable {
    public static let columns = ["request", "places", "filled", "reason", "detail"]

    public static func csv(_ unfilled: [Unfilled]) -> CSVTable {
        var table = CSVTable(columns: columns)
        let sorted = unfilled.sorted {
            ($0.request, $0.reason.code, $0.reason.detail, $0.filled) < ($1.request, $1.reason.code, $1.reason.detail, $1.filled)
        }
        for row in sorted {
            table.append([row.request.text, String(row.places), String(row.filled), row.reason.code, row.reason.detail])
        }
        return table
    }
}
