import MobilityModel

/// What cycles gain at the prices of one term. Gains are whole units of the stage, and small enough that an itinerary's fit 64 bits.
final class PricedCycles {
    /// A cycle of a group, its sessions and application apart.
    struct Option {
        let first, later: Variant?
    }
    struct Variant {
        /// Before sessions, application and line.
        let gain: Int64
        let returns: [Int64]
        /// What the best line costs, as a gain.
        let line: Int64
    }

    let catalogue: CycleCatalogue
    let prices: StagePrices
    /// By consulate and stretch.
    private let calendars: [GreatestGain]
    private let applicationGains: [[Int64]]
    /// By origin and session; `none` where nobody can attend.
    private var seats: [Country: [Int64]] = [:]
    /// A part of a cycle's gain is smaller than this, and a cycle has fewer than 128 parts: itineraries of fewer cycles than
    /// ``mostCycles`` fit 64 bits.
    private static let most = Int128(1) << 46
    static let mostCycles = 1 << 9

    init(_ catalogue: CycleCatalogue, _ prices: StagePrices) throws(PriceOverflow) {
        self.catalogue = catalogue
        self.prices = prices
        var gains: [[Int64]] = []
        for (consulate, days) in catalogue.days.enumerated() {
            var list: [Int64] = []
            let fee = Int128(catalogue.scenario.consulates[consulate].fee.amount)
            for stretch in days.stretches {
                guard let payer = stretch.payer else { list.append(GreatestGain.none); continue }
                let place = prices.applications[.init(consulate: consulate, month: stretch.month)] ?? 0
                list.append(try Self.narrow(fee * prices.cent(payer) - Int128(place)))
            }
            gains.append(list)
        }
        applicationGains = gains
        calendars = gains.map(GreatestGain.init)
        for (origin, payers) in catalogue.seatPayers {
            var list: [Int64] = []
            for (session, payer) in payers.enumerated() {
                guard let payer else { list.append(GreatestGain.none); continue }
                let cents = Int128(catalogue.scenario.sessions[session].seatCost.amount)
                list.append(try Self.narrow(cents * prices.cent(payer) - Int128(prices.seats[session]) + Int128(prices.minSeats[session])))
            }
            seats[origin] = list
        }
    }

    private static func narrow(_ value: Int128) throws(PriceOverflow) -> Int64 {
        guard value < most, value > -most else { throw PriceOverflow() }
        return Int64(value)
    }

    func option(_ option: CycleOption) throws(PriceOverflow) -> Option {
        var shared = Int128(prices.worth[.stayDays] ?? 0) * Int128(option.stayDays) + Int128(prices.worth[.match] ?? 0) * Int128(option.match)
        shared += Int128(prices.minPlaces[option.request]) - Int128(prices.places[option.request])
        for (cents, payer) in option.costs { shared += Int128(cents) * prices.cent(payer) }
        let first = try variant(option.first, shared)
        return Option(first: first, later: try variant(option.later, shared))
    }

    private func variant(_ variant: CycleOption.Variant?, _ shared: Int128) throws(PriceOverflow) -> Variant? {
        guard let variant else { return nil }
        var gain = shared + Int128(prices.worth[.placements] ?? 0) * Int128(variant.placements)
        for (rule, amount) in variant.rules { gain += prices.gain(ofRule: rule, catalogue.scenario.rules[rule].kind) * Int128(amount) }
        var returns: [Int64] = []
        for value in variant.returns { returns.append(try Self.narrow(Int128(prices.worth[.returns] ?? 0) * Int128(value))) }
        let line = variant.leaves.map { leaves in -(leaves.map { prices.paths[$0] }.min() ?? 0) } ?? 0
        return Variant(gain: try Self.narrow(gain), returns: returns, line: try Self.narrow(Int128(line)))
    }

    /// What the best application on or after a day gains: 0 where no visa is needed, `nil` where it is too late.
    func application(_ option: CycleOption, from day: Day) -> Int64? {
        guard let applications = option.applications else { return 0 }
        var best = GreatestGain.none
        for application in applications {
            let first = max(application.first, day)
            guard first <= application.last else { continue }
            let days = catalogue.days[application.consulate]
            let range = days.position(of: first)...days.position(of: application.last)
            best = max(best, calendars[application.consulate].greatest(range))
        }
        return best == GreatestGain.none ? nil : best
    }

    /// What an application on one day gains; `nil` where it cannot be made or paid.
    func application(at consulate: Int, on day: Day) -> Int64? {
        let days = catalogue.days[consulate]
        guard let first = days.stretches.first, day >= first.first else { return nil }
        let gain = applicationGains[consulate][days.position(of: day)]
        return gain == GreatestGain.none ? nil : gain
    }

    /// What attending sessions gains.
    func sessions(_ sessions: [Int], origin: Country) -> Int64 {
        guard let seats = seats[origin] else { return 0 }
        return sessions.reduce(0) { $0.plus(seats[$1]) }
    }

    /// No sessions gain more.
    func bestSessions(origin: Country) -> Int64 { (seats[origin] ?? []).reduce(0) { $0.plus(max(0, $1)) } }
}
