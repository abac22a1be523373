import CGSL
import Foundation
import Testing

@testable import Distributions

@Suite struct BetaDistributionTests {
    private let shares = [1e-9, 1e-4, 0.05, 0.3, 0.5, 0.7, 0.95, 1 - 1e-4, 1 - 1e-9]

    @Test func closedQuantilesComeOut() {
        // Beta(1, b) and Beta(a, 1) have closed quantiles.
        for u in [1e-6, 0.01, 0.5, 0.99, 1 - 1e-6] {
            #expect(abs(BetaDistribution.quantile(u, 1, 2) - (1 - (1 - u).squareRoot())) < 1e-9)
            #expect(abs(BetaDistribution.quantile(u, 2, 1) - u.squareRoot()) < 1e-9)
        }
    }

    /// Lopsided and great shapes end where they should, ascending, and never outside 0...1.
    @Test(arguments: [
        (0.5, 5000.5), (1e-3, 1e-3), (9e5, 0.5), (0.02, 40), (1e-9, 1), (1e6, 1e6), (5e11, 5e11), (1e15, 0.5), (1e-6, 1e12), (1e150, 1e150), (3e6, 2e3),
    ])
    func quantilesAscendInsideTheirRange(a: Double, b: Double) {
        let values = shares.map { BetaDistribution.quantile($0, a, b) }
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 } && values == values.sorted(), "\(values)")
        // Where the spread is a hair's breadth all is at the mean.
        if a + b > 1e9, min(a, b) > 1 { #expect(values.allSatisfy { abs($0 - a / (a + b)) < 1e-3 }) }
    }

    /// Beyond where the library is asked for quantiles its distribution function still holds: there the expansions are held to it.
    @Test(arguments: [(6e4, 6e4), (1e3, 2e5), (499, 99_600), (501, 99_600), (100, 2e5), (3.5, 1.2e5), (0.5, 3e5), (2e5, 40), (0.3, 2e5), (7e5, 2e5)])
    func expansionsInvertTheDistributionFunction(a: Double, b: Double) {
        NumericalLibrary.prepare()
        for share in shares {
            let back = gsl_cdf_beta_P(BetaDistribution.quantile(share, a, b), a, b)
            // Relative to the nearer tail, which is what a difference of 1e-4 standard deviations makes there.
            #expect(abs(back - share) <= 1e-3 * min(share, 1 - share) + 1e-12, "\(share): \(back)")
        }
    }

    /// Both sides of where the library hands over, and of where the two expansions do.
    @Test(arguments: [(5e4, 5e4), (2e3, 9.8e4), (20, 99_980), (499.9999, 1e6)])
    func handingOverDoesNotShow(a: Double, b: Double) {
        for share in shares {
            let here = BetaDistribution.quantile(share, a, b), there = BetaDistribution.quantile(share, a * (1 + 1e-6), b * (1 + 1e-6))
            let mean = a / (a + b), deviation = (mean * (1 - mean) / (a + b)).squareRoot()
            #expect(abs(here - there) < 5e-4 * deviation, "\(share): \((here - there) / deviation)")
        }
    }
}

@Suite struct BetaQuadratureTests {
    /// E[X^k] is the product of (a + i) / (a + b + i), i below k: exact up to the rule's degree.
    @Test(arguments: [(0.5, 0.5), (1.0, 1.0), (0.117, 2.2), (0.02, 0.9), (1e-6, 1e-6), (9e-17, 1e-17), (1e-12, 3e-12), (40, 3), (9e4, 2e5), (1e12, 3e12), (0.3, 1e9)])
    func momentsAreExact(a: Double, b: Double) {
        let rule = BetaQuadrature(a, b, points: 10)
        var moment = 1.0
        for power in 0...19 {
            let found = rule.mean { pow($0, Double(power)) }
            #expect(abs(found - moment) <= 1e-9 * moment + 1e-13, "power \(power): \(found), not \(moment)")
            moment *= (a + Double(power)) / (a + b + Double(power))
        }
    }

    /// Of functions that are no polynomials: the mean of 1 / (1 + x), by a sum over quantiles.
    @Test(arguments: [(2.0, 5.0), (0.7, 0.9), (30, 4)])
    func smoothFunctionsAreNearlyExact(a: Double, b: Double) {
        let parts = 20_000
        let sum = (0..<parts).reduce(0.0) { $0 + 1 / (1 + BetaDistribution.quantile((Double($1) + 0.5) / Double(parts), a, b)) }
        #expect(abs(BetaQuadrature(a, b, points: 10).mean { 1 / (1 + $0) } - sum / Double(parts)) < 1e-5)
    }
}
