import MobilityModel
import Testing

@testable import MobilitySimulation

@Suite struct ClosedFormTests {
    static let chances: [BehaviourStep: Double] = [
        .authorised: 0.9, .trained: 0.95, .notWithdrawn: 0.8, .visaGranted: 0.85, .arrivedInTime: 0.7, .earlyReturn: 0.02,
        .extended: 0.1, .lawfulExit: 0.05, .overstayed: 0.15, .reapplied: 0.75, .projectStarted: 0.4, .projectAlive12m: 0.6,
    ]

    private func sixMonths(_ chance: Double) -> Double { chance * chance * chance * chance * chance * chance }

    /// Products of the chances, written out: July to December is 184 days, six months.
    @Test func meansAreTheProductsOfTheChances() throws {
        let season = Season(people: 400, cycles: 2, sessions: [["safety"]], chances: Self.chances)
        let all = try #require(try season.project(600).all)
        func expect(_ figure: OutcomeFigure, _ exact: Double) throws {
            let estimate = try #require(all[figure])
            #expect(abs(estimate.mean - exact) < 4 * estimate.standardError, "\(figure): \(estimate.mean), exactly \(exact)")
        }
        let n = 400.0
        let stayed = sixMonths(0.98)
        let trained = 0.9 * 0.95, applied = trained * 0.8, granted = applied * 0.85, departed = granted * 0.7
        let back = departed * stayed * 0.7
        // To the second cycle come on-time returners who re-apply, and those whom authorisation, visa or arrival failed;
        // a failed course loses the second cycle too, which asks for the same certificate.
        let second = back * 0.75 + 0.1 + (applied - granted) + (granted - departed)
        let again = 0.9 * 0.8 * 0.85 * 0.7
        try expect(.takenUp, n * (1 + second))
        try expect(.authorised, n * (0.9 + second * 0.9))
        try expect(.visasGranted, n * (granted + second * 0.9 * 0.8 * 0.85))
        try expect(.departed, n * (departed + second * again))
        try expect(.completed, n * (departed + second * again) * stayed)
        try expect(.returnedEarly, n * (departed + second * again) * (1 - stayed))
        try expect(.returnedOnTime, n * (back + second * again * stayed * 0.7))
        try expect(.extended, n * (departed + second * again) * stayed * 0.1)
        try expect(.lawfulExit, n * (departed + second * again) * stayed * 0.05)
        try expect(.overstayed, n * (departed + second * again) * stayed * 0.15)
        try expect(.reapplied, n * back * 0.75)
        try expect(.seatsWasted, n * (1 - departed))
        try expect(.visasWasted, n * (granted - departed + second * 0.9 * 0.8 * 0.85 * 0.3))
        try expect(.placesUnfilled, n * (2 - departed - second * again))
        try expect(.projectsStarted, n * (back + second * again * stayed * 0.7) * 0.4)
        try expect(.projectsAlive12m, n * (back + second * again * stayed * 0.7) * 0.24)
        // The chain passes probabilities; by hand they are the same to the last digits.
        let model = try season.simulator().model
        let table = ChanceTable(model, ReplicateParameters(model.behaviour), replicate: nil)
        let exact = Expectation(model, table).counts
        #expect(abs(exact.reduce(0) { $0 + $1.takenUp } - n * (1 + second)) < 1e-9)
        #expect(abs(exact.reduce(0) { $0 + $1.departed } - n * (departed + second * again)) < 1e-9)
    }

    @Test func ratesAreOverStaysEndedOtherwiseThanLawfullyInTheCountry() throws {
        let season = Season(people: 2000, chances: [.extended: 0.2, .lawfulExit: 0.1, .overstayed: 0.1, .earlyReturn: 0.01])
        let all = try #require(try season.project(100).all)
        let stayed = sixMonths(0.99)
        let ended = 1 - stayed * 0.3
        let onTime = stayed * 0.6
        let early = 1 - stayed
        let exact: [OutcomeFigure: Double] = [.returnRate: (early + onTime) / ended, .onTimeRate: onTime / ended, .strictRate: onTime]
        for (figure, exact) in exact {
            let estimate = try #require(all[figure])
            #expect(abs(estimate.mean - exact) < 4 * estimate.standardError + 1e-4, "\(figure)")
        }
    }

    /// Every chance 0 or 1: one replicate says all.
    @Test func certaintyIsExact() throws {
        let sure = try Season(people: 7, cycles: 3).project(20)
        for name in [OutcomeFigure.takenUp, .authorised, .visasGranted, .departed, .completed, .returnedOnTime] {
            #expect(sure.all?[name] == FigureEstimate(mean: 21, low: 21, high: 21, parameterShare: 0, standardError: 0, defined: 20))
        }
        #expect(sure.all?[.reapplied]?.mean == 14)
        #expect(sure.all?[.returnRate]?.mean == 1)
        let none = try Season(people: 7, cycles: 3, chances: [.authorised: 0]).means(5)
        // Each cycle is attempted anew, and nobody departs.
        #expect(none[.takenUp] == 21 && none[.departed] == 0 && none[.placesUnfilled] == 21)
        #expect(try Season(people: 7, chances: [.authorised: 0]).project(5).all?[.returnRate] == nil)
        let early = try Season(people: 7, cycles: 2, chances: [.earlyReturn: 1]).means(5)
        #expect(early[.returnedEarly] == 7 && early[.completed] == 0 && early[.returnRate] == 1 && early[.onTimeRate] == 0)
        let stay = try Season(people: 7, cycles: 2, chances: [.lawfulExit: 1]).project(5)
        #expect(stay.all?[.lawfulExit]?.mean == 7 && stay.all?[.onTimeRate] == nil && stay.all?[.strictRate]?.mean == 0)
    }

    @Test func noVisaMeansNoVisaSteps() throws {
        var season = Season(people: 5, sessions: [], chances: [.visaGranted: 0, .arrivedInTime: 0])
        season.scenario.visaFree = [VisaFree(origin: "ML", countries: ["IT"])]
        season.plan.itineraries[0].cycles[0].consulate = nil
        season.plan.itineraries[0].cycles[0].visaDate = nil
        let means = try season.means()
        #expect(means[.departed] == 5 && means[.visasGranted] == 0 && means[.visasWasted] == 0)
    }

    /// A pool that no memory holds is refused before anything is made of it.
    @Test func morePeopleThanFitAreRefused() {
        for people in [ProjectionProblem.mostPeople + 1, 1_000_000_000, .max] {
            #expect(throws: ProjectionProblem.tooManyPeople(people)) { try Season(people: people).simulator() }
        }
        var twice = Season(people: .max)
        twice.plan.itineraries += twice.plan.itineraries
        #expect(throws: ProjectionProblem.tooManyPeople(.max)) { try twice.simulator() }
    }
}
