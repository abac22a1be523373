import MobilityModel

extension Fraction {
    /// The simplest way to ask for the same of at most `most` placements: of the fractions of a denominator up to `most`, the least that is
    /// no less than this one, or the greatest that is no more.
    ///
    /// Of b <= `most` placements, a/b >= s holds just where a/b is no less than that least fraction, since a/b is one of those. So 0.333333333 of
    /// a hundred placements is a third of them, without coefficients of nine digits, in which a solver's tolerances are people.
    ///
    /// A walk down the Stern-Brocot tree, many steps at once (Graham, Knuth and Patashnik, "Concrete Mathematics", 4.5).
    /// Complexity: O(log denominator). Numerator and denominator are at most 1e9 each.
    func neighbour(atLeast: Bool, upTo most: Int64) -> Fraction {
        let divisor = max(1, greatestCommonDivisor(numerator, denominator))
        let (n, m) = (numerator / divisor, denominator / divisor)
        guard n > 0, n < m, m > max(1, most) else { return Fraction(n, over: m) }
        // below <= n/m < above throughout, and both are in lowest terms.
        var (below, above) = (Fraction(0, over: 1), Fraction(1, over: 1))
        while true {
            let (up, down) = (n * below.denominator - below.numerator * m, above.numerator * m - n * above.denominator)
            let raised = min(up / down, (most - below.denominator) / above.denominator)
            below = Fraction(below.numerator + raised * above.numerator, over: below.denominator + raised * above.denominator)
            // The denominator of n/m is too great, so that neither side can reach it.
            let left = n * below.denominator - below.numerator * m
            let lowered = min(left > 0 ? (down - 1) / left : 0, (most - above.denominator) / below.denominator)
            above = Fraction(above.numerator + lowered * below.numerator, over: above.denominator + lowered * below.denominator)
            if raised == 0, lowered == 0 { return atLeast ? above : below }
        }
    }
}

extension Scenario {
    /// No plan has more placements: each takes a place, and nobody takes more than the cycles allowed.
    var mostPlacements: Int64 {
        let places = requests.reduce(Int64(0)) { min(.max / 4, $0 + Int64($1.places)) }
        guard let cycles = cycle.maxCycles else { return places }
        let people = candidates.reduce(Int64(0)) { min(.max / 4, $0 + Int64($1.count)) }
        let (product, overflows) = people.multipliedReportingOverflow(by: Int64(cycles))
        return overflows ? places : min(places, product)
    }

    /// The same scenario with the shares of its rules as simple as they can be without asking for anything else.
    func withSimplestShares() -> Scenario {
        var scenario = self
        lazy var most = mostPlacements
        for (index, rule) in rules.enumerated() {
            if case .share(let share) = rule.target {
                scenario.rules[index].target = .share(share.neighbour(atLeast: rule.kind == .atLeast, upTo: most))
            }
        }
        return scenario
    }
}
