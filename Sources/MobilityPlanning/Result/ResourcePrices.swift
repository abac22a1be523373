import MobilityModel

/// What a unit more of everything scarce adds to the bound of a stage at most, at the prices that prove it.
///
/// More of a resource moves the bound of its row, and of a request or session that has to open the coefficient of its opening,
/// which is at most 1: both by the dual. A fund also bounds what it pays each group and the ceilings of `FundGroups`, which
/// move in steps: a fund that stands at any price is left open. What has nothing at all is left open as well, since there may be
/// itineraries that nobody has listed yet.
struct ResourcePrices {
    let instance: Instance
    let bound: DualBound
    let sideCosts: [Double]

    /// In units of the stage.
    func prices(scale: Double) -> [ScarceResource: Double] {
        var result: [ScarceResource: Double] = [:]
        func add(_ resource: ScarceResource, _ kind: RowKind, capacity: Int) {
            guard capacity > 0, let row = instance.table[kind] else { return }
            result[resource] = max(0, bound.duals[row]) * scale
        }
        let scenario = instance.scenario
        for (index, line) in instance.quotas.lines.enumerated() { add(.quota(line.id), .quota(index), capacity: line.places) }
        for (index, session) in scenario.sessions.enumerated() { add(.session(session.id), .seats(index), capacity: session.seats) }
        for (index, group) in instance.groups.enumerated() {
            for member in group.members {
                add(.request(scenario.requests[member].id), .places(index), capacity: scenario.requests[member].places)
            }
        }
        for (index, calendar) in instance.calendars.enumerated() {
            for month in Set(calendar.stretches.map(\.month)) {
                add(
                    .consulate(calendar.consulate.id, month), .applications(calendar: index, month: month),
                    capacity: calendar.consulate.monthlyCapacity)
            }
        }
        let priced = pricedFunds
        for (index, fund) in instance.fundGroups.funds.enumerated() where fund.amount > .zero {
            result[.fund(fund.id)] = priced.contains(index) ? .infinity : 0
        }
        return result
    }

    /// Funds of which a cent more could move the bound.
    private var pricedFunds: Set<Int> {
        var priced: Set<Int> = []
        for index in instance.fundGroups.funds.indices {
            if let row = instance.table[.fund(index)], bound.duals[row] > 0 { priced.insert(index) }
        }
        for index in instance.ceilings.indices {
            if let row = instance.table[.spending(index)], bound.duals[row] > 0 { priced.formUnion(instance.fundGroups.members[index]) }
        }
        for (number, side) in instance.sideColumns.enumerated() {
            guard case .payment(_, let fund) = side.kind else { continue }
            let entries = side.entries + instance.termEntries(of: side)
            if entries.reduce(sideCosts[number], { $0 - bound.duals[$1.row] * $1.value }) > 0 { priced.insert(fund) }
        }
        return priced
    }
}
