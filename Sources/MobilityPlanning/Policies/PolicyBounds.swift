import LinearProgramming
import MobilityModel

/// What is proven of each term whatever plan is made: how far a policy falls short of the best there could be.
///
/// Each term is bounded alone, as if nothing came before it. The relaxation of the first term that is not a penalty, and of those
/// before it, is solved; of later ones too where the scenario is small. In a great scenario prices alone bound the first term that is not
/// a penalty. Where even one pricing of everybody would take minutes, the places bound what they can, and nothing is searched.
struct PolicyBounds {
    /// People's classes times the requests open to them, up to which later terms are relaxed too.
    static let smallInstance = 20_000
    /// Likewise, up to which anything is priced at all.
    static let pricedInstance = 2_000_000

    let instance: Instance
    let options: PlanOptions
    let interruption: Interruption

    /// - Parameter best: a valid plan; a bound that it reaches needs no further proof.
    /// - Returns: the bounds, and the prices that prove them.
    func bounds(_ best: Assignment) throws -> (bounds: [Int64], certificate: BoundCertificate) {
        instance.census.count > Self.pricedInstance ? plainBounds : try pricedBounds(best)
    }

    private var plainBounds: (bounds: [Int64], certificate: BoundCertificate) {
        var certificate = BoundCertificate()
        certificate.stages = instance.terms.indices.map {
            CertificateStage(instance: instance, term: $0).prices(ofPlaces: instance.mostOnGroups($0))
        }
        return (instance.terms.indices.map(instance.boundWithoutPrices), certificate)
    }

    private func pricedBounds(_ best: Assignment) throws -> (bounds: [Int64], certificate: BoundCertificate) {
        var search = try StageSearch(instance, options: options, interruption: interruption) { _, _, _, _ in }
        // With a valid plan's itineraries at hand the relaxation has a solution from the start.
        try search.begin(at: best)
        try search.master.closeShortfalls()
        let first = instance.terms.firstIndex { $0 != .penalty } ?? 0
        var (bounds, certificate) = ([Int64](), BoundCertificate())
        for index in instance.terms.indices {
            let stage = Stage.term(index)
            let plain = search.boundWithoutPrices(stage)
            // A relaxation that fails proves nothing; what needs no solver stays.
            let proven = isRelaxed(index, first: first) && !interruption.hasCome ? try? search.relaxedBound(stage) : nil
            bounds.append(proven.map { search.tighter(plain, $0, stage) } ?? plain)
            certificate.stages.append(search.certificate(of: index, by: proven == nil ? nil : search.bound, kept: [:]))
        }
        return (bounds, certificate)
    }

    private func isRelaxed(_ index: Int, first: Int) -> Bool {
        if instance.isGreat { return index == first }
        let isSmall = instance.census.count <= Self.smallInstance
        return index <= first || (isSmall && instance.terms[index].isMaximised)
    }
}

extension StageSearch {
    /// What the relaxation proves of a term alone; nothing is kept for other stages.
    mutating func relaxedBound(_ stage: Stage) throws -> Int64? {
        (bound, duals, sides) = (nil, [], [])
        cap = boundWithoutPrices(stage)
        if case .term(let index) = stage { try master.maximise(term: index) }
        return isGreat ? try boundByPrices(stage) : try relaxation(stage)
    }
}
