import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Great scenarios that begin at a plan and the prices beside it; small ones stand for them.
@Suite struct StartingPricesTests {
    private static func options(start: PlanResult? = nil) -> PlanOptions {
        var options = PlanOptions(findsReasons: false, start: start?.plan)
        if let start {
            options.startGaps = Dictionary(uniqueKeysWithValues: start.terms.map { ($0.term, $0.gap) })
            options.startPrices = start.certificate
        }
        options.usesPricesAlone = true
        return options
    }

    /// A certificate says in the words of the scenario what prices say by row: back and forth they are the same.
    @Test(arguments: 1_000..<1_008) func pricesReadBackAreThePricesWritten(seed: Int) throws {
        let scenario = OracleFamily.scenario(seed: seed)
        let instance = try Instance(scenario)
        let written = Planner(scenario: scenario, options: Self.options()).plan().certificate
        let starting = StartingPrices(instance, certificate: written)
        for (index, stage) in written.stages.enumerated() where !stage.prices.isEmpty {
            let kept: [(Int, Int64)] = stage.prices.compactMap { price in
                guard case .kept(let term, let value) = price.limit else { return nil }
                return instance.terms.firstIndex(of: term).map { ($0, value) }
            }
            let duals = try #require(starting.duals(of: index))
            let again = CertificateStage(instance: instance, term: index).prices(duals, kept: Dictionary(uniqueKeysWithValues: kept))
            func values(_ stage: BoundCertificate.Stage) -> [PricedLimit: Double] {
                Dictionary(uniqueKeysWithValues: stage.prices.map { ($0.limit, Double($0.mantissa) * Self.exp2(stage.power)) })
            }
            let (before, after) = (values(stage), values(again))
            #expect(Set(before.filter { $0.value > 1e-6 }.keys) == Set(after.filter { $0.value > 1e-6 }.keys), "seed \(seed)")
            for (limit, value) in before { #expect(abs((after[limit] ?? 0) - value) < 1e-6 * max(1, value), "seed \(seed) \(limit)") }
        }
    }

    private static func exp2(_ power: Int) -> Double { Double(sign: .plus, exponent: power, significand: 1) }

    /// At its own prices a plan is proven again as well as it was, and is kept or made better.
    @Test(arguments: 1_000..<1_008) func aPlanIsProvenAgainAtItsOwnPrices(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let cold = Planner(scenario: scenario, options: Self.options()).plan()
        guard cold.status != .infeasible, let first = cold.terms.first else { return }
        let warm = Planner(scenario: scenario, options: Self.options(start: cold)).plan()
        guard let again = warm.terms.first else { return #expect(Bool(false), "seed \(seed): no terms") }
        let sign: Int64 = first.term.isMaximised ? 1 : -1
        #expect(sign * again.value >= sign * first.value, "seed \(seed)")
        #expect(sign * again.bound <= sign * first.bound, "seed \(seed)")
        #expect(PlanChecker(scenario: scenario).check(warm.plan).isValid, "seed \(seed)")
    }

    /// Prices of another scenario are only where the search begins: what is proven here is true here.
    @Test(arguments: 1_000..<1_008) func boundsOfAVariantHoldForIt(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let start = Planner(scenario: scenario, options: Self.options()).plan()
        var more = scenario, less = scenario
        for index in more.requests.indices { more.requests[index].places += 1 }
        for index in more.funds.indices { more.funds[index].amount = more.funds[index].amount * 2 }
        for index in less.consulates.indices { less.consulates[index].monthlyCapacity /= 2 }
        less.sessions = Array(less.sessions.dropFirst())
        for variant in [more, less] {
            let exact = Planner(scenario: variant, options: PlanOptions(findsReasons: false)).plan()
            let warm = Planner(scenario: variant, options: Self.options(start: start)).plan()
            guard exact.status == .optimal, let best = exact.terms.first, let found = warm.terms.first else { continue }
            #expect(PlanChecker(scenario: variant).check(warm.plan).isValid, "seed \(seed)")
            let ends = best.term.isMaximised ? [found.value, best.value, found.bound] : [found.bound, best.value, found.value]
            #expect(ends == ends.sorted(), "seed \(seed): \(ends)")
        }
    }
}
