/// `cycle` in `scenario.yaml`: what holds for every cycle of every person.
public struct CycleRules: Sendable, Hashable {
    /// The next start is later than the previous end plus this.
    public var restDays: Int
    /// Days between the end of visa processing and the start.
    public var visaMarginDays: Int
    /// In one plan; `nil` = unlimited.
    public var maxCycles: Int?
    /// Completed years on the start, at least 18.
    public var minAge: Int
    public var maxAge: Int?
    /// Whether a request without a filing date can take nobody.
    public var requireFiled: Bool

    public init(
        restDays: Int = 0, visaMarginDays: Int = 0, maxCycles: Int? = nil, minAge: Int = 18, maxAge: Int? = nil,
        requireFiled: Bool = false
    ) {
        self.restDays = restDays; self.visaMarginDays = visaMarginDays; self.maxCycles = maxCycles
        self.minAge = minAge; self.maxAge = maxAge; self.requireFiled = requireFiled
    }
}

/// Countries that people of one origin enter without a visa.
public struct VisaFree: Sendable, Hashable {
    public var origin: Country
    public var countries: [Country]
    public init(origin: Country, countries: [Country]) { self.origin = origin; self.countries = countries }
}

/// `costs` in `scenario.yaml`.
public struct Costs: Sendable, Hashable {
    public struct Travel: Sendable, Hashable {
        public var origin: Country
        public var country: Country
        public var price: Cents
        public init(origin: Country, country: Country, price: Cents) {
            self.origin = origin; self.country = country; self.price = price
        }
    }

    /// Paid on the start, once a cycle. A pair without an entry costs nothing.
    public var travel: [Travel]
    /// Paid on the end, once a cycle.
    public var reintegration: Cents

    public init(travel: [Travel] = [], reintegration: Cents = .zero) {
        self.travel = travel; self.reintegration = reintegration
    }
}
