import MobilityModel

/// A good plan early, where the relaxation takes long.
extension StageSearch {
    /// Fills plans at prices, one from nothing and one on top of the best; takes what is better, and hands its itineraries to
    /// the master, which then starts near where it will end.
    /// - Parameter duals: by row; none where there are no prices yet.
    mutating func fill(_ stage: Stage, duals: [Double] = []) throws {
        guard case .term = stage, isLarge, !(isGreat && instance.isOfPersons) else { return }
        let duals = duals.isEmpty ? [Double](repeating: 0, count: instance.table.rows.count) : duals
        for start in [nil, best] where !interruption.hasCome {
            var filling = emptyFilling()
            if let start { filling.take(start) }
            filling.fill(duals: duals, objective: master.objective)
            let found = filling.assignment
            if accepts(found, stage) { best = found }
        }
        try master.add(best?.columns ?? [])
        report(stage, best.map { value(of: $0, stage) }, cap)
    }

    /// Soft rules must not fall shorter once their term is settled.
    func emptyFilling() -> Filling {
        Filling(instance, interruption: interruption, keeping: master.weighsRules ? nil : best, threads: options.threads)
    }
}
