import MobilityModel
import OracleSupport
import Testing

@testable import MobilityChecking

/// What prices prove, against trying everything: whatever they are, the bound is never false.
@Suite struct CertifiedBoundTests {
    private static let seeds = Array(stride(from: 0, to: 64, by: 8))

    /// Prices on any limits, now and then out of all proportion, or below 0.
    private static func prices(_ scenario: Scenario, _ term: ObjectiveTerm, kept: [TermValue], _ random: inout SplitMix64) -> BoundCertificate.Stage {
        let power = -Int(random.next() % 6)
        let size: UInt64 = switch term {
        case .placements, .penalty: 8
        case .match, .stayDays: 200
        case .returns: 1_500_000
        case .cost: 100_000
        }
        var stage = BoundCertificate.Stage(term: term, power: power)
        func price(_ limit: PricedLimit, per unit: UInt64 = 1) {
            let most = max(1, (size << UInt64(-power)) / unit)
            let mantissa: Int64 = switch random.next() % 10 {
            case 0..<4: 0
            case 4: -Int64(random.next() % most) - 1
            case 5: Int64(random.next() % (most * 50))
            default: Int64(random.next() % most)
            }
            if mantissa != 0 { stage.prices.append(.init(limit: limit, mantissa: mantissa)) }
        }
        for request in scenario.requests { price(.places(request.id)); price(.minPlaces(request.id)) }
        for session in scenario.sessions { price(.seats(session.id)); price(.minSeats(session.id)) }
        for line in scenario.quotas { price(.quota(line.id)) }
        for rule in scenario.rules { price(.rule(rule.id, rule.kind)) }
        var month = Month(year: 2025, month: 10)
        while month < Month(year: 2028, month: 1) {
            for consulate in scenario.consulates { price(.applications(consulate.id, month)) }
            month = month.next
        }
        let funds = scenario.funds.map(\.id).sorted()
        for set in funds.indices { price(.funds(Array(funds[set...])), per: 20_000); price(.funds([funds[set]]), per: 20_000) }
        for term in kept { price(.kept(term.term, term.value), per: term.term == .cost ? 100_000 : 1) }
        return stage
    }

