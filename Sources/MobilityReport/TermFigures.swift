import MobilityModel

extension ObjectiveTerm {
    /// What its figures count.
    var meaning: String {
        switch self {
        case .penalty: "points of soft rules, fewest"
        case .placements: "priority points, most"
        case .stayDays: "days of stay, most"
        case .match: "points of fit, most"
        case .returns: "expected on-time returns, most"
        case .cost: "least"
        }
    }

    /// A change of the term: with its sign, but that of penalty points, of which fewer are better, in words.
    func change(_ value: Double) -> String {
        let sign = value > 0 ? "+" : ""
        switch self {
        case .cost: return "\(sign)\(Figures.decimal(value / 100, digits: 2)) EUR of cost"
        case .returns: return "\(sign)\(Figures.decimal(value / 1e6, digits: 2)) returns"
        case .placements: return "\(sign)\(Figures.decimal(value, digits: 2)) priority points"
        case .match: return "\(sign)\(Figures.decimal(value, digits: 2)) points of fit"
        case .stayDays: return "\(sign)\(Figures.decimal(value, digits: 2)) days of stay"
        case .penalty:
            let amount = Figures.decimal(value.magnitude, digits: 2)
            let points = amount == "1" ? "1 penalty point" : "\(amount) penalty points"
            return amount == "0" ? points : "\(points) \(value < 0 ? "fewer" : "more")"
        }
    }

    /// A value of the term as people read it, with its unit where that is money.
    public func figure(_ value: Int64) -> String {
        switch self {
        case .cost: Figures.euro(Cents(value))
        case .returns: Figures.decimal(Double(value) / 1e6, digits: 2)
        default: Figures.grouped(value)
        }
    }
}
