import MobilityModel

/// What one cycle of somebody on a request takes and is worth, before any price; how it is prepared is left open.
struct CycleOption {
    /// What differs between a person's first cycle and later ones.
    struct Variant {
        var placements: Int64
        /// By number of sessions; the last for all beyond, of which none is worth more.
        var returns: [Int64]
        /// By rule: what a placement adds to it.
        var rules: [(rule: Int, amount: Int64)]
        /// Leaf lines that can give the place; `nil` where none is needed.
        var leaves: [Int]?
    }

    /// Days on which a consulate can be applied to, training apart.
    struct Application {
        let consulate: Int
        let first: Day
        let last: Day
    }

    let request: Int
    let start: Day
    let end: Day
    let first: Variant?
    let later: Variant?
    let stayDays: Int64
    let match: Int64
    /// Cents and who pays them.
    let costs: [(cents: Int64, payer: Int)]
    /// `nil` where no visa is needed.
    let applications: [Application]?
    /// Sessions end before it.
    let deadline: Day
    let missing: UInt64
    /// The limit that stays before may make bind; `nil` where each stay by itself keeps it.
    let limit: StayLimit?
    let channel: String
}

/// All cycles of all people that the rules on one person allow, and what they take: everything of a bound but the prices.
///
/// Complexity: alike rows times requests, and what they have in common.
final class CycleCatalogue {
    let checker: PlanChecker
    let effort: ProofEffort
    let groups: [CandidateGroup]
    let payers: Payers
    let training: TrainingSets
    let days: [ApplicationDays]
    /// By group, in the order of the start.
    private(set) var options: [[CycleOption]] = []
    /// By group.
    private(set) var profiles: [Int] = []
    /// By request and by session: people who could take it.
    private(set) var requestReach: [Int]
    private(set) var sessionReach: [Int]
    /// By origin and session: who pays the seat; `nil` where nobody can.
    private(set) var seatPayers: [Country: [Int?]] = [:]
    /// By session: who pays for running it; `nil` where nobody can.
    let runPayers: [Int?]
    /// By rule that asks for a share: the simplest one that asks the same of as many placements as there can be.
    let shares: [Fraction?]
    /// No plan has more.
    let mostPlacements: Int128

    var scenario: Scenario { checker.scenario }

    init(_ checker: PlanChecker, pins: Plan?, effort: ProofEffort) {
        self.checker = checker
        self.effort = effort
        let scenario = checker.scenario
        let payers = Payers(checker)
        self.payers = payers
        let pinned = Set((pins?.itineraries ?? []).filter { $0.cycles.contains(where: \.pinned) }.map(\.candidate))
        let groups = CandidateGroups(scenario, pinned: pinned).groups()
        self.groups = groups
        let runPayers = scenario.sessions.map {
            payers.set(for: CostItem(kind: .training, origin: nil, day: $0.start), cents: $0.runCost.amount)
        }
        self.runPayers = runPayers
        var seatPayers: [Country: [Int?]] = [:]
        for origin in Set(groups.map(\.candidate.origin)).sorted() {
            seatPayers[origin] = scenario.sessions.map {
                payers.set(for: CostItem(kind: .training, origin: origin, day: $0.start), cents: $0.seatCost.amount)
            }
        }
        self.seatPayers = seatPayers
        training = TrainingSets(scenario, mostSteps: effort.sessions) { index, origin in
            let session = scenario.sessions[index]
            guard session.seats > 0, session.origins.isEmpty || session.origins.contains(origin), runPayers[index] != nil else { return false }
            return seatPayers[origin]?[index] != nil
        }
        let firstDay = groups.map(\.candidate.from).min(), lastDay = scenario.requests.map(\.start).max()
        days = scenario.consulates.map { consulate in
            let range = firstDay.flatMap { first in lastDay.flatMap { first <= $0 ? first...$0 : nil } }
            return ApplicationDays(
                consulate, days: range ?? consulate.earliestDay...consulate.earliestDay, funds: scenario.funds, payers: payers)
        }
        let places = scenario.requests.reduce(Int128(0)) { $0 + Int128(max(0, $1.places)) }
        let people = groups.reduce(Int128(0)) { $0 + Int128($1.people) }
        let most = scenario.cycle.maxCycles.map { min(places, people * Int128(max(0, $0))) } ?? places
        mostPlacements = most
        shares = scenario.rules.map { rule in
            guard case .share(let share) = rule.target else { return nil }
            return share.simplest(atLeast: rule.kind == .atLeast, upTo: Int64(clamping: most))
        }
        requestReach = scenario.requests.map { _ in 0 }
        sessionReach = scenario.sessions.map { session in
            groups.reduce(0) { sum, group in
                let candidate = group.candidate
                let comes = (session.origins.isEmpty || session.origins.contains(candidate.origin)) && session.start >= candidate.from
                return comes ? sum.plus(group.people) : sum
            }
        }
        listOptions()
    }

