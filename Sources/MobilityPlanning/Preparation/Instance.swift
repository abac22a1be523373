import MobilityModel
import Synchronization

/// A scenario compiled for optimisation: people and requests merged, every possible cycle described, every row named.
///
/// Made on the thread that plans; what is found later (`list`) is kept under a lock, all else only read.
final class Instance {
    let scenario: Scenario
    let groups: [RequestGroup]
    let classes: [CandidateClass]
    let book: PostingBook
    /// What all possible cycles come to.
    private(set) var census = PostingCensus(groups: 0)
    /// By class: its postings, where they are few enough to be kept.
    private var kept: [[Posting]] = []
    let training: TrainingCatalogue
    var needs: [Need] { book.needs }
    private(set) var calendars: [VisaCalendar] = []
    let quotas: QuotaTree
    let fundGroups: FundGroups
    private(set) var ceilings: [FundGroups.Ceiling] = []
    /// By fund group: the rows of the ceilings that its cost counts for.
    private(set) var spendingRows: [[Int]] = []
    let pins: [Pin]
    let demands: [Demand]
    private(set) var table = RowTable()
    private(set) var sideColumns: [SideColumn] = []
    let terms: [ObjectiveTerm]
    /// By term: a power of two that its row and objective are divided by.
    private(set) var scales: [Double] = []
    /// By term: what every value of it is a multiple of.
    private(set) var steps: [Int64] = []
    /// By origin of people: seat cost groups. `[origin][session]`, `nil` where no fund can pay.
    private(set) var seatGroups: [Country: [FundGroups.Group?]] = [:]
    /// Hard rules and pins left out, to find out which of them conflict.
    let relaxed: Set<Requirement>

    init(
        _ scenario: Scenario, pins plan: Plan? = nil, demands: [Demand] = [], relaxed: Set<Requirement> = []
    ) throws(TrainingCatalogue.Overflow) {
        // Ties fall to the first: sorted by id, the order of the files decides nothing.
        var scenario = scenario.withSimplestShares()
        scenario.sessions.sort { $0.id < $1.id }
        scenario.consulates.sort { $0.id < $1.id }
        scenario.funds.sort { $0.id < $1.id }
        scenario.quotas.sort { $0.id < $1.id }
        self.scenario = scenario
        self.relaxed = relaxed
        self.demands = demands
        let read = AttributesRead(scenario)
        let pinned = Pin.all(in: plan)
        groups = RequestGroup.merge(scenario, read: read, alone: Set(pinned.map(\.cycle.request)).union(demands.compactMap(\.request)))
        var classes = CandidateClass.merge(scenario, groups: groups, read: read, alone: Set(pinned.map(\.candidate)).union(demands.compactMap(\.candidate)))
        let classOfPinned = Dictionary(
            classes.enumerated().filter { $1.members.count == 1 }.map { ($1.candidate.id, $0) }, uniquingKeysWith: { a, _ in a })
        for (index, pin) in pinned.enumerated() {
            if let owner = classOfPinned[pin.candidate] { classes[owner].pins.append(index) }
        }
        self.classes = classes
        pins = pinned
        let atoms = SkillAtoms(sessions: scenario.sessions, groups: groups)
        training = TrainingCatalogue(atoms: atoms, sessions: scenario.sessions)
        quotas = QuotaTree(scenario.quotas)
        fundGroups = FundGroups(scenario.funds)
        terms = scenario.terms
        let requests = RequestTable(scenario, groups: groups, atoms: atoms, quotas: quotas, funds: fundGroups, demands: demands)
        let people = PeopleTable(scenario, classes: classes, requests: requests, training: training, demands: demands)
        book = PostingBook(scenario, groups: groups, classes: classes, requests: requests, people: people, atoms: atoms)
        makeCalendars()
        makeSeatGroups()
        // Rows that postings refer to come first; those of fund groups only once all groups are known.
        addCapacityRows()
        makePostings()
        addFundRows()
        addScales()
        steps = greatestSteps()
        sideColumns = makeSideColumns()
    }

    /// By need, then skills acquired: the id of its list of training sets, or -1 where not yet asked for.
    private var listTable: [[Int32]] = []
    /// Lists of training sets are found when they are first asked for, by whichever thread that is.
    private let trainingLock = Mutex(())