    @Test(arguments: seeds) func noPricesMakeABoundFalse(first: Int) {
        var judged = 0, loosened = 0
        for seed in first..<(first + 8) {
            let scenario = OracleFamily.scenario(seed: seed)
            guard case .optimal(let terms, let plan)? = BruteForce(scenario).solve(workLimit: 15_000) else { continue }
            judged += 1
            let checker = PlanChecker(scenario: scenario)
            let report = checker.check(plan)
            var random = SplitMix64(seed: UInt64(seed))
            for _ in 0..<6 {
                let stages = terms.indices.map { Self.prices(scenario, terms[$0].term, kept: Array(terms[..<$0]), &random) }
                // Now and then so little work is done that groups are looked at less closely.
                let effort = [ProofEffort(), ProofEffort(labels: 0), ProofEffort(labels: 1, sessions: 1)][Int(random.next() % 3)]
                let bounds = checker.certifiedBounds(BoundCertificate(stages: stages), of: report, pins: nil, effort: effort)
                if bounds.contains(where: { $0.loosened > 0 }) { loosened += 1 }
                #expect(bounds.map(\.value) == terms.map(\.value))
                for bound in bounds {
                    guard let proven = bound.bound else { Issue.record("seed \(seed): \(bound.obstacle)"); continue }
                    #expect(
                        bound.term.isMaximised ? proven >= bound.value : proven <= bound.value,
                        "seed \(seed), \(bound.term): \(bound.value) is better than \(proven)")
                }
            }
        }
        #expect(judged >= 2 && loosened >= 2)
    }

    /// Pinned cycles must be followed, so their prices pull people onto them; a bound for plans with the pins holds for these alone.
    @Test func noPricesOfPinsMakeABoundFalse() throws {
        var judged = 0
        for seed in 0..<25 {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let pins = OracleFamily.pins(for: scenario, seed: seed),
                case .optimal(let terms, let plan)? = BruteForce(scenario, pins: pins).solve(workLimit: 20_000)
            else { continue }
            judged += 1
            let checker = PlanChecker(scenario: scenario)
            var random = SplitMix64(seed: UInt64(seed))
            for _ in 0..<4 {
                var stages = terms.indices.map { Self.prices(scenario, terms[$0].term, kept: Array(terms[..<$0]), &random) }
                for index in stages.indices {
                    for itinerary in pins.itineraries {
                        for cycle in itinerary.cycles where cycle.pinned {
                            let limit = PricedLimit.pinned(itinerary.candidate, cycle.request)
                            guard !stages[index].prices.contains(where: { $0.limit == limit }) else { continue }
                            stages[index].prices.append(.init(limit: limit, mantissa: Int64(random.next() % 100) << Int64(-stages[index].power)))
                        }
                    }
                }
                for bound in checker.certifiedBounds(BoundCertificate(stages: stages), of: checker.check(plan, pins: pins), pins: pins) {
                    let proven = try #require(bound.bound)
                    #expect(bound.term.isMaximised ? proven >= bound.value : proven <= bound.value, "seed \(seed), \(bound.term)")
                }
            }
        }
        #expect(judged > 2)
    }

    /// Where there is enough of everything, people stand in nobody's way: at prices of 0 the bound is the optimum itself.
    @Test func freePeopleAreBoundedByTheirBestItineraries() throws {
        var judged = 0, travelled = 0, cycles = 0, trained = 0
        for seed in 0..<90 {
            var scenario = OracleFamily.scenario(seed: seed)
            scenario.rules = []
            scenario.funds = []
            for index in scenario.requests.indices { scenario.requests[index].places = 100; scenario.requests[index].minPlaces = 0 }
            for index in scenario.sessions.indices { scenario.sessions[index].seats = 100; scenario.sessions[index].minSeats = 0 }
            for index in scenario.quotas.indices where scenario.quotas[index].places > 0 { scenario.quotas[index].places = 100 }
            for index in scenario.consulates.indices where scenario.consulates[index].monthlyCapacity > 0 { scenario.consulates[index].monthlyCapacity = 100 }
            for index in scenario.candidates.indices { scenario.candidates[index].count = 1 }
            // The first term alone counts; a leaf line of no places is left out of what prices of 0 see.
            guard !scenario.quotas.contains(where: { $0.places == 0 }), let term = scenario.objective.first, term != .cost else { continue }
            scenario.objective = [term]
            guard case .optimal(let terms, let plan)? = BruteForce(scenario).solve(workLimit: 30_000) else { continue }
            judged += 1
            if !plan.itineraries.isEmpty { travelled += 1 }
            cycles += plan.itineraries.filter { $0.cycles.count > 1 }.count
            trained += plan.itineraries.filter { $0.cycles.contains { !$0.sessions.isEmpty } }.count
            let checker = PlanChecker(scenario: scenario)
            let free = BoundCertificate(stages: [.init(term: term)])
            let bound = try #require(checker.certifiedBounds(free, of: checker.check(plan)).first)
            #expect(bound.bound == terms[0].value, "seed \(seed), \(term)")
            #expect(bound.loosened == 0)
        }
        #expect(judged > 30 && travelled > 20 && cycles > 10 && trained > 10, "\(judged), \(travelled), \(cycles), \(trained)")
    }

    /// A pool of three is three rows of one, whatever traits nobody asks for they have.
    @Test func alikeRowsAreCountedTogetherExactly() throws {
        var judged = 0
        for seed in stride(from: 6, to: 70, by: 8) {
            var pooled = OracleFamily.scenario(seed: seed)
            pooled.rules = []
            for index in pooled.requests.indices { pooled.requests[index].named = [] }
            var split = pooled
            split.candidates = pooled.candidates.flatMap { row in
                (0..<row.count).map { number in
                    var one = row
                    one.id = Candidate.ID("\(row.id)-\(number)")
                    one.count = 1
                    return one
                }
            }
            var random = SplitMix64(seed: UInt64(seed))
            let stages = pooled.terms.map { Self.prices(pooled, $0, kept: [], &random) }
            func bounds(_ scenario: Scenario) -> [Int64?] {
                let checker = PlanChecker(scenario: scenario)
                return checker.certifiedBounds(BoundCertificate(stages: stages), of: checker.check(Plan())).map(\.bound)
            }
            #expect(bounds(pooled) == bounds(split), "seed \(seed)")
            #expect(CandidateGroups(split, pinned: []).groups().count <= CandidateGroups(pooled, pinned: []).groups().count)
            if split.candidates.count > pooled.candidates.count { judged += 1 }
        }
        #expect(judged >= 4)
    }

    private static func bound(_ hand: HandSolved, _ stage: BoundCertificate.Stage) throws -> CertifiedBound {
        let checker = PlanChecker(scenario: hand.scenario)
        let bounds = checker.certifiedBounds(BoundCertificate(stages: [stage]), of: checker.check(hand.plan))
        return try #require(bounds.first { $0.term == stage.term })
    }

    /// At prices of 0 both women of `awa` go twice and `bilal` to the market: 2 x (2 + 1) + 1.
    @Test func pricesProveWhatIsCountedByHand() throws {
        let hand = HandSolved()
        let term = try #require(hand.scenario.objective.first)
        let free = try Self.bound(hand, .init(term: term))
        let value = PlanChecker(scenario: hand.scenario).check(hand.plan).value(of: term)
        #expect(free.bound == value)
        // A price on places that are all taken changes nothing: what they pay is what the places are worth. More only weakens.
        let paid = try Self.bound(hand, .init(term: term, power: -1, prices: [.init(limit: .places("market"), mantissa: 1)]))
        #expect(paid.bound == value)
        let dear = try Self.bound(hand, .init(term: term, prices: [.init(limit: .places("market"), mantissa: 1_000)]))
        #expect(dear.bound.map { $0 >= value + 900 } == true)
    }

    @Test func pricesThatCannotBeAddedUpProveNothing() throws {
        let hand = HandSolved()
        let term = try #require(hand.scenario.objective.first)
        for limit: PricedLimit in [.places("market"), .quota("decree"), .seats("italian"), .applications("bamako", Month(year: 2026, month: 4)), .funds(["europe"])] {
            let huge = try Self.bound(hand, .init(term: term, prices: [.init(limit: limit, mantissa: .max)]))
            #expect(huge.bound.map { $0 > 1 << 60 } ?? true, "\(limit)")
            if huge.bound == nil { #expect(huge.obstacle.contains("too great")) }
        }
        let unreadable = try Self.bound(hand, .init(term: term, power: -80))
        #expect(unreadable.bound == nil)
        let silent = PlanChecker(scenario: hand.scenario).certifiedBounds(BoundCertificate(), of: PlanChecker(scenario: hand.scenario).check(hand.plan))
        #expect(silent.allSatisfy { $0.bound == nil && $0.obstacle.contains("no prices") })
    }

    @Test func unknownNamesCountForNothing() throws {
        let hand = HandSolved()
        let term = try #require(hand.scenario.objective.first)
        let free = try Self.bound(hand, .init(term: term))
        let strange = try Self.bound(hand, .init(term: term, prices: [
            .init(limit: .places("nowhere"), mantissa: 50), .init(limit: .seats("nowhere"), mantissa: 50), .init(limit: .quota("nowhere"), mantissa: 50),
            .init(limit: .funds(["nowhere"]), mantissa: 50), .init(limit: .kept(.cost, 0), mantissa: 50),
            .init(limit: .rule("nowhere", .atMost), mantissa: 50), .init(limit: .pinned("awa", "harvest"), mantissa: 50),
        ]))
        #expect(strange.bound == free.bound)
    }

    /// More asked of a term before than the plan has would prove what is not so: the plan's own value is counted instead.
    @Test func noMoreIsKeptThanThePlanHas() throws {
        var scenario = HandSolved().scenario
        scenario.objective = [.placements, .match]
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(HandSolved().plan)
        let kept = report.value(of: .placements)
        func bound(_ value: Int64) -> Int64? {
            let stage = BoundCertificate.Stage(term: .match, prices: [.init(limit: .kept(.placements, value), mantissa: 1_000)])
            return checker.certifiedBounds(BoundCertificate(stages: [stage]), of: report).last?.bound
        }
        #expect(bound(kept + 5) == bound(kept))
        let honest = try #require(bound(kept)), modest = try #require(bound(kept - 1))
        #expect(honest >= report.value(of: .match))
        #expect(modest == honest + 1_000)
    }
}
