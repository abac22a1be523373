import MobilityModel

/// A stay that goes on after its planned end, and the later cycles of the person that can no longer be valid then.
///
/// The days that it goes on count as days of the cycle's channel, so that they use up its stay limit (V7) too. Of other cycles
/// those planned earlier count as stayed, and those later as long as they are not overtaken themselves.
struct ExtendedStay {
    let candidate: Candidate
    let cycles: [PlannedCycle]
    /// Of each cycle.
    let channels: [Channel]
    let restDays: Int
    /// After the planned end; `nil`: beyond every later cycle.
    let days: Int?

    /// - Parameter number: of the cycle whose stay is extended, from 0.
    /// - Returns: numbers of the cycles that it overtakes.
    /// - Complexity: cubic in the cycles of the itinerary where their channels limit stays, linear otherwise.
    func overtaken(from number: Int) -> [Int] {
        let later = (number + 1)..<max(number + 1, cycles.count)
        guard let days else { return Array(later) }
        let end = cycles[number].request.end + days
        var stays = cycles[...number].indices.map { Stay(channel: channels[$0].name, days: cycles[$0].request.days) }
        stays[number].days = cycles[number].request.start...end
        if let from = candidate.lastStayFrom, let until = candidate.lastStayUntil, from <= until {
            stays.append(Stay(channel: nil, days: from...until))
        }
        var overtaken: [Int] = []
        for next in later {
            let stay = Stay(channel: channels[next].name, days: cycles[next].request.days)
            if cycles[next].isOvertaken(byStayUntil: end, restDays: restDays) || exceeds(channels[next].stay, stay, after: stays) {
                overtaken.append(next)
            } else {
                stays.append(stay)
            }
        }
        return overtaken
    }

    private struct Stay {
        /// `nil` counts for every channel.
        var channel: String?
        var days: ClosedRange<Day>
    }

    /// Whether a window that holds a day of `stay` holds more days of its channel than `limit` allows.
    ///
    /// The days in a window, as a function of its first day, are linear between the windows that begin with a stay or end with
    /// one: a maximum lies there, or on the first or last window that touches `stay`.
    private func exceeds(_ limit: StayLimit?, _ stay: Stay, after others: [Stay]) -> Bool {
        guard let limit, limit.window > 0 else { return false }
        let counted = others.filter { $0.channel == nil || $0.channel == stay.channel }.map(\.days) + [stay.days]
        let touching = (stay.days.lowerBound - (limit.window - 1))...stay.days.upperBound
        let firsts = counted.flatMap { [$0.lowerBound, $0.upperBound - (limit.window - 1)] } + [touching.lowerBound, touching.upperBound]
        return firsts.filter(touching.contains).contains { first in
            let last = first + (limit.window - 1)
            let held = counted.reduce(0) { $0 + max(0, min(last, $1.upperBound) - max(first, $1.lowerBound) + 1) }
            return held > limit.days
        }
    }
}

extension Request {
    /// Of the stay; a stay without days is taken to be its first.
    fileprivate var days: ClosedRange<Day> { start...max(start, end) }
}
