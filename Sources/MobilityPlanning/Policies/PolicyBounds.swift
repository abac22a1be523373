import LinearProgramming
import MobilityModel

/// What is proven of each term whatever plan is made: how far a policy falls short of the best there could be.
///
/// Each term is bounded alone, as if nothing came before it. The relaxation of the first term that is not a penalty, and of those
/// before it, is solved; of later ones too where the scenario is small.
struct PolicyBounds {
    /// People's classes times the requests open to them, up to which later terms are relaxed too.
    static let smallInstance = 20_000

    let instance: Instance
    let options: PlanOptions
    let interruption: Interruption

    /// - Parameter best: a valid plan; a bound that it reaches needs no further proof.
    func bounds(_ best: Assignment) throws -> [Int64] {
        var search = try StageSearch(instance, options: options, interruption: interruption) { _, _, _ in }
        // With a valid plan's itineraries at hand the relaxation has a solution from the start.
        try search.begin(at: best)
        try search.master.closeShortfalls()
        let isSmall = instance.census.count <= Self.smallInstance
        let first = instance.terms.firstIndex { $0 != .penalty } ?? 0
        return instance.terms.indices.map { index in
            let plain = search.boundWithoutPrices(.term(index))
            guard index <= first || (isSmall && instance.terms[index].isMaximised), !interruption.hasCome else { return plain }
            // A relaxation that fails proves nothing; what needs no solver stays.
            guard let proven = try? search.relaxedBound(.term(index)) else { return plain }
            return instance.terms[index].isMaximised ? min(plain, proven) : max(plain, proven)
        }
    }
}

extension StageSearch {
    /// What the relaxation proves of a term alone; nothing is kept for other stages.
    mutating func relaxedBound(_ stage: Stage) throws -> Int64? {
        (bound, duals, sides) = (nil, [], [])
        cap = boundWithoutPrices(stage)
        if case .term(let index) = stage { try master.maximise(term: index) }
        return try relaxation(stage)
    }
}
