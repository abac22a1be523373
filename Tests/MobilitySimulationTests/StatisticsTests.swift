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

    /// Up to as many different values as there are entries nothing is rounded, however often they come.
    @Test(arguments: [1, 7, 40])
    func fewDifferentValuesGiveExactQuantilesOfAnyStream(times: Int) throws {
        var sketch = QuantileSketch()
        let values = (0..<QuantileSketch.capacity * times).map { Double(($0 &* 7_919) % QuantileSketch.capacity).squareRoot() }
        for value in values { sketch.add(value) }
        let sorted = values.sorted()
        for p in [0, 0.05, 0.31, 0.5, 0.95, 1] {
            let position = Double(sorted.count - 1) * p
            let rank = Int(position)
            let upper = sorted[min(rank + 1, sorted.count - 1)]
            #expect(sketch.quantile(p) == sorted[rank] + (upper - sorted[rank]) * (position - Double(rank)))
        }
        #expect(sketch.tolerance == 0)
    }

    /// Values of which nearly all are alike stay exact: an interval that ends at 0 or at 1 does so.
    @Test func rareThingsStayExact() {
        var sketch = QuantileSketch()
        for number in 0..<100_000 { sketch.add(number % 25 == 0 ? 1 : 0) }
        #expect(sketch.quantiles([0, 0.05, 0.95, 0.97, 1]) == [0, 0, 0, 1, 1])
    }

    enum Order: CaseIterable { case ascending, descending, scrambled, outwards, inwards, sums, draws }

    /// Whatever the order, the ends of an interval are within the tolerance that the sketch states. That is small in all of these orders but the
    /// one inwards from both ends, in which nearly every value comes between all others, and of independent draws smaller still.
    @Test(arguments: Order.allCases, [209, 1000, 6000, 50_000])
    func endsOfIntervalsAreWithinTheStatedTolerance(order: Order, count: Int) throws {
        var random = SplitMix64(seed: 7)
        let values = (0..<count).map { number -> Double in
            switch order {
            case .ascending: Double(number)
            case .descending: Double(-number)
            case .scrambled: Double(number &* 7_919 % count)
            case .outwards: Double(number % 2 == 0 ? number : -number)
            case .inwards: Double(number % 2 == 0 ? count - 1 - number / 2 : number / 2)
            // Many of them come more than once.
            case .sums: Double((0..<6).reduce(0) { sum, _ in sum + Int(random.next() % 200) })
            case .draws: Double(random.next() >> 11)
            }
        }
        var sketch = QuantileSketch()
        var largest = 0
        for value in values {
            sketch.add(value)
            largest = max(largest, sketch.size)
        }
        #expect(sketch.count == count && largest <= QuantileSketch.capacity + QuantileSketch.waitingCapacity)
        switch order {
        case .inwards: #expect(sketch.tolerance < 0.0025 || count > 1000)
        case .sums, .draws: #expect(sketch.tolerance <= 0.0016)
        default: #expect(sketch.tolerance < 0.002)
        }
        let sorted = values.sorted()
        #expect(sketch.quantiles([0, 1]) == [sorted[0], sorted[count - 1]])
        for p in [0.05, 0.95] {
            let value = try #require(sketch.quantile(p))
            let rank = p * Double(count - 1)
            // One rank for the interpolation between neighbours.
            let room = sketch.tolerance * Double(count) + 1
            let less = Double(sorted.count { $0 < value }), notMore = Double(sorted.count { $0 <= value }) - 1
            #expect(less - room <= rank && rank <= notMore + room, "\(p): \(value) has ranks \(less) to \(notMore), not \(rank)")
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
