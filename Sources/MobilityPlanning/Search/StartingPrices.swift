import Foundation
import MobilityModel

/// The prices that proved the bounds of a plan to begin with, as duals of this scenario's rows.
///
/// A variant changes a few cells: what was scarce mostly still is. Any prices prove a bound, so those of another scenario are as good a
/// point to descend from as any, and mostly a far better one; what has no price there begins at 0.
struct StartingPrices {
    private let instance: Instance
    private let stages: [ObjectiveTerm: BoundCertificate.Stage]

    init(_ instance: Instance, certificate: BoundCertificate) {
        self.instance = instance
        // A term that was closed without a search has no prices to speak of.
        stages = Dictionary(certificate.stages.filter { !$0.prices.isEmpty }.map { ($0.term, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// By row, for the stage of a term; `nil` where the plan has none.
    func duals(of term: Int) -> [Double]? {
        guard let stage = stages[instance.terms[term]] else { return nil }
        let unit = exp2(Double(stage.power)) / instance.scales[term]
        var prices: [PricedLimit: Double] = [:]
        var funds: [Set<Fund.ID>: Double] = [:]
        var kept: [ObjectiveTerm: Double] = [:]
        for price in stage.prices {
            let value = Double(price.mantissa) * unit
            switch price.limit {
            case .funds(let ids): funds[Set(ids), default: 0] += value
            case .kept(let term, _): kept[term] = value
            default: prices[price.limit] = value
            }
        }
        let names = CertificateStage(instance: instance, term: term)
        return instance.table.rows.map { row in
            switch row.kind {
            case .spending(let ceiling):
                let members = instance.fundGroups.members[ceiling].map { instance.fundGroups.funds[$0].id }
                return (funds[Set(members)] ?? 0) * row.scale
            case .term(let index):
                let price = (kept[instance.terms[index]] ?? 0) * instance.scales[index]
                return instance.terms[index].isMaximised ? -price : price
            default:
                // Requests that are alike here may have had prices of their own.
                let known = names.limits(row.kind).compactMap { prices[$0] }
                guard !known.isEmpty else { return 0 }
                let price = known.reduce(0, +) / Double(known.count) * row.scale
                return row.upper < .infinity ? price : -price
            }
        }
    }
}
