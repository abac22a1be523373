import MobilityChecking
import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// Small scenarios planned as great ones are, where everything can be tried.
@Suite struct PriceSearchTests {
    private static func planned(_ scenario: Scenario, gap: Double = 0) -> PlanResult {
        var options = PlanOptions(gap: gap, findsReasons: false)
        options.usesPricesAlone = true
        return Planner(scenario: scenario, options: options).plan()
    }

    @Test(arguments: [0]) func whatPricesProveIsTrueAndTheirPlansAreValid(block: Int) throws {
        var (judged, found, gained, possible) = (0, 0, Int64(0), Int64(0))
        for seed in (block * 25)..<(block * 25 + 25) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let answer = BruteForce(scenario).solve(workLimit: 60_000) else { continue }
            judged += 1
            let result = Self.planned(scenario)
            guard let optimum = answer.values else {
                #expect(result.status != .optimal && result.status != .feasible, "seed \(seed): a plan where there is none")
                continue
            }
            #expect(result.status != .infeasible, "seed \(seed)")
            guard result.status == .optimal || result.status == .feasible else { continue }
            found += 1
            #expect(PlanChecker(scenario: scenario).check(result.plan).violations.isEmpty, "seed \(seed)")
            let first = try #require(result.terms.first)
            let sign: Int64 = scenario.terms[0].isMaximised ? 1 : -1
            #expect(sign * first.bound >= sign * optimum[0], "seed \(seed): \(optimum[0]) is better than \(first.bound)")
            #expect(sign * first.value <= sign * optimum[0], "seed \(seed): \(first.value) is better than \(optimum[0])")
            if result.status == .optimal { #expect(result.terms.map(\.value) == optimum, "seed \(seed)") }
            if scenario.terms[0] == .placements {
                gained += first.value
                possible += optimum[0]
            }
        }
        #expect(judged >= 15)
        #expect(Double(found) >= 0.7 * Double(judged), "\(found) plans for \(judged)")
        #expect(Double(gained) >= 0.85 * Double(possible), "\(gained) of \(possible)")
    }

    /// What a gap leaves of a term to those that follow must not leave a bound behind that the plan beats.
    @Test(arguments: [0.1, 0.5, 0.9]) func noPlanBeatsABoundThatStandsBesideIt(gap: Double) {
        var planned = 0
        for seed in 76..<81 {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = Self.planned(scenario, gap: gap)
            for term in result.terms {
                let sign: Int64 = term.term.isMaximised ? 1 : -1
                #expect(sign * term.value <= sign * term.bound, "seed \(seed): \(term)")
                if result.status == .optimal { #expect(term.gap <= gap, "seed \(seed): \(term)") }
            }
            if !result.terms.isEmpty { planned += 1 }
            #expect(PlanChecker(scenario: scenario).check(result.plan).violations.isEmpty || result.terms.isEmpty, "seed \(seed)")
        }
        #expect(planned >= 3)
    }

    /// The bound of prices is that of the linear relaxation, which the simplex method finds exactly.
    @Test func pricesComeNearToThoseOfTheSimplexMethod() throws {
        var compared = 0
        for seed in 0..<26 {
            let scenario = OracleFamily.scenario(seed: seed)
            guard scenario.terms.first == .placements else { continue }
            let instance = try Instance(scenario)
            let interruption = Interruption(timeLimit: nil) { false }
            var search = try StageSearch(instance, options: PlanOptions(), interruption: interruption) { _, _, _, _ in }
            try search.master.closeShortfalls()
            try search.master.maximise(term: 0)
            search.cap = search.boundWithoutPrices(.term(0))
            guard try search.relaxation(.term(0)) != nil, let exact = search.bound, exact.value > 0 else { continue }
            var prices = PriceSearch(Relaxation(search.master, kept: [:], points: nil), interruption: interruption, columns: [])
            try prices.run(isClosed: { _ in false }, report: { _ in }, precision: 1e-5)
            let found = try #require(prices.best)
            #expect(found.value >= exact.value - 1e-6 * (1 + exact.value), "seed \(seed): no dual is below the optimum of the relaxation")
            #expect(found.value <= exact.value * 1.05 + 1e-6, "seed \(seed): \(found.value), the simplex method \(exact.value)")
            compared += 1
        }
        #expect(compared >= 5)
    }

    @Test func theSamePlanEveryTime() {
        for seed in [3] {
            let scenario = OracleFamily.scenario(seed: seed)
            #expect(Self.planned(scenario).plan == Self.planned(scenario).plan)
        }
    }
}

@Suite struct RestedStaysTests {
    /// Where rest alone keeps a limit, looking at earlier stays changes nothing.
    @Test func restThatKeepsALimitNeedsNoMemory() {
        var generator = SplitMix64(seed: 9)
        var scenario = OracleFamily.scenario(seed: 1)
        let limit = StayLimit(days: 270, window: 365)
        scenario.channels = scenario.channels.mapValues { channel in
            var channel = channel
            channel.stay = limit
            return channel
        }
        let full = StayWindows(scenario), rested = StayWindows(scenario, rest: 95)
        #expect(!full.binding.isEmpty && rested.binding.isEmpty)
        #expect(!StayWindows(scenario, rest: 94).binding.isEmpty)
        var refused = 0
        for _ in 0..<400 {
            var stays: [StayWindows.Stay] = []
            var day = Day(number: 0)
            for number in 0..<4 {
                let length = 1 + Int(generator.next() % 290)
                let stay = StayWindows.Stay(start: day, end: day + (length - 1), channel: number == 0 && generator.next() % 3 == 0 ? nil : 0)
                let allowed = full.allows(stay, after: stays)
                #expect(rested.allows(stay, after: stays) == allowed)
                if allowed || stay.channel == nil { stays.append(stay) } else { refused += 1 }
                day = stay.end + (96 + Int(generator.next() % 40))
            }
        }
        #expect(refused > 20)
    }
}
