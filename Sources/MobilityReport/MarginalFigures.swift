import MobilityModel

extension MarginalValue {
    /// Euros of a fund whose price is told: that of one is too small to be read.
    static let euros = 1_000

    /// For as much as is told of at a time: a place, a seat, an application, EUR 1,000 of a fund.
    private var told: Double { kind == "fund" ? value * Double(Self.euros) : value }

    /// How far that moves the term: a price is a gain, and of penalty points and cost less is better.
    var change: Double { term.isMaximised ? told : -told }

    /// Whether to tell of it; of a fund that is used up in any case.
    var isTold: Bool { told.isFinite && (told.magnitude >= 0.005 || kind == "fund") }

    /// Those to tell of by the terms in their order, the greatest first.
    static func told(_ values: [MarginalValue], order: [ObjectiveTerm]) -> [MarginalValue] {
        func position(_ value: MarginalValue) -> Int { order.firstIndex(of: value.term) ?? order.count }
        return values.filter(\.isTold).sorted {
            (position($0), -abs($0.told), $0.kind, $0.id) < (position($1), -abs($1.told), $1.kind, $1.id)
        }
    }
}