    private func listOptions() {
        let byOccupation = Dictionary(grouping: scenario.requests.indices.filter { scenario.requests[$0].places > 0 }) {
            scenario.requests[$0].occupation
        }
        for group in groups {
            let candidate = group.candidate
            let open = Set(candidate.occupations).flatMap { byOccupation[$0] ?? [] }
            let list = open.filter { mayGo(candidate, scenario.requests[$0]) }.compactMap { option(candidate, $0) }
            for option in list { requestReach[option.request] = requestReach[option.request].plus(group.people) }
            options.append(list.sorted { ($0.start, $0.end, $0.request) < ($1.start, $1.end, $1.request) })
            profiles.append(training.profile(of: candidate))
        }
    }

    /// What is quickly told, before the rules themselves are asked.
    private func mayGo(_ candidate: Candidate, _ request: Request) -> Bool {
        (candidate.countries.isEmpty || candidate.countries.contains(request.country))
            && (request.origins.isEmpty || request.origins.contains(candidate.origin)) && request.start >= candidate.from
            && (candidate.until.map { $0 >= request.end } ?? true) && request.start <= request.end
    }

    /// `nil` where no valid plan has this cycle.
    private func option(_ candidate: Candidate, _ index: Int) -> CycleOption? {
        let request = scenario.requests[index]
        guard let cycle = checker.resolve(Cycle(request: request.id), number: 1, by: candidate), cycle.requestIndex == index else { return nil }
        var violations: [Violation] = []
        checker.checkEligible(ResolvedItinerary(number: 1, candidate: candidate, people: 1, cycles: [cycle]), &violations)
        guard violations.isEmpty, let missing = training.skills.missing(request.requirements, candidate, on: request.start) else { return nil }
        var costs: [(cents: Int64, payer: Int)] = []
        for (item, cents) in checker.costItems(of: cycle, by: candidate) where item.kind == .travel || item.kind == .reintegration {
            guard let payer = payers.set(for: item, cents: cents) else { return nil }
            costs.append((cents, payer))
        }
        var earliest = candidate.from
        if let end = candidate.lastStayUntil { earliest = max(earliest, end.later(by: 1)) }
        if let filed = request.filed { earliest = max(earliest, filed.later(by: cycle.channel.labourMarketTestDays, cycle.channel.authorisationDays)) }
        var applications: [CycleOption.Application]?
        if cycle.needsVisa {
            applications = self.applications(candidate, request, from: earliest)
        } else if earliest > request.start { return nil }
        let deadline = applications.map { $0.map(\.last).max() } ?? request.start
        let limit = cycle.channel.stay
        if let limit, limit.window > 0, min(request.stayDays, limit.window) > limit.days { return nil }
        guard let deadline, request.start > candidate.lastStayUntil?.later(by: scenario.cycle.restDays) ?? Day(number: .min) else { return nil }
        let later = checker.resolve(Cycle(request: request.id), number: 2, by: candidate)
        return CycleOption(
            request: index, start: request.start, end: request.end, first: variant(candidate, cycle),
            later: later.flatMap { variant(candidate, $0) }, stayDays: Int64(request.stayDays),
            match: checker.match(of: cycle, by: candidate), costs: costs, applications: applications, deadline: deadline, missing: missing,
            // The rest between two stays keeps a limit that no window can reach with days of both.
            limit: limit.flatMap { $0.window > 0 && $0.days < $0.window.minus(scenario.cycle.restDays) ? $0 : nil }, channel: request.channel)
    }

