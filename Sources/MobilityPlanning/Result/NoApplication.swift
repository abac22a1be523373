import MobilityModel

/// Why somebody who could be trained in time cannot apply for the visa in time, or cannot pay for it, whatever is full.
struct NoApplication {
    let instance: Instance
    let posting: Posting
    let candidate: Candidate
    /// Of the stay before.
    let previousEnd: Day

    /// - Parameter training: the sets that are over before the last day on which the visa can be asked for; not empty.
    func obstacle(training: [TrainingSet]) -> Obstacle {
        // A set that can be paid comes first: what keeps it from being a way is nearer to one than money for another set.
        let payable = training.filter { unpayableSession(in: $0) == nil }
        if payable.isEmpty, let session = training.lazy.compactMap({ unpayableSession(in: $0) }).first {
            let course = instance.scenario.sessions[session]
            return Obstacle(55, "no_fund", "no fund can pay training in \(course.id) for people from \(candidate.origin) on \(course.start)")
        }
        var closed: Consulate?
        for set in payable {
            let earliest = max(posting.earliest, max(previousEnd, set.end) + 1)
            for calendar in (posting.calendars ?? []).map({ instance.calendars[$0] }) {
                let consulate = calendar.consulate
                let latest = posting.start - instance.scenario.cycle.visaMarginDays - consulate.processingDays
                guard earliest <= latest else { continue }
                let (first, last) = (max(earliest, consulate.from ?? earliest), min(latest, consulate.until ?? latest))
                if first > last {
                    closed = closed ?? consulate
                } else {
                    let days = first == last ? "on \(first)" : "from \(first) to \(last)"
                    return Obstacle(55, "no_fund", "no fund can pay the visa fee of \(consulate.id) for people from \(candidate.origin) \(days)")
                }
            }
        }
        let last = instance.latestPreparation(posting)
        if let closed {
            let days = [closed.from.map { "from \($0)" }, closed.until.map { "until \($0)" }].compactMap { $0 }.joined(separator: " ")
            return Obstacle(54, "consulate_closed", "consulate \(closed.id) takes applications only \(days); the visa must be asked for by \(last)")
        }
        return Obstacle(53, "visa_too_late", "\(delay(after: last))the visa must be asked for by \(last) to start on \(posting.start)")
    }

    /// What lies after the last day on which the visa can be asked for: the person's own first day, or their last stay.
    private func delay(after last: Day) -> String {
        let days = [
            candidate.from > last ? "available from \(candidate.from)" : nil,
            previousEnd >= last ? "the previous stay ends on \(previousEnd)" : nil,
        ].compactMap { $0 }
        return days.isEmpty ? "" : days.joined(separator: " and ") + ", "
    }

    private func unpayableSession(in set: TrainingSet) -> Int? {
        guard let groups = instance.seatGroups[candidate.origin] else { return nil }
        return set.sessions.first { groups[$0] == nil }
    }
}
