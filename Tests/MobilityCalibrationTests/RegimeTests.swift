import Foundation
import MobilityIngest
import MobilityModel
import Testing

@testable import MobilityCalibration

/// The regimes that come with the program are what the evidence gives, and say so.
@Suite struct RegimeTests {
    private func behaviour(_ name: String) throws -> Behaviour {
        let files = try #require(Regime.files(named: name))
        return try files.levers.reduce(read(files.regime)) { try $0.pulled(read($1)) }
    }

    private func read(_ file: Regime.File) throws -> Behaviour {
        let result = BehaviourReader.read(file.bytes, name: file.name)
        #expect(result.findings == [])
        return try #require(result.behaviour)
    }

    private func chances(_ name: String) throws -> [BehaviourStep: Chance] {
        try behaviour(name).chances
    }

    @Test(arguments: ["circular-scheme", "historical-funnel"])
    func fittedChancesAreThoseThatCalibrateGives(name: String) throws {
        let cohorts = EvidenceReader.cohorts([Folder.evidence + "/cohorts.csv"]).rows
        let fitted = Calibration(cohorts: cohorts, options: CalibrationOptions(regime: name)).behaviour.chances
        let shipped = try chances(name)
        for (step, chance) in fitted { #expect(shipped[step] == chance, "\(step)") }
        for (step, chance) in shipped where fitted[step] == nil {
            #expect(chance.source?.hasPrefix("assumption: ") == true, "\(step)")
        }
    }

    @Test func theFunnelLosesPeopleAndTheSchemeBringsThemHome() throws {
        let funnel = try chances("historical-funnel"), scheme = try chances("circular-scheme")
        func departures(_ chances: [BehaviourStep: Chance]) -> Double {
            [.authorised, .notWithdrawn, .visaGranted, .arrivedInTime].reduce(1) { $0 * (chances[$1]?.rate ?? 1) }
        }
        #expect(departures(funnel) < 0.15)
        #expect(departures(scheme) > 0.8)
        let ends: [BehaviourStep] = [.extended, .lawfulExit, .overstayed]
        #expect(1 - ends.reduce(0) { $0 + (scheme[$1]?.rate ?? 0) } > 0.8)
    }

    /// Every `rate`, `odds_ratio`, `median_days` and `value` has a `source` beside it.
    @Test func everyParameterHasASource() throws {
        let levers = try Regime.levers.map { try #require(Regime.files(named: "circular-scheme+\($0)")?.levers.first) }
        for file in try Regime.names.map({ try #require(Regime.files(named: $0)).regime }) + levers {
            let (name, text) = (file.name, String(decoding: file.bytes, as: UTF8.self))
            let parameters = text.split(separator: "\n").count { line in
                ["rate:", "odds_ratio:", "median_days:", "value:"].contains { line.drop { $0 == " " || $0 == "-" }.hasPrefix($0) }
            }
            let sources = text.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix("source: \"") }
            #expect(parameters > 0 && parameters == sources, "\(name): \(parameters) parameters, \(sources) sources")
        }
    }

    /// The assumption is of people, the chance of a session: 154 certificates of 88 people share it.
    @Test(arguments: [("circular-scheme", 0.9, 20.0), ("historical-funnel", 0.8, 10.0)])
    func theChanceOfASessionIsTheRootOfThatOfACourse(name: String, whole: Double, observations: Double) throws {
        let chance = try #require(try chances(name)[.trained])
        let sessions = 154.0 / 88
        #expect(abs(pow(chance.rate, sessions) - whole) < 1e-5)
        func beta(_ rate: Double, _ n: Double, power: Double) -> Double {
            // E[q^power] of Beta(rate n + 1/2, (1 - rate) n + 1/2).
            let a = rate * n + 0.5, b = (1 - rate) * n + 0.5
            return exp(lgamma(a + power) + lgamma(a + b) - lgamma(a) - lgamma(a + b + power))
        }
        func deviation(_ rate: Double, _ n: Double, _ power: Double) -> Double {
            let mean = beta(rate, n, power: power)
            return (beta(rate, n, power: 2 * power) - mean * mean).squareRoot()
        }
        #expect(abs(deviation(chance.rate, try #require(chance.n), 1) / deviation(whole, observations, 1 / sessions) - 1) < 0.002)
    }

    @Test func leversAddTheirEffectsAndReplaceDelays() throws {
        let base = try behaviour("historical-funnel"), pulled = try behaviour("historical-funnel+looser-selection+offices-2023")
        #expect(pulled.effects.count == base.effects.count + 2 && Array(pulled.effects.prefix(base.effects.count)) == base.effects)
        #expect(base.delays.isEmpty && pulled.delays[.authorisation]?.medianDays == 39.54)
        let other = Behaviour(delays: [.authorisation: Delay(medianDays: 5, logSD: 1), .visa: Delay(medianDays: 6, logSD: 1)])
        #expect(other.pulled(Behaviour(delays: [.visa: Delay(medianDays: 7, logSD: 1)])).delays.mapValues(\.medianDays) == [.authorisation: 5, .visa: 7])
        #expect(try chances("historical-funnel+looser-selection") == chances("historical-funnel"))
        #expect(Regime.files(named: "historical-funnel+nothing") == nil)
        #expect(Regime.files(named: "circular-scheme+offices-2022+offices-2023") == nil)
        #expect(Regime.conflict(named: "circular-scheme+offices-2022+offices-2023")?.contains("pull one of them") == true)
        #expect(Regime.conflict(named: "circular-scheme+follow-up+follow-up") == "the lever follow-up is pulled twice")
        #expect(Regime.conflict(named: "circular-scheme+no-follow-up+looser-selection") == nil)
        #expect(Regime.files(named: "circular") == nil)
    }

    /// A regime has in its chances what its cohorts had; a lever for it counts it again.
    @Test func whatARegimeContainsIsNotToBePulled() {
        #expect(Regime.doubts(named: "circular-scheme+re-entry-promised").count == 1)
        #expect(Regime.doubts(named: "historical-funnel+offices-2023+re-entry-promised").count == 1)
        #expect(Regime.doubts(named: "circular-scheme+no-re-entry-promised+offices-2023") == [])
        #expect(Regime.doubts(named: "historical-funnel") == [] && Regime.doubts(named: "nothing+offices-2023") == [])
    }

    @Test func delaysOfTheLeversAreThoseThatCalibrateGives() throws {
        let delays = EvidenceReader.delays(Folder.evidence + "/delays.csv").rows
        for name in ["offices-2022", "offices-2023"] {
            let fit = try #require(Calibration(cohorts: [], delays: delays, options: CalibrationOptions(regime: name)).delays.first)
            let shipped = try #require(try behaviour("circular-scheme+\(name)").delays[.authorisation])
            #expect(shipped.medianDays == fit.delay.medianDays && shipped.source?.contains(fit.delay.source ?? "-") == true)
        }
    }

    @Test func thePilotIsPredictedAndTheFunnelFitted() throws {
        let cohorts = EvidenceReader.cohorts([Folder.evidence + "/cohorts.csv"]).rows
        let regimes = try Dictionary(uniqueKeysWithValues: Regime.names.map { ($0, try behaviour($0)) })
        let validation = Validation(figures: [], cohorts: cohorts, delays: [], regimes: regimes, replicates: 2000, seed: 1)
        let pilot = validation.rows.filter { $0.figure.id == "mali-spain-2009" }
        #expect(pilot.count == 4 && pilot.allSatisfy { $0.basis == .predicted })
        #expect(pilot.first { $0.figure.count == .returnedOnTime }?.isInside == true)
        let funnel = validation.rows.filter { $0.figure.id == "flussi-2023-12" }
        #expect(funnel.count == 4 && funnel.allSatisfy { $0.basis == .fitted && $0.isInside })
        for file in Regime.names.compactMap({ Regime.files(named: $0)?.regime }) { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("mali-spain-2009")) }
    }
}
