import MobilityModel

/// Turns the text of a cell or scalar into a value, or says what is wrong with it.
enum Decode {}

extension Decode {
    /// A whole number: digits, with `-` before them where it is negative.
    static func wholeNumber(_ bytes: Bytes, in range: ClosedRange<Int>) throws(Complaint) -> Int {
        var value = 0
        var index = 0
        let negative = !bytes.isEmpty && bytes[0] == 0x2D
        if negative { index = 1 }
        guard index < bytes.count else { throw notWhole(bytes, range) }
        while index < bytes.count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { throw notWhole(bytes, range) }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) = product.addingReportingOverflow(Int(digit))
            if overflow || overflow2 { throw outside(bytes, range) }
            value = sum
            index += 1
        }
        if negative { value = -value }
        guard range.contains(value) else { throw outside(bytes, range) }
        return value
    }

    private static func notWhole(_ bytes: Bytes, _ range: ClosedRange<Int>) -> Complaint {
        let found = Excerpt.quoted(bytes)
        if let digits = withoutSeparators(bytes) {
            return Complaint(
                "bad_number",
                "found \(found), expected a whole number without thousands separators or decimals: \(digits)")
        }
        return Complaint("bad_number", "found \(found), expected a whole number\(limits(range))")
    }

    private static func outside(_ bytes: Bytes, _ range: ClosedRange<Int>) -> Complaint {
        Complaint("out_of_range", "found \(Excerpt.plain(bytes.text)), expected a whole number\(limits(range))")
    }

    private static func limits(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == .min && range.upperBound == .max ? "" : " from \(range.lowerBound) to \(range.upperBound)"
    }

    /// `1.000`, `1,000`, `1 000`, `1'000` and `12.0` as the digits that were probably meant.
    private static func withoutSeparators(_ bytes: Bytes) -> String? {
        guard bytes.count <= 24 else { return nil }
        let parts = bytes.text.split(omittingEmptySubsequences: false) { ",. '\u{A0}\u{202F}".contains($0) }
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        if parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }), parts[0].utf8.count <= 3 { return parts.joined() }
        if parts.count == 2, parts[1].utf8.allSatisfy({ $0 == 0x30 }) { return String(parts[0]) }
        return nil
    }

    /// A decimal as it is written: `digits` without the point, and how many of them stood behind it.
    struct Decimal {
        var negative: Bool
        var digits: Int64
        var decimals: Int
    }

    /// Digits with at most one point; an exponent only where `exponent` is true (YAML writes `1e3`, a cell that holds
    /// it has lost digits in a spreadsheet). `nil` for anything else, and beyond 18 digits.
    static func decimal(_ bytes: Bytes, exponent allowed: Bool = false) -> Decimal? {
        var index = 0
        var result = Decimal(negative: false, digits: 0, decimals: 0)
        if index < bytes.count, bytes[index] == 0x2D { result.negative = true; index += 1 }
        var seenPoint = false
        var seenDigit = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x2E, !seenPoint {
                seenPoint = true
            } else if byte &- 0x30 < 10 {
                seenDigit = true
                let (product, overflow) = result.digits.multipliedReportingOverflow(by: 10)
                guard !overflow, product <= 999_999_999_999_999_990 else { return nil }
                result.digits = product + Int64(byte - 0x30)
                if seenPoint { result.decimals += 1 }
            } else {
                break
            }
            index += 1
        }
        guard seenDigit else { return nil }
        if index == bytes.count { return result }
        guard allowed, bytes[index] == 0x65 || bytes[index] == 0x45 else { return nil }
        index += 1
        var rest = Bytes(rebasing: bytes[index...])
        if let first = rest.first, first == 0x2B { rest = Bytes(rebasing: rest[1...]) }
        guard let power = try? wholeNumber(rest, in: -30...30) else { return nil }
        result.decimals -= power
        while result.decimals < 0 {
            let (product, overflow) = result.digits.multipliedReportingOverflow(by: 10)
            guard !overflow, product <= 999_999_999_999_999_999 else { return nil }
            result.digits = product
            result.decimals += 1
        }
        return result
    }

    /// The most that one amount of money may be: a million million euro.
    static let mostCents: Int64 = 100_000_000_000_000

    /// Euro with at most two decimals, not negative, and at most `most` cents.
    static func cents(_ bytes: Bytes, exponent: Bool = false, most: Int64 = mostCents) throws(Complaint) -> Cents {
        guard var value = decimal(bytes, exponent: exponent) else {
            let found = Excerpt.quoted(bytes)
            if bytes.contains(0x2C), bytes.count <= 24 {
                let pointed = bytes.text.split(separator: ",", omittingEmptySubsequences: false)
                let digits = pointed.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
                if digits, pointed.count == 2, pointed[1].utf8.count <= 2 {
                    throw Complaint("bad_money", "found \(found), expected euro with a decimal point: \(pointed.joined(separator: "."))")
                }
                if digits, pointed.dropFirst().allSatisfy({ $0.utf8.count == 3 }) {
                    throw Complaint("bad_money", "found \(found), expected euro without thousands separators: \(pointed.joined())")
                }
            }
            throw Complaint("bad_money", "found \(found), expected euro with at most two decimals, such as 1234.50")
        }
        while value.decimals > 2, value.digits % 10 == 0 { value.digits /= 10; value.decimals -= 1 }
        guard value.decimals <= 2 else {
            throw Complaint("bad_money", "found \(Excerpt.quoted(bytes)), expected euro with at most two decimals")
        }
        for _ in value.decimals..<2 {
            guard value.digits <= most else { break }
            value.digits *= 10
        }
        guard value.digits <= most, !value.negative || value.digits == 0 else {
            throw Complaint("out_of_range", "found \(Excerpt.quoted(bytes)), expected euro from 0 to \(most / 100)")
        }
        return Cents(value.digits)
    }

    private static func decimals(ofPercent percent: Int64) -> String {
        let digits = percent < 10 ? "0\(percent)" : "\(percent)"
        return percent == 100 ? "1" : "0." + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
    }

    /// A share from 0 to 1 with at most nine decimals, exact and in lowest terms.
    static func share(_ bytes: Bytes) throws(Complaint) -> Fraction {
        guard var value = decimal(bytes, exponent: true) else {
            if bytes.last == 0x25 {
                throw Complaint("bad_share", "found \(Excerpt.quoted(bytes)), expected a share from 0 to 1: 30% is 0.3")
            }
            throw Complaint("bad_share", "found \(Excerpt.quoted(bytes)), expected a share from 0 to 1")
        }
        while value.decimals > 0, value.digits % 10 == 0 { value.digits /= 10; value.decimals -= 1 }
        guard value.decimals <= 9 else {
            throw Complaint("bad_share", "found \(Excerpt.quoted(bytes)), expected a share with at most nine decimals")
        }
        var denominator: Int64 = 1
        for _ in 0..<value.decimals { denominator *= 10 }
        guard value.digits <= denominator, !value.negative || value.digits == 0 else {
            let percent = value.decimals == 0 && (2...100).contains(value.digits) && !value.negative ? ": \(value.digits)% is \(decimals(ofPercent: value.digits))" : ""
            throw Complaint("out_of_range", "found \(bytes.text), expected a share from 0 to 1\(percent)")
        }
        let divisor = greatestCommonDivisor(value.digits, denominator)
        return Fraction(value.digits / divisor, over: denominator / divisor)
    }
}
