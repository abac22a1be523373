import MobilityModel
import Testing

@testable import MobilitySimulation

@Suite struct VarianceTests {
    private var uncertain: Season {
        var season = Season(people: 60, cycles: 2)
        season.scenario.behaviour = Behaviour(
            chances: [
                .authorised: Chance(rate: 0.8, n: 30), .visaGranted: Chance(rate: 0.7, n: 50),
                .returnedOnTime: Chance(rate: 0.85, n: 40), .extended: Chance(rate: 0.1, n: 40),
                .reapplied: Chance(rate: 0.6, n: 20),
            ],
            effects: [Effect(step: .visaGranted, who: Who(sex: [.female]), oddsRatio: 1.5, low: 0.9, high: 2.5)])
        return season
    }

    private func tallies(_ season: Season, _ replicates: Int) throws -> [FigureTally] {
        let model = try season.simulator().model
        let replicator = Replicator(model)
        var merge = Merge(figures: model.groups.count * OutcomeFigure.allCases.count)
        for number in 0..<replicates { merge.add(replicator.replicate(number), of: number) }
        return Array(merge.tallies.prefix(OutcomeFigure.allCases.count))
    }

    @Test func parameterAndSamplingVarianceAddUp() throws {
        let tallies = try tallies(uncertain, 3000)
        for figure in [OutcomeFigure.takenUp, .departed, .returnedOnTime, .reapplied, .cost, .strictRate] {
            let tally = tallies[figure.position]
            let sum = tally.expected.variance + tally.rest.variance
            // The cross term has expectation 0; its relative error over so many replicates is below 2 / sqrt(3000).
            #expect(abs(tally.drawn.variance / sum - 1) < 0.05, "\(figure)")
            #expect(tally.parameterShare > 0.2 && tally.parameterShare < 0.98, "\(figure): \(tally.parameterShare)")
        }
    }

    /// Known parameters leave chance alone; certain events leave parameters alone.
    @Test func theShareIsAllOrNothingAtTheEnds() throws {
        let known = try tallies(Season(people: 30, chances: [.authorised: 0.5]), 300)
        #expect(known[OutcomeFigure.departed.position].parameterShare == 0)
        #expect(abs(known[OutcomeFigure.departed.position].drawn.variance - 7.5) < 2)
        var season = Season(people: 50_000)
        season.scenario.behaviour = Behaviour(chances: [.authorised: Chance(rate: 0.5, n: 10)])
        let many = try tallies(season, 30)
        #expect(many[OutcomeFigure.departed.position].parameterShare > 0.99)
    }

    /// The variance of Beta(r n + 1/2, (1 - r) n + 1/2), and its mean.
    @Test func parametersAreDrawnFromTheirPosterior() {
        let behaviour = Behaviour(chances: [.authorised: Chance(rate: 0.8, n: 30)])
        var moments = Moments()
        for replicate in 0..<4000 {
            moments.add(ReplicateParameters(behaviour, seed: 5, replicate: replicate).chances[BehaviourStep.authorised.position])
        }
        let (a, b) = (24.5, 6.5)
        let variance = a * b / ((a + b) * (a + b) * (a + b + 1))
        #expect(abs(moments.mean - a / (a + b)) < 4 * (variance / 4000).squareRoot())
        #expect(abs(moments.variance / variance - 1) < 0.12)
    }

    @Test func effectsAreDrawnFromTheirInterval() {
        let behaviour = Behaviour(
            chances: [.authorised: Chance(rate: 0.5)],
            effects: [Effect(step: .authorised, oddsRatio: 2, low: 1, high: 4), Effect(step: .authorised, oddsRatio: 3)])
        let draws = (0..<2000).map { ReplicateParameters(behaviour, seed: 5, replicate: $0).effects }
        #expect(draws.allSatisfy { abs($0[1] - 1.0986122886681098) < 1e-12 })
        // Nine in ten lie in the interval.
        let inside = draws.count { $0[0] > 0 && $0[0] < 1.3862943611198906 }
        #expect(abs(Double(inside) / 2000 - 0.9) < 0.03)
    }

    @Test func halfTheReplicatesTwiceTheSquaredStandardError() throws {
        let whole = try uncertain.project(3000), half = try uncertain.project(1500)
        for figure in [OutcomeFigure.departed, .returnedOnTime, .cost] {
            let (a, b) = (try #require(whole.all?[figure]), try #require(half.all?[figure]))
            let ratio = b.standardError * b.standardError / (a.standardError * a.standardError)
            #expect(ratio > 1.8 && ratio < 2.2, "\(figure): \(ratio)")
        }
    }

    /// Beta-binomial: of n people of one cohort, variance n p (1 - p) (1 + (n - 1) s), mean n p.
    @Test func cohortsScatterAsTheirSpreadSays() throws {
        var season = Season(people: 50)
        season.scenario.behaviour = Behaviour(chances: [.authorised: Chance(rate: 0.7, spread: 0.1)])
        let tally = try tallies(season, 3000)[OutcomeFigure.authorised.position]
        let variance = 50 * 0.7 * 0.3 * (1 + 49 * 0.1)
        #expect(abs(tally.drawn.mean - 35) < 4 * (variance / 3000).squareRoot())
        #expect(abs(tally.drawn.variance / variance - 1) < 0.12, "\(tally.drawn.variance), exactly \(variance)")
        // No better knowledge of a parameter would take it away.
        #expect(tally.parameterShare == 0)
    }

    @Test func certainChancesStayWhateverScattersOrShifts() {
        #expect(ChanceTable.scattered(1, spread: 0.3, at: 0.1) == 1 && ChanceTable.scattered(0, spread: 0.3, at: 0.9) == 0)
        #expect(ChanceTable.shifted(1, by: -3) == 1 && ChanceTable.shifted(0, by: 3) == 0)
        #expect(abs(ChanceTable.shifted(0.5, by: 1.0986122886681098) - 0.75) < 1e-12)
    }
}
