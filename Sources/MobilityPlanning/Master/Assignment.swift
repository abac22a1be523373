import MobilityModel

/// How many people follow which itinerary: an integer solution, in the terms of the instance.
struct Assignment {
    var uses: [(column: Column, count: Int)] = []
    /// By term, exact.
    var terms: [Int64]
    /// Hard requirements' shortfall, in placements and people.
    var shortfall: Int64
}

extension Instance {
    /// The assignment that gives `counts[i]` people the itinerary `columns[i]`, its terms recomputed in integers.
    func assignment(_ columns: [Column], counts: [Int]) -> Assignment {
        let uses = zip(columns, counts).filter { $0.1 > 0 }.map { (column: $0.0, count: $0.1) }
        var values = [Int64](repeating: 0, count: terms.count)
        var activity: [Int: Int64] = [:]
        for use in uses {
            for index in values.indices { values[index] += use.column.terms[index] * Int64(use.count) }
            for entry in use.column.entries { activity[entry.row, default: 0] += Int64(entry.value) * Int64(use.count) }
        }
        func active(_ kind: RowKind) -> Int64 { table[kind].flatMap { activity[$0] } ?? 0 }
        var shortfall: Int64 = 0
        var penalty: Int64 = 0
        for (index, rule) in scenario.rules.enumerated() where table[.rule(index)] != nil {
            let measure = active(.rule(index))
            let short: Int64 = switch (rule.target, rule.kind) {
            case (.count(let target), .atLeast): Int64(target) - measure
            case (.count(let target), .atMost): measure - Int64(target)
            case (.share(let share), .atLeast): (share.denominator - 1 - measure) / share.denominator
            case (.share(let share), .atMost): (measure + share.denominator - 1) / share.denominator
            }
            if let points = rule.penalty { penalty += Int64(points) * max(0, short) } else { shortfall += max(0, short) }
        }
        for (index, pin) in pins.enumerated() where table[.pin(index)] != nil {
            shortfall += max(0, Int64(pin.count) - active(.pin(index)))
        }
        if let index = terms.firstIndex(of: .penalty) { values[index] = penalty }
        if let index = terms.firstIndex(of: .cost) {
            for (session, course) in scenario.sessions.enumerated() where active(.seats(session)) > 0 {
                values[index] += course.runCost.amount
            }
        }
        return Assignment(uses: uses, terms: values, shortfall: shortfall)
    }
}