    private func applications(_ candidate: Candidate, _ request: Request, from earliest: Day) -> [CycleOption.Application] {
        scenario.consulates.enumerated().compactMap { index, consulate in
            guard consulate.origin == candidate.origin, consulate.country == request.country, consulate.monthlyCapacity > 0 else { return nil }
            let first = max(earliest, consulate.from ?? earliest)
            let ready = request.start.later(by: -consulate.processingDays, -scenario.cycle.visaMarginDays)
            let last = min(ready, consulate.until ?? ready)
            return first <= last && !days[index].stretches.isEmpty ? CycleOption.Application(consulate: index, first: first, last: last) : nil
        }
    }

    /// `nil` where no quota line gives a place.
    private func variant(_ candidate: Candidate, _ cycle: ResolvedCycle) -> CycleOption.Variant? {
        var leaves: [Int]?
        if cycle.channel.quota {
            let open = scenario.quotas.indices.filter {
                checker.index.isLeaf[$0] && scenario.quotas[$0].counts(cycle.request, origin: candidate.origin, returning: cycle.isReturning)
            }
            if open.isEmpty { return nil }
            leaves = open
        }
        let rules = scenario.rules.enumerated().compactMap { index, rule -> (rule: Int, amount: Int64)? in
            guard rule.of.matches(candidate, at: cycle), rule.place.matches(cycle.request) else { return nil }
            // Of a share a/b a placement that counts adds b - a, and one that does not -a.
            let counts = rule.who.matches(candidate, at: cycle)
            let amount = shares[index].map { (counts ? $0.denominator : 0) - $0.numerator } ?? (counts ? 1 : 0)
            return amount == 0 ? nil : (index, amount)
        }
        return CycleOption.Variant(
            placements: checker.points(of: cycle, by: candidate), returns: returns(candidate, cycle), rules: rules, leaves: leaves)
    }

    private func returns(_ candidate: Candidate, _ cycle: ResolvedCycle) -> [Int64] {
        guard scenario.terms.contains(.returns) else { return [0] }
        return (0...min(6, scenario.sessions.count, training.skills.count)).map { number in
            let sessions = scenario.sessions.prefix(number).map(\.id)
            return checker.returns(of: Cycle(request: cycle.request.id, sessions: sessions), number: cycle.number, by: candidate.id)
        }
    }
}

extension QuotaLine {
    /// **V8**: whether the line itself gives places to such a cycle.
    func counts(_ request: Request, origin: Country, returning: Bool) -> Bool {
        (channels.isEmpty || channels.contains(request.channel)) && (sectors.isEmpty || sectors.contains(request.sector))
            && (origins.isEmpty || origins.contains(origin)) && (countries.isEmpty || countries.contains(request.country))
            && (audience == .any || returning) && request.start >= from && request.start <= until
            && (opens.flatMap { opens in request.filed.map { $0 >= opens } } ?? true)
    }
}

extension Consulate {
    fileprivate var earliestDay: Day { from ?? Day(number: 0) }
}

extension Fraction {
    /// Denominators that are tried one after the other.
    private static let mostTried: Int64 = 2_000_000

    /// The fraction of a denominator up to `most` that is nearest from above, or from below, or this one in lowest terms where `most` is no
    /// less than its denominator: of so many placements both ask for the same, since what is reached is such a fraction.
    func simplest(atLeast: Bool, upTo most: Int64) -> Fraction {
        let divisor = max(1, greatestCommonDivisor(numerator, denominator))
        let (n, m) = (numerator / divisor, max(1, denominator / divisor))
        guard n > 0, n < m, m > max(1, most), most <= Self.mostTried, m <= 1_000_000_000 else { return Fraction(n, over: m) }
        var best = atLeast ? Fraction(1, over: 1) : Fraction(0, over: 1)
        for part in 1...max(1, most) {
            let whole = atLeast ? (n * part + m - 1) / m : n * part / m
            // Of equal ones the first has the least denominator.
            let difference = whole * best.denominator - best.numerator * part
            if atLeast ? difference < 0 : difference > 0 { best = Fraction(whole, over: part) }
        }
        return best
    }
}
