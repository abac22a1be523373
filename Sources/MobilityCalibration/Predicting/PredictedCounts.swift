import CGSL
import Distributions
import Foundation

/// How many of so many people of a cohort something happens to, where the chance of the cohort is one of several equally likely ones.
struct PredictedCounts {
    /// The library's own sums fail from some two million people on; from here on the normal distribution is the same to a thousandth of
    /// what is looked for.
    private static let mostCounted = 500_000

    private let chances: [Double]
    private let people: Int
    /// Chance of at most so many, from 0 people on; empty where there are too many to count.
    private let table: [Double]

    /// - Complexity: for each chance some nine standard deviations of the count to either side.
    init(chances: [Double], people: Int) {
        self.chances = chances; self.people = people
        table = people <= Self.mostCounted ? Self.table(chances, people) : []
    }

    /// Chance of at most `count`; 0 below 0.
    func cumulative(_ count: Int) -> Double {
        if count < 0 { return 0 }
        if count >= people { return 1 }
        if !table.isEmpty { return table[count] }
        NumericalLibrary.prepare()
        let (k, n) = (UInt32(clamping: count), UInt32(clamping: people))
        return chances.reduce(0) { $0 + Self.ofMany(k, $1, n) } / Double(chances.count)
    }

    /// The least count that at most `share` of the chance lies below.
    func quantile(_ share: Double) -> Int {
        var low = -1, high = people
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if cumulative(middle) >= share { high = middle } else { low = middle }
        }
        return high
    }

    /// How odd a count is: twice the chance of what lies beyond it, half of itself included, on the nearer side; 0...1.
    func tailProbability(_ count: Int) -> Double {
        let below = cumulative(count - 1), upTo = cumulative(count)
        let lower = below + (upTo - below) / 2
        return min(1, 2 * min(lower, 1 - lower))
    }

    /// The binomials of all chances, each from its likeliest count outwards: neighbours differ by a factor.
    private static func table(_ chances: [Double], _ people: Int) -> [Double] {
        guard people > 0 else { return [] }
        var masses = [Double](repeating: 0, count: people + 1), weights = masses
        for p in chances {
            guard p > 0, p < 1 else {
                masses[p >= 1 ? people : 0] += 1
                continue
            }
            let odds = p / (1 - p), mode = min(people, Int(Double(people + 1) * p))
            var low = mode, high = mode, sum = 1.0
            weights[mode] = 1
            while high < people {
                let weight = weights[high] * odds * Double(people - high) / Double(high + 1)
                if weight < 1e-18 { break }
                high += 1
                weights[high] = weight
                sum += weight
            }
            while low > 0 {
                let weight = weights[low] * Double(low) / (odds * Double(people - low + 1))
                if weight < 1e-18 { break }
                low -= 1
                weights[low] = weight
                sum += weight
            }
            for count in low...high { masses[count] += weights[count] / sum }
        }
        var below = 0.0
        return masses.map { mass in
            below += mass
            return min(1, below / Double(chances.count))
        }
    }

    private static func ofMany(_ k: UInt32, _ p: Double, _ n: UInt32) -> Double {
        if p <= 0 { return 1 }
        if p >= 1 { return k >= n ? 1 : 0 }
        let mean = Double(n) * p, variance = mean * (1 - p)
        // So few of one kind that theirs are the counts of Poisson.
        if variance <= 1000 {
            return p < 0.5 ? gsl_cdf_poisson_P(k, mean) : 1 - gsl_cdf_poisson_P(n - k - 1, Double(n) * (1 - p))
        }
        return NormalDistribution.cumulative((Double(k) + 0.5 - mean) / variance.squareRoot())
    }
}