    /// The id of the list of training sets that fill a need after earlier cycles gave `acquired`.
    func list(need: Int, acquired: Int) throws(TrainingCatalogue.Overflow) -> Int {
        try trainingLock.withLock { _ throws(TrainingCatalogue.Overflow) in try findList(need: need, acquired: acquired) }
    }

    /// The training sets of a list.
    func trainingSets(_ list: Int) -> [TrainingSet] { trainingLock.withLock { _ in training.lists[list] } }

    /// The id of a set of skills acquired.
    func acquired(_ skills: AtomSet) -> Int { trainingLock.withLock { _ in training.id(of: skills) } }

    /// The skills acquired of an id.
    func skills(acquired id: Int) -> AtomSet { trainingLock.withLock { _ in training.acquired[id] } }

    private func findList(need: Int, acquired: Int) throws(TrainingCatalogue.Overflow) -> Int {
        while listTable.count <= need { listTable.append([]) }
        while listTable[need].count <= acquired { listTable[need].append(-1) }
        if listTable[need][acquired] < 0 {
            let list = try training.list(profile: needs[need].profile, missing: needs[need].missing, acquired: acquired, before: book.latestStarts[need])
            listTable[need][acquired] = Int32(list)
        }
        return Int(listTable[need][acquired])
    }

    private func makeCalendars() {
        guard let last = groups.map(\.request.start).max(), let first = classes.map(\.candidate.from).min(), first <= last else {
            calendars = scenario.consulates.map { VisaCalendar(consulate: $0, stretches: []) }
            return
        }
        calendars = scenario.consulates.map { VisaCalendar.make($0, days: first...last, funds: fundGroups) }
    }

    private func makeSeatGroups() {
        for origin in Set(classes.map(\.candidate.origin)).sorted() {
            seatGroups[origin] = scenario.sessions.map {
                fundGroups.group(for: .training, origin: origin, on: $0.start, cost: $0.seatCost)
            }
        }
    }

    /// Whether a session takes place is a decision of its own: it has a minimum, or costs something to run.
    func needsOpening(_ session: CourseSession) -> Bool { session.minSeats > 1 || session.runCost > .zero }

    private func addCapacityRows() {
        for (index, group) in classes.enumerated() { table.add(.people(index), upper: Double(group.count)) }
        for (index, group) in groups.enumerated() {
            table.add(.places(index), upper: group.needsOpening ? 0 : Double(group.places))
            if group.needsOpening { table.add(.minPlaces(index), lower: 0) }
        }
        for (index, session) in scenario.sessions.enumerated() {
            table.add(.seats(index), upper: needsOpening(session) ? 0 : Double(session.seats))
            if session.minSeats > 1 { table.add(.minSeats(index), lower: 0) }
        }
        for (index, calendar) in calendars.enumerated() {
            for stretch in calendar.stretches where table[.applications(calendar: index, month: stretch.month)] == nil {
                table.add(
                    .applications(calendar: index, month: stretch.month), upper: Double(calendar.consulate.monthlyCapacity))
            }
        }
        for (index, line) in quotas.lines.enumerated() { table.add(.quota(index), upper: Double(line.places)) }
        for (index, rule) in scenario.rules.enumerated() where !relaxed.contains(.rule(index)) {
            let (target, scale): (Double, Double) = switch rule.target {
            case .count(let count): (Double(count), 1)
            case .share(let share): (0, Self.powerOfTwo(below: Double(share.denominator)))
            }
            table.add(
                .rule(index), lower: rule.kind == .atLeast ? target : -.infinity, upper: rule.kind == .atMost ? target : .infinity,
                scale: scale)
        }
        for (index, pin) in pins.enumerated() where !relaxed.contains(.pin(index)) {
            table.add(.pin(index), lower: Double(pin.count))
        }
        for (index, demand) in demands.enumerated() where !relaxed.contains(.demand(index)) {
            let bound = Double(demand.count)
            table.add(
                .demand(index), lower: demand.kind == .atLeast ? bound : -.infinity, upper: demand.kind == .atMost ? bound : .infinity)
        }
        for index in terms.indices { table.add(.term(index)) }
    }

    /// Postings beyond which they are described anew whenever they are asked for.
    private static let keptPostings = 500_000

