import MobilityModel
import Testing

@testable import MobilitySimulation

/// What a change does on average over luck, beside what is drawn of it.
@Suite struct ExpectedDifferenceTests {
    private static let uncertain: [BehaviourStep: Chance] = [
        .authorised: Chance(rate: 0.8, n: 30), .visaGranted: Chance(rate: 0.7, n: 50), .returnedOnTime: Chance(rate: 0.85, n: 40),
        .extended: Chance(rate: 0.1, n: 40),
    ]

    /// A season, and the same with a chance that is `shift` higher.
    private func seasons(_ chances: [BehaviourStep: Chance], _ step: BehaviourStep, shift: Double) -> (base: Season, variant: Season) {
        var base = Season(people: 40, cycles: 2)
        base.scenario.behaviour = Behaviour(chances: chances)
        var variant = base
        variant.scenario.behaviour.chances[step]?.rate += shift
        return (base, variant)
    }

    private func differences(_ pair: (base: Season, variant: Season), _ replicates: Int, threads: Int = 1) throws -> [GroupOutcome] {
        let simulator = PairedSimulator(base: try pair.base.simulator(), variants: [try pair.variant.simulator()])
        return try #require(simulator.run(.init(replicates: replicates, threads: threads)).differences.first)
    }

    /// The product of the chances, written out; nothing is uncertain, so the interval has no width.
    @Test func withKnownChancesItIsTheExactDifference() throws {
        var base = Season(people: 80, chances: ClosedFormTests.chances)
        var variant = base
        variant.scenario.behaviour.chances[.visaGranted]?.rate = 0.88
        let all = try #require(try differences((base, variant), 200).first { $0.dimension == "all" })
        let exact = 80 * 0.9 * 0.95 * 0.8 * (0.88 - 0.85) * 0.7
        let departed = try #require(all[.departed]), expected = try #require(departed.expectation)
        #expect(abs(expected.mean - exact) < 1e-9 && expected.low == expected.high && expected.standardError == 0)
        #expect(expected.low == expected.mean && departed.standardError > 0 && departed.low <= 0 && departed.high > 0)
        // A visa says nothing of who returns.
        let rate = try #require(all[.returnRate]?.expectation)
        #expect(rate == ExpectationEstimate(mean: 0, low: 0, high: 0, standardError: 0))
        // One more of forty people who are sure to go.
        base = Season(people: 40)
        variant = Season(people: 41)
        let sure = try #require(try differences((base, variant), 5).first { $0.dimension == "all" }?[.departed])
        #expect(sure.expectation == ExpectationEstimate(mean: 1, low: 1, high: 1, standardError: 0) && sure.mean == 1)
    }

