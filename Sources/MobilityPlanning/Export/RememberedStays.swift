import MobilityModel

/// Which stays of the past a class still has to be told apart by: those that may share a window of a stay limit with stays to come.
///
/// A window of W days with at most D of stay that holds a day of a past stay and one of a stay to come holds all days between
/// them. Where W - D of these are no days of stay in the channel, it keeps its limit whatever the stays are.
struct RememberedStays {
    private let windows: StayWindows
    private let restDays: Int
    /// By channel with a limit: the stays that the class may have in it, by their starts.
    private var possible: [[Posting]]

    init(_ windows: StayWindows, restDays: Int, postings: [Posting]) {
        self.windows = windows
        self.restDays = restDays
        possible = Array(repeating: [], count: windows.limits.count)
        for posting in postings where posting.limitedChannel >= 0 { possible[posting.limitedChannel].append(posting) }
    }

    /// What is still to be remembered of stays on a day on which all are over, and the first day on which it is less; `nil` where there is none.
    func remembered(_ stays: [StayWindows.Stay], on day: Day) -> (stays: [StayWindows.Stay], until: Day?) {
        let (keeps, end) = kept(stays, on: day)
        var until = end
        // One limit may forget a stay that another still looks at.
        while let next = until {
            let (later, end) = kept(stays, on: next)
            if later != keeps { break }
            until = end
        }
        return (stays.indices.filter { keeps[$0] }.map { stays[$0] }, until)
    }

    /// By stay, whether a limit looks at it from a day on; and the first day after that on which one of them looks at less.
    private func kept(_ stays: [StayWindows.Stay], on day: Day) -> (keeps: [Bool], until: Day?) {
        var keeps = Array(repeating: false, count: stays.count)
        var until: Day?
        for channel in windows.binding where !stays.isEmpty {
            let counted = stays.indices.filter { stays[$0].channel == nil || stays[$0].channel == channel }
            for position in counted.indices {
                guard let end = forgotten(counted[position...].map { stays[$0] }, channel, on: day) else { continue }
                // Those between this one and what is to come count in its windows.
                for later in counted[position...] { keeps[later] = true }
                until = min(until ?? end, end)
                break
            }
        }
        return (keeps, until)
    }

    /// The first end of a previous stay after which the first of some stays shares no window with a stay to come that matters; `nil` where it
    /// shares none already.
    private func forgotten(_ stays: [StayWindows.Stay], _ channel: Int, on day: Day) -> Day? {
        guard let first = stays.first else { return nil }
        let limit = windows.limits[channel]
        let length = stays.reduce(0) { $0 + Int($1.end - $1.start + 1) }
        let idle = (day - first.end) - (length - (first.end - first.start + 1))
        let free = limit.window - limit.days
        let clear = day + 1 + (free - idle)
        let list = possible[channel]
        let from = list.partitioningIndex { $0.start > day + restDays }
        let to = list.partitioningIndex { $0.start >= clear }
        guard from < to else { return nil }
        // With two rests between them the first stay is out of reach of the second to come.
        let longest = list[from..<to].reduce(0) { max($0, Int($1.stayDays)) }
        if idle + 2 * restDays >= free, length + longest <= limit.days { return nil }
        return list[to - 1].start - restDays
    }
}
