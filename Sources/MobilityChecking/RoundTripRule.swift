import MobilityModel

extension PlanChecker {
    /// **V6 Round trips.**
    func checkRoundTrips(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        for (index, cycle) in itinerary.cycles.enumerated() {
            guard let end = itinerary.previousEnd(before: index) else { continue }
            func refuse(_ message: String) { violations.append(itinerary.violation("V6", cycle, message)) }
            let start = cycle.request.start
            let rest = scenario.cycle.restDays
            if start <= end {
                refuse("the stay starts on \(start), not after the previous one, which ends on \(end)")
            } else if start <= end.later(by: rest) {
                refuse("the stay starts on \(start), within the \(counted(rest, "day")) of rest after the previous one, which ends on \(end)")
            }
            for session in cycle.sessions where session.start <= end {
                refuse("session \(session.id) starts on \(session.start), not after the previous stay, which ends on \(end)")
            }
        }
        if let maximum = scenario.cycle.maxCycles, let last = itinerary.cycles.last, last.number > maximum {
            violations.append(
                itinerary.violation("V6", last, "\(last.number) cycles, at most \(maximum) are allowed"))
        }
    }
}
