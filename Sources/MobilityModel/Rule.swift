/// An exact share, `numerator / denominator`, as the decimal in the file says.
public struct Fraction: Sendable, Hashable, CustomStringConvertible {
    public var numerator: Int64
    /// At least 1.
    public var denominator: Int64
    public init(_ numerator: Int64, over denominator: Int64) { self.numerator = numerator; self.denominator = denominator }
    public var value: Double { Double(numerator) / Double(denominator) }
    public var description: String { "\(numerator)/\(denominator)" }
}

/// A balance rule over placements (cycles), `rules` in `scenario.yaml`.
public struct Rule: Sendable, Hashable {
    public typealias ID = Identifier<Rule>
    public enum Kind: String, CaseIterable, Sendable { case atLeast = "at_least", atMost = "at_most" }
    public enum Target: Sendable, Hashable {
        /// A number of the placements that match `who`, `of` and `place`.
        case count(Int)
        /// A share, 0...1, of the placements that match `of` and `place`.
        case share(Fraction)
    }

    public var id: ID
    public var kind: Kind
    public var target: Target
    public var who: Who
    public var of: Who
    public var place: Where
    /// Points for each placement short or over; `nil` = hard.
    public var penalty: Int?

    public init(id: ID, kind: Kind, target: Target, who: Who = Who(), of: Who = Who(), place: Where = Where(), penalty: Int? = nil) {
        self.id = id; self.kind = kind; self.target = target; self.who = who; self.of = of; self.place = place
        self.penalty = penalty
    }
}