    /// Both estimate the same, and luck is left out of one of them.
    @Test func itIsTheDrawnDifferenceWithoutLuck() throws {
        let all = try #require(
            try differences(seasons(Self.uncertain, .returnedOnTime, shift: 0.06), 1000, threads: 2).first { $0.dimension == "all" })
        for figure in [OutcomeFigure.returnedOnTime, .overstayed, .extended, .cost] {
            let drawn = try #require(all[figure]), expected = try #require(drawn.expectation)
            let error = (drawn.standardError * drawn.standardError + expected.standardError * expected.standardError).squareRoot()
            #expect(abs(drawn.mean - expected.mean) <= 4 * error, "\(figure): drawn \(drawn.mean), expected \(expected.mean)")
            #expect(expected.low <= expected.mean && expected.mean <= expected.high && expected.low < expected.high)
            #expect(expected.standardError < drawn.standardError / 1.2, "\(figure): \(expected.standardError) of \(drawn.standardError)")
            // The drawn one's variance is that of the parameters and that of luck.
            let share = expected.standardError * expected.standardError / (drawn.standardError * drawn.standardError)
            #expect(abs(share - drawn.parameterShare) < 0.1, "\(figure): \(share) of \(drawn.parameterShare)")
        }
        #expect(try #require(all[.returnedOnTime]?.expectation).low > 0 && (try #require(all[.returnedOnTime]).low) <= 0)
    }

    /// Twenty more people of a cohort whose chances scatter, are shifted by an effect, and count for three months: at the cohort's mean
    /// chance 20 x 28/31 would go.
    @Test func theMeanIsOverCohortsToo() throws {
        func season(_ people: Int) -> Season {
            var season = Season(people: people)
            season.scenario.behaviour = Behaviour(
                chances: [.authorised: Chance(rate: 0.7, spread: 0.4), .earlyReturn: Chance(rate: 0.1, spread: 0.3)],
                effects: [Effect(step: .authorised, oddsRatio: 4)])
            return season
        }
        let all = try #require(try differences((season(40), season(60)), 4000, threads: 2).first { $0.dimension == "all" })
        for figure in [OutcomeFigure.departed, .returnedEarly] {
            let drawn = try #require(all[figure]), expected = try #require(drawn.expectation)
            #expect(abs(drawn.mean - expected.mean) <= 4 * drawn.standardError, "drawn \(drawn.mean), expected \(expected.mean)")
            // How cohorts turn out is luck: nothing is unknown here.
            #expect(expected.low == expected.high && expected.standardError == 0 && drawn.parameterShare == 0)
        }
        #expect(try #require(all[.departed]?.expectation).mean < 20 * 28 / 31 - 0.5)
    }

    /// Where less than one return is expected its cost has no expected difference; drawn it has one wherever somebody returns.
    @Test func aCostOfLessThanOneReturnIsNotExpected() throws {
        func difference(_ rate: Double) throws -> FigureEstimate {
            let base = Season(people: 4, chances: [.returnedOnTime: rate]), variant = Season(people: 4, chances: [.returnedOnTime: rate + 0.1])
            return try #require(try differences((base, variant), 200).first { $0.dimension == "all" }?[.costPerOnTimeReturn])
        }
        #expect(try difference(0.2).expectation == nil && (try difference(0.3).expectation) != nil)
    }

    /// Where the parameters decide whether one return is expected, those replicates in which it is are no sample of all.
    @Test func aCostThatSomeReplicatesLackIsNotExpected() throws {
        var base = Season(people: 4)
        base.scenario.behaviour = Behaviour(chances: [.returnedOnTime: Chance(rate: 0.3, n: 10)])
        var variant = base
        variant.scenario.behaviour.chances[.returnedOnTime]?.rate = 0.4
        let all = try #require(try differences((base, variant), 200).first { $0.dimension == "all" })
        #expect(all[.costPerOnTimeReturn]?.expectation == nil && all[.returnedOnTime]?.expectation != nil)
    }

    /// A strong effect makes a steep function of the cohort's chance: drawn and expected still agree, also where the rule of Gauss ends.
    @Test(arguments: [0.001, 0.0001, 40, 1e6])
    func strongEffectsAgree(oddsRatio: Double) throws {
        let base = Season(people: 60)
        var (before, after) = (base, base)
        before.scenario.behaviour = Behaviour(chances: [.authorised: Chance(rate: oddsRatio < 1 ? 0.9 : 0.1, spread: 0.3)])
        after.scenario.behaviour = before.scenario.behaviour
        after.scenario.behaviour.effects = [Effect(step: .authorised, oddsRatio: oddsRatio)]
        let all = try #require(try differences((before, after), 2000, threads: 2).first { $0.dimension == "all" })
        let drawn = try #require(all[.departed]), expected = try #require(drawn.expectation)
        #expect(abs(drawn.mean - expected.mean) <= 4 * drawn.standardError + 0.06, "drawn \(drawn.mean), expected \(expected.mean)")
    }

    @Test func theSamePlanDiffersInNothing() throws {
        for group in try differences(seasons(Self.uncertain, .authorised, shift: 0), 100) {
            for estimate in group.figures.compactMap({ $0 }) {
                #expect(estimate.expectation == ExpectationEstimate(mean: 0, low: 0, high: 0, standardError: 0), "\(group.name)")
            }
        }
    }

    @Test func threadsDoNotShowAndLevelsHaveNone() throws {
        let pair = seasons(Self.uncertain, .visaGranted, shift: 0.1)
        let one = try differences(pair, 300)
        #expect(try differences(pair, 300, threads: 3) == one)
        #expect(one.contains { $0[.departed]?.expectation != nil })
        #expect(try pair.base.project(50).groups.allSatisfy { $0.figures.allSatisfy { $0?.expectation == nil } })
    }

    /// A replicate in which nobody comes back has no cost of a return, though it can be expected.
    @Test func whatLuckLeavesUndefinedIsExpectedAllTheSame() throws {
        var tally = FigureTally(tellsExpectation: true)
        tally.add(4, expected: 2)
        tally.add(.nan, expected: 3)
        #expect(tally.estimate?.expectation?.mean == 2.5 && tally.estimate?.defined == 1)
        tally.add(5, expected: .nan)
        let estimate = try #require(tally.estimate)
        #expect(estimate.mean == 4.5 && estimate.expectation == nil && estimate.defined == 2)
        #expect(FigureTally().estimate == nil)
    }
}
