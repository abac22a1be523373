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
            return Obstacle(55, "no_fund", .noTrainingFund, course.id, candidate.origin, course.start)
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
                    return first == last
                        ? Obstacle(55, "no_fund", .noVisaFundOnDay, consulate.id, candidate.origin, first)
                        : Obstacle(55, "no_fund", .noVisaFund, consulate.id, candidate.origin, first, last)
                }
            }
        }
        let last = instance.latestPreparation(posting)
        return closed.map { closedTooSoonOrLate($0, last: last) } ?? tooLate(last: last)
    }

    private func closedTooSoonOrLate(_ consulate: Consulate, last: Day) -> Obstacle {
        switch (consulate.from, consulate.until) {
        case (let from?, let until?): Obstacle(54, "consulate_closed", .consulateBetween, consulate.id, from, until, last)
        case (let from?, nil): Obstacle(54, "consulate_closed", .consulateFrom, consulate.id, from, last)
        case (nil, let until): Obstacle(54, "consulate_closed", .consulateUntil, consulate.id, until?.description ?? "", last)
        }
    }

    /// With what lies after the last day on which the visa can be asked for: the person's own first day, or their last stay.
    private func tooLate(last: Day) -> Obstacle {
        let start = posting.start
        switch (candidate.from > last, previousEnd >= last) {
        case (true, true): return Obstacle(53, "visa_too_late", .availableAndStayTooLate, candidate.from, previousEnd, last, start)
        case (true, false): return Obstacle(53, "visa_too_late", .availableTooLate, candidate.from, last, start)
        case (false, true): return Obstacle(53, "visa_too_late", .stayTooLate, previousEnd, last, start)
        case (false, false): return Obstacle(53, "visa_too_late", .visaTooLate, last, start)
        }
    }

    private func unpayableSession(in set: TrainingSet) -> Int? {
        guard let groups = instance.seatGroups[candidate.origin] else { return nil }
        return set.sessions.first { groups[$0] == nil }
    }
}
