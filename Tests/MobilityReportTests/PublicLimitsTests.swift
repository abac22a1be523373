import MobilityModel
import Testing

@testable import MobilityReport

/// What a public page says of limits that are used up tells no count under 5; planners see everything.
@Suite struct PublicLimitsTests {
    /// Pickers from Mali and packers from Senegal under two quota lines within one, two consulates and a rule.
    private struct World {
        var pickers = 21
        var packers = 3
        /// Places; `nil` without the line.
        var all: Int? = 24
        var agriculture = 21
        var food = 20
        /// Applications a month.
        var bamako = 50
        var dakar = 50
        var rule: Rule.Target?
        /// Of the requests.
        var places = (pickers: 30, packers: 20)
        /// What differs makes another secret.
        var area = ""

        private static let (month, day) = (Month(year: 2027, month: 3), SampleReport.day)

        var report: PlanReport {
            func candidate(_ id: Candidate.ID, _ origin: Country, _ occupation: String) -> Candidate {
                Candidate(
                    id: id, count: 30, origin: origin, area: area, sex: .male, born: Self.day("1990-01-01"), occupations: [occupation],
                    from: Self.day("2027-01-01"))
            }
            func request(_ id: Request.ID, _ sector: String, _ occupation: String, _ places: Int) -> Request {
                Request(
                    id: id, employer: "o", country: "IT", channel: "seasonal", sector: sector, occupation: occupation,
                    start: Self.day("2027-06-01"), end: Self.day("2027-08-31"), places: places)
            }
            func line(_ id: QuotaLine.ID, within: QuotaLine.ID?, _ sectors: [String], _ places: Int) -> QuotaLine {
                QuotaLine(
                    id: id, within: within, from: Self.day("2027-01-01"), until: Self.day("2027-12-31"), sectors: sectors, places: places)
            }
            func consulate(_ id: Consulate.ID, _ origin: Country, _ capacity: Int) -> Consulate {
                Consulate(id: id, origin: origin, country: "IT", monthlyCapacity: capacity, processingDays: 10)
            }
            let parent: QuotaLine.ID? = all == nil ? nil : "all"
            let scenario = Scenario(
                name: "world", title: "World", horizon: Self.day("2027-01-01")...Self.day("2027-12-31"),
                candidates: [candidate("pool-a", "ML", "picker"), candidate("pool-b", "SN", "packer")],
                requests: [
                    request("ra", "agriculture", "picker", places.pickers), request("rb", "food", "packer", places.packers),
                ],
                quotas: (all.map { [line("all", within: nil, [], $0)] } ?? [])
                    + [line("agri", within: parent, ["agriculture"], agriculture), line("food", within: parent, ["food"], food)],
                consulates: [consulate("bko", "ML", bamako), consulate("dkr", "SN", dakar)],
                rules: rule.map { [Rule(id: "floor", kind: .atLeast, target: $0, who: Who(origin: ["SN"]))] } ?? [],
                objective: [.placements], digest: "d")
            return PlanReport(scenario: scenario, scenarioPath: "s", result: result, usage: usage, version: "1")
        }

        private var usage: PlanUsage {
            PlanUsage(
                quotas: (all.map { [CapacityUse(id: "all", used: pickers + packers, capacity: $0)] } ?? []) + [
                    CapacityUse(id: "agri", used: pickers, capacity: agriculture), CapacityUse(id: "food", used: packers, capacity: food),
                ],
                consulates: [("bko", pickers, bamako), ("dkr", packers, dakar)].map {
                    ConsulateUse(id: $0, month: Self.month, used: $1, capacity: $2)
                },
                rules: rule == nil ? [] : [RuleUse(id: "floor", matched: packers, total: pickers + packers, missed: 0)])
        }

