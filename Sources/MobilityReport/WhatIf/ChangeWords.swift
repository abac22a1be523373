import MobilityModel

/// Differences of terms as planners read them.
extension TermChange {
    /// `-2 priority points`; `between -5 and -3 priority points` where no more is proven; `+3 points of fit in that plan` where nothing is.
    /// Of penalty points `9 penalty points fewer`: fewer of them are better, so that a sign could be read both ways.
    public var words: String {
        if isExact { return term.signed(difference) }
        guard let proven else { return "\(term.signed(difference)) in that plan" }
        guard term == .penalty else {
            return "between \(term.signed(proven.lowerBound, hasUnit: false)) and \(term.signed(proven.upperBound))"
        }
        // The words that both ends share stand once.
        let isOneSided = proven.lowerBound.signum() * proven.upperBound.signum() > 0
        let ends = proven.upperBound <= 0 ? [proven.upperBound, proven.lowerBound] : [proven.lowerBound, proven.upperBound]
        return isOneSided ? "between \(Figures.grouped(ends[0].magnitude)) and \(term.signed(ends[1]))"
            : "between \(term.signed(ends[0])) and \(term.signed(ends[1]))"
    }

    var isNothing: Bool { proven == 0...0 && difference == 0 }
}

extension ObjectiveTerm {
    /// A difference with its sign, and the unit; penalty points with theirs in any case.
    func signed(_ value: Int64, hasUnit: Bool = true) -> String {
        let sign = value > 0 ? "+" : value < 0 ? "-" : "+"
        let amount = Int64(clamping: value.magnitude)
        let one = amount == 1
        switch self {
        case .cost: return "\(sign)\(Figures.euro(Cents(amount)).replacingPrefix("EUR ", with: ""))\(hasUnit ? " EUR of cost" : "")"
        case .returns: return "\(sign)\(Figures.decimal(Double(amount) / 1e6, digits: 2))\(hasUnit ? " returns" : "")"
        case .penalty: return change(Double(value))
        default: break
        }
        let unit: String = switch self {
        case .placements: one ? "priority point" : "priority points"
        case .stayDays: one ? "day of stay" : "days of stay"
        case .match: one ? "point of fit" : "points of fit"
        case .cost, .returns, .penalty: ""
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
