extension Scenario {
    /// With `step` more of something scarce: places, seats, applications, cents; fewer where it is negative, never below 0.
    ///
    /// Applications in one month are handed in at one more consulate, which takes so many in that month and is otherwise like
    /// the first: the same as so many more at the first.
    public func with(_ step: Int64, more resource: ScarceResource) -> Scenario {
        var scenario = self
        func raised(_ value: Int) -> Int {
            let (sum, overflow) = Int64(value).addingReportingOverflow(step)
            return overflow ? value : Int(max(0, sum))
        }
        switch resource {
        case .quota(let id):
            for index in quotas.indices where quotas[index].id == id { scenario.quotas[index].places = raised(quotas[index].places) }
        case .session(let id):
            for index in sessions.indices where sessions[index].id == id { scenario.sessions[index].seats = raised(sessions[index].seats) }
        case .request(let id):
            for index in requests.indices where requests[index].id == id { scenario.requests[index].places = raised(requests[index].places) }
        case .fund(let id):
            for index in funds.indices where funds[index].id == id {
                let (sum, overflow) = funds[index].amount.amount.addingReportingOverflow(step)
                if !overflow { scenario.funds[index].amount = Cents(max(0, sum)) }
            }
        case .consulate(let id, let month):
            guard let first = Day(year: month.year, month: month.month, day: 1),
                let next = Day(year: month.next.year, month: month.next.month, day: 1),
                var desk = consulates.first(where: { $0.id == id })
            else { break }
            desk.from = desk.from.map { Swift.max($0, first) } ?? first
            desk.until = desk.until.map { Swift.min($0, next - 1) } ?? (next - 1)
            desk.monthlyCapacity = Int(clamping: Swift.max(0, step))
            repeat { desk.id = Consulate.ID(desk.id.text + "+") } while consulates.contains { $0.id == desk.id }
            if let from = desk.from, let until = desk.until, from <= until { scenario.consulates.append(desk) }
        }
        return scenario
    }
}
