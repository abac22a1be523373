import MobilityModel

extension Day {
    /// The day `days` later; spans beyond the calendar stay at its end.
    func later(by days: Int...) -> Day {
        let span = days.reduce(0) { $0.plus($1) }
        return Day(number: Int32(clamping: Int(number).plus(span)))
    }

    /// Completed years on `day` of somebody born on this day; negative before birth.
    ///
    /// Somebody born on 29 February completes a year on 1 March of a common year: (2, 28) is before (2, 29), (3, 1) is not.
    func completedYears(on day: Day) -> Int {
        let birth = civil
        let then = day.civil
        let years = then.year - birth.year
        return (then.month, then.day) < (birth.month, birth.day) ? years - 1 : years
    }
}
