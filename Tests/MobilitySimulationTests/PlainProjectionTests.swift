import MobilityModel
import Testing

@testable import MobilitySimulation

/// The engine against the same rules written a second time: every figure, within four standard errors of the difference.
@Suite struct PlainProjectionTests {
    private static let known: [BehaviourStep: Double] = [
        .authorised: 0.85, .trained: 0.8, .notWithdrawn: 0.95, .visaGranted: 0.75, .arrivedInTime: 0.9, .earlyReturn: 0.03,
        .extended: 0.2, .lawfulExit: 0.05, .overstayed: 0.1, .reapplied: 0.7, .projectStarted: 0.4, .projectAlive12m: 0.6,
    ]

    /// Two seasons with a course each, a stay that may go on into the second, two sexes and a pool.
    private static var twoCourses: Season {
        var season = Season(people: 9, cycles: 2, sessions: [["safety", "language"], ["driving"]], chances: known)
        season.scenario.behaviour.extensionDays = SourcedNumber(value: 60)
        season.scenario.behaviour.jobsPerProject = SourcedNumber(value: 1.5)
        season.scenario.behaviour.effects = [
            Effect(step: .visaGranted, who: Who(sex: [.female]), oddsRatio: 2),
            Effect(step: .overstayed, who: Who(returning: true), oddsRatio: 0.3),
        ]
        season.scenario.cycle.restDays = 90
        var other = season.scenario.candidates[0]
        other.id = "bakary"
        other.sex = .male
        other.count = 4
        season.scenario.candidates.append(other)
        season.plan.itineraries.append(Itinerary(candidate: "bakary", count: 3, cycles: season.plan.itineraries[0].cycles))
        season.plan.itineraries.append(Itinerary(candidate: "bakary", count: 1, cycles: [season.plan.itineraries[0].cycles[0]]))
        return season
    }

    /// Three seasons, the second on a line for returners; the third needs the first or the second course, and no visa.
    private static var linesForReturners: Season {
        var season = Season(people: 8, cycles: 3, sessions: [["safety"], ["safety"], []], chances: known)
        season.scenario.requests[1].certificates = []
        season.scenario.requests[1].sector = "tourism"
        season.scenario.requests[2].country = "ML"
        season.plan.itineraries[0].cycles[2].consulate = nil
        season.plan.itineraries[0].cycles[2].visaDate = nil
        season.scenario.channels["seasonal"]?.quota = true
        let days = (Season.day(2026, 1, 1), Season.day(2030, 1, 1))
        season.scenario.quotas = [
            QuotaLine(id: "all", from: days.0, until: days.1, places: 100),
            QuotaLine(id: "again", from: days.0, until: days.1, audience: .returning, places: 100),
        ]
        for (number, line) in ["all", "again", "all"].enumerated() { season.plan.itineraries[0].cycles[number].quota = .init(line) }
        season.scenario.behaviour.extensionDays = SourcedNumber(value: 120)
        season.scenario.behaviour.effects = [
            Effect(step: .reapplied, who: Who(guarantor: [.community]), place: Where(sector: ["tourism"]), oddsRatio: 3),
            Effect(step: .trained, who: Who(returning: true), oddsRatio: 2.5),
        ]
        season.scenario.candidates[0].guarantor = .community
        return season
    }

    /// Late authorisations and visas, and nobody goes on.
    private static var delays: Season {
        var season = Season(people: 10, cycles: 2, sessions: [], chances: known)
        season.scenario.behaviour.delays = [
            .authorisation: Delay(medianDays: 50, logSD: 0.6), .visa: Delay(medianDays: 70, logSD: 0.4),
        ]
        return season
    }

    /// The same with everything uncertain, and cohorts that scatter.
    private static var uncertain: Season {
        var season = twoCourses
        for (step, chance) in season.scenario.behaviour.chances {
            season.scenario.behaviour.chances[step] = Chance(rate: chance.rate, n: step == .overstayed ? 200 : 25)
        }
        season.scenario.behaviour.chances[.visaGranted]?.spread = 0.1
        season.scenario.behaviour.chances[.extended] = Chance(rate: 0.1, n: 60)
        season.scenario.behaviour.effects[0].low = 1.2
        season.scenario.behaviour.effects[0].high = 3.4
        season.scenario.behaviour.delays = [.visa: Delay(medianDays: 60, logSD: 0.4, n: 5)]
        return season
    }

    @Test(arguments: [
        ("two courses", twoCourses), ("lines for returners", linesForReturners), ("delays", delays), ("uncertain", uncertain),
    ])
    func everyFigureIsThatOfThePlainRules(name: String, season: Season) throws {
        let replicates = 2500
        let all = try #require(try season.project(replicates).all)
        var plain = PlainProjection(season, seed: 99)
        var moments = [Moments](repeating: Moments(), count: OutcomeFigure.allCases.count)
        for _ in 0..<replicates {
            for (figure, value) in plain.replicate() { moments[figure.position].add(value) }
        }
        for figure in OutcomeFigure.allCases {
            let expected = moments[figure.position]
            guard let estimate = all[figure] else {
                #expect(figure == .jobsCreated, "\(name): \(figure) is not there")
                continue
            }
            let error = (estimate.standardError * estimate.standardError + expected.variance / Double(expected.count)).squareRoot()
            #expect(
                abs(estimate.mean - expected.mean) <= 4 * error + 1e-9,
                "\(name), \(figure): \(estimate.mean), by the plain rules \(expected.mean), \(abs(estimate.mean - expected.mean) / error) errors")
        }
    }

    /// `n` observations: the mean chance is that of Beta(rate n + 1/2, (1 - rate) n + 1/2).
    @Test func theMeanOfAnUncertainChanceIsThatOfItsBeta() throws {
        for (rate, n) in [(0.9, 10.0), (0.0, 4), (1.0, 9), (0.3, 500)] {
            var season = Season(people: 20, sessions: [])
            season.scenario.behaviour = Behaviour(chances: [.visaGranted: Chance(rate: rate, n: n)])
            let visas = try #require(try season.project(1500).all?[.visasGranted])
            let mean = 20 * (rate * n + 0.5) / (n + 1)
            #expect(abs(visas.mean - mean) < 4 * visas.standardError, "\(rate) of \(n): \(visas.mean), exactly \(mean)")
        }
    }
}
