import MobilityModel
import Testing

@Suite struct DayTests {
    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var day = try #require(Day("1899-12-31"))
        var expected = (year: 1900, month: 1, day: 1)
        while expected.year < 2301 {
            day = day + 1
            #expect(day.civil == expected)
            #expect(Day(year: expected.year, month: expected.month, day: expected.day) == day)
            expected.day += 1
            if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
                expected.day = 1
                expected.month += 1
            }
            if expected.month > 12 {
                expected.month = 1
                expected.year += 1
            }
        }
    }

    @Test func knownDaysHaveTheirNumbers() {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2000-03-01")?.number == 11_017)
        #expect(Day("0001-01-01")?.number == -719_162)
        #expect(Day("9999-12-31")?.number == 2_932_896)
        #expect(Day("2026-02-01")! - Day("2026-01-31")! == 1)
        #expect(Day("2026-01-31")! + 1 == Day("2026-02-01")!)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "2026-1-1", "26-01-01",
        "2026/01/01", "2026-01-01 ", "", "２０２６-01-01",
    ]) func whatIsNoDayIsRefused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func daysAreWrittenAsTheyAreRead() {
        for text in ["2024-02-29", "0007-01-09", "9999-12-31"] { #expect(Day(text)?.description == text) }
    }

    @Test func leapDayBirthsCompleteAYearOnTheFirstOfMarch() {
        let born = Day("2008-02-29")!
        #expect(born.completing(years: 18) == Day("2026-03-01")!)
        #expect(born.completing(years: 20) == Day("2028-02-29")!)
        #expect(Day("2008-02-28")!.completing(years: 18) == Day("2026-02-28")!)
    }

    @Test func monthsFollowOneAnother() {
        #expect(Day("2026-12-31")!.month.next == Month(year: 2027, month: 1))
        #expect(Month(year: 2026, month: 9) < Month(year: 2026, month: 10))
        #expect(Month(year: 2026, month: 9).description == "2026-09")
    }
}
