import MobilityModel

/// What of a comparison may be shown: everything to planners; in public no group of fewer than 5 people in either plan, nor one that
/// would tell of such a group.
struct ComparisonDisclosure {
    let disclosure: Disclosure

    /// Names of groups that are left out of rows of one figure: groups of one attribute sum up, so they are looked at together.
    func hidden(_ rows: [ComparisonRow]) -> Set<String> {
        hidden(rows.map { row in
            (row.group, row.people.map { [$0] } ?? [row.base, row.variant].map { Int($0 ?? 0) })
        })
    }

    func hidden(_ movers: [Movers.Group]) -> Set<String> { hidden(movers.map { ($0.group, [$0.winners, $0.losers]) }) }

    /// Uses of a kind whose sums are known elsewhere: all of them, or none where one is small.
    func shown(_ rows: [ComparisonRow]) -> [ComparisonRow] {
        guard disclosure.isPublic else { return rows }
        return Dictionary(grouping: rows, by: \.kind).sorted { $0.key < $1.key }.flatMap { kind, rows -> [ComparisonRow] in
            if kind == "session" { return [] }
            let isSmall = kind != "fund" && rows.contains { row in
                [row.base, row.variant].contains { !disclosure.shows(Int($0 ?? 0)) }
            }
            return isSmall ? [] : rows
        }
    }

    /// Whether so few people are in either plan that nothing may be said.
    func isTooSmall(_ side: Comparison.Side) -> Bool {
        guard disclosure.isPublic, let row = side.rows.first(where: { $0.kind == "plan" && $0.group == "all" && $0.figure == "people_placed" })
        else { return false }
        return [row.base, row.variant].contains { !disclosure.shows(Int($0 ?? 0)) }
    }

    func text(_ count: Int, _ language: Language) -> String { disclosure.text(count, isHidden: !disclosure.shows(count), language) }

    private func hidden(_ counts: [(group: String, values: [Int])]) -> Set<String> {
        guard disclosure.isPublic else { return [] }
        var hidden: Set<String> = []
        for groups in Dictionary(grouping: counts, by: { $0.group.prefix { $0 != "=" } }).values {
            let most = groups.map(\.values.count).max() ?? 0
            for position in 0..<most {
                let column = groups.map { $0.values.indices.contains(position) ? $0.values[position] : 0 }
                for index in disclosure.hidden(column) { hidden.insert(groups[index].group) }
            }
        }
        return hidden
    }
}