        private var result: PlanResult {
            func itinerary(_ id: Candidate.ID, _ count: Int, _ request: Request.ID, _ quota: QuotaLine.ID, _ consulate: Consulate.ID) -> Itinerary {
                Itinerary(
                    candidate: id, count: count,
                    cycles: [Cycle(request: request, quota: quota, consulate: consulate, visaDate: Self.day("2027-03-02"))])
            }
            let full = usage.quotas.filter { $0.used == $0.capacity }.map { ("quota", $0.id) }
                + usage.consulates.filter { $0.used == $0.capacity }.map { ("consulate", "\($0.id) \($0.month)") }
                + [("ra", pickers, places.pickers), ("rb", packers, places.packers)].filter { $0.1 == $0.2 }.map { ("request", $0.0) }
            let rules: [(String, String)] = if case .count(let count) = rule, count == packers { [("rule", "floor")] } else { [] }
            let reason = Reason(code: usage.quotas.contains { $0.used == $0.capacity } ? "quota_full" : "not_better", detail: "why")
            return PlanResult(
                status: .optimal,
                plan: Plan(itineraries: [
                    itinerary("pool-a", pickers, "ra", "agri", "bko"), itinerary("pool-b", packers, "rb", "food", "dkr"),
                ].filter { $0.count > 0 }),
                terms: [TermResult(term: .placements, value: Int64(pickers + packers), bound: Int64(pickers + packers))],
                unplaced: [
                    Unplaced(candidate: "pool-a", count: 30 - pickers, reason: reason),
                    Unplaced(candidate: "pool-b", count: 30 - packers, reason: reason),
                ],
                unfilled: [
                    Unfilled(request: "ra", places: places.pickers, filled: pickers, reason: reason),
                    Unfilled(request: "rb", places: places.packers, filled: packers, reason: reason),
                ].filter { $0.places > $0.filled },
                marginalValues: (full + rules).map { MarginalValue(term: .placements, kind: $0, id: $1, value: 1) })
        }

        /// Without style and programs, cells apart by bars.
        func page(isPublic: Bool = true) -> String {
            let html = PlanPage(report, isPublic: isPublic).document.html
            let start = html.range(of: "<body>")?.upperBound ?? html.startIndex
            let end = html.range(of: "id=\"charts\">")?.lowerBound ?? html.endIndex
            return String(html[start..<end]).replacing(/<[^>]*>/, with: "|").replacing(/[|\s]*\|[|\s]*/, with: "|")
                .replacing("&lt;", with: "<").replacing("\u{A0}", with: " ")
        }

        /// The rows of bottlenecks, and nothing else of them.
        func bottlenecks(isPublic: Bool = true) -> String {
            let page = page(isPublic: isPublic)
            guard let start = page.range(of: "|Bottlenecks|", options: .backwards), let end = page.range(of: "|Reasons|", options: .backwards)
            else { return "" }
            return String(page[start.upperBound..<end.lowerBound])
        }
    }

    @Test func aFullConsulateOfThreeIsNotNamed() {
        let world = World(all: nil, agriculture: 100, food: 100, bamako: 21, dakar: 3)
        #expect(world.page().contains("|dkr|Mar 2027|< 5|3|") && world.page().contains("|bko|Mar 2027|20|21|"))
        #expect(!world.bottlenecks().contains("dkr") && !world.bottlenecks().contains("bko"))
        #expect(world.bottlenecks(isPublic: false).contains("consulate dkr 2027-03") && world.bottlenecks(isPublic: false).contains("consulate bko 2027-03"))
    }

    @Test func aFullLineOfThreeIsNotNamed() {
        let world = World(all: nil, food: 3)
        #expect(world.page().contains("|food|< 5|3|"))
        #expect(!world.bottlenecks().contains("quota line") && !world.page().contains("quota line full"))
        #expect(world.bottlenecks(isPublic: false).contains("quota line food"))
        #expect(world.page(isPublic: false).contains("quota line full"))
    }

    @Test func fullLinesDoNotTellTheRestOfTheirParent() {
        let world = World(), page = world.page()
        #expect(page.contains("|agri|–|21|") && page.contains("|food|< 5|20|"))
        #expect(page.contains("|all|20|24|4|83.3 %|") && !page.contains("|100 %|"))
        #expect(!world.bottlenecks().contains("quota line"))
        let open = world.page(isPublic: false)
        #expect(open.contains("|all|24|24|0|100 %|") && open.contains("|agri|21|21|0|100 %|"))
        #expect(world.bottlenecks(isPublic: false).contains("quota line all") && world.bottlenecks(isPublic: false).contains("quota line agri"))
    }

    @Test func aBindingRuleDoesNotTellHowManyItReached() {
        let world = World(pickers: 20, packers: 4, rule: .count(4))
        #expect(world.page().contains("|floor|–|–|") && !world.bottlenecks().contains("rule floor"))
        #expect(world.page(isPublic: false).contains("|floor|4 / 24|0|") && world.bottlenecks(isPublic: false).contains("rule floor"))
        let half = World(pickers: 10, packers: 10, rule: .share(Fraction(1, over: 2)))
        #expect(half.page().contains("|floor|10 / 20|–|"))
        let ten = World(pickers: 10, packers: 10, rule: .count(10))
        #expect(ten.page().contains("|floor|10 / 20|0|") && ten.bottlenecks().contains("rule floor"))
    }

