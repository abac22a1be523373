import MobilityModel

/// A seeded family of tiny scenarios that touches every column and key of a scenario.
///
/// Dates lie on a grid of 15 days, off by a day now and then, so that inequalities hold or fail by exactly one. The seed's
/// remainder by 8 leans a scenario to one theme (round trips, training, tight capacities, rules, funds, quotas, pools, all).
public enum OracleFamily {
    public static func scenario(seed: Int) -> Scenario {
        var maker = ScenarioMaker(seed: seed)
        return maker.scenario()
    }
}

struct ScenarioMaker {
    let seed: Int
    var random: SeededRandom
    let themes: Themes
    let twists: [Twist]

    let origins: [Country] = ["ML", "SN"]
    let destinations: [Country] = ["IT", "ES"]
    let occupations = ["field", "care", "kitchen"]
    let sectors = ["agriculture", "tourism", "care"]
    let certificates = ["safety", "agroecology"]
    let employers = ["acme", "bravo"]
    let regions = ["north", "south"]
    let areas = ["kayes", "mopti"]

    init(seed: Int) {
        self.seed = seed
        var random = SeededRandom(seed: UInt64(seed))
        twists = Array(random.shuffled(Twist.allCases + Twist.subtle).prefix(random.int(0...6)))
        themes = Themes(seed: seed)
        self.random = random
    }

    let base = Day(number: 20_454)  // 2026-01-01

    /// A day of the grid, a day off it in one of five cases.
    mutating func day(_ steps: ClosedRange<Int>) -> Day {
        base + random.int(steps) * 15 + (random.chance(20) ? random.pick([-1, 1]) : 0)
    }

    /// True in `percent` of 100 cases of a scenario that has the twist.
    mutating func twist(_ twist: Twist, _ percent: Int) -> Bool { twists.contains(twist) && random.chance(percent) }

    mutating func scenario() -> Scenario {
        let horizonEnd = base + random.pick([539, 600, 719])
        let channels = makeChannels()
        let rules = random.chance(themes.rules)
        var scenario = Scenario(
            name: "oracle-\(seed)", horizon: base...horizonEnd, channels: channels, cycle: makeCycleRules(),
            visaFree: twist(.visaFree, 100) ? [VisaFree(origin: random.pick(origins), countries: [random.pick(destinations)])] : [])
        scenario.candidates = makeCandidates()
        scenario.requests = makeRequests(scenario)
        scenario.sessions = makeSessions(scenario.requests)
        scenario.consulates = makeConsulates()
        scenario.quotas = makeQuotas()
        scenario.costs = makeCosts()
        scenario.funds = makeFunds(scenario)
        scenario.priorities = makePriorities()
        scenario.match = MatchWeights(
            occupation: random.pick([0, 40, 41]), language: random.pick([0, 20]), employer: random.pick([0, 15]),
            destination: random.pick([0, 21, 30]))
        scenario.rules = rules ? makeRules() : []
        scenario.behaviour = makeBehaviour()
        scenario.objective = makeObjective()
        return scenario
    }

    mutating func makeChannels() -> [String: Channel] {
        let seasonal = Channel(
            name: "seasonal", quota: random.chance(themes.quotas),
            sectors: twist(.sectors, 100) ? ["agriculture", "tourism"] : [],
            authorisationDays: random.pick([0, 0, 15, 30]), labourMarketTestDays: random.pick([0, 0, 8]),
            stay: random.chance(50)
                ? StayLimit(days: random.pick([60, 75, 90, 105, 120, 180]), window: random.pick([180, 200, 365])) : nil)
        let contract = Channel(
            name: "contract", quota: random.chance(themes.quotas / 2), authorisationDays: random.pick([0, 20]),
            stay: random.chance(20) ? StayLimit(days: random.pick([90, 120]), window: random.pick([180, 365])) : nil)
        return ["seasonal": seasonal, "contract": contract]
    }

    mutating func makeCycleRules() -> CycleRules {
        CycleRules(
            restDays: random.pick([0, 0, 15, 29, 30, 44, 45, 60, 75]), visaMarginDays: random.pick([0, 0, 5, 7]),
            maxCycles: twist(.maxCycles, 100) ? random.int(1...2) : nil, minAge: twist(.birthdays, 30) ? 21 : 18,
            maxAge: twist(.maxAge, 100) ? random.pick([35, 40]) : nil, requireFiled: twist(.requireFiled, 100))
    }

