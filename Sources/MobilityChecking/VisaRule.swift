import MobilityModel

extension PlanChecker {
    /// **V4 Visa**, what concerns one person.
    func checkVisa(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        for (index, cycle) in itinerary.cycles.enumerated() {
            if cycle.needsVisa {
                checkApplication(itinerary, index, cycle, &violations)
            } else {
                checkWithoutVisa(itinerary, cycle, &violations)
            }
        }
    }

    /// First day on which the authorisation is there; `nil` without a filing date.
    private func authorised(_ cycle: ResolvedCycle) -> Day? {
        cycle.request.filed?.later(by: cycle.channel.labourMarketTestDays, cycle.channel.authorisationDays)
    }

    /// `start` stands in for the visa date. What it says of `from` and of the previous end is V1's and V6's too.
    private func checkWithoutVisa(_ itinerary: ResolvedItinerary, _ cycle: ResolvedCycle, _ violations: inout [Violation]) {
        func refuse(_ message: String) { violations.append(itinerary.violation("V4", cycle, message)) }
        let start = cycle.request.start
        if let consulate = cycle.cycle.consulate { refuse("no visa is needed, yet consulate \(consulate) is given") }
        if let date = cycle.cycle.visaDate { refuse("no visa is needed, yet the visa date \(date) is given") }
        if let session = cycle.sessions.max(by: { $0.end < $1.end }), session.end >= start {
            refuse("session \(session.id) ends on \(session.end), not before the start \(start)")
        }
        if let authorised = authorised(cycle), start < authorised {
            refuse("the stay starts on \(start), the authorisation is there on \(authorised)")
        }
    }

    private func checkApplication(
        _ itinerary: ResolvedItinerary, _ index: Int, _ cycle: ResolvedCycle, _ violations: inout [Violation]
    ) {
        func refuse(_ message: String) {
            violations.append(itinerary.violation("V4", cycle, naming: cycle.cycle.consulate.map { [$0.text] } ?? [], message))
        }
        let candidate = itinerary.candidate
        let request = cycle.request
        if cycle.cycle.consulate == nil {
            refuse("a visa is needed from \(candidate.origin) to \(request.country), no consulate is given")
        }
        guard let date = cycle.cycle.visaDate else {
            refuse("a visa is needed from \(candidate.origin) to \(request.country), no visa date is given")
            return
        }
        if let session = cycle.sessions.max(by: { $0.end < $1.end }), session.end >= date {
            refuse("session \(session.id) ends on \(session.end), not before the visa date \(date)")
        }
        if let end = itinerary.previousEnd(before: index), date <= end {
            refuse("the visa date \(date) is not after the previous stay, which ends on \(end)")
        }
        if date < candidate.from {
            refuse("the visa date \(date) is before the candidate is available from \(candidate.from)")
        }
        if let authorised = authorised(cycle), date < authorised {
            refuse("the visa date \(date) is before the authorisation, there on \(authorised)")
        }
        guard let consulate = cycle.consulate else { return }
        if consulate.origin != candidate.origin || consulate.country != request.country {
            refuse("consulate \(consulate.id) serves \(consulate.origin) to \(consulate.country), not \(candidate.origin) to \(request.country)")
        }
        if let from = consulate.from, date < from {
            refuse("consulate \(consulate.id) takes applications from \(from), the visa date is \(date)")
        }
        if let until = consulate.until, date > until {
            refuse("consulate \(consulate.id) takes applications until \(until), the visa date is \(date)")
        }
        let ready = date.later(by: consulate.processingDays, scenario.cycle.visaMarginDays)
        if ready > request.start {
            refuse("applied for on \(date), the visa is there with its margin on \(ready), the stay starts on \(request.start)")
        }
    }

    /// **V4 Visa**, what concerns a consulate: applications in a calendar month.
    func checkConsulates(_ tally: Tally, _ violations: inout [Violation]) {
        for use in consulateMonths(tally) where use.used > use.limit {
            violations.append(
                Violation(
                    rule: "V4", subjects: [use.consulate.text, use.month.description],
                    message: "consulate \(use.consulate) handles \(counted(use.limit, "application")) a month, \(use.used) are in \(use.month)"))
        }
    }

    func consulateMonths(_ tally: Tally) -> [ConsulateMonthUse] {
        tally.consulates.sorted { ($0.key.consulate, $0.key.month) < ($1.key.consulate, $1.key.month) }.map { key, used in
            let consulate = scenario.consulates[key.consulate]
            return ConsulateMonthUse(consulate: consulate.id, month: key.month, used: used, limit: consulate.monthlyCapacity)
        }
    }
}
