import MobilityModel
import Testing

@testable import MobilityReport

/// What is rounded for the public is right on average, in order, and tells no count.
@Suite struct PublicRoundingTests {
    @Test func countsAreNearMultiplesInTheirOrder() {
        for secret in [0, 1, 0xFFFF_FFFF_FFFF_FFFF] as [UInt64] {
            let rounding = PublicRounding(secret: secret)
            var before = 0
            for count in 0...2000 {
                let shown = rounding.count(count)
                #expect(shown % 5 == 0 && abs(shown - count) <= 4 && shown >= before && rounding.count(shown) == shown)
                #expect(rounding.count(-count) == -shown && rounding.count(Double(count)) == Double(shown))
                before = shown
            }
            #expect(rounding.count(Int.max) > 0 && rounding.count(Int.min) < 0)
        }
    }

    /// A count of 7 is shown as 10 by two secrets in five.
    @Test func roundingIsRightOnAverage() {
        for count in [1, 7, 13, 104] {
            let sum = (0..<10_000).reduce(0) { $0 + PublicRounding(secret: UInt64($1)).count(count) }
            #expect(abs(Double(sum) / 10_000 - Double(count)) < 0.1, "\(count): \(sum)")
        }
    }

    /// Cohorts of 6 and 8 of 15 people leave one: with what is shown of the three, it may be several, or nobody.
    @Test func whatTablesLeaveOpenIsNotOne() {
        let differences = Set((0..<1000).map { (secret: UInt64) -> Int in
            let rounding = PublicRounding(secret: secret)
            return rounding.count(15) - rounding.count(6) - rounding.count(8)
        })
        #expect(differences == [-5, 0, 5])
    }

    @Test func moneyAndSharesAreCoarse() {
        let rounding = PublicRounding(secret: 1)
        #expect([0, 7.4, 99.6, 39_498, -1_250_000].map(rounding.money) == [0, 7, 100, 40_000, -1_000_000])
        #expect(rounding.share(0.8333, people: 100) == 0.83 && rounding.share(0.8333, people: 99) == 0.8 && rounding.share(0.87, people: nil) == 0.9)
        // What one costs is about known: of 16 to 20 people at EUR 1,560 the cost tells nothing apart.
        #expect(Set((17...20).map { rounding.money(Double($0) * 1560) }) == [30_000])
        #expect(rounding.value(1_948.2, of: .costPerOnTimeReturn, people: 9) == 1_900 && rounding.value(2_412, of: .jobsCreated, people: 9) == 2_000)
    }

    /// The same people are shown the same in every plan, others are not.
    @Test func chanceComesFromTheCandidates() {
        var other = SampleReport.report.scenario
        let counts = Array(0...500)
        let before = counts.map { PublicRounding(other).count($0) }
        other.seed += 1
        #expect(counts.map { PublicRounding(other).count($0) } == before)
        other.candidates[0].area += "x"
        #expect(counts.map { PublicRounding(other).count($0) } != before)
    }
}
