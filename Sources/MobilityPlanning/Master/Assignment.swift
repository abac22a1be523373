import MobilityModel

/// How many people follow which itinerary: an integer solution, in the terms of the instance.
struct Assignment {
    var uses: [(column: Column, count: Int)] = []
    /// By term, exact.
    var terms: [Int64]
    /// Hard requirements' shortfall, in placements and people.
    var shortfall: Int64
    /// Whether every capacity and minimum holds and everything can be paid, in integers.
    var isWithinLimits: Bool

    var columns: [Column] { uses.map(\.column) }
}

extension Instance {
    /// The same plan in this instance, which differs only in the rows of rules, pins and demands.
    func assignment(of other: Assignment) -> Assignment {
        assignment(other.uses.map { column(owner: $0.column.owner, cycles: $0.column.cycles) }, counts: other.uses.map(\.count))
    }

    /// The assignment that gives `counts[i]` people the itinerary `columns[i]`, its terms recomputed in integers.
    func assignment(_ columns: [Column], counts: [Int]) -> Assignment {
        let uses = zip(columns, counts).filter { $0.1 > 0 }.map { (column: $0.0, count: $0.1) }
        var values = [Int64](repeating: 0, count: terms.count)
        var activity: [Int: Int64] = [:]
        for use in uses {
            for index in values.indices { values[index] += use.column.terms[index] * Int64(use.count) }
            for entry in use.column.entries { activity[entry.row, default: 0] += table.exact(entry) * Int64(use.count) }
        }
        func active(_ kind: RowKind) -> Int64 { table[kind].flatMap { activity[$0] } ?? 0 }
        var shortfall: Int64 = 0
        var penalty: Int64 = 0
        for (index, rule) in scenario.rules.enumerated() where table[.rule(index)] != nil {
            let short = self.shortfall(of: index, measure: active(.rule(index)))
            if let points = rule.penalty { penalty += Int64(points) * max(0, short) } else { shortfall += max(0, short) }
        }
        for (index, pin) in pins.enumerated() where table[.pin(index)] != nil {
            shortfall += max(0, Int64(pin.count) - active(.pin(index)))
        }
        for (index, demand) in demands.enumerated() where table[.demand(index)] != nil {
            shortfall += demand.shortfall(active(.demand(index)))
        }
        if let index = terms.firstIndex(of: .penalty) { values[index] = penalty }
        if let index = terms.firstIndex(of: .cost) {
            for (session, course) in scenario.sessions.enumerated() where active(.seats(session)) > 0 {
                values[index] += course.runCost.amount
            }
        }
        return Assignment(
            uses: uses, terms: values, shortfall: shortfall, isWithinLimits: holdsLimits(active) && canPay(active))
    }

    /// Floating point lets large sums pass by a little; here nothing passes.
    private func holdsLimits(_ active: (RowKind) -> Int64) -> Bool {
        func holds(_ used: Int64, _ most: Int, _ least: Int) -> Bool { used <= most && (used == 0 || used >= least) }
        return table.rows.allSatisfy { row in
            switch row.kind {
            case .people(let owner): holds(active(row.kind), classes[owner].count, 0)
            case .places(let group): holds(active(row.kind), groups[group].places, groups[group].needsOpening ? groups[group].request.minPlaces : 0)
            case .seats(let session): holds(active(row.kind), scenario.sessions[session].seats, scenario.sessions[session].minSeats)
            case .applications(let calendar, _): holds(active(row.kind), calendars[calendar].consulate.monthlyCapacity, 0)
            case .quota(let line): holds(active(row.kind), quotas.lines[line].places, 0)
            default: true
            }
        }
    }

    private func canPay(_ active: (RowKind) -> Int64) -> Bool {
        guard !fundGroups.funds.isEmpty else { return true }
        var due = fundGroups.members.indices.map { active(.paid($0)) }
        for (session, course) in scenario.sessions.enumerated() where course.runCost > .zero && active(.seats(session)) > 0 {
            guard let payer = fundGroups.group(for: .training, origin: nil, on: course.start, cost: course.runCost) else { return false }
            if let group = payer.index, group < due.count { due[group] += course.runCost.amount }
        }
        var payments = Payments(members: fundGroups.members, amounts: fundGroups.funds.map(\.amount.amount))
        return due.indices.allSatisfy { payments.pay(due[$0], for: $0) == nil }
    }
}
