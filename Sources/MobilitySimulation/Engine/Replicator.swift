/// Does replicates, one at a time; one for each thread.
final class Replicator {
    private let model: ProjectionModel
    private let rollup: Rollup
    private let sampler: Sampler
    private let scatters: Bool
    /// Of every replicate, where all parameters are known.
    private let known: (table: ChanceTable, expected: [Double])?
    /// Chances of being in time, where delays are known.
    private let inTime: [Double]?

    init(_ model: ProjectionModel) {
        self.model = model
        rollup = Rollup(model)
        sampler = Sampler(model)
        scatters = model.chances.contains { $0.cohort != nil }
        let stated = ReplicateParameters(model.behaviour)
        inTime = model.behaviour.hasUncertainDelays ? nil : ChanceTable.inTime(model, stated)
        if model.behaviour.hasUncertainParameters {
            known = nil
        } else {
            let table = ChanceTable(model, stated, replicate: nil, inTime: inTime)
            known = (table, rollup.figures(Expectation(model, table).counts))
        }
    }

    func replicate(_ number: Int) -> ReplicateFigures {
        let before = sampler.draws
        let parameters = known == nil
            ? ReplicateParameters(model.behaviour, seed: model.seed, replicate: number) : ReplicateParameters(model.behaviour)
        let inTime = inTime ?? ChanceTable.inTime(model, parameters)
        let table = known?.table ?? ChanceTable(model, parameters, replicate: nil, inTime: inTime)
        let scattered = scatters ? ChanceTable(model, parameters, replicate: number, inTime: inTime) : table
        let counts = sampler.sample(scattered, replicate: number)
        return ReplicateFigures(
            drawn: rollup.figures(counts.map(\.real)),
            expected: known?.expected ?? rollup.figures(Expectation(model, table).counts), draws: sampler.draws - before)
    }
}
