import MobilityGeneration
import MobilityModel
import Testing

struct ApportionmentTests {
    /// 100 seats for 43, 33 and 24.5 parts of 100.5: quotas 42.79, 32.84 and 24.38.
    @Test func givesTheRestToTheLargestRemainders() {
        #expect(apportion(100, weights: [430, 330, 245]) == [43, 33, 24])
    }

    @Test func givesEqualRemaindersToTheEarlier() {
        #expect(apportion(5, weights: [1, 1, 1]) == [2, 2, 1])
    }

    @Test func keepsTheTotalWhateverTheWeights() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let weights = (0..<random.number(in: 1...20)).map { _ in random.below(1_000_000_007) } + [1]
            let total = random.below(2_000_000_000)
            let parts = apportion(total, weights: weights)
            #expect(parts.reduce(0, +) == total)
            #expect(parts.allSatisfy { $0 >= 0 })
        }
    }

    @Test func isExactBeyondSixtyFourBits() {
        let half = Int.max / 4
        #expect(apportion(1_000_000_000_001, weights: [half, half]) == [500_000_000_001, 500_000_000_000])
    }

    @Test func givesNothingWhereThereIsNoWeightOrNoTotal() {
        #expect(apportion(10, weights: [0, 0]) == [0, 0])
        #expect(apportion(0, weights: [1, 2]) == [0, 0])
        #expect(apportion(10, weights: []) == [])
    }
}
