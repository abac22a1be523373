import MobilityModel

/// What a certificate proves of one term of a plan.
public struct CertifiedBound: Sendable, Hashable {
    public var term: ObjectiveTerm
    /// Of the plan.
    public var value: Int64
    /// No valid plan is better that has no less of the terms before; `nil` where the certificate proves nothing.
    public var bound: Int64?
    /// Groups of alike people whose itineraries were looked at less closely than the rules, which can only weaken the bound.
    public var loosened: Int
    /// Why nothing is proven, in a sentence; empty where something is.
    public var obstacle: String

    public init(term: ObjectiveTerm, value: Int64, bound: Int64?, loosened: Int = 0, obstacle: String = "") {
        self.term = term; self.value = value; self.bound = bound; self.loosened = loosened; self.obstacle = obstacle
    }

    /// `|bound - value| / max(1, |value|)`.
    public var gap: Double? { bound.map { TermResult.gap(value: value, bound: $0) } }
}

extension PlanChecker {
    /// Proves the bounds of a plan again from the scenario and a certificate's prices alone, in whole numbers.
    ///
    /// Every limit that ties people together goes into the objective at its price, and everybody takes the itinerary that is then the best
    /// for one person: whatever the prices, no plan gains more (see the page *Certificates*). Prices below 0 and prices of what the
    /// scenario does not have count as 0.
    ///
    /// - Parameters:
    ///   - report: of the plan, which is valid.
    ///   - pins: the plan whose pinned cycles must be kept; without it their prices count for nothing.
    /// - Returns: one for each term that is optimised, in its order.
    ///
    /// Complexity: once groups of alike people times requests; for each term, in a group, the pairs of cycles that can follow each other,
    /// times what can be learnt on the way.
    public func certifiedBounds(_ certificate: BoundCertificate, of report: CheckReport, pins: Plan? = nil) -> [CertifiedBound] {
        certifiedBounds(certificate, of: report, pins: pins, effort: ProofEffort())
    }

    func certifiedBounds(_ certificate: BoundCertificate, of report: CheckReport, pins: Plan?, effort: ProofEffort) -> [CertifiedBound] {
        let catalogue = CycleCatalogue(self, pins: pins, effort: effort)
        return report.terms.map { term in
            guard let stage = certificate.stages.first(where: { $0.term == term.term }) else {
                return CertifiedBound(term: term.term, value: term.value, bound: nil, obstacle: "the certificate has no prices for it")
            }
            do throws(PriceOverflow) {
                let prices = try StagePrices(stage, catalogue: catalogue, values: report.values, pins: pins)
                let sum = try LagrangianSum(catalogue, prices)
                guard let bound = sum.bound else { throw PriceOverflow() }
                return CertifiedBound(term: term.term, value: term.value, bound: bound, loosened: sum.loosened)
            } catch {
                return CertifiedBound(
                    term: term.term, value: term.value, bound: nil, obstacle: "its prices are too great to be added up")
            }
        }
    }
}

/// The Lagrangian bound of one term: what limits are worth at their prices, and what is left of the objective when everybody takes the
/// itinerary that gains most.
struct LagrangianSum {
    private var sum = ExactSum()
    /// Groups priced less closely than the rules.
    private(set) var loosened = 0
    private let catalogue: CycleCatalogue
    private let prices: StagePrices
    private var scenario: Scenario { catalogue.scenario }

    init(_ catalogue: CycleCatalogue, _ prices: StagePrices) throws(PriceOverflow) {
        self.catalogue = catalogue
        self.prices = prices
        try addLimits()
        try addOpenings()
        try addRules()
        let cycles = try PricedCycles(catalogue, prices)
        var left = catalogue.effort.allSteps
        for (index, group) in catalogue.groups.enumerated() {
            var pricer = ItineraryPricer(cycles, group: index)
            let best = try pricer.best(steps: &left)
            try sum.add(Int128(best.gain), times: Int128(group.people))
            if best.precision > .exact { loosened += 1 }
        }
    }

    /// Limits that hold whatever takes place.
    private mutating func addLimits() throws(PriceOverflow) {
        for (line, price) in zip(scenario.quotas, prices.quotas) { try sum.add(Int128(price), times: Int128(max(0, line.places))) }
        for (month, price) in prices.applications {
            try sum.add(Int128(price), times: Int128(max(0, scenario.consulates[month.consulate].monthlyCapacity)))
        }
        for fund in prices.funds { try sum.add(Int128(fund.price), times: fund.limit) }
        for kept in prices.kept { try sum.add(Int128(kept.price), times: Int128(kept.value) * (kept.term.isMaximised ? -1 : 1)) }
        for pin in prices.pins { try sum.add(Int128(pin.price), times: -Int128(pin.count)) }
    }

