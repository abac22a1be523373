import MobilityModel
import Testing

@Suite struct GreatestCommonDivisorTests {
    @Test func itDividesBothAndNothingGreaterDoes() {
        for a in 0...60 as ClosedRange<Int64> {
            for b in 0...60 as ClosedRange<Int64> where a + b > 0 {
                #expect(greatestCommonDivisor(a, b) == (1...max(a, b)).last { a % $0 == 0 && b % $0 == 0 }, "\(a), \(b)")
            }
        }
    }

    @Test func signsAndEndsOfTheRangeDoNoHarm() {
        #expect(greatestCommonDivisor(-12, 18) == 6 && greatestCommonDivisor(12, -18) == 6 && greatestCommonDivisor(0, -7) == 7)
        #expect(greatestCommonDivisor(0, 0) == 0)
        #expect(greatestCommonDivisor(.min, .min) == .max && greatestCommonDivisor(.min, 6) == 2)
    }
}
