import Foundation
import MobilityModel

/// The prices that proved the bound of a stage, in the words of the scenario and as dyadic numbers.
///
/// Any prices of 0 or more prove a bound, so rounding them costs some of it and never its validity.
struct CertificateStage {
    let instance: Instance
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
        // What is kept of the terms before is said at any price: it also bounds what soft rules may fall short.
        var prices: [(PricedLimit, Double)] = kept.sorted { $0.key < $1.key }.map { index, value in
            let price = instance.table[.term(index)].map { abs(duals[$0]) * scale / instance.scales[index] } ?? 0
            return (.kept(instance.terms[index], value), price)
        }
        var fundPrices = [Double](repeating: 0, count: instance.fundGroups.funds.count)
        var sets: [[Int]: Double] = [:]
        for (row, dual) in zip(instance.table.rows, duals) where dual != 0 {
            let price = abs(dual) * scale / row.scale
            switch row.kind {
            case .paid(let group):
                for fund in instance.fundGroups.members[group] { fundPrices[fund] = max(fundPrices[fund], price) }
            case .fund(let fund): fundPrices[fund] = max(fundPrices[fund], price)
            case .spending(let ceiling): sets[instance.fundGroups.members[ceiling], default: 0] += price
            default: prices += limits(row.kind).map { ($0, price) }
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

    /// The limits of the scenario that a row stands for, each at the row's price.
    func limits(_ kind: RowKind) -> [PricedLimit] {
        let scenario = instance.scenario
        func ids(_ group: Int) -> [Request.ID] { instance.groups[group].members.map { scenario.requests[$0].id } }
        switch kind {
        case .people, .demand, .paid, .fund, .spending, .term: return []
        case .places(let group): return ids(group).map { .places($0) }
        case .minPlaces(let group): return ids(group).map { .minPlaces($0) }
        case .seats(let session): return [.seats(scenario.sessions[session].id)]
        case .minSeats(let session): return [.minSeats(scenario.sessions[session].id)]
        case .applications(let calendar, let month): return [.applications(instance.calendars[calendar].consulate.id, month)]
        case .quota(let line): return [.quota(instance.quotas.lines[line].id)]
        case .rule(let index): return [.rule(scenario.rules[index].id, scenario.rules[index].kind)]
        case .pin(let index): return [.pinned(instance.pins[index].candidate, instance.pins[index].cycle.request)]
        }
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
            if case .share(let share) = instance.scenario.rules.first(where: { $0.id == id })?.target { Double(share.denominator) } else { 1 }
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
        for (price, number) in zip(prices, numbers) where number > 0 || price.0.isKept {
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

extension StageSearch {
    /// The prices that proved most of a term before anything was branched on.
    /// - Parameters:
    ///   - root: what a relaxation proved; `nil` where there was none.
    ///   - kept: by term of those before, what was kept of it.
    func certificate(of term: Int, by root: DualBound?, kept: [Int: Int64]) -> BoundCertificate.Stage {
        let prices = CertificateStage(instance: instance, term: term)
        let stage = Stage.term(term)
        let cap = boundWithoutPrices(stage)
        if let root, !instance.terms[term].isMaximised || tighter(whole(root.value, stage), cap, stage) != cap {
            return prices.prices(root.duals, kept: kept)
        }
        return prices.prices(ofPlaces: instance.mostOnGroups(term))
    }
}

extension PricedLimit {
    fileprivate var isKept: Bool { if case .kept = self { true } else { false } }
}
