import MobilityModel

extension PlanChecker {
    /// **V1 Eligible.**
    func checkEligible(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        let candidate = itinerary.candidate
        for cycle in itinerary.cycles {
            let request = cycle.request
            func refuse(_ message: String) { violations.append(itinerary.violation("V1", cycle, message)) }

            if !candidate.occupations.contains(request.occupation) {
                refuse("the occupation \(request.occupation) is not among \(candidate.occupations.joined(separator: ", "))")
            }
            if !candidate.countries.isEmpty, !candidate.countries.contains(request.country) {
                refuse("the candidate goes to \(names(candidate.countries)) only, the request is in \(request.country)")
            }
            if !request.origins.isEmpty, !request.origins.contains(candidate.origin) {
                refuse("the request takes people from \(names(request.origins)) only, not from \(candidate.origin)")
            }
            if !request.named.isEmpty, !request.named.contains(candidate.id) {
                refuse("the request names other candidates")
            }
            let age = candidate.born.completedYears(on: request.start)
            if age < scenario.cycle.minAge {
                refuse("aged \(age) on \(request.start), at least \(scenario.cycle.minAge) is asked for")
            }
            if let maximum = scenario.cycle.maxAge, age > maximum {
                refuse("aged \(age) on \(request.start), at most \(maximum) is allowed")
            }
            if request.start < candidate.from {
                refuse("the stay starts on \(request.start), before the candidate is available from \(candidate.from)")
            }
            if let until = candidate.until, until < request.end {
                refuse("the stay ends on \(request.end), after the candidate's last day \(until)")
            }
            if let passport = candidate.passportUntil, passport < request.end {
                refuse("the stay ends on \(request.end), after the passport's last day \(passport)")
            }
            if !scenario.horizon.contains(request.start) {
                refuse("the start \(request.start) is outside the horizon \(scenario.horizon.lowerBound) to \(scenario.horizon.upperBound)")
            }
            if scenario.cycle.requireFiled, request.filed == nil {
                refuse("the request has no filing date")
            }
            if !cycle.channel.sectors.isEmpty, !cycle.channel.sectors.contains(request.sector) {
                refuse("the channel \(request.channel) is for \(cycle.channel.sectors.joined(separator: ", ")), not for \(request.sector)")
            }
        }
    }
}
