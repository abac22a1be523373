import MobilityModel

/// The stay limits of channels over a person's stays: in every window of so many days at most so many of stay.
struct StayWindows {
    struct Stay: Hashable {
        var start: Day
        var end: Day
        /// Index of the channel in `StayWindows.channels`, -1 for one without a limit; `nil` for the stay before the horizon, which
        /// counts for every channel.
        var channel: Int?
    }

    /// What a person brings along from before the horizon.
    static func history(of candidate: Candidate) -> [Stay] {
        guard let from = candidate.lastStayFrom, let until = candidate.lastStayUntil else { return [] }
        return [Stay(start: from, end: until, channel: nil)]
    }

    /// Names of the channels with a limit, in order, and their limits.
    let channels: [String]
    let limits: [StayLimit]
    /// The limits that look at earlier stays, by index.
    let binding: [Int]

    /// - Parameter rest: days that are known to lie between any two stays. A window that holds days of two stays then holds such a gap,
    ///   so that a limit of `window - rest` days or more is kept wherever each stay keeps it by itself.
    init(_ scenario: Scenario, rest: Int = 0) {
        let limited = scenario.channels.compactMapValues(\.stay).sorted { $0.key < $1.key }
        channels = limited.map(\.key)
        limits = limited.map(\.value)
        binding = limited.indices.filter { limited[$0].value.window - rest > limited[$0].value.days }
    }

    /// The index by which stays speak of a channel.
    func index(of channel: String) -> Int { channels.firstIndex(of: channel) ?? -1 }

    /// Whether a further stay keeps its channel's limit, given all stays before it, which keep it themselves.
    ///
    /// The days in a window change slope only where its first day meets a stay's first, or its last day meets a stay's last;
    /// these windows, and those that just touch the new stay, hold the maximum.
    ///
    /// Complexity: O(n²) in the stays, and O(n) where even all of them together are within the limit. Nothing is allocated.
    func allows(_ next: Stay, after stays: [Stay]) -> Bool {
        guard let channel = next.channel, channel >= 0 else { return true }
        let limit = limits[channel]
        let looksBack = binding.contains(channel)
        func counts(_ stay: Stay) -> Bool {
            looksBack && (stay.channel == nil || stay.channel == channel) && next.start - stay.end < limit.window
        }
        var total = next.end - next.start + 1
        for stay in stays where counts(stay) { total += stay.end - stay.start + 1 }
        if total <= limit.days { return true }

        func holds(windowFrom first: Day) -> Bool {
            let last = first + (limit.window - 1)
            var days = 0
            var holdsPlanned = false
            func add(_ stay: Stay) {
                let overlap = min(stay.end, last) - max(stay.start, first) + 1
                guard overlap > 0 else { return }
                days += overlap
                if stay.channel != nil { holdsPlanned = true }
            }
            for stay in stays where counts(stay) { add(stay) }
            add(next)
            return !holdsPlanned || days <= limit.days
        }
        func holds(windowsOf stay: Stay) -> Bool {
            guard holds(windowFrom: stay.start), holds(windowFrom: stay.end - (limit.window - 1)) else { return false }
            return stay.channel == nil || (holds(windowFrom: stay.start - (limit.window - 1)) && holds(windowFrom: stay.end))
        }
        for stay in stays where counts(stay) && !holds(windowsOf: stay) { return false }
        return holds(windowsOf: next)
    }

    /// Whether whoever has had `stays` can do all that somebody with `others` can, once both are over.
    ///
    /// Only days since a moment count in windows that reach into the future, so `stays` must hold, for every channel with a
    /// limit and since any moment, no more days. Their number since a moment changes slope only at the ends of stays.
    ///
    /// Complexity: O(channels with a limit x n²) in the stays. Nothing is allocated.
    func dominates(_ stays: [Stay], _ others: [Stay]) -> Bool {
        for channel in binding {
            func days(_ list: [Stay], since moment: Day) -> Int {
                var sum = 0
                for stay in list where stay.channel == nil || stay.channel == channel {
                    sum += max(0, stay.end - max(stay.start, moment) + 1)
                }
                return sum
            }
            func holds(_ moment: Day) -> Bool { days(stays, since: moment) <= days(others, since: moment) }
            for stay in stays where stay.channel == nil || stay.channel == channel {
                guard holds(stay.start), holds(stay.end + 1) else { return false }
            }
            for stay in others where stay.channel == nil || stay.channel == channel {
                guard holds(stay.start), holds(stay.end + 1) else { return false }
            }
        }
        return true
    }
}