    mutating func makeObjective() -> [ObjectiveTerm] {
        let terms: [ObjectiveTerm] = [.placements, .stayDays, .match, .returns, .cost]
        let chosen = random.shuffled(terms).prefix(random.int(1...5))
        if random.chance(50) || chosen.first == .cost && random.chance(70) { return [.placements] + chosen.filter { $0 != .placements } }
        return Array(chosen)
    }

    mutating func makePriorities() -> [Priority] {
        guard random.chance(50) else { return [] }
        return (0..<random.int(1...2)).map { _ in
            Priority(who: makeWho(60), place: makeWhere(40), add: random.pick([-2, -1, 1, 2, 3]))
        }
    }

    mutating func makeWho(_ percent: Int) -> Who {
        guard random.chance(percent) else { return Who() }
        switch random.int(0...6) {
        case 0: return Who(sex: [random.pick([.female, .male])])
        case 1: return Who(origin: [random.pick(origins)])
        case 2: return Who(area: [random.pick(areas)])
        case 3: return Who(returning: random.chance(70))
        case 4: return Who(guarantor: [random.pick([.community, .none]), .deposit])
        case 5: return Who(ageMin: random.pick([19, 25]), ageMax: random.pick([30, 35, nil]))
        default: return Who(sex: [.female, .other], returning: random.chance(50))
        }
    }

    mutating func makeWhere(_ percent: Int) -> Where {
        guard random.chance(percent) else { return Where() }
        switch random.int(0...5) {
        case 0: return Where(country: [random.pick(destinations)])
        case 1: return Where(region: [random.pick(regions)])
        case 2: return Where(sector: [random.pick(sectors)])
        case 3: return Where(channel: ["seasonal"])
        case 4: return Where(employer: [random.pick(employers)])
        default: return Where(year: [random.pick([2026, 2027])])
        }
    }

    /// Soft ones more often than not, as hard ones soon leave nothing but staying at home.
    mutating func makeRules() -> [Rule] {
        (0..<random.int(1...3)).map { index in
            let kind: Rule.Kind = random.chance(55) ? .atLeast : .atMost
            let shares = [Fraction(3, over: 10), Fraction(1, over: 2), Fraction(25, over: 100), Fraction(2, over: 3), Fraction(75, over: 100)]
            let target: Rule.Target =
                random.chance(50)
                ? .count(random.int(kind == .atLeast ? 1...3 : random.chance(15) ? 0...1 : 1...3))
                : .share(kind == .atMost ? random.pick(Array(shares.suffix(2)) + [shares[1]]) : random.pick(shares))
            return Rule(
                id: Rule.ID("rule\(index)"), kind: kind, target: target, who: makeWho(90), of: makeWho(30), place: makeWhere(35),
                penalty: random.chance(60) ? random.int(1...5) : nil)
        }
    }

    mutating func makeBehaviour() -> Behaviour {
        var chances: [BehaviourStep: Chance] = [:]
        let rates: [(BehaviourStep, [Double])] = [
            (.authorised, [0.58, 0.9, 1]), (.trained, [0.95, 0.8]), (.notWithdrawn, [0.97, 1]), (.visaGranted, [0.7, 0.51]),
            (.arrivedInTime, [0.9, 0.43]), (.earlyReturn, [0.02, 0.01]), (.extended, [0.17, 0.05]), (.lawfulExit, [0.03, 0.6]),
            (.overstayed, [0.06, 0.5, 0]), (.returnedOnTime, [0.8, 0.74]),
        ]
        for (step, values) in rates where random.chance(step == .returnedOnTime ? 40 : 60) {
            chances[step] = Chance(rate: random.pick(values))
        }
        var effects: [Effect] = []
        for _ in 0..<random.int(0...2) {
            effects.append(
                Effect(
                    step: random.pick(rates.map(\.0)), who: makeWho(70), place: makeWhere(50),
                    oddsRatio: random.pick([0.5, 1.3, 2.4])))
        }
        return Behaviour(chances: chances, effects: effects)
    }
}
