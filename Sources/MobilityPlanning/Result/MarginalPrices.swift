import MobilityModel

/// What one more of a scarce thing would bring to a term, from the duals that prove its bound.
struct MarginalPrices {
    let instance: Instance

    init(_ instance: Instance) { self.instance = instance }

    /// Those that are worth anything, most valuable first.
    /// - Parameter sides: how much of each side column the relaxation uses.
    func values(duals: [Double], sides: [Double], term index: Int) -> [MarginalValue] {
        guard duals.count == instance.table.rows.count else { return [] }
        let term = instance.terms[index]
        var result: [MarginalValue] = []
        func add(_ kind: String, _ id: String, _ dual: Double) {
            let value = (dual * instance.scales[index] * 1e6).rounded() / 1e6
            if value != 0 { result.append(MarginalValue(term: term, kind: kind, id: id, value: value)) }
        }
        var open: [SideColumn.Kind: Double] = [:]
        // What a fund holds bounds what it pays each group as well: its worth may stand at either.
        var payments = [Double](repeating: 0, count: instance.fundGroups.funds.count)
        for (number, side) in instance.sideColumns.enumerated() where number < sides.count {
            open[side.kind] = sides[number]
            if case .payment(_, let fund) = side.kind, sides[number] >= side.upper {
                payments[fund] += max(0, side.entries.reduce(0) { $0 - duals[$1.row] * $1.value })
            }
        }
        for (number, row) in instance.table.rows.enumerated() {
            var dual = duals[number]
            switch row.kind {
            // One more seat of what takes place in part only is one more in part.
            case .places(let group): dual *= open[.openRequest(group)] ?? 1
            case .seats(let session): dual *= open[.openSession(session)] ?? 1
            case .fund(let fund): dual += payments[fund]
            default: break
            }
            guard abs(dual) > 1e-9 else { continue }
            // Alike requests share their places: one more in any of them brings the same.
            if case .places(let group) = row.kind {
                for member in instance.groups[group].members {
                    add("request", instance.scenario.requests[member].id.text, dual)
                }
                continue
            }
            let place: (kind: String, id: String, factor: Double)? = switch row.kind {
            case .seats(let session): ("session", instance.scenario.sessions[session].id.text, 1)
            case .applications(let calendar, let month): ("consulate", "\(instance.calendars[calendar].consulate.id) \(month)", 1)
            case .quota(let line): ("quota", instance.quotas.lines[line].id.text, 1)
            case .spending(let ceiling):
                ("fund", instance.fundGroups.members[ceiling].map { instance.fundGroups.funds[$0].id.text }.sorted().joined(separator: "+"), 100)
            case .fund(let fund): ("fund", instance.fundGroups.funds[fund].id.text, 100)
            case .rule(let rule):
                // The row of a share counts in parts of a placement.
                if case .share(let share) = instance.scenario.rules[rule].target {
                    ("rule", instance.scenario.rules[rule].id.text, Double(share.denominator) / row.scale)
                } else {
                    ("rule", instance.scenario.rules[rule].id.text, 1)
                }
            default: nil
            }
            if let place { add(place.kind, place.id, dual * place.factor) }
        }
        return result.sorted { a, b in
            a.value.magnitude != b.value.magnitude ? a.value.magnitude > b.value.magnitude : (a.kind, a.id) < (b.kind, b.id)
        }
    }
}
