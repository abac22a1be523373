import MobilityModel

/// A figure of the base and of a variant, and what is not known of their difference.
public struct ComparisonRow: Sendable, Hashable {
    /// `term`, `plan`, `quota`, `session`, `consulate`, `fund`, `projection` or `nearness`.
    public var kind: String
    /// `all`, `sex=F`, or the id of something scarce; of a term its name.
    public var group: String
    public var figure: String
    public var base: Double?
    public var variant: Double?
    /// Of projected figures: people of the group, in the plan that has fewer of them.
    public var people: Int?
    /// Of terms: between which the difference of the two best plans is proven to lie. Of nearness: between which the least lies that a
    /// plan as good can have.
    public var solver: ClosedRange<Double>?
    /// Of projected figures: 5 % and 95 % of the difference within a replicate, luck and parameters shared.
    public var paired: ClosedRange<Double>?
    /// Of projected figures: the mean difference within a replicate, and its standard error.
    public var pairedMean: Double?
    public var standardError: Double?
    /// Of projected figures: the part of the variance of the difference, 0...1, that is uncertainty of the parameters, which no luck
    /// shared takes away.
    public var parameterShare: Double?
    /// Of projected figures: the difference on average over everybody's luck, which the parameters alone make uncertain.
    public var expectation: ExpectationEstimate?

    public init(
        kind: String, group: String, figure: String, base: Double? = nil, variant: Double? = nil, people: Int? = nil,
        solver: ClosedRange<Double>? = nil, paired: ClosedRange<Double>? = nil, pairedMean: Double? = nil, standardError: Double? = nil,
        parameterShare: Double? = nil, expectation: ExpectationEstimate? = nil
    ) {
        self.kind = kind; self.group = group; self.figure = figure; self.base = base; self.variant = variant; self.people = people
        self.solver = solver; self.paired = paired; self.pairedMean = pairedMean; self.standardError = standardError
        self.parameterShare = parameterShare; self.expectation = expectation
    }

    /// Variant less base; a figure that one of them does not have has none.
    public var difference: Double? {
        if let pairedMean { return pairedMean }
        guard let base, let variant else { return nil }
        return variant - base
    }

    /// The figure of a term that says how much is reached of the most that is proven.
    static let shareOfBound = "share_of_bound"

    /// What the numbers are of: `count`, `share`, `eur`; of terms `cents` (cost), `millionths` (returns) or `points`.
    var unit: String {
        if kind == "term", figure == "value" {
            switch ObjectiveTerm(rawValue: group) {
            case .cost: return "cents"
            case .returns: return "millionths"
            default: return "points"
            }
        }
        if ["gap", "share_filled", Self.shareOfBound].contains(figure) || OutcomeFigure(rawValue: figure)?.isShare == true { return "share" }
        return figure.hasSuffix("_eur") ? "eur" : "count"
    }

    /// How the intervals of a projected difference are to be read.
    enum Reading {
        case nothing, mayBeNothing
        /// There is a difference on average, and one run of the programme may show none.
        case somethingOnAverage
        case something
    }

    var reading: Reading? {
        guard let paired else { return nil }
        if paired == 0...0, difference == 0, expectation.map({ $0.low == 0 && $0.high == 0 }) ?? true { return .nothing }
        guard paired.contains(0) else { return .something }
        return expectation.map { $0.low > 0 || $0.high < 0 } ?? false ? .somethingOnAverage : .mayBeNothing
    }
}
