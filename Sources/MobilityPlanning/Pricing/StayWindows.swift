import MobilityModel

/// The stay limits of channels over a person's stays: in every window of so many days at most so many of stay.
struct StayWindows {
    struct Stay {
        var start: Day
        var end: Day
        /// `nil` for the stay before the horizon, which counts for every channel.
        var channel: String?
    }

    /// What a person brings along from before the horizon.
    static func history(of candidate: Candidate) -> [Stay] {
        guard let from = candidate.lastStayFrom, let until = candidate.lastStayUntil else { return [] }
        return [Stay(start: from, end: until, channel: nil)]
    }

    /// By channel, those with a limit.
    let limits: [String: StayLimit]

    init(_ scenario: Scenario) { limits = scenario.channels.compactMapValues(\.stay) }

    /// Whether a further stay keeps its channel's limit, given all stays before it, which keep it themselves.
    ///
    /// The days in a window change slope only where its first day meets a stay's first, or its last day meets a stay's last;
    /// these windows, and those that just touch the new stay, hold the maximum.
    func allows(_ next: Stay, after stays: [Stay]) -> Bool {
        guard let channel = next.channel, let limit = limits[channel] else { return true }
        let counted = stays.filter { ($0.channel == nil || $0.channel == channel) && next.start - $0.end < limit.window } + [next]
        var firsts = counted.flatMap { [$0.start, $0.end - (limit.window - 1)] }
        let planned = counted.filter { $0.channel != nil }
        for stay in planned { firsts += [stay.start - (limit.window - 1), stay.end] }
        return firsts.allSatisfy { first in
            let last = first + (limit.window - 1)
            guard planned.contains(where: { $0.start <= last && $0.end >= first }) else { return true }
            let days = counted.reduce(0) { $0 + max(0, min($1.end, last) - max($1.start, first) + 1) }
            return days <= limit.days
        }
    }

    /// Whether whoever has had `stays` can do all that somebody with `others` can, as both end on the same day.
    ///
    /// Only days since a moment count in windows that reach into the future, so `stays` must hold, for every channel with a
    /// limit and since any moment, no more days. Their number since a moment changes slope only at the ends of stays.
    func dominates(_ stays: [Stay], _ others: [Stay]) -> Bool {
        limits.keys.allSatisfy { channel in
            let mine = stays.filter { $0.channel == nil || $0.channel == channel }
            let theirs = others.filter { $0.channel == nil || $0.channel == channel }
            func days(_ list: [Stay], since moment: Day) -> Int {
                list.reduce(0) { $0 + max(0, $1.end - max($1.start, moment) + 1) }
            }
            let moments = (mine + theirs).flatMap { [$0.start, $0.end + 1] }
            return moments.allSatisfy { days(mine, since: $0) <= days(theirs, since: $0) }
        }
    }
}
