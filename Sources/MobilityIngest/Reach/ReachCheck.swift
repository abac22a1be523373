import MobilityModel

/// Candidates who can reach no request, requests that no candidate can reach, pairs of countries without a consulate.
///
/// A warning is given only where it is certain: conditions that would need a search (chains of sessions, capacities,
/// several cycles, expiry of certificates) count as met. Candidates are looked up by origin and occupation, so that a
/// million of them against tens of thousands of requests take seconds.
struct ReachCheck {
    let scenario: Scenario
    let tables: ScenarioTables
    let log: FindingLog

    private struct Trade: Hashable {
        var origin: Country
        var occupation: String
    }
    private var openings: [Trade: Openings] = [:]
    /// Of open requests, and of all.
    private var occupations = Set<String>()
    private let known: Set<String>
    private var named: [Candidate.ID: [Int]] = [:]
    private let routes: VisaRoutes
    private let open: [Int]
    private let supply: SkillSupply
    private let leaves: QuotaLeaves
    private let money: MoneyReach
    /// Occupations that have been called misspelt.
    private let misspelt: Set<String>

    init(scenario: Scenario, tables: ScenarioTables, leaves: QuotaLeaves, open: [Int], misspelt: Set<String>, log: FindingLog) {
        self.scenario = scenario
        self.tables = tables
        self.log = log
        self.leaves = leaves
        self.open = open
        routes = VisaRoutes(scenario)
        supply = SkillSupply(scenario)
        money = MoneyReach(scenario)
        known = Set(scenario.requests.map(\.occupation))
        self.misspelt = misspelt
    }

    func run() {
        // Where every request is closed to everybody, that has been said of the requests.
        guard !scenario.candidates.isEmpty, !open.isEmpty else { return }
        var check = self
        check.collect()
        check.checkCandidates()
        RequestReach(scenario: scenario, tables: tables, open: open, routes: routes, supply: supply, leaves: leaves, log: log).run()
    }

    private mutating func collect() {
        let origins = Set(scenario.candidates.map(\.origin)).sorted()
        for index in open {
            let request = scenario.requests[index]
            occupations.insert(request.occupation)
            for id in request.named { named[id, default: []].append(index) }
            let lines = scenario.channels[request.channel]?.quota == true ? leaves.matching(request) : nil
            let mustHold = supply.mustBeHeld(request)
            for origin in origins {
                let trade = Trade(origin: origin, occupation: request.occupation)
                guard request.origins.isEmpty || request.origins.contains(origin), lines.map({ leaves.admits(origin, $0) }) ?? true
                else { continue }
                switch routes.route(from: origin, to: request) {
                case .noConsulate: openings[trade, default: Openings()].lacksConsulate = true
                case .tooLate: openings[trade, default: Openings()].isTooLate = true
                case .open(let latest):
                    guard request.named.isEmpty else {
                        openings[trade, default: Openings()].isNamed = true
                        continue
                    }
                    openings[trade, default: Openings()].add(
                        request, latest: latest, mustHold: mustHold, unpaid: money.unpaid(from: origin, request, mustHold: mustHold))
                }
            }
        }
        for trade in openings.keys { openings[trade]?.settle() }
    }

    private func checkCandidates() {
        var strays: [Obstacle: Strays] = [:]
        // By origin and what nobody pays for.
        var unpaid: [Unpaid: Strays] = [:]
        for (index, candidate) in scenario.candidates.enumerated() {
            var lacking = Set<String>()
            guard let obstacle = obstacle(candidate, &lacking) else { continue }
            if obstacle == .money {
                let key = Unpaid(origin: candidate.origin, items: lacking.sorted())
                unpaid[key, default: Strays(first: index)].add(candidate)
            } else if obstacle != .occupation || misspelt.isDisjoint(with: candidate.occupations) {
                // Of a misspelt occupation more has been said already.
                strays[obstacle, default: Strays(first: index)].add(candidate)
            }
        }
        for obstacle in Obstacle.allCases {
            guard let group = strays[obstacle] else { continue }
            log.warning("no_reachable_request", at: tables.candidates.place(group.first), group.message(obstacle))
        }
        for (key, group) in unpaid.sorted(by: { $0.value.first < $1.value.first }) {
            log.warning(
                "unpaid_item", at: tables.head(.funds),
                "no fund pays \(key.items.joined(separator: ", nor ")) of people from \(key.origin); \(group.who) can go nowhere")
        }
    }

