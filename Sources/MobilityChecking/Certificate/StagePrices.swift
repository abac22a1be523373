import MobilityModel

/// Prices are so large that their sums would leave the integers they are added up in.
struct PriceOverflow: Error {}

/// The prices of one term by position in the scenario's tables, in whole units of the stage. What has no price is free.
struct StagePrices {
    /// What a unit of a term is worth: of the one that is bounded, and of those kept.
    private(set) var worth: [ObjectiveTerm: Int64] = [:]
    /// By request and by session: of what is there, and of what opens it.
    private(set) var places, minPlaces, seats, minSeats: [Int64]
    /// By quota line: of its place and of those of all lines it stands within.
    private(set) var paths: [Int64]
    private(set) var rules: [Int64]
    private(set) var quotas: [Int64]
    private(set) var applications: [ConsulateMonth: Int64] = [:]
    /// By set of payers: of a cent.
    private(set) var cents: [Int64]
    private(set) var funds: [(limit: Int128, price: Int64)] = []
    private(set) var kept: [(term: ObjectiveTerm, value: Int64, price: Int64)] = []
    private(set) var pins: [PinPrice] = []
    let term: ObjectiveTerm
    /// One of the term, in units of the stage.
    let unit: Int64

    struct ConsulateMonth: Hashable {
        let consulate: Int
        let month: Month
    }
    /// A pinned cycle and the people who followed it.
    struct PinPrice {
        let candidate: Candidate.ID
        let cycle: Cycle
        let count: Int
        let price: Int64
    }

    /// - Parameters:
    ///   - values: of the plan; no more than these is asked of the terms before.
    ///   - pins: the plan whose pinned cycles must be kept.
    init(_ stage: BoundCertificate.Stage, catalogue: CycleCatalogue, values: [ObjectiveTerm: Int64], pins pinned: Plan?) throws(PriceOverflow) {
        let scenario = catalogue.scenario
        let index = catalogue.checker.index
        guard BoundCertificate.powers.contains(stage.power) else { throw PriceOverflow() }
        term = stage.term
        unit = 1 << Int64(-stage.power)
        places = scenario.requests.map { _ in 0 }
        minPlaces = places
        seats = scenario.sessions.map { _ in 0 }
        minSeats = seats
        quotas = scenario.quotas.map { _ in 0 }
        paths = quotas
        rules = scenario.rules.map { _ in 0 }
        cents = catalogue.payers.sets.map { _ in 0 }
        worth[term] = term.isMaximised ? unit : -unit
        let before = Set(scenario.terms.prefix { $0 != stage.term })
        for price in stage.prices {
            let mantissa = max(0, price.mantissa)
            switch price.limit {
            case .places(let id): if let request = index.requests[id] { places[request] = mantissa }
            case .minPlaces(let id): if let request = index.requests[id] { minPlaces[request] = mantissa }
            case .seats(let id): if let session = index.sessions[id] { seats[session] = mantissa }
            case .minSeats(let id): if let session = index.sessions[id] { minSeats[session] = mantissa }
            case .applications(let id, let month):
                if let consulate = index.consulates[id] { applications[ConsulateMonth(consulate: consulate, month: month)] = mantissa }
            case .quota(let id): if let line = index.quotas[id] { quotas[line] = mantissa }
            case .rule(let id, let kind):
                if let rule = scenario.rules.firstIndex(where: { $0.id == id && $0.kind == kind }) { rules[rule] = mantissa }
            case .funds(let ids):
                let set = Set(ids.compactMap { id in scenario.funds.firstIndex { $0.id == id } })
                guard set.count == ids.count, !set.isEmpty, mantissa > 0 else { continue }
                funds.append((catalogue.payers.limit(set), mantissa))
                for payer in catalogue.payers.charged(to: set) { cents[payer] = try Self.sum(cents[payer], mantissa) }
            case .kept(let other, let value):
                guard before.contains(other), let own = values[other] else { continue }
                keep(other, other.isMaximised ? min(value, own) : max(value, own), mantissa)
            case .pinned(let candidate, let request): if mantissa > 0 { pins += Self.pins(pinned, candidate, request, mantissa) }
            }
        }
        for line in scenario.quotas.indices {
            for above in index.chain(of: line) { paths[line] = try Self.sum(paths[line], quotas[above]) }
        }
    }

    private mutating func keep(_ other: ObjectiveTerm, _ value: Int64, _ price: Int64) {
        guard worth[other] == nil else { return }
        kept.append((other, value, price))
        worth[other] = other.isMaximised ? price : -price
    }

    private static func pins(_ plan: Plan?, _ candidate: Candidate.ID, _ request: Request.ID, _ price: Int64) -> [PinPrice] {
        (plan?.itineraries ?? []).filter { $0.candidate == candidate && $0.count > 0 }.flatMap { itinerary in
            itinerary.cycles.filter { $0.pinned && $0.request == request }.map {
                PinPrice(candidate: candidate, cycle: $0, count: itinerary.count, price: price)
            }
        }
    }

    private static func sum(_ a: Int64, _ b: Int64) throws(PriceOverflow) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { throw PriceOverflow() }
        return sum
    }

    /// What a cent charged to a set costs at most: its worth in the objective and in what is kept, and the price of money.
    func cent(_ payer: Int) -> Int128 { Int128(worth[.cost] ?? 0) - (payer == Payers.nobody ? 0 : Int128(cents[payer])) }

    /// What a placement that adds one to a rule gains.
    func gain(ofRule rule: Int, _ kind: Rule.Kind) -> Int128 { kind == .atLeast ? Int128(rules[rule]) : -Int128(rules[rule]) }
}

/// A sum in 128 bits that says so where it leaves them.
struct ExactSum {
    private(set) var value: Int128 = 0

    mutating func add(_ a: Int128, times b: Int128 = 1) throws(PriceOverflow) {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        let (sum, overflow2) = value.addingReportingOverflow(product)
        if overflow || overflow2 { throw PriceOverflow() }
        value = sum
    }
}

/// The greatest of any range of a list that stays as it is: a sparse table.
struct GreatestGain {
    static let none = Int64.min
    private var levels: [[Int64]]

    init(_ values: [Int64]) {
        levels = [values]
        var length = 1
        while 2 * length <= values.count {
            let last = levels[levels.count - 1]
            levels.append((0...(values.count - 2 * length)).map { max(last[$0], last[$0 + length]) })
            length *= 2
        }
    }

    /// - Parameter range: within the list, not empty.
    func greatest(_ range: ClosedRange<Int>) -> Int64 {
        let level = Int.bitWidth - 1 - range.count.leadingZeroBitCount
        return max(levels[level][range.lowerBound], levels[level][range.upperBound - (1 << level) + 1])
    }
}
