import MobilityModel

/// The days on which a consulate takes applications, cut into stretches within which any day is as good as another: one
/// calendar month, and the same funds able to pay the fee.
struct VisaCalendar {
    struct Stretch {
        var first: Day
        var last: Day
        var month: Month
        /// Index of the group of funds that can pay the fee; `nil` where it needs none.
        var fundGroup: Int?
    }

    var consulate: Consulate
    /// Consecutive, by time.
    var stretches: [Stretch]

    /// The stretch that holds a day of the calendar.
    ///
    /// Complexity: O(log stretches).
    func stretch(holding day: Day) -> Int {
        max(0, stretches.partitioningIndex { $0.first > day } - 1)
    }

    /// The stretches that hold some of the days, which are days of the calendar.
    ///
    /// Complexity: O(log stretches).
    func stretches(holding days: ClosedRange<Day>) -> ClosedRange<Int> {
        stretch(holding: days.lowerBound)...stretch(holding: days.upperBound)
    }

    /// The days on which an application can be made for a stay that starts on `start`, not before `earliest`.
    func days(from earliest: Day, for start: Day, margin: Int) -> ClosedRange<Day>? {
        guard let opening = stretches.first?.first, let closing = stretches.last?.last else { return nil }
        let first = max(earliest, opening)
        let last = min(start - margin - consulate.processingDays, closing)
        return first <= last ? first...last : nil
    }
}

extension VisaCalendar {
    /// - Parameter days: all days on which anybody could apply.
    static func make(_ consulate: Consulate, days: ClosedRange<Day>, funds: FundGroups) -> VisaCalendar {
        let first = max(days.lowerBound, consulate.from ?? days.lowerBound)
        let last = min(days.upperBound, consulate.until ?? days.upperBound)
        var stretches: [Stretch] = []
        guard first <= last else { return VisaCalendar(consulate: consulate, stretches: []) }
        let cuts = consulate.fee > .zero ? funds.changes : []
        var start = first
        var cut = cuts.firstIndex { $0 > first } ?? cuts.count
        while start <= last {
            let month = start.month
            let following = Day(year: month.next.year, month: month.next.month, day: 1) ?? (last + 1)
            var end = min(following - 1, last)
            while cut < cuts.count, cuts[cut] <= start { cut += 1 }
            if cut < cuts.count, cuts[cut] <= end { end = cuts[cut] - 1 }
            if let group = funds.group(for: .visa, origin: consulate.origin, on: start, cost: consulate.fee) {
                stretches.append(Stretch(first: start, last: end, month: month, fundGroup: group.index))
            } else {
                // Nobody can pay on these days: a stretch no price can make attractive keeps the calendar gapless.
                stretches.append(Stretch(first: start, last: end, month: month, fundGroup: FundGroups.unpayable))
            }
            start = end + 1
        }
        return VisaCalendar(consulate: consulate, stretches: stretches)
    }
}