    /// Multiples of 5 are what counts on the page are anyway.
    @Test func limitsOfMultiplesAreNamed() {
        let world = World(pickers: 20, packers: 5, all: 25, agriculture: 20, food: 30, bamako: 20)
        let named = world.bottlenecks()
        #expect(named.contains("quota line all") && named.contains("quota line agri") && named.contains("consulate bko 2027-03"))
        #expect(world.page().contains("|all|25|25|0|100 %|") && world.page().contains("|quota line full|"))
    }

    @Test func thatEveryPlaceIsFilledIsNotToldOfRequestsOfFew() {
        func full(_ pickers: Int, _ packers: Int) -> World {
            World(pickers: pickers, packers: packers, all: nil, agriculture: 100, food: 100, places: (pickers, packers))
        }
        let few = full(21, 3).page()
        #expect(few.contains("|Places not filled: < 5|") && !few.contains("|request|"))
        var oneOpen = full(21, 3)
        oneOpen.packers = 2
        #expect(oneOpen.page().contains("|Places not filled: < 5|"))
        #expect(!full(20, 10).page().contains("Places not filled") && full(20, 10).page().contains("|request|"))
    }

    /// Funds show coarse money also where they are used up.
    @Test func whatAFundPaysIsCoarseAlsoWhereItIsUsedUp() {
        let open = Disclosure(nil), closed = Disclosure(PublicRounding(secret: 1))
        #expect(closed.money(28_500, most: 28_500) == 20_000 && closed.money(24_900, most: 28_500) == 20_000)
        #expect(closed.money(29_900, most: 30_000) == 30_000 && open.money(28_500, most: 28_500) == 28_500)
        #expect(closed.rounded(24, most: 24) == 20 && closed.rounded(25, most: 25) == 25 && open.rounded(24, most: 24) == 24)
    }

    /// Sums and differences of whatever full limits a page names, of many worlds, give no count from 1 to 4.
    @Test func namedLimitsCannotBeSubtracted() {
        for all in [20, 22, 23, 24, 25] {
            for pickers in [all - 1, all - 3, all - all % 5, all - 5] where pickers <= all {
                let world = World(
                    pickers: pickers, packers: all - pickers, all: all, agriculture: pickers, food: max(all - pickers, 1), bamako: pickers,
                    dakar: max(all - pickers, 1))
                let named = world.bottlenecks()
                let known = [
                    ("quota line all", all), ("quota line agri", pickers), ("quota line food", max(all - pickers, 1)),
                    ("consulate bko", pickers), ("consulate dkr", max(all - pickers, 1)),
                ].filter { named.contains($0.0) }.map(\.1)
                let combinations = known.reduce(into: Set([0])) { sums, count in sums.formUnion(sums.flatMap { [$0 + count, $0 - count] }) }
                #expect(combinations.isDisjoint(with: 1...4), "\(all), \(pickers): \(named)")
            }
        }
    }

    /// Whoever knows everything but the counts and the secret still finds other numbers of packers behind the page of lines that are full.
    @Test(arguments: [(24, 21, 20), (22, 21, 3)])
    func aPageOfFullLinesHasSeveralWorldsBehindIt(all: Int, agriculture: Int, food: Int) {
        var behind: [String: (packers: Set<Int>, isFull: Bool)] = [:]
        for area in ["a", "b", "c", "d", "e", "f"] {
            for pickers in (agriculture - 3)...agriculture {
                for packers in 1...min(food, 4) where pickers + packers <= all {
                    let world = World(pickers: pickers, packers: packers, all: all, agriculture: agriculture, food: food, area: area)
                    let text = world.page()
                    var page = behind[text] ?? ([], false)
                    page.packers.insert(packers)
                    page.isFull = page.isFull || pickers == agriculture || pickers + packers == all
                    behind[text] = page
                }
            }
        }
        let full = behind.filter(\.value.isFull)
        #expect(full.count > 1)
        for (page, world) in full { #expect(world.packers.count > 1, "\(world.packers): \(page)") }
    }

    /// A count under a limit, rounded up beyond it, would be told by the limit.
    @Test func nothingIsRoundedUpBesideALimit() {
        for secret in 0..<50 {
            let rounding = PublicRounding(secret: UInt64(secret), limits: [21, 40, 3])
            #expect((20...24).allSatisfy { rounding.count($0) == 20 } && (1...4).allSatisfy { rounding.count($0) == 0 })
        }
        #expect(Set((0..<50).map { PublicRounding(secret: UInt64($0), limits: [21, 40, 3]).count(42) }) == [40, 45])
    }
}
