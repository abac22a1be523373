import MobilityModel

extension PlanChecker {
    /// **V7 Stay limit.** One violation for each channel, with a window that holds most days.
    func checkStayLimits(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        var checked: Set<String> = []
        for cycle in itinerary.cycles {
            guard let limit = cycle.channel.stay, limit.window > 0, checked.insert(cycle.channel.name).inserted else { continue }
            let planned = itinerary.cycles.filter { $0.request.channel == cycle.request.channel }
                .map { DayRange(first: Int($0.request.start.number), last: Int($0.request.end.number)) }
            var history: [DayRange] = []
            if let from = itinerary.candidate.lastStayFrom, let until = itinerary.candidate.lastStayUntil {
                history = [DayRange(first: Int(from.number), last: Int(until.number))]
            }
            // No window holds more than all days together.
            if (planned + history).reduce(0, { $0.plus(max(0, $1.last - $1.first + 1)) }) <= limit.days { continue }
            let fullest = fullestWindow(of: limit.window, planned: planned, history: history)
            guard let fullest, fullest.days > limit.days else { continue }
            let first = Day(number: Int32(clamping: fullest.first))
            violations.append(
                itinerary.violation(
                    "V7", cycle, naming: [cycle.request.channel],
                    "\(counted(fullest.days, "day")) of stay in channel \(cycle.request.channel) in the \(limit.window) days from \(first), at most \(limit.days) are allowed"))
        }
    }

    /// The window that holds most days of stay, the earliest of such, among those that hold a day of a planned stay;
    /// `nil` where no stay has a day.
    ///
    /// The days held by the window that begins on `w` are C(w + window) - C(w), with C(x) the days of stay before `x`. C is
    /// linear between the first days of stays and the days after their last ones, so a maximum lies where `w` or
    /// `w + window` is such a day, or on the first or last window that touches a planned stay.
    func fullestWindow(of window: Int, planned: [DayRange], history: [DayRange]) -> (first: Int, days: Int)? {
        let planned = planned.filter { $0.first <= $0.last }
        let stays = StayDays(planned + history.filter { $0.first <= $0.last })
        var firsts: Set<Int> = []
        for stay in stays.ranges {
            for corner in [stay.first, stay.last + 1] { firsts.formUnion([corner, corner.minus(window)]) }
        }
        for stay in planned { firsts.formUnion([stay.first.plus(1 - window), stay.last]) }

        let plannedDays = StayDays(planned)
        var best: (first: Int, days: Int)?
        for first in firsts.sorted() {
            let end = first.plus(window)
            guard plannedDays.count(before: end) > plannedDays.count(before: first) else { continue }
            let days = stays.count(before: end) - stays.count(before: first)
            if best.map({ days > $0.days }) ?? true { best = (first, days) }
        }
        return best
    }
}

/// Day numbers, both ends included.
struct DayRange: Hashable {
    var first: Int
    var last: Int
}

/// Days covered by ranges, each counted once, with their number up to any day in logarithmic time.
struct StayDays {
    /// Apart from one another, in order.
    private(set) var ranges: [DayRange] = []
    /// Days in the ranges before each.
    private var before: [Int] = []

    init(_ all: [DayRange]) {
        for range in all.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let last = ranges.last, range.first <= last.last + 1 {
                ranges[ranges.count - 1].last = max(last.last, range.last)
            } else {
                ranges.append(range)
            }
        }
        var sum = 0
        for range in ranges {
            before.append(sum)
            sum += range.last - range.first + 1
        }
    }

    func count(before day: Int) -> Int {
        let started = ranges.partitioningCount { $0.first < day }
        guard started > 0 else { return 0 }
        let range = ranges[started - 1]
        return before[started - 1] + min(day, range.last + 1) - range.first
    }
}
