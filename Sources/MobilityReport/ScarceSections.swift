import MobilityModel

/// What the plan uses of quota lines, sessions, consulates and funds: the most used first.
struct ScarceSections {
    let sections: [[String]]

    private struct Row {
        let name: String
        let amount: String
        let used: Int64
        let capacity: Int64
    }

    init(_ report: PlanReport) {
        let usage = report.usage
        sections = [
            Self.section("Quota lines", "places", usage.quotas.map { Self.row($0) }),
            Self.section("Sessions", "seats", usage.sessions.map { Self.row($0) }),
            Self.section("Consulates", "applications", usage.consulates.map { use in
                Row(
                    name: "\(use.id) \(use.month)", amount: Self.people(use.used, of: use.capacity), used: Int64(use.used),
                    capacity: Int64(use.capacity))
            }),
            Self.section("Funds", "", usage.funds.map { use in
                Row(
                    name: use.id, amount: "\(Figures.euro(use.used)) of \(Figures.euro(use.amount))", used: use.used.amount,
                    capacity: use.amount.amount)
            }),
        ]
    }

    private static func row(_ use: CapacityUse) -> Row {
        Row(name: use.id, amount: people(use.used, of: use.capacity), used: Int64(use.used), capacity: Int64(use.capacity))
    }

    private static func people(_ used: Int, of capacity: Int) -> String {
        "\(Figures.grouped(used)) of \(Figures.grouped(capacity))"
    }

    private static func section(_ title: String, _ unit: String, _ rows: [Row]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let used = rows.filter { $0.used > 0 }.sorted { a, b in
            // By share of the capacity, then by amount; products of 128 bits, since both may be large.
            let (left, right) = (a.used.multipliedFullWidth(by: b.capacity), b.used.multipliedFullWidth(by: a.capacity))
            if left.high != right.high { return left.high > right.high }
            if left.low != right.low { return left.low > right.low }
            return (b.used, a.name) < (a.used, b.name)
        }
        var table = TextTable(
            header: [title, unit, "", ""], alignments: [.left, .right, .right, .left], width: TextSummary.width, indent: 0)
        for row in used.prefix(TextSummary.most) {
            table.append([
                "  " + row.name, row.amount, Figures.share(row.used, of: row.capacity), bar(row.used, of: row.capacity),
            ])
        }
        var lines = table.lines
        let more = used.count - min(used.count, TextSummary.most), unused = rows.count - used.count
        let rest = [more > 0 ? "\(Figures.grouped(more)) more in use" : "", unused > 0 ? "\(Figures.grouped(unused)) not used" : ""]
            .filter { !$0.isEmpty }
        if !rest.isEmpty { lines.append("  " + rest.joined(separator: ", ")) }
        return lines
    }

    /// Ten marks; full only where everything is used, empty only where nothing is.
    private static func bar(_ used: Int64, of capacity: Int64) -> String {
        guard capacity > 0 else { return "" }
        let share = Double(used) / Double(capacity)
        let marks = used >= capacity ? 10 : min(9, max(1, Int(share * 10)))
        return String(repeating: "#", count: marks) + String(repeating: ".", count: 10 - marks)
    }
}
