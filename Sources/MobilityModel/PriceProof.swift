/// What the prices that prove a plan's bounds say of more of something scarce.
///
/// With the same prices, a unit more of a resource raises the bound of a term by its price at most. Where the bound, so raised
/// and brought down to a whole number, is still what the plan has, no plan with the resource is better in that term.
public struct PriceProof: Sendable {
    /// One term, given the values of those before it.
    public struct Term: Sendable {
        /// What the plan has, negated where the term is minimised.
        public var value: Int64
        /// Proven by the prices alone, negated where the term is minimised.
        public var bound: Double
        /// What a unit of a resource (a cent of a fund) adds to the bound at most; infinite where prices do not say.
        public var prices: [ScarceResource: Double]

        public init(value: Int64, bound: Double, prices: [ScarceResource: Double]) {
            self.value = value; self.bound = bound; self.prices = prices
        }
    }

    /// In the order of the objective, from the first; those that no prices prove are missing.
    public var terms: [Term]

    public init(terms: [Term] = []) { self.terms = terms }

    /// In how many terms, from the first on, it is proven that `step` units more of a resource (cents of a fund) change nothing.
    public func unchangedTerms(_ resource: ScarceResource, more step: Int64) -> Int {
        terms.prefix { term in
            guard let price = term.prices[resource], price.isFinite else { return false }
            let raised = term.bound + max(0, price) * Double(step)
            // A sum in floating point is never taken for more exact than it is.
            return raised.isFinite && abs(raised) < 9e15
                && Int64((raised + 1e-6 + abs(raised) * 1e-11).rounded(.down)) <= term.value
        }.count
    }
}
