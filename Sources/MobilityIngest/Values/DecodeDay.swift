import MobilityModel

extension Decode {
    /// `YYYY-MM-DD`.
    static func day(_ bytes: Bytes) throws(Complaint) -> Day {
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7), let number = digits(bytes, 8..<10)
        {
            if let day = Day(year: year, month: month, day: number) { return day }
            throw impossible(bytes, year, month, number)
        }
        throw misspelt(bytes)
    }

    private static func digits(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
        var result = 0
        for index in range {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            result = result * 10 + Int(digit)
        }
        return result
    }

    private static func impossible(_ bytes: Bytes, _ year: Int, _ month: Int, _ day: Int) -> Complaint {
        let found = Excerpt.quoted(bytes)
        guard (1...9999).contains(year), (1...12).contains(month) else {
            return Complaint("bad_date", "found \(found), expected a day of the calendar, YYYY-MM-DD")
        }
        let length = Day.length(ofMonth: month, year: year)
        return Complaint(
            "bad_date", "found \(found), which is no day: \(Month(year: year, month: month)) has \(length) days")
    }

    /// Names the usual accidents, and writes the date as it should be where only one reading is possible.
    private static func misspelt(_ bytes: Bytes) -> Complaint {
        let found = Excerpt.quoted(bytes)
        let plain = Complaint("bad_date", "found \(found), expected a date as YYYY-MM-DD")
        guard bytes.count <= 32 else { return plain }
        let text = bytes.text
        let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        let numbers = parts.compactMap { part -> Int? in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } && part.utf8.count <= 4 ? Int(part) : nil
        }
        if parts.count == 3, numbers.count == 3 {
            var readings: Set<Day> = []
            if parts[0].utf8.count == 4 {
                if let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) { readings.insert(day) }
            } else if parts[2].utf8.count == 4 {
                if let day = Day(year: numbers[2], month: numbers[1], day: numbers[0]) { readings.insert(day) }
                if let day = Day(year: numbers[2], month: numbers[0], day: numbers[1]) { readings.insert(day) }
            }
            let sorted = readings.sorted()
            if sorted.count == 1 {
                return Complaint("bad_date", "found \(found), expected a date as YYYY-MM-DD: \(sorted[0])")
            }
            if sorted.count == 2 {
                return Complaint(
                    "bad_date", "found \(found), expected a date as YYYY-MM-DD: \(sorted[0]) or \(sorted[1])")
            }
        }
        if text.utf8.count > 10, let day = Day(text.prefix(10)), let next = text.dropFirst(10).first, next == "T" || next == " " {
            return Complaint("bad_date", "found \(found), expected a date without a time: \(day)")
        }
        if text.utf8.count == 5, let serial = Int(text), (10_000...80_000).contains(serial) {
            // Spreadsheets count days from 1899-12-30.
            let day = Day(number: Int32(serial - 25_569))
            return Complaint(
                "bad_date",
                "found \(found), expected a date as YYYY-MM-DD; as a spreadsheet's day number it would be \(day)")
        }
        return plain
    }
}