    private struct Unpaid: Hashable {
        var origin: Country
        var items: [String]
    }

    /// What keeps a candidate from every request: the last of the conditions that some request gets to; `nil` where one
    /// is in reach.
    ///
    /// - Parameter unpaid: what no fund pays for on the way to requests that are in reach but for money.
    private func obstacle(_ candidate: Candidate, _ unpaid: inout Set<String>) -> Obstacle? {
        var furthest = Obstacle.occupation
        for request in (named[candidate.id] ?? []).map({ scenario.requests[$0] }) where canTake(candidate, request) {
            let lacking = lacking(candidate, of: money.unpaid(from: candidate.origin, request, mustHold: supply.mustBeHeld(request)))
            guard !lacking.isEmpty else { return nil }
            furthest = .money
            unpaid.formUnion(lacking)
        }
        let freeFrom = candidate.firstDayFree, freeUntil = candidate.lastDayFree
        for occupation in candidate.occupations {
            if known.contains(occupation) { furthest = max(furthest, occupations.contains(occupation) ? .origin : .closed) }
            guard let openings = openings[Trade(origin: candidate.origin, occupation: occupation)] else { continue }
            if openings.lacksConsulate { furthest = max(furthest, .consulate) }
            if openings.isTooLate { furthest = max(furthest, .authorisation) }
            if openings.isNamed { furthest = max(furthest, .named) }
            for group in openings.groups {
                guard candidate.countries.isEmpty || candidate.countries.contains(group.country) else {
                    furthest = max(furthest, .countries)
                    continue
                }
                guard group.mustHold.allSatisfy({ SkillSupply.lists(candidate, $0) }) else {
                    furthest = max(furthest, .skills)
                    continue
                }
                guard hasAge(candidate, from: group.firstStart, until: group.lastStart) else {
                    furthest = max(furthest, .age)
                    continue
                }
                guard group.stairs.holds(atMost: -freeFrom.number, atLeast: -clamped(freeUntil).number) else {
                    furthest = max(furthest, .dates)
                    continue
                }
                let lacking = lacking(candidate, of: group.unpaid)
                guard !lacking.isEmpty else { return nil }
                furthest = .money
                unpaid.formUnion(lacking)
            }
        }
        return furthest
    }

    /// What of the items the person needs, in words.
    private func lacking(_ candidate: Candidate, of items: [UnpaidItem]) -> [String] {
        items.filter { item in item.skill.map { !SkillSupply.lists(candidate, $0) } ?? true }.map(\.words)
    }

    private func clamped(_ day: Day) -> Day { Day(number: min(day.number, Int32.max - 1)) }

    private func hasAge(_ candidate: Candidate, from first: Day, until last: Day) -> Bool {
        if candidate.born.completing(years: scenario.cycle.minAge) > last { return false }
        guard let most = scenario.cycle.maxAge else { return true }
        return candidate.born.completing(years: most + 1) > first
    }

    private func canTake(_ candidate: Candidate, _ request: Request) -> Bool {
        guard candidate.occupations.contains(request.occupation) else { return false }
        guard request.origins.isEmpty || request.origins.contains(candidate.origin) else { return false }
        guard candidate.countries.isEmpty || candidate.countries.contains(request.country) else { return false }
        guard case .open(let latest) = routes.route(from: candidate.origin, to: request) else { return false }
        return candidate.from <= latest && (candidate.until ?? request.end) >= request.end
            && (candidate.passportUntil ?? request.end) >= request.end
    }
}
