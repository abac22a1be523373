import MobilityModel

/// The sheet `summary`: a plan in figures, one a row, with its unit in a column of its own.
struct SummarySheet {
    private let report: PlanReport
    private let projection: Projection?

    init(_ report: PlanReport, _ projection: Projection?) { self.report = report; self.projection = projection }

    var sheet: Sheet {
        let columns: [Sheet.Column] = [
            .init("section", 16), .init("name", 34), .init("value", 22), .init("of", 22), .init("share", 10), .init("note", 60),
        ]
        let rows = run + terms + groups + scarce
        return Sheet(name: "summary", columns: columns) { body in
            for row in rows { try body(row) }
        }
    }

    private var run: [[SheetCell]] {
        let (scenario, counts) = (report.scenario, report.counts)
        func text(_ name: String, _ value: String) -> [SheetCell] {
            [.text("plan"), .text(name), .optional(value), .empty, .empty, .empty]
        }
        var rows = [
            text("title", scenario.title), text("scenario", report.scenarioPath), text("status", report.result.status.rawValue),
            Self.part("plan", "people placed", counts.totalPeople.placed, counts.totalPeople.people),
            [.text("plan"), .text("placements"), .count(counts.totalPeople.placements), .empty, .empty, .empty],
            Self.part("plan", "places filled", counts.totalPlaces.filled, counts.totalPlaces.places),
        ]
        if let projection {
            rows.append([.text("plan"), .text("replicates of the projection"), .count(projection.replicates), .empty, .empty, .empty])
        }
        // A seed of 64 bits is more than a number of a spreadsheet can hold.
        return rows + [
            text("seed", String(scenario.seed)), text("digest", scenario.digest), text("version", report.version),
        ]
    }

    private var terms: [[SheetCell]] {
        report.result.terms.map { term in
            func cell(_ value: Int64) -> SheetCell {
                switch term.term {
                case .cost: .money(Cents(value))
                case .returns: .number(Double(value) / 1e6)
                default: .count(Int(value))
                }
            }
            return [
                .text("term"), .text(term.term.rawValue), cell(term.value), cell(term.bound), .empty,
                .text("\(term.term.meaning); \"of\" is the best possible; gap \(Figures.gap(term.gap))"),
            ]
        }
    }

    private var groups: [[SheetCell]] {
        let people = report.counts.people.flatMap { attribute, groups in
            groups.map { group in
                Self.part(attribute, group.group, group.placed, group.people, note: "people placed, of people")
            }
        }
        let places = report.counts.places.flatMap { attribute, groups in
            groups.map { group in
                Self.part(attribute, group.group, group.filled, group.places, note: "places filled, of places")
            }
        }
        return people + places
    }

    private var scarce: [[SheetCell]] {
        let usage = report.usage
        return usage.sessions.map { Self.part("session", $0.id, $0.used, $0.capacity, note: "seats taken, of seats") }
            + usage.consulates.map {
                Self.part("consulate", "\($0.id) \($0.month)", $0.used, $0.capacity, note: "applications, of those it takes that month")
            }
            + usage.funds.map { use in
                [
                    .text("fund"), .text(use.id), .money(use.used), .money(use.amount),
                    use.amount.amount > 0 ? .share(Double(use.used.amount) / Double(use.amount.amount)) : .empty, .text("paid, of the fund"),
                ]
            }
            + usage.rules.map { use in
                Self.part("rule", use.id.text, use.matched, use.total, note: use.missed == 0 ? "met" : "missed by \(use.missed)")
            }
    }

    private static func part(_ section: String, _ name: String, _ value: Int, _ whole: Int, note: String = "") -> [SheetCell] {
        [
            .text(section), .text(name.isEmpty ? "(none)" : name), .count(value), .count(whole),
            whole > 0 ? .share(Double(value) / Double(whole)) : .empty, .optional(note),
        ]
    }
}
