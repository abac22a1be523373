/// A calendar day of the proleptic Gregorian calendar, without time zone.
///
/// Arithmetic is exact and independent of locale and time zone; the conversion follows Howard Hinnant's
/// "chrono-compatible low-level date algorithms" (days-from-civil).
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// The day `year-month-day`, or `nil` where the calendar has no such day. Years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
            return nil
        }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func value(_ range: Range<Int>) -> Int? {
            var result = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                result = result * 10 + Int(byte - 0x30)
            }
            return result
        }
        guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month (1...12) and day of the month (1...31).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { civil.year }

    /// The calendar month that holds this day.
    public var month: Month { let c = civil; return Month(year: c.year, month: c.month) }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: Int32(clamping: Int(day.number) + days)) }
    public static func - (day: Day, days: Int) -> Day { day + (-days) }
    /// Days from `b` to `a`; 1 for the day after.
    public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

    /// The first day on which somebody born on this day has completed `years` years. A 29 February birth completes
    /// a year on 1 March of a common year.
    public func completing(years: Int) -> Day {
        let c = civil
        if c.month == 2, c.day == 29, !Day.isLeap(c.year + years) {
            return Day(year: c.year + years, month: 3, day: 1) ?? Day(number: .max)
        }
        return Day(year: c.year + years, month: c.month, day: c.day) ?? Day(number: .max)
    }
}

extension Day: CustomStringConvertible {
    public var description: String {
        let c = civil
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(c.year, 4))-\(padded(c.month, 2))-\(padded(c.day, 2))"
    }
}

/// A calendar month, ordered in time.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    /// 1...12.
    public let month: Int

    public init(year: Int, month: Int) { self.year = year; self.month = month }

    public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
    public var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }
}
