import MobilityModel

/// What one more of a scarce thing would bring to a term, from the duals that prove its bound.
///
/// Duals speak of the relaxation, which may use up what the plan does not, and of many sets of them only one is known. What the
/// plan leaves room in has no price (complementary slackness): only what it uses to the last is told of.
struct MarginalPrices {
    private let instance: Instance
    private let saturation: Saturation
    private let usedUpFunds: Set<Int>

    private struct Place: Hashable {
        var kind: String
        var id: String
    }

    init(_ instance: Instance, plan: Assignment) {
        self.instance = instance
        saturation = Saturation(instance, plan)
        usedUpFunds = saturation.usedUpFunds
    }

    /// Those that are worth anything, most valuable first.
    /// - Parameters:
    ///   - sides: how much of each side column the relaxation uses.
    ///   - tellsFunds: whether funds that the plan uses up are told of without a price as well.
    func values(duals: [Double], sides: [Double], term index: Int, tellsFunds: Bool) -> [MarginalValue] {
        guard duals.count == instance.table.rows.count else { return [] }
        var prices: [Place: Double] = [:]
        for (number, row) in instance.table.rows.enumerated() where abs(duals[number]) > 1e-9 && isBinding(row.kind, number) {
            add(row, duals[number], open(sides), &prices)
        }
        addFunds(duals, sides, tellsFunds, &prices)
        let term = instance.terms[index]
        return prices.compactMap { place, price in
            let value = (price * instance.scales[index] * 1e6).rounded() / 1e6
            return value == 0 && place.kind != "fund" ? nil : MarginalValue(term: term, kind: place.kind, id: place.id, value: value)
        }.sorted { a, b in
            a.value.magnitude != b.value.magnitude ? a.value.magnitude > b.value.magnitude : (a.kind, a.id) < (b.kind, b.id)
        }
    }

    private func isBinding(_ kind: RowKind, _ row: Int) -> Bool {
        switch kind {
        case .places, .seats, .applications, .quota: saturation.isUsedUp(row: row)
        case .rule(let rule): saturation.isTight(rule: rule)
        default: false
        }
    }

    /// How much of each request and session the relaxation opens.
    private func open(_ sides: [Double]) -> [SideColumn.Kind: Double] {
        var open: [SideColumn.Kind: Double] = [:]
        for (side, value) in zip(instance.sideColumns, sides) { open[side.kind] = value }
        return open
    }

    private func add(_ row: Row, _ dual: Double, _ open: [SideColumn.Kind: Double], _ prices: inout [Place: Double]) {
        let scenario = instance.scenario
        func add(_ kind: String, _ id: String, _ price: Double) { prices[Place(kind: kind, id: id), default: 0] += price }
        switch row.kind {
        // One more seat of what takes place in part only is one more in part. Alike requests share their places: one more in
        // any of them brings the same.
        case .places(let group):
            for member in instance.groups[group].members {
                add("request", scenario.requests[member].id.text, dual * (open[.openRequest(group)] ?? 1))
            }
        case .seats(let session): add("session", scenario.sessions[session].id.text, dual * (open[.openSession(session)] ?? 1))
        case .applications(let calendar, let month): add("consulate", "\(instance.calendars[calendar].consulate.id) \(month)", dual)
        case .quota(let line): add("quota", instance.quotas.lines[line].id.text, dual)
        case .rule(let rule):
            // The row of a share counts in parts of a placement.
            if case .share(let share) = scenario.rules[rule].target {
                add("rule", scenario.rules[rule].id.text, dual * Double(share.denominator) / row.scale)
            } else {
                add("rule", scenario.rules[rule].id.text, dual)
            }
        default: break
        }
    }

    /// What a fund holds bounds its row, what it pays each group, and the ceilings that it is part of: its worth may stand at any.
    private func addFunds(_ duals: [Double], _ sides: [Double], _ tellsAll: Bool, _ prices: inout [Place: Double]) {
        var cents = [Double](repeating: 0, count: instance.fundGroups.funds.count)
        for (side, value) in zip(instance.sideColumns, sides) {
            guard case .payment(_, let fund) = side.kind, value >= side.upper else { continue }
            cents[fund] += max(0, side.entries.reduce(0) { $0 - duals[$1.row] * $1.value })
        }
        for fund in cents.indices { if let row = instance.table[.fund(fund)] { cents[fund] += duals[row] } }
        for ceiling in instance.ceilings.indices {
            guard let row = instance.table[.spending(ceiling)] else { continue }
            for fund in instance.fundGroups.members[ceiling] { cents[fund] += duals[row] }
        }
        for fund in usedUpFunds where tellsAll || abs(cents[fund]) > 1e-11 {
            prices[Place(kind: "fund", id: instance.fundGroups.funds[fund].id.text)] = cents[fund] * 100
        }
    }
}
