import MobilityModel

extension PlanChecker {
    /// **V10 Funds**: splits every cost among the funds that can pay it, exactly, as a maximum flow.
    ///
    /// Costs that the same funds can pay are one source of the flow, funds are its sinks. Where not everything can be paid,
    /// the minimum cut names costs and the funds that alone can pay them, of which there is too little.
    ///
    /// Complexity: kinds x origins x days of the plan's costs, times the funds; then a flow over the distinct sets of funds.
    func payments(_ tally: Tally, _ violations: inout [Violation]) -> [FundUse] {
        if scenario.funds.isEmpty { return [] }
        var groups: [[Int]: [(item: CostItem, cents: Int64)]] = [:]
        for (item, cents) in tally.costs where cents > 0 { groups[fundsThatPay(item), default: []].append((item, cents)) }

        for (item, cents) in (groups.removeValue(forKey: []) ?? []).sorted(by: { isBefore($0.item, $1.item) }) {
            violations.append(
                Violation(
                    rule: "V10", subjects: [item.kind.rawValue, item.day.description],
                    message: "no fund can pay \(Cents(cents)) EUR of \(describe(item)) on \(item.day)"))
        }

        let sets = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var flow = MaximumFlow(nodes: 2 + sets.count + scenario.funds.count)
        let source = 0
        let sink = 1
        func fundNode(_ fund: Int) -> Int { 2 + sets.count + fund }
        let needs = sets.map { set in (groups[set] ?? []).reduce(Int64(0)) { $0.plus($1.cents) } }
        let supply = needs.enumerated().map { flow.addEdge(from: source, to: 2 + $0.offset, capacity: $0.element) }
        for (position, set) in sets.enumerated() {
            for fund in set { _ = flow.addEdge(from: 2 + position, to: fundNode(fund), capacity: .max) }
        }
        let draws = scenario.funds.enumerated().map { index, fund in
            flow.addEdge(from: fundNode(index), to: sink, capacity: max(0, fund.amount.amount))
        }
        flow.maximise(from: source, to: sink)

        let reachable = flow.reachable(from: source)
        let short = sets.indices.filter { reachable[2 + $0] }
        if supply.contains(where: { flow.residual(of: $0) > 0 }) {
            let funds = scenario.funds.indices.filter { reachable[fundNode($0)] }
            let need = short.reduce(Int64(0)) { $0.plus(needs[$1]) }
            let have = funds.reduce(Int64(0)) { $0.plus(max(0, scenario.funds[$1].amount.amount)) }
            let kinds = Set(short.flatMap { (groups[sets[$0]] ?? []).map(\.item.kind) })
            let what = CostKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ", ")
            let ids = funds.map { scenario.funds[$0].id }
            violations.append(
                Violation(
                    rule: "V10", subjects: ids.map(\.text),
                    message: "\(Cents(need)) EUR of \(what) can be paid by \(names(ids)) only, which \(ids.count == 1 ? "holds" : "hold") \(Cents(have)) EUR: \(Cents(need.minus(have))) EUR short"))
        }
        return zip(scenario.funds, draws).map { fund, edge in
            FundUse(fund: fund.id, paid: Cents(flow.flow(of: edge)), amount: fund.amount)
        }
    }

    /// In the order of the table.
    func fundsThatPay(_ item: CostItem) -> [Int] {
        scenario.funds.indices.filter { index in
            let fund = scenario.funds[index]
            if !fund.kinds.isEmpty, !fund.kinds.contains(item.kind) { return false }
            if let origin = item.origin, !fund.origins.isEmpty, !fund.origins.contains(origin) { return false }
            if let from = fund.from, item.day < from { return false }
            if let until = fund.until, item.day > until { return false }
            return true
        }
    }

    private func describe(_ item: CostItem) -> String {
        item.origin.map { "\(item.kind.rawValue) for people from \($0)" } ?? "\(item.kind.rawValue) (run cost)"
    }

    private func isBefore(_ a: CostItem, _ b: CostItem) -> Bool {
        (a.day, a.kind.rawValue, a.origin?.description ?? "") < (b.day, b.kind.rawValue, b.origin?.description ?? "")
    }
}
