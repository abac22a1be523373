import MobilityModel

/// Differences of terms as planners read them.
extension TermChange {
    /// `-2 priority points`; `between -5 and -3 priority points` where no more is proven; `+3 points of fit in that plan` where nothing is.
    public var words: String {
        if isExact { return term.signed(difference) }
        guard let proven else { return "\(term.signed(difference)) in that plan" }
        return "between \(term.signed(proven.lowerBound, hasUnit: false)) and \(term.signed(proven.upperBound))"
    }

    var isNothing: Bool { proven == 0...0 && difference == 0 }
}

extension ObjectiveTerm {
    /// A difference with its sign, and the unit.
    func signed(_ value: Int64, hasUnit: Bool = true) -> String {
        let sign = value > 0 ? "+" : value < 0 ? "-" : "+"
        let amount = Int64(clamping: value.magnitude)
        let one = amount == 1
        switch self {
        case .cost: return "\(sign)\(Figures.euro(Cents(amount)).replacingPrefix("EUR ", with: ""))\(hasUnit ? " EUR of cost" : "")"
        case .returns: return "\(sign)\(Figures.decimal(Double(amount) / 1e6, digits: 2))\(hasUnit ? " returns" : "")"
        default: break
        }
        let unit: String = switch self {
        case .placements: one ? "priority point" : "priority points"
        case .stayDays: one ? "day of stay" : "days of stay"
        case .match: one ? "point of fit" : "points of fit"
        case .penalty: one ? "penalty point" : "penalty points"
        case .cost, .returns: ""
        }
        return "\(sign)\(Figures.grouped(amount))\(hasUnit ? " \(unit)" : "")"
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}

extension [TermChange] {
    /// All that moves; `nothing changes` where nothing does.
    public var words: String {
        let moving = filter { !$0.isNothing }
        return moving.isEmpty ? "nothing changes" : moving.map(\.words).joined(separator: ", ")
    }

    var json: JSONValue {
        .array(map { change in
            .object([
                ("term", .string(change.term.rawValue)), ("before", .integer(change.before)), ("after", .integer(change.after)),
                ("change", .integer(change.difference)), ("least", change.proven.map { .integer($0.lowerBound) } ?? .null),
                ("most", change.proven.map { .integer($0.upperBound) } ?? .null), ("exact", .bool(change.isExact)),
            ])
        })
    }
}
