import MobilityModel
import Testing

@testable import MobilitySimulation

@Suite struct StatisticsTests {
    @Test func fewValuesGiveExactQuantiles() throws {
        var sketch = QuantileSketch()
        #expect(sketch.quantile(0.5) == nil)
        for value in [5.0, 1, 4, 2, 3] { sketch.add(value) }
        #expect(sketch.quantiles([0, 0.25, 0.5, 0.6, 1]) == [1, 2, 3, 3.4, 5])
    }

    /// 200,000 values, sorted, reversed and scrambled: ranks within half a percent, memory as for thousands.
    @Test(arguments: [0, 1, 2])
    func manyValuesGiveQuantilesWithinHalfAPercent(order: Int) throws {
        var sketch = QuantileSketch()
        let n = 200_000
        for i in 0..<n {
            let value = order == 0 ? i : order == 1 ? n - 1 - i : (i &* 7_919) % n
            sketch.add(Double(value))
        }
        #expect(sketch.count == n && sketch.size < 4096)
        for p in [0.05, 0.5, 0.95] {
            let value = try #require(sketch.quantile(p))
            #expect(abs(value / Double(n) - p) < 0.005, "\(p): \(value)")
        }
    }

    @Test func undefinedValuesAreLeftOut() throws {
        var tally = FigureTally()
        tally.add(.nan, expected: 1)
        #expect(tally.estimate == nil)
        tally.add(3, expected: 1)
        #expect(tally.estimate == FigureEstimate(mean: 3, low: 3, high: 3, parameterShare: 0, standardError: 0, defined: 1))
    }

    @Test func endingsAlwaysFillTheWhole() {
        func ends(_ r: Double?, _ e: Double?, _ l: Double?, _ o: Double?) -> [Double] {
            let ends = Endings(returnedOnTime: r, extended: e, lawfulExit: l, overstayed: o)
            return [ends.returnedOnTime, ends.extended, ends.lawfulExit, ends.overstayed]
        }
        func expect(_ found: [Double], _ wanted: [Double]) {
            #expect(zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found), expected \(wanted)")
        }
        expect(ends(nil, nil, nil, nil), [1, 0, 0, 0])
        expect(ends(nil, 0.2, nil, 0.1), [0.7, 0.2, 0, 0.1])
        expect(ends(0.8, nil, nil, nil), [0.8, 0, 0, 0.2])
        expect(ends(0.8, nil, nil, 0.1), [0.8, 0.1, 0, 0.1])
        expect(ends(0.8, 0.05, nil, 0.05), [0.8, 0.05, 0.1, 0.05])
        expect(ends(0.4, 0.2, 0.1, 0.1), [0.4, 0.3, 0.15, 0.15])
        expect(ends(0.9, 0.2, nil, 0.1), [0.9, 1 / 15.0, 0, 1 / 30.0])
        expect(ends(0.8, 0, 0, 0), [0.8, 0, 0, 0.2])
        expect(ends(1, 0.2, nil, nil), [1, 0, 0, 0])
        expect(ends(nil, 0.9, 0.3, 0.3), [0, 0.6, 0.2, 0.2])
        expect(ends(0, 0, 0, 0), [0, 0, 0, 1])
    }
}