    /// So every offer, need and fund group is known afterwards, in the order of classes.
    private func makePostings() {
        let builder = PostingBuilder(scenario, groups: groups, calendars: calendars, quotas: quotas, demands: demands, table: table)
        var survey = PostingSurvey(book, classes: classes, groups: groups.count)
        survey.run { owner, group in
            let skills = book.requests.atoms.values[book.requests.traits[group].atoms].count
            let sessions = skills == 0 ? 0 : min(scenario.sessions.count, training.atoms.skills.count)
            return builder.offer(
                book.offers.count, classes[owner].candidate, group: group, maximumSessions: sessions, funds: fundGroups, addPaidRow: addPaidRow)
        }
        census = survey.census
        if census.count <= Self.keptPostings { kept = classes.indices.map { book.postings($0) } }
    }

    /// The possible cycles of a class, in the order of their groups, which is that of their starts.
    func postings(of owner: Int) -> [Posting] { kept.isEmpty ? book.postings(owner) : kept[owner] }

    /// A possible cycle of a class.
    func posting(_ owner: Int, _ group: Int) -> Posting {
        guard kept.isEmpty else {
            let list = kept[owner]
            return list[min(list.partitioningIndex { $0.group >= group }, list.count - 1)]
        }
        return book.posting(owner, group, offer: book.offer(owner, group) ?? 0)
    }

    /// Whether a class has a possible cycle on a group.
    func isPossible(_ owner: Int, _ group: Int) -> Bool { book.isEligible(owner, group) && book.offer(owner, group) != nil }

    /// Possible cycles of all classes from which a plan is filled before the relaxation is solved: below, it is quick.
    static let manyPostings = 20_000
    /// Rows beyond which the simplex method takes longer than what it adds is worth.
    static let manyRows = 3_000

    /// Whether a first plan is worth some pricings before the relaxation is solved.
    var isLarge: Bool { census.count >= Self.manyPostings }
    /// Whether bound and plan come from prices alone, without a simplex method.
    var isGreat: Bool { isLarge && table.rows.count > Self.manyRows }

    /// Whether possible cycles are too many for anything to go through all of them but for comparing dates.
    var isVast: Bool { census.count > Self.vastPostings }
    static let vastPostings = 10_000_000

    /// Whether people stand one by one rather than in pools: then what one of them does hardly moves a price.
    var isOfPersons: Bool { classes.reduce(0) { $0 + $1.count } < Self.poolSize * classes.count }
    /// People of a class, on average, from which a class is a pool.
    private static let poolSize = 4

    /// Whether all postings are few enough to be kept.
    var keepsPostings: Bool { !kept.isEmpty }

    private func addPaidRow(_ group: Int) -> Int {
        if let known = table[.paid(group)] { return known }
        table.add(.paid(group), upper: 0)
        return table[.paid(group)] ?? 0
    }

    private func addFundRows() {
        for group in fundGroups.members.indices { _ = addPaidRow(group) }
        for session in scenario.sessions where session.runCost > .zero {
            if let group = fundGroups.group(for: .training, origin: nil, on: session.start, cost: session.runCost)?.index {
                _ = addPaidRow(group)
            }
        }
        ceilings = fundGroups.ceilings
        spendingRows = Array(repeating: [], count: fundGroups.members.count)
        for (index, ceiling) in ceilings.enumerated() {
            table.add(.spending(index), upper: Double(ceiling.amount))
            for group in ceiling.groups { if let row = table[.spending(index)] { spendingRows[group].append(row) } }
        }
        for (index, fund) in fundGroups.funds.enumerated() { table.add(.fund(index), upper: Double(fund.amount.amount)) }
    }

    private func addScales() {
        let costly = (book.offers.map(\.cost).max() ?? 0) + (scenario.sessions.map(\.seatCost.amount).max() ?? 0)
        scales = terms.map { term in
            let typical: Double = switch term {
            case .cost: Double(max(1, costly))
            case .returns: 1_000_000
            case .stayDays: 100
            case .match: Double(max(1, scenario.match.occupation + scenario.match.language + scenario.match.employer + scenario.match.destination))
            case .placements, .penalty: 1
            }
            return Self.powerOfTwo(below: typical)
        }
    }

