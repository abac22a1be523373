import MobilityModel
import Testing

@testable import MobilitySimulation

/// The draws against what independence gives. Seeds are fixed, so a bound holds or does not.
@Suite struct RandomTests {
    private let keys = (0..<4096).map { Mixing.combine(Mixing.hash("pool"), UInt64($0)) }
    private func salt(_ replicate: Int, _ cycle: Int = 0, _ step: UInt64 = 1) -> Salt {
        Salt(seed: 1, replicate: replicate, cycle: cycle, step: step)
    }

    /// Chi-square over 256 cells of the leading and of the trailing byte: mean 255, standard deviation 22.6.
    @Test func bytesAreUniform() {
        for shift in [56, 0] {
            var cells = [Int](repeating: 0, count: 256)
            for replicate in 0..<40 {
                let salt = salt(replicate)
                for key in keys { cells[Int((salt.draw(key) >> UInt64(shift)) & 255)] += 1 }
            }
            let expected = Double(40 * keys.count) / 256
            let square = cells.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            #expect(square > 150 && square < 370, "\(shift): \(square)")
        }
    }

    /// Of 4,096 pairs a correlation has standard deviation 1/64.
    @Test func drawsOfOnePersonUnderTwoSaltsAreUncorrelated() {
        let base = keys.map { Mixing.uniform(salt(0).draw($0)) }
        let others = [salt(1), salt(0, 1), salt(0, 0, 2), salt(1, 1), Salt(seed: 2, replicate: 0, cycle: 0, step: 1),
            Salt(seed: 1, replicate: 0, cycle: 0, step: 1, session: 1)]
        for other in others {
            #expect(abs(correlation(base, keys.map { Mixing.uniform(other.draw($0)) })) < 4.5 / 64)
        }
        // Neighbours in a pool, too.
        #expect(abs(correlation(Array(base.dropLast()), Array(base.dropFirst()))) < 4.5 / 64)
    }

    /// Over replicates, two people are independent: the number of 64 people who pass has the variance of the binomial.
    @Test(arguments: [0.02, 0.3, 0.5, 0.9])
    func countsHaveTheVarianceOfTheBinomial(chance: Double) {
        let bound = Threshold.of(chance)
        var moments = Moments()
        let people = Array(keys.prefix(64))
        for replicate in 0..<4000 {
            let salt = salt(replicate)
            moments.add(Double(people.count { salt.draw($0) < bound }))
        }
        let variance = 64 * chance * (1 - chance)
        #expect(abs(moments.mean - 64 * chance) < 4 * (variance / 4000).squareRoot())
        #expect(abs(moments.variance / variance - 1) < 0.1, "\(moments.variance), binomial \(variance)")
    }

    @Test func thresholdsAreExactAtTheEnds() {
        #expect(Threshold.of(0) == Threshold.never && Threshold.of(-1) == Threshold.never)
        #expect(Threshold.of(1) == Threshold.always && Threshold.of(1.5) == Threshold.always)
        #expect(Threshold.of(0.5) == 1 << 63 && Threshold.of(1.0.nextDown) < Threshold.always)
    }

    private func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let n = Double(a.count)
        let (x, y) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
        var xy = 0.0, xx = 0.0, yy = 0.0
        for (p, q) in zip(a, b) {
            xy += (p - x) * (q - y)
            xx += (p - x) * (p - x)
            yy += (q - y) * (q - y)
        }
        return xy / (xx * yy).squareRoot()
    }
}
