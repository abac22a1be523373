import MobilityModel

extension PlanChecker {
    /// What a pinned cycle is known by, whatever its number.
    private struct PinKey: Hashable {
        let candidate: Candidate.ID
        let request: Request.ID
        let quota: QuotaLine.ID?
        let sessions: [CourseSession.ID]
        let consulate: Consulate.ID?
        let visaDate: Day?

        init(_ candidate: Candidate.ID, _ cycle: Cycle) {
            self.candidate = candidate
            request = cycle.request
            quota = cycle.quota
            sessions = cycle.sessions.sorted()
            consulate = cycle.consulate
            visaDate = cycle.visaDate
        }
    }

    /// **V12 Pinned.** At least as many people follow every pinned cycle of `pins` as before.
    ///
    /// Whether the cycle is marked pinned again in `plan` is not looked at.
    func checkPinned(_ plan: Plan, pins: Plan, _ violations: inout [Violation]) {
        var wanted: [PinKey: Int] = [:]
        var order: [PinKey] = []
        for itinerary in pins.itineraries where itinerary.count > 0 {
            for cycle in itinerary.cycles where cycle.pinned {
                let key = PinKey(itinerary.candidate, cycle)
                if wanted[key] == nil { order.append(key) }
                wanted[key] = (wanted[key] ?? 0).plus(itinerary.count)
            }
        }
        if order.isEmpty { return }
        let requests = Set(order.map(\.request))
        var found: [PinKey: Int] = [:]
        for itinerary in plan.itineraries where itinerary.count > 0 {
            for cycle in itinerary.cycles where requests.contains(cycle.request) {
                let key = PinKey(itinerary.candidate, cycle)
                if wanted[key] != nil { found[key] = (found[key] ?? 0).plus(itinerary.count) }
            }
        }
        for key in order {
            let before = wanted[key] ?? 0
            let now = found[key] ?? 0
            guard now < before else { continue }
            var parts: [String] = []
            if let quota = key.quota { parts.append("quota line \(quota)") }
            if !key.sessions.isEmpty { parts.append("sessions \(names(key.sessions))") }
            if let consulate = key.consulate { parts.append("consulate \(consulate)") }
            if let date = key.visaDate { parts.append("visa date \(date)") }
            let details = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
            violations.append(
                Violation(
                    rule: "V12", subjects: [key.candidate.text, key.request.text],
                    message: "the pinned cycle of \(key.candidate) on \(key.request)\(details) was followed by \(before), now by \(now)"))
        }
    }
}
