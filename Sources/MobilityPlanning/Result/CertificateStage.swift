import Foundation
import MobilityModel

/// The prices that proved the bound of a stage, in the words of the scenario and as dyadic numbers.
///
/// Any prices of 0 or more prove a bound, so rounding them costs some of it and never its validity.
struct CertificateStage {
    let instance: Instance
    /// Before the shares of its rules were made simple.
    let scenario: Scenario
    let term: Int

    /// Bits after the point at most, and bits at most of what one cycle makes of a price, so that sums of them stay far from 64.
    private static let finest = 40.0
    private static let bits = 44.0
    /// More than a cycle costs, in cents.
    private static let costly = 1_048_576.0

    /// The prices of a relaxation.
    /// - Parameter kept: by term of those before, what its row keeps.
    func prices(_ duals: [Double], kept: [Int: Int64]) -> BoundCertificate.Stage {
        let scale = instance.scales[term]
        var prices: [(PricedLimit, Double)] = []
        var fundPrices = [Double](repeating: 0, count: instance.fundGroups.funds.count)
        var sets: [[Int]: Double] = [:]
        for (row, dual) in zip(instance.table.rows, duals) where dual != 0 {
            let price = abs(dual) * scale / row.scale
            switch row.kind {
            case .paid(let group):
                for fund in instance.fundGroups.members[group] { fundPrices[fund] = max(fundPrices[fund], price) }
            case .fund(let fund): fundPrices[fund] = max(fundPrices[fund], price)
            case .spending(let ceiling): sets[instance.fundGroups.members[ceiling], default: 0] += price
            default: prices += limits(row.kind, kept: kept).map { ($0.limit, price * $0.share) }
            }
        }
        for (set, price) in layers(fundPrices) { sets[set, default: 0] += price }
        let funds = instance.fundGroups.funds
        prices += sets.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (.funds($0.key.map { funds[$0].id }), $0.value) }
        return rounded(prices)
    }

    /// Prices that prove what can be said without any search: every placement takes a place, and gains what the best one there can.
    func prices(ofPlaces most: [Int64]) -> BoundCertificate.Stage {
        guard instance.terms[term].isMaximised else { return BoundCertificate.Stage(term: instance.terms[term]) }
        return rounded(zip(most, instance.groups).flatMap { gain, group in
            group.members.map { (.places(instance.scenario.requests[$0].id), Double(gain)) }
        })
    }

    /// The limits of the scenario that a row stands for, each with the part of the row's price that falls on it.
    private func limits(_ kind: RowKind, kept: [Int: Int64]) -> [(limit: PricedLimit, share: Double)] {
        func ids(_ group: Int) -> [Request.ID] { instance.groups[group].members.map { instance.scenario.requests[$0].id } }
        switch kind {
        case .people, .demand, .paid, .fund, .spending: return []
        case .places(let group): return ids(group).map { (.places($0), 1) }
        case .minPlaces(let group): return ids(group).map { (.minPlaces($0), 1) }
        case .seats(let session): return [(.seats(instance.scenario.sessions[session].id), 1)]
        case .minSeats(let session): return [(.minSeats(instance.scenario.sessions[session].id), 1)]
        case .applications(let calendar, let month): return [(.applications(instance.calendars[calendar].consulate.id, month), 1)]
        case .quota(let line): return [(.quota(instance.quotas.lines[line].id), 1)]
        case .rule(let index): return [(.rule(scenario.rules[index].id, scenario.rules[index].kind), part(index))]
        case .pin(let index): return [(.pinned(instance.pins[index].candidate, instance.pins[index].cycle.request), 1)]
        case .term(let index):
            guard let value = kept[index] else { return [] }
            return [(.kept(instance.terms[index], value), 1 / instance.scales[index])]
        }
    }

    /// The row of a share counts parts of a placement: those of its simplest form here, those of its lowest terms in the certificate.
    private func part(_ rule: Int) -> Double {
        guard case .share(let simple) = instance.scenario.rules[rule].target, case .share(let share) = scenario.rules[rule].target
        else { return 1 }
        let divisor = max(1, greatestCommonDivisor(share.numerator, share.denominator))
        return Double(simple.denominator) / Double(max(1, share.denominator / divisor))
    }

    /// One price for each fund, as prices of sets of funds: a cost is charged what the cheapest fund that can pay it asks, which is what the
    /// sets that hold all its funds add up to.
    private func layers(_ prices: [Double]) -> [([Int], Double)] {
        var below = 0.0
        return Set(prices).sorted().filter { $0 > 0 }.map { price in
            defer { below = price }
            return (prices.indices.filter { prices[$0] >= price }, price - below)
        }
    }

    /// About what a cycle adds to a limit at most.
    private func weight(_ limit: PricedLimit) -> Double {
        switch limit {
        case .funds: Self.costly
        case .kept(let other, _): 16 * (instance.terms.firstIndex(of: other).map { instance.scales[$0] } ?? 1)
        case .rule(let id, _):
            if case .share(let share) = scenario.rules.first(where: { $0.id == id })?.target { Double(share.denominator) } else { 1 }
        default: 1
        }
    }

    /// With one power of two for all, as near to 0 as it can be.
    private func rounded(_ prices: [(PricedLimit, Double)]) -> BoundCertificate.Stage {
        let greatest = max(prices.map { $0.1 * weight($0.0) }.max() ?? 0, 16 * instance.scales[term])
        var bits = max(0, min(Self.finest, Self.bits - log2(greatest).rounded(.up)))
        var numbers = prices.map { price -> Int64 in
            let scaled = (price.1 * exp2(bits)).rounded()
            return scaled < 9e18 ? Int64(scaled) : 0
        }
        let zeros = numbers.filter { $0 > 0 }.map(\.trailingZeroBitCount).min() ?? Int(bits)
        let shift = min(zeros, Int(bits))
        numbers = numbers.map { $0 >> Int64(shift) }
        bits -= Double(shift)
        var stage = BoundCertificate.Stage(term: instance.terms[term], power: -Int(bits))
        // A pool may be pinned to one request in several ways: its greatest price stands for all.
        var positions: [PricedLimit: Int] = [:]
        for (price, number) in zip(prices, numbers) where number > 0 {
            if let known = positions[price.0] {
                stage.prices[known].mantissa = max(stage.prices[known].mantissa, number)
            } else {
                positions[price.0] = stage.prices.count
                stage.prices.append(BoundCertificate.Price(limit: price.0, mantissa: number))
            }
        }
        return stage
    }
}
