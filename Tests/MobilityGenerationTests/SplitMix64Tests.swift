import MobilityGeneration
import MobilityModel
import Testing

struct SplitMix64Tests {
    /// The first numbers of seed 1234567, as published with the reference implementation.
    @Test func followsTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(numbers == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ])
    }

    @Test func drawsEveryNumberOfARangeAndNoOther() {
        var random = SplitMix64(seed: 9)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<7_000 { counts[random.number(in: -3...3) + 3] += 1 }
        // 1,000 expected, standard deviation 29.
        #expect(counts.allSatisfy { (850...1_150).contains($0) }, "\(counts)")
    }

    @Test func drawsNoIndexWithoutWeight() {
        var random = SplitMix64(seed: 9)
        var counts = [0, 0, 0, 0]
        for _ in 0..<4_000 { counts[random.index(weights: [0, 3, 0, 1])] += 1 }
        #expect(counts[0] == 0 && counts[2] == 0)
        #expect((2_800...3_200).contains(counts[1]), "\(counts)")
    }

    @Test func streamsOfASeedDiffer() {
        var first = SplitMix64(seed: 1, stream: 1)
        var second = SplitMix64(seed: 1, stream: 2)
        #expect(first.next() != second.next())
    }

    @Test func survivesEmptyBounds() {
        var random = SplitMix64(seed: 1)
        #expect(random.below(0) == 0)
        #expect(random.below(-5) == 0)
        #expect(random.index(weights: [0, 0]) == 0)
    }
}