    /// What brings numbers of this size down to some tens, without rounding any.
    private static func powerOfTwo(below typical: Double) -> Double {
        var scale = 1.0
        while scale * 16 < typical { scale *= 2 }
        return scale
    }

    /// The most people that an opened request or session can have: what is open by a millionth, as floating point may have it, must not let
    /// somebody in, so no coefficient is greater than need be.
    private func reach() -> (places: [Int], seats: [Int]) {
        let seats = scenario.sessions.map { session in
            classes.reduce(0) { $0 + (session.origins.isEmpty || session.origins.contains($1.candidate.origin) ? $1.count : 0) }
        }
        return (zip(census.people, groups).map { min($0, $1.places) }, zip(seats, scenario.sessions).map { min($0, $1.seats) })
    }

    private func makeSideColumns() -> [SideColumn] {
        var columns: [SideColumn] = []
        let reach = reach()
        for (index, group) in groups.enumerated() where group.needsOpening {
            guard let upper = table[.places(index)], let lower = table[.minPlaces(index)] else { continue }
            columns.append(SideColumn(
                kind: .openRequest(index), lower: 0, upper: 1, isInteger: true,
                entries: [Entry(row: upper, value: -Double(reach.places[index])), Entry(row: lower, value: -Double(group.request.minPlaces))]))
        }
        for (index, session) in scenario.sessions.enumerated() where needsOpening(session) {
            guard let upper = table[.seats(index)] else { continue }
            var entries = [Entry(row: upper, value: -Double(reach.seats[index]))]
            if let lower = table[.minSeats(index)] { entries.append(Entry(row: lower, value: -Double(session.minSeats))) }
            let payer = fundGroups.group(for: .training, origin: nil, on: session.start, cost: session.runCost)
            if let paid = payer?.index.flatMap({ table[.paid($0)] }) {
                entries.append(Entry(row: paid, value: Double(session.runCost.amount)))
                for row in payer?.index.map({ spendingRows[$0] }) ?? [] {
                    entries.append(Entry(row: row, value: Double(session.runCost.amount)))
                }
            }
            columns.append(SideColumn(
                kind: .openSession(index), lower: 0, upper: payer == nil ? 0 : 1, isInteger: true, entries: entries,
                cost: session.runCost.amount))
        }
        let everyone = classes.reduce(0.0) { $0 + Double($1.count) } * Double(scenario.cycle.maxCycles ?? max(1, groups.count))
        for (index, rule) in scenario.rules.enumerated() {
            guard let row = table[.rule(index)] else { continue }
            let unit: Double = switch rule.target {
            case .count: 1
            case .share(let share): Double(share.denominator)
            }
            let most: Double = if case .count(let count) = rule.target { max(Double(count), everyone) } else { everyone }
            columns.append(SideColumn(
                kind: .shortfall(rule: index), lower: 0, upper: most, isInteger: true,
                entries: [Entry(row: row, value: (rule.kind == .atLeast ? unit : -unit) / table.rows[row].scale)],
                penalty: Int64(rule.penalty ?? 0), infeasibility: rule.penalty == nil ? 1 : 0))
        }
        for (index, pin) in pins.enumerated() {
            guard let row = table[.pin(index)] else { continue }
            columns.append(SideColumn(
                kind: .missing(pin: index), lower: 0, upper: Double(pin.count), isInteger: true,
                entries: [Entry(row: row, value: 1)], infeasibility: 1))
        }
        for (index, demand) in demands.enumerated() {
            guard let row = table[.demand(index)] else { continue }
            let most = demand.kind == .atLeast ? Double(demand.count) : everyone
            columns.append(SideColumn(
                kind: .unmet(demand: index), lower: 0, upper: most, isInteger: true,
                entries: [Entry(row: row, value: demand.kind == .atLeast ? 1 : -1)], infeasibility: 1))
        }
        for (group, members) in fundGroups.members.enumerated() {
            guard let paid = table[.paid(group)] else { continue }
            for fund in members {
                guard let row = table[.fund(fund)] else { continue }
                columns.append(SideColumn(
                    kind: .payment(group: group, fund: fund), lower: 0, upper: Double(fundGroups.funds[fund].amount.amount),
                    isInteger: false, entries: [Entry(row: paid, value: -1), Entry(row: row, value: 1)]))
            }
        }
        return columns
    }
}
