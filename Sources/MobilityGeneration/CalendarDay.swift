import MobilityModel

extension Day {
    /// The day named, or the last of the month where the month is shorter; for dates that the generators write down.
    static func on(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let month = min(max(month, 1), 12)
        let day = min(max(day, 1), Day.length(ofMonth: month, year: year))
        return Day(year: year, month: month, day: day) ?? Day(number: 0)
    }
}
