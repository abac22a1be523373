import MobilityModel

/// A plan as a workbook: the sheets `plan`, `quotas`, `reasons`, `outcomes` (where it has been projected) and `summary`.
public struct PlanWorkbook {
    private let report: PlanReport
    private let projection: Projection?
    private let figures: (Cycle, Candidate.ID) -> CycleFigures

    /// - Parameters:
    ///   - projection: what the plan leads to; `nil` where nobody has projected it.
    ///   - figures: of a cycle followed by a person of a candidate row.
    public init(
        _ report: PlanReport, projection: Projection?, figures: @escaping (Cycle, Candidate.ID) -> CycleFigures
    ) {
        self.report = report; self.projection = projection; self.figures = figures
    }

    /// Writes the workbook to `path`, through `OutputFile` for a file that is whole or not there.
    ///
    /// - Throws: what keeps it from being written.
    public func write(to path: String) throws {
        let title = report.scenario.title.isEmpty ? report.scenario.name : report.scenario.title
        try Workbook(title: String(title.prefix(200))).write(sheets, to: path)
    }

    var sheets: [Sheet] {
        [plan, quotas, reasons] + (projection.map { [Self.outcomes($0)] } ?? []) + [SummarySheet(report, projection).sheet]
    }

    private var plan: Sheet {
        let widths: [Double] = [9, 22, 8, 7, 26, 9, 16, 16, 22, 30, 16, 12, 12, 12, 8, 16, 8]
        let scenario = report.scenario
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        return Sheet(name: "plan", columns: zip(PlanTable.columns, widths).map { .init($0, $1) }) { body in
            for (position, itinerary) in report.result.plan.itineraries.enumerated() {
                for (number, cycle) in itinerary.cycles.enumerated() {
                    let request = requests[cycle.request]
                    let figures = figures(cycle, itinerary.candidate)
                    try body([
                        .count(position + 1), .text(itinerary.candidate.text), .count(itinerary.count), .count(number + 1),
                        .text(cycle.request.text), .optional(request?.country.description), .optional(request?.sector),
                        .optional(request?.channel), .optional(cycle.quota?.text),
                        .optional(cycle.sessions.map(\.text).joined(separator: "|")), .optional(cycle.consulate?.text),
                        .optional(cycle.visaDate), .optional(request?.start), .optional(request?.end),
                        .count(Int(figures.match)), .money(figures.cost), cycle.pinned ? .text("true") : .empty,
                    ])
                }
            }
        }
    }

    private var quotas: Sheet {
        let used = Dictionary(report.usage.quotas.map { ($0.id, $0.used) }, uniquingKeysWith: { a, _ in a })
        let lines = report.scenario.quotas.sorted { $0.id < $1.id }
        let columns: [Sheet.Column] = [
            .init("quota", 26), .init("within", 22), .init("from", 12), .init("until", 12), .init("opens", 12),
            .init("audience", 11), .init("places", 12), .init("used", 12), .init("left", 12), .init("share", 9), .init("source", 60),
        ]
        return Sheet(name: "quotas", columns: columns) { body in
            for line in lines {
                let taken = used[line.id.text] ?? 0
                try body([
                    .text(line.id.text), .optional(line.within?.text), .day(line.from), .day(line.until), .optional(line.opens),
                    .text(line.audience.rawValue), .count(line.places), .count(taken), .count(line.places - taken),
                    line.places > 0 ? .share(Double(taken) / Double(line.places)) : .empty, .optional(line.source),
                ])
            }
        }
    }

    /// Of people who stay at home and of places that stay empty, in one table: `about` says which.
    private var reasons: Sheet {
        let result = report.result
        let columns: [Sheet.Column] = [
            .init("about", 11), .init("id", 26), .init("count", 9), .init("reason", 24), .init("detail", 100),
        ]
        return Sheet(name: "reasons", columns: columns) { body in
            for row in result.unplaced.sorted(by: { ($0.candidate, $0.reason.code) < ($1.candidate, $1.reason.code) }) {
                try body([
                    .text("candidate"), .text(row.candidate.text), .count(row.count), .text(row.reason.code),
                    .optional(row.reason.detail),
                ])
            }
            for row in result.unfilled.sorted(by: { ($0.request, $0.reason.code) < ($1.request, $1.reason.code) }) {
                try body([
                    .text("request"), .text(row.request.text), .count(row.places - row.filled), .text(row.reason.code),
                    .optional(row.reason.detail),
                ])
            }
        }
    }

    private static func outcomes(_ projection: Projection) -> Sheet {
        let columns: [Sheet.Column] = [
            .init("group", 26), .init("people", 10), .init("figure", 30), .init("mean", 18), .init("low", 18), .init("high", 18),
            .init("parameter_share", 17), .init("standard_error", 17),
        ]
        return Sheet(name: "outcomes", columns: columns) { body in
            for group in projection.groups {
                for (figure, estimate) in zip(OutcomeFigure.allCases, group.figures) {
                    let lead: [SheetCell] = [.text(group.name), .count(group.people), .text(figure.rawValue)]
                    guard let estimate else {
                        try body(lead + [SheetCell](repeating: .empty, count: 5))
                        continue
                    }
                    try body(lead + [
                        figure.cell(estimate.mean), figure.cell(estimate.low), figure.cell(estimate.high),
                        .share(estimate.parameterShare), figure.cell(estimate.standardError),
                    ])
                }
            }
        }
    }
}

extension OutcomeFigure {
    func cell(_ value: Double) -> SheetCell {
        if isShare { return .share(value) }
        if isMoney { return value.magnitude < 9e13 ? .money(Cents(Int64((value * 100).rounded()))) : .number(value) }
        return .number(value)
    }
}