    /// Requests and sessions take place or not: with people between their minimum and what there is, or with none.
    private mutating func addOpenings() throws(PriceOverflow) {
        for (index, request) in scenario.requests.enumerated() {
            let most = max(0, min(request.places, catalogue.requestReach[index]))
            try addOpening(prices.places[index], most: most, prices.minPlaces[index], least: request.minPlaces, costs: 0)
        }
        for (index, session) in scenario.sessions.enumerated() {
            guard let payer = catalogue.runPayers[index] else { continue }
            let most = max(0, min(session.seats, catalogue.sessionReach[index]))
            try addOpening(
                prices.seats[index], most: most, prices.minSeats[index], least: session.minSeats,
                costs: Int128(session.runCost.amount) * prices.cent(payer))
        }
    }

    private mutating func addOpening(_ price: Int64, most: Int, _ minPrice: Int64, least: Int, costs: Int128) throws(PriceOverflow) {
        let gain = Int128(price) * Int128(most) - Int128(minPrice) * Int128(max(0, least)) + costs
        if gain > 0 { try sum.add(gain) }
    }

    /// Rules, and what soft ones may fall short.
    private mutating func addRules() throws(PriceOverflow) {
        let kept = prices.kept.first { $0.term == .penalty }
        for (index, rule) in scenario.rules.enumerated() where prices.rules[index] > 0 || rule.penalty != nil {
            let price = Int128(prices.rules[index])
            var part: Int128 = 1
            switch rule.target {
            case .count(let count): try sum.add(price * (rule.kind == .atLeast ? -1 : 1), times: Int128(count))
            case .share: part = Int128(catalogue.shares[index]?.denominator ?? 1)
            }
            guard let points = rule.penalty else { continue }
            var most = catalogue.mostPlacements
            if case .count(let count) = rule.target, rule.kind == .atLeast { most = Int128(max(0, count)) }
            if let kept, points > 0 { most = min(most, Int128(max(0, kept.value)) / Int128(points)) }
            let gain = price * part + Int128(points) * Int128(prices.worth[.penalty] ?? 0)
            if gain > 0 { try sum.add(gain, times: most) }
        }
    }

    // MARK: Whole numbers

    /// In units of the term, rounded to what its values are multiples of; `nil` beyond what values and gaps are counted in.
    var bound: Int64? {
        let step = Int128(TermStep(catalogue).step(of: prices.term))
        let (steps, rest) = sum.value.quotientAndRemainder(dividingBy: Int128(prices.unit) * step)
        // Rounded down, below 0 as well.
        let whole = (rest < 0 ? steps - 1 : steps) * step
        guard whole < 1 << 62, whole > -(1 << 62) else { return nil }
        return prices.term.isMaximised ? Int64(whole) : max(0, Int64(-whole))
    }
}

/// What every value of a term is a multiple of.
struct TermStep {
    let catalogue: CycleCatalogue
    init(_ catalogue: CycleCatalogue) { self.catalogue = catalogue }

    /// At least 1.
    func step(of term: ObjectiveTerm) -> Int64 {
        let scenario = catalogue.scenario
        var step: Int64 = 0
        func take(_ amount: Int64) { step = greatestCommonDivisor(step, amount) }
        switch term {
        case .penalty: scenario.rules.forEach { take(Int64($0.penalty ?? 0)) }
        case .cost:
            for session in scenario.sessions { take(session.seatCost.amount); take(session.runCost.amount) }
            scenario.consulates.forEach { take($0.fee.amount) }
        default: break
        }
        for option in catalogue.options.joined() {
            if step == 1 { break }
            switch term {
            case .penalty: break
            // Of sets of many sessions not every value is listed.
            case .returns: take(1)
            case .cost: take(option.costs.reduce(0) { $0.plus($1.cents) })
            case .stayDays: take(option.stayDays)
            case .match: take(option.match)
            case .placements: for variant in [option.first, option.later] { take(variant?.placements ?? 0) }
            }
        }
        return max(1, step)
    }
}
